"""A kept quote as the document that the buyer gets: the same by a link and in a messenger."""

from __future__ import annotations

from bot.documents import Addressee, Quotation, make_quotation
from bot.domain.calendar import shop_date
from bot.domain.facts import Shop
from bot.domain.inquiry import LANGUAGES
from bot.domain.quote import Quote
from bot.stored import from_json
from knowledge.countries.profile import profile
from storage.base import AnyRow


def quotation_of(shop: Shop, row: AnyRow, number: str, revision: int) -> Quotation:
    """The document of a revision (`quotes.as_document`). NotReadable where another program wrote it."""
    quote = from_json(row.body, Quote)
    language = row.language if row.language in LANGUAGES else "en"
    place = profile(quote.destination).name_in(language) if quote.destination else None
    return make_quotation(
        shop,
        quote,
        number=number,
        date=shop_date(row.created_at, shop.company),
        language=language,
        revision=revision,
        buyer=Addressee(row.name, row.company, row.country),
        place=place,
    )


def file_name(number: str, revision: int) -> str:
    """Of the PDF, as the buyer keeps it."""
    return f"{number}{f'-{revision}' if revision > 1 else ''}.pdf"
