"""A kept quote as the document that the buyer gets: the same by a link and in a messenger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from bot.desk.checking import check_address, shown_code
from bot.documents import Addressee, Check, Note, Quotation, make_quotation
from bot.domain.calendar import shop_date
from bot.domain.facts import CatalogItem, Shop
from bot.domain.inquiry import LANGUAGES
from bot.domain.plan import ReplyPlan
from bot.domain.quote import Quote
from bot.stored import from_json, to_json
from knowledge.countries.profile import profile
from storage.base import AnyRow


def terms_json(plan: ReplyPlan, shop: Shop, sourced: tuple[CatalogItem, ...] = ()) -> dict[str, Any]:
    """What the document of the plan's quote says beside its figures, as it is kept with the quote's revision:
    the notes of the reply, and the deposit that it names."""
    percent = shop.quote.deposit_percent
    terms = {
        "notes": [to_json(move) for move in plan.moves if isinstance(move, get_args(Note))],
        "deposit_percent": None if percent is None else str(percent),
    }
    # Goods that purchasers have found are in no catalogue: what they are called stays with the quote.
    return terms | ({"sourced": [to_json(item) for item in sourced]} if sourced else {})


def on_its_terms(shop: Shop, terms: Mapping[str, Any]) -> Shop:
    """`shop` with the deposit that the buyer was told, which may be another by now, and with the goods that
    were found for this buyer."""
    shop = with_sourced(shop, terms)
    if "deposit_percent" not in terms:
        return shop
    kept = terms["deposit_percent"]
    told = replace(shop.quote, deposit_percent=None if kept is None else Decimal(kept))
    return replace(shop, quote=told)


def with_sourced(shop: Shop, terms: Mapping[str, Any] | None) -> Shop:
    """`shop` with the goods of a quote's revision that purchasers had found. NotReadable."""
    kept = (terms or {}).get("sourced")
    if not kept:
        return shop
    return replace(shop, items=(*shop.items, *(from_json(each, CatalogItem) for each in kept)))


def quotation_of(
    shop: Shop, row: AnyRow, number: str, revision: int, public_url: str | None = None
) -> Quotation:
    """The document of a revision (`quotes.as_document`). NotReadable where another program wrote it.

    With `public_url` it bears the address where it is checked; without, the code alone.
    """
    quote = from_json(row.body, Quote)
    notes = from_json(row.terms.get("notes", []), tuple)
    shop = on_its_terms(shop, row.terms)
    address = check_address(public_url, number, revision, row.check_code) if public_url else None
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
        check=Check(shown_code(row.check_code), address),
    )


def file_name(number: str, revision: int) -> str:
    """Of the PDF, as the buyer keeps it."""
    return f"{number}{f'-{revision}' if revision > 1 else ''}.pdf"
