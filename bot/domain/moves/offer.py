"""Moves around a quote: the offer itself, and what could not go into it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.domain.moves import stated
from bot.domain.moves.goods import Goods
from bot.domain.plan import AllowedFacts
from bot.domain.quote import Quote


@dataclass(frozen=True, slots=True)
class PromotionApplied:
    name: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class OfferQuote:
    """The quote as the engine made it: the price, or the prices of several quantities.

    `place` is the port or destination behind the Incoterm. `lead_time` says whether the lead time is told.
    """

    quote: Quote
    goods: tuple[Goods, ...]
    """One per SKU in the quote's lines."""
    place: str | None = None
    country: str | None = None
    """Destination, ISO 3166-1 alpha-2, where `place` is unknown and the carriage is paid to it."""
    promotions: tuple[PromotionApplied, ...] = ()
    lead_time: bool = True

    def facts(self) -> AllowedFacts:
        quote = self.quote
        money = [line.unit_price for line in quote.lines] + [line.amount for line in quote.lines]
        amounts = stated.amounts(quote.currency, [*money, quote.total])
        numbers = stated.numbers(*(line.quantity for line in quote.lines))
        dates = {quote.valid_until}
        texts = [line.customization for line in quote.lines] + [self.place]
        if quote.freight is not None:
            amounts |= stated.amounts(quote.currency, [quote.freight.amount])
            numbers |= stated.numbers(quote.freight.days_min, quote.freight.days_max)
            texts.append(quote.freight.method)
        if quote.indicative is not None:
            second = quote.indicative
            amounts |= stated.amounts(second.currency, [second.total, second.rate])
            amounts |= stated.amounts(quote.currency, [Decimal(1)])
            dates.add(second.as_of)
        if self.lead_time:
            numbers |= stated.numbers(quote.lead_time_days)
        facts = AllowedFacts(
            amounts=amounts,
            numbers=numbers,
            percentages=frozenset(promotion.percent for promotion in self.promotions),
            dates=frozenset(dates),
            incoterms=frozenset({quote.incoterm}),
            verbatim=stated.texts(*texts, *(promotion.name for promotion in self.promotions)),
        )
        for goods in self.goods:
            facts = facts | goods.facts()
        return facts


@dataclass(frozen=True, slots=True)
class SayMinimum:
    """Asked for less than the MOQ: the MOQ with its unit price, and a sample where one is sold."""

    goods: Goods
    quantity: int
    moq: int
    unit_price: Decimal
    currency: str
    sample_price: Decimal | None = None

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(
            amounts=stated.amounts(self.currency, [self.unit_price, self.sample_price]),
            numbers=stated.numbers(self.quantity, self.moq, 1),
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class SayOptionMinimum:
    """A customization option below its own MOQ: left out of the price."""

    goods: Goods
    option: str
    quantity: int
    moq: int
    unit_price: Decimal
    currency: str

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(
            amounts=stated.amounts(self.currency, [self.unit_price]),
            numbers=stated.numbers(self.quantity, self.moq),
            verbatim=stated.texts(self.option),
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class SayOptionNotOffered:
    goods: Goods
    option: str
    offered: tuple[str, ...] = ()

    def facts(self) -> AllowedFacts:
        return self.goods.facts() | AllowedFacts(verbatim=stated.texts(self.option, *self.offered))


@dataclass(frozen=True, slots=True)
class OfferSample:
    goods: Goods
    price: Decimal
    currency: str

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(amounts=stated.amounts(self.currency, [self.price]), numbers=stated.numbers(1))
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class SaySamplesNotSold:
    goods: Goods

    def facts(self) -> AllowedFacts:
        return self.goods.facts()


@dataclass(frozen=True, slots=True)
class SayMethodReplaced:
    """The freight method asked for cannot carry the goods; `used` is None where nothing can."""

    asked: str
    used: str | None
    because_battery: bool

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(self.asked, self.used))


@dataclass(frozen=True, slots=True)
class SayFreightUnknown:
    """No freight rate fits: a person has to ask the forwarder."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class SayIncotermReplaced:
    asked: str
    used: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(incoterms=frozenset({self.asked, self.used}))


@dataclass(frozen=True, slots=True)
class SayDutyNotIncluded:
    def facts(self) -> AllowedFacts:
        return AllowedFacts(incoterms=frozenset({"DDP"}))


@dataclass(frozen=True, slots=True)
class PassOnDiscount:
    """The wish for a better price is looked at by whoever may grant it; no figure is promised."""

    priced: bool
    """Whether the reply holds the list price that stands until then."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING
