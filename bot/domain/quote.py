"""A quote and everything that could not go into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """Goods, a sample (`sample`), one of several quantities (`alternative`), or a customization option."""

    sku: str
    quantity: int
    unit_price: Decimal
    amount: Decimal
    customization: str | None = None
    sample: bool = False
    alternative: bool = False
    campaign: str | None = None
    """The campaign whose percentage is already off `unit_price`."""


@dataclass(frozen=True, slots=True)
class Freight:
    method: str
    amount: Decimal
    days_min: int
    days_max: int


@dataclass(frozen=True, slots=True)
class SecondCurrency:
    """The total in the buyer's currency, indicative: `rate` of `as_of`."""

    currency: str
    total: Decimal
    rate: Decimal
    as_of: date


@dataclass(frozen=True, slots=True)
class Quote:
    currency: str
    incoterm: str
    lines: tuple[QuoteLine, ...]
    freight: Freight | None
    total: Decimal | None
    """None where alternatives are offered."""
    valid_until: date
    lead_time_days: int | None
    ready_by: date | None
    gross_kg: Decimal = Decimal(0)
    campaigns: tuple[str, ...] = ()
    indicative: SecondCurrency | None = None
    closures: tuple[str, ...] = ()
    """Names of closures that stretch the lead time."""
    destination: str | None = None
    """Where a delivered price delivers to (ISO 3166-1 alpha-2); None under the other Incoterms."""
    freight_open: bool = False
    """A delivered price was asked for several quantities: freight follows once one of them is chosen."""


@dataclass(frozen=True, slots=True)
class BelowMoq:
    """Asked for less than the MOQ: not priced. `unit_price` is that of the MOQ quantity."""

    sku: str
    quantity: int
    moq: int
    unit: str
    unit_price: Decimal
    sample_price: Decimal | None


@dataclass(frozen=True, slots=True)
class OptionBelowMoq:
    """A customization option whose own MOQ is above the quantity: not priced."""

    sku: str
    option: str
    quantity: int
    moq: int
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class MethodReplaced:
    """The freight method asked for cannot carry the goods; `used` is None where nothing can."""

    asked: str
    used: str | None
    because_battery: bool


@dataclass(frozen=True, slots=True)
class DiscountRequest:
    """A discount that the buyer wants; the list price stands until somebody grants it.

    `percent` is off the price that the buyer would pay anyway, None where the buyer named none.
    """

    sku: str | None
    percent: Decimal | None
    needs: str
    """"salesperson" or "manager"."""


@dataclass(frozen=True, slots=True)
class QuoteOutcome:
    """What the quote engine made of an inquiry."""

    quote: Quote | None
    missing: tuple[str, ...] = ()
    """Details without which it could not quote (product, quantity, destination), most needed first."""
    below_moq: tuple[BelowMoq, ...] = ()
    options_below_moq: tuple[OptionBelowMoq, ...] = ()
    options_not_offered: tuple[tuple[str, str], ...] = ()
    """(sku, option asked)"""
    samples_not_sold: tuple[str, ...] = ()
    incoterm_replaced: tuple[str, str] | None = None
    """(asked, used)"""
    method_replaced: MethodReplaced | None = None
    no_freight: bool = False
    """A delivered price was asked, and no row of shipping.csv fits: no freight, no promise."""
    ddp_without_duty: bool = False
    restricted: bool = False
    discount: DiscountRequest | None = None
    findings: tuple[str, ...] = field(default_factory=tuple)
    """Rules that stand for the salesperson, such as `ddp_without_duty`."""
