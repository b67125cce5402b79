"""A kept quote as the document that the buyer gets: the same by a link and in a messenger."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from bot.documents import Addressee, Note, Quotation, make_quotation
from bot.domain.calendar import shop_date
from bot.domain.facts import Shop
from bot.domain.inquiry import LANGUAGES
from bot.domain.plan import ReplyPlan
from bot.domain.quote import Quote
from bot.stored import from_json, to_json
from knowledge.countries.profile import profile
from storage.base import AnyRow


def terms_json(plan: ReplyPlan, shop: Shop) -> dict[str, Any]:
    """What the document of the plan's quote says beside its figures, as it is kept with the quote's revision:
    the notes of the reply, and the deposit that it names."""
    percent = shop.quote.deposit_percent
    return {
        "notes": [to_json(move) for move in plan.moves if isinstance(move, get_args(Note))],
        "deposit_percent": None if percent is None else str(percent),
    }


def quotation_of(shop: Shop, row: AnyRow, number: str, revision: int) -> Quotation:
    """The document of a revision (`quotes.as_document`). NotReadable where another program wrote it."""
    quote = from_json(row.body, Quote)
    notes = from_json(row.terms.get("notes", []), tuple)
    if "deposit_percent" in row.terms:  # the buyer was told this one; the shop may ask for another by now
        kept = row.terms["deposit_percent"]
        terms = replace(shop.quote, deposit_percent=None if kept is None else Decimal(kept))
        shop = replace(shop, quote=terms)
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
        notes=notes,
    )


def file_name(number: str, revision: int) -> str:
    """Of the PDF, as the buyer keeps it."""
    return f"{number}{f'-{revision}' if revision > 1 else ''}.pdf"
