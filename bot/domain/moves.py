"""The typed moves of a reply: what is said, in which order, with which values, before a word is chosen.

Every move states in `facts()` all that the text made of it may hold, so that the guard needs nothing else.
Names, sentences and labels of the shop stand verbatim; amounts are exact, in the currency named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.plan import AllowedFacts, Amount
from bot.domain.quote import Quote

_NOTHING = AllowedFacts()


def _numbers(*values: int | Decimal | None) -> frozenset[Decimal]:
    return frozenset(Decimal(value) for value in values if value is not None)


def _texts(*values: str | None) -> frozenset[str]:
    return frozenset(value for value in values if value)


def _amounts(currency: str, values: Iterable[Decimal | None]) -> frozenset[Amount]:
    return frozenset(Amount(value, currency) for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class Goods:
    """One SKU as the shop names it, with the unit that it is counted in."""

    sku: str
    name: str
    unit: str = "pcs"

    def facts(self) -> AllowedFacts:
        return AllowedFacts(skus=frozenset({self.sku}), verbatim=_texts(self.name, self.unit))


@dataclass(frozen=True, slots=True)
class Greet:
    name: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=_texts(self.name))


@dataclass(frozen=True, slots=True)
class Thank:
    """The answer to a buyer's thanks."""

    def facts(self) -> AllowedFacts:
        return _NOTHING


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
            numbers=_numbers(self.moq), verbatim=_texts(self.description, *pairs, *self.options)
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class ShowRange:
    """The shop's categories, each with how many items it holds; or the items of one category."""

    categories: tuple[tuple[str, int], ...] = ()
    items: tuple[Goods, ...] = ()

    def facts(self) -> AllowedFacts:
        facts = AllowedFacts(
            numbers=_numbers(*(count for _, count in self.categories)),
            verbatim=_texts(*(name for name, _ in self.categories)),
        )
        for goods in self.items:
            facts = facts | goods.facts()
        return facts


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
        amounts = _amounts(quote.currency, [*money, quote.total])
        numbers = _numbers(*(line.quantity for line in quote.lines))
        dates = {quote.valid_until}
        texts = [line.customization for line in quote.lines] + [self.place]
        if quote.freight is not None:
            amounts |= _amounts(quote.currency, [quote.freight.amount])
            numbers |= _numbers(quote.freight.days_min, quote.freight.days_max)
            texts.append(quote.freight.method)
        if quote.indicative is not None:
            second = quote.indicative
            amounts |= _amounts(second.currency, [second.total, second.rate])
            amounts |= _amounts(quote.currency, [Decimal(1)])
            dates.add(second.as_of)
        if self.lead_time:
            numbers |= _numbers(quote.lead_time_days)
        facts = AllowedFacts(
            amounts=amounts,
            numbers=numbers,
            percentages=frozenset(promotion.percent for promotion in self.promotions),
            dates=frozenset(dates),
            incoterms=frozenset({quote.incoterm}),
            verbatim=_texts(*texts, *(promotion.name for promotion in self.promotions)),
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
            amounts=_amounts(self.currency, [self.unit_price, self.sample_price]),
            numbers=_numbers(self.quantity, self.moq, 1),
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
            amounts=_amounts(self.currency, [self.unit_price]),
            numbers=_numbers(self.quantity, self.moq),
            verbatim=_texts(self.option),
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class SayOptionNotOffered:
    goods: Goods
    option: str
    offered: tuple[str, ...] = ()

    def facts(self) -> AllowedFacts:
        return self.goods.facts() | AllowedFacts(verbatim=_texts(self.option, *self.offered))


@dataclass(frozen=True, slots=True)
class TellOptions:
    """The customization options of an item: name, extra unit price, own MOQ."""

    goods: Goods
    options: tuple[tuple[str, Decimal, int], ...]
    currency: str

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(
            amounts=_amounts(self.currency, [price for _, price, _ in self.options]),
            numbers=_numbers(*(moq for _, _, moq in self.options)),
            verbatim=_texts(*(name for name, _, _ in self.options)),
        )
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class OfferSample:
    goods: Goods
    price: Decimal
    currency: str

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(amounts=_amounts(self.currency, [self.price]), numbers=_numbers(1))
        return self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class SaySamplesNotSold:
    goods: Goods

    def facts(self) -> AllowedFacts:
        return self.goods.facts()


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
            numbers=_numbers(self.days),
            dates=frozenset(day for day in dates if day is not None),
            verbatim=_texts(*(name for name, _, _ in self.closures)),
        )
        return own if self.goods is None else self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class TellStock:
    goods: Goods
    quantity: int

    def facts(self) -> AllowedFacts:
        return self.goods.facts() | AllowedFacts(numbers=_numbers(self.quantity))


@dataclass(frozen=True, slots=True)
class SayMethodReplaced:
    """The freight method asked for cannot carry the goods; `used` is None where nothing can."""

    asked: str
    used: str | None
    because_battery: bool

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=_texts(self.asked, self.used))


