"""What a person changes in a quote, as a reading of the inquiry that the engine works out anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.domain.inquiry import AskedItem, Understanding

_SETTLED = frozenset({"product", "quantity", "destination", "incoterm", "customization", "target_price"})
"""Details that the person has decided by writing the quote."""


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line of goods or samples. `discount` is in percent off what the buyer would pay anyway."""

    sku: str
    quantity: int
    sample: bool = False
    options: tuple[str, ...] = ()
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """The whole quote as the person wants it. `destination` is ISO 3166-1 alpha-2."""

    lines: tuple[LineChange, ...]
    incoterm: str | None = None
    destination: str | None = None
    method: str | None = None
    fastest: bool = False

    def discounts(self) -> tuple[tuple[str, Decimal], ...]:
        """(SKU, percent) of every line that gets one; the highest where a SKU has several."""
        highest: dict[str, Decimal] = {}
        for line in self.lines:
            if line.discount > 0 and not line.sample:
                highest[line.sku] = max(line.discount, highest.get(line.sku, Decimal(0)))
        return tuple(highest.items())


def as_changed(understanding: Understanding, change: QuoteChange) -> Understanding:
    """`understanding` with the person's lines and terms instead of what triage read.

    Several quantities of one SKU are alternatives.
    """
    times = Counter(line.sku for line in change.lines if not line.sample)
    asked = {item.sku: item.asked for item in understanding.items if item.sku}
    items = tuple(
        AskedItem(
            asked=asked.get(line.sku, line.sku),
            sku=line.sku,
            quantity=line.quantity,
            alternative=not line.sample and times[line.sku] > 1,
            sample=line.sample,
            options=line.options,
        )
        for line in change.lines
    )
    intents = understanding.intents
    if "price_quote" not in intents:
        intents = ("price_quote", *(intent for intent in intents if intent not in ("greeting", "thanks")))
    return replace(
        understanding,
        intents=intents,
        items=items,
        details=replace(
            understanding.details,
            incoterm=change.incoterm,
            destination=change.destination,
            method=change.method,
            fastest=change.fastest,
            customization=(),
        ),
        missing=tuple(detail for detail in understanding.missing if detail not in _SETTLED),
    )


def as_quoted(understanding: Understanding) -> QuoteChange:
    """What triage read, as the quote editor begins with it: lines whose SKU and quantity are known."""
    return QuoteChange(
        lines=tuple(
            LineChange(
                item.sku,
                item.quantity or 1,
                item.sample,
                item.options or (() if item.sample else understanding.details.customization),
            )
            for item in understanding.items
            if item.sku is not None and (item.quantity or item.sample)
        ),
        incoterm=understanding.details.incoterm,
        destination=understanding.details.destination,
        method=understanding.details.method,
        fastest=understanding.details.fastest,
    )
