"""A quote as people read it: lines with the names of the goods, and what stands below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.desk.checking import shown_code
from bot.desk.quotations import on_its_terms
from bot.documents import Deposit, deposit_in
from bot.domain.facts import Shop
from bot.domain.quote import Quote, QuoteLine
from bot.stored import NotReadable, from_json


@dataclass(frozen=True, slots=True)
class ShownLine:
    line: QuoteLine
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """`number` and `revision` are None for a quote that is not kept (yet)."""

    quote: Quote
    lines: tuple[ShownLine, ...]
    id: int | None = None
    number: str | None = None
    revision: int | None = None
    deposit: Deposit | None = None
    """With its balance, on the terms that the quote was made with; None where none is asked for."""
    check_code: str | None = None
    """As it stands on the document."""


def shown_quote(
    quote: Quote, shop: Shop, *, quote_id: int | None = None, number: str | None = None,
    revision: int | None = None, check_code: str | None = None,
) -> ShownQuote:  # fmt: skip
    """`quote` with the names of this shop's goods; goods that it sells no more keep their SKU."""
    items = {item.sku: item for item in shop.items}
    lines = []
    for line in quote.lines:
        item = items.get(line.sku)
        lines.append(ShownLine(line, item.name if item else line.sku, item.unit if item else "pcs"))
    return ShownQuote(
        quote, tuple(lines), quote_id, number, revision, deposit_in(shop, quote),
        shown_code(check_code) if check_code else None,
    )  # fmt: skip


def kept_quote(kept: Mapping[str, Any] | None, shop: Shop) -> ShownQuote | None:
    """The quote of a message (`SpokenMessage.quote`); None where an older program wrote it."""
    if kept is None or kept["body"] is None:
        return None
    try:
        quote = from_json(kept["body"], Quote)
        shop = on_its_terms(shop, kept.get("terms") or {})
    except NotReadable:
        return None
    return shown_quote(
        quote, shop, quote_id=kept["id"], number=kept["number"], revision=kept["revision"],
        check_code=kept.get("check_code"),
    )  # fmt: skip