@dataclass(frozen=True, slots=True)
class SayFreightUnknown:
    """No freight rate fits: a person has to ask the forwarder."""

    def facts(self) -> AllowedFacts:
        return _NOTHING


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
class TellCertificates:
    """`held` stand in the catalogue; `unlisted` were asked for and do not: never claimed."""

    goods: Goods | None
    held: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()

    def facts(self) -> AllowedFacts:
        own = AllowedFacts(certificates=frozenset({*self.held, *self.unlisted}))
        return own if self.goods is None else self.goods.facts() | own


@dataclass(frozen=True, slots=True)
class QuotePolicy:
    """Sentences of the shop's own policies, as they stand there. `source` is `path#heading`."""

    sentences: tuple[str, ...]
    source: str
    language: str = "en"

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=frozenset(self.sentences))


@dataclass(frozen=True, slots=True)
class SayWeCheck:
    """The question is not answered by the shop's data: a person looks it up, nothing is claimed."""

    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class Ask:
    """One missing detail (a word of `DETAILS`), with choices where they are few."""

    detail: str
    choices: tuple[str, ...] = ()
    """Incoterms or option names."""
    goods: tuple[Goods, ...] = ()
    """The SKUs to choose from, or the one whose quantity is asked."""
    moq: int | None = None

    def facts(self) -> AllowedFacts:
        incoterm = self.detail == "incoterm"
        facts = AllowedFacts(
            numbers=_numbers(self.moq),
            incoterms=frozenset(self.choices if incoterm else ()),
            verbatim=frozenset(() if incoterm else self.choices),
        )
        for goods in self.goods:
            facts = facts | goods.facts()
        return facts


@dataclass(frozen=True, slots=True)
class SteerToPlatform:
    """Order and pay on the platform: its benefits, its methods, the deposit."""

    platform: str
    benefits: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    link: str | None = None
    deposit_percent: Decimal | None = None
    deposit: Amount | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            amounts=frozenset({self.deposit} if self.deposit is not None else ()),
            percentages=frozenset({self.deposit_percent} if self.deposit_percent is not None else ()),
            links=_texts(self.link),
            payment_methods=frozenset({*self.methods, self.platform}),
            verbatim=_texts(self.platform, *self.benefits, *self.methods),
        )


@dataclass(frozen=True, slots=True)
class TellPaymentTerms:
    """The same facts for a shop without a platform: methods and deposit."""

    methods: tuple[str, ...] = ()
    deposit_percent: Decimal | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            percentages=frozenset({self.deposit_percent} if self.deposit_percent is not None else ()),
            payment_methods=frozenset(self.methods),
            verbatim=_texts(*self.methods),
        )


@dataclass(frozen=True, slots=True)
class DeclineOffPlatformPayment:
    platform: str | None
    benefits: tuple[str, ...] = ()

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            payment_methods=frozenset(_texts(self.platform)), verbatim=_texts(self.platform, *self.benefits)
        )


@dataclass(frozen=True, slots=True)
class StayInThisChat:
    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class DeclineConfidential:
    """Costs, margins, internal rules and other buyers' data are not told."""

    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class PassOnDiscount:
    """The wish for a better price is looked at by whoever may grant it; no figure is promised."""

    priced: bool
    """Whether the reply holds the list price that stands until then."""

    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class SayDestinationRestricted:
    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class AnswerDispute:
    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class RegretDefect:
    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """A person looks after an existing order; `order_number` as the buyer wrote it."""

    order_number: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=_texts(self.order_number))


@dataclass(frozen=True, slots=True)
class HandToPerson:
    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class StayCalm:
    def facts(self) -> AllowedFacts:
        return _NOTHING


@dataclass(frozen=True, slots=True)
class AnswerScam:
    """No link or document is opened; orders and refunds run only through the platform."""

    platform: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(payment_methods=frozenset(_texts(self.platform)), verbatim=_texts(self.platform))


@dataclass(frozen=True, slots=True)
class WishFestival:
    """`name` in the reply's language."""

    name: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=_texts(self.name))


@dataclass(frozen=True, slots=True)
class Close:
    company: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=_texts(self.company))


@dataclass(frozen=True, slots=True)
class NoReply:
    """Spam: nothing is sent; the draft's text is empty."""

    def facts(self) -> AllowedFacts:
        return _NOTHING


Move = (
    Greet
    | Thank
    | DescribeProduct
    | ShowRange
    | OfferQuote
    | SayMinimum
    | SayOptionMinimum
    | SayOptionNotOffered
    | TellOptions
    | OfferSample
    | SaySamplesNotSold
    | TellLeadTime
    | TellStock
    | SayMethodReplaced
    | SayFreightUnknown
    | SayIncotermReplaced
    | SayDutyNotIncluded
    | TellCertificates
    | QuotePolicy
    | SayWeCheck
    | Ask
    | SteerToPlatform
    | TellPaymentTerms
    | DeclineOffPlatformPayment
    | StayInThisChat
    | DeclineConfidential
    | PassOnDiscount
    | SayDestinationRestricted
    | AnswerDispute
    | RegretDefect
    | CheckOrder
    | HandToPerson
    | StayCalm
    | AnswerScam
    | WishFestival
    | Close
    | NoReply
)
