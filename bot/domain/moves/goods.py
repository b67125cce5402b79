"""Moves that say what the catalogue says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from bot.domain.moves import stated
from bot.domain.plan import AllowedFacts


@dataclass(frozen=True, slots=True)
class Goods:
    """One SKU as the shop names it, with the unit that it is counted in."""

    sku: str
    name: str
    unit: str = "pcs"

    def facts(self) -> AllowedFacts:
        return AllowedFacts(skus=frozenset({self.sku}), verbatim=stated.texts(self.name))


@dataclass(frozen=True, slots=True)
class DescribeProduct:
    """What the catalogue says of one item: the attributes asked about, its sentence, its MOQ."""

    goods: Goods
    attributes: tuple[tuple[str, str], ...] = ()
    description: str | None = None
    moq: int | None = None
    options: tuple[str, ...] = ()

    def facts(self) -> AllowedFacts:
        pairs = [text for label, value in self.attributes for text in (label, value, f"{label}: {value}")]
        own = AllowedFacts(
            numbers=stated.numbers(self.moq), verbatim=stated.texts(self.description, *pairs, *self.options)
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class ShowRange:
    """The shop's categories, each with how many items it holds; or the items of one category."""

    categories: tuple[tuple[str, int], ...] = ()
    items: tuple[Goods, ...] = ()

    def facts(self) -> AllowedFacts:
        facts = AllowedFacts(
            numbers=stated.numbers(*(count for _, count in self.categories)),
            verbatim=stated.texts(*(name for name, _ in self.categories)),
        )
        for goods in self.items:
            facts = facts | goods.facts()
        return facts


@dataclass(frozen=True, slots=True)
class TellOptions:
    """The customization options of an item: name, extra unit price, own MOQ."""

    goods: Goods
    options: tuple[tuple[str, Decimal, int], ...]
    currency: str

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(
            amounts=stated.amounts(self.currency, [price for _, price, _ in self.options]),
            numbers=stated.numbers(*(moq for _, _, moq in self.options)),
            verbatim=stated.texts(*(name for name, _, _ in self.options)),
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class TellStock:
    goods: Goods
    quantity: int

    def facts(self) -> AllowedFacts:
        return self.goods.facts() | AllowedFacts(numbers=stated.numbers(self.quantity))


@dataclass(frozen=True, slots=True)
class TellCertificates:
    """`held` stand in the catalogue; `unlisted` were asked for and do not: never claimed."""

    goods: Goods | None
    held: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(certificates=frozenset({*self.held, *self.unlisted}))
        return own if self.goods is None else self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class TellLeadTime:
    """Production in working days; `ready_by` if the order came today; `deadline` is the buyer's own date."""

    days: int
    goods: Goods | None = None
    ready_by: date | None = None
    closures: tuple[tuple[str, date, date], ...] = ()
    """Name, first and last day of each closure that stretches the lead time."""
    deadline: date | None = None
    """Set only where `ready_by` misses it."""

    def facts(self) -> AllowedFacts:
        dates = [
            self.ready_by,
            self.deadline,
            *(day for _, start, end in self.closures for day in (start, end)),
        ]
        own = AllowedFacts(
            numbers=stated.numbers(self.days),
            dates=frozenset(day for day in dates if day is not None),
            verbatim=stated.texts(*(name for name, _, _ in self.closures)),
        )
        return own if self.goods is None else self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class TellClosure:
    """No work from `start` to `end`, both inside; `reopens` is the first day worked after that."""

    name: str
    start: date
    end: date
    reopens: date

    def facts(self) -> AllowedFacts:
        dates = frozenset({self.start, self.end, self.reopens})
        return AllowedFacts(dates=dates, verbatim=stated.texts(self.name))


@dataclass(frozen=True, slots=True)
class TellHours:
    """When the shop works, in its own time. Monday is 0."""

    days: tuple[int, ...]
    opens: time
    closes: time

    def facts(self) -> AllowedFacts:
        parts = (self.opens.hour, self.opens.minute, self.closes.hour, self.closes.minute)
        return AllowedFacts(numbers=stated.numbers(*parts))
