"""A quote as people read it: lines with the names of the goods, and what stands below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.desk.quotations import with_sourced
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


def shown_quote(
    quote: Quote, shop: Shop, *, quote_id: int | None = None, number: str | None = None,
    revision: int | None = None,
) -> ShownQuote:  # fmt: skip
    """`quote` with the names of this shop's goods; goods that it sells no more keep their SKU."""
    items = {item.sku: item for item in shop.items}
    lines = []
    for line in quote.lines:
        item = items.get(line.sku)
        lines.append(ShownLine(line, item.name if item else line.sku, item.unit if item else "pcs"))
    return ShownQuote(quote, tuple(lines), quote_id, number, revision)


def kept_quote(kept: Mapping[str, Any] | None, shop: Shop) -> ShownQuote | None:
    """The quote of a message ({"id", "number", "revision", "body"}); None where an older program wrote it."""
    if kept is None or kept["body"] is None:
        return None
    try:
        quote = from_json(kept["body"], Quote)
        shop = with_sourced(shop, kept.get("terms"))
    except NotReadable:
        return None
    return shown_quote(quote, shop, quote_id=kept["id"], number=kept["number"], revision=kept["revision"])
