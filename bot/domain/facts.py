"""What one seller sells and on what terms: the validated shop folder as plain values.

The unit cost is deliberately not here: nothing that plans, writes or checks a reply can reach it.
Every amount is in `Company.currency`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PriceTier:
    """From `from_quantity` units on, one unit costs `unit_price`."""

    from_quantity: int
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class CustomizationOption:
    """An extra such as a logo print: its price per unit, and the smallest order it is made for."""

    name: str
    unit_price: Decimal
    moq: int


@dataclass(frozen=True, slots=True)
class CatalogItem:
    """One SKU. `tiers` rise in quantity and fall in price; the first starts at `moq`."""

    sku: str
    name: str
    category: str
    moq: int
    tiers: tuple[PriceTier, ...]
    weight_kg: Decimal
    """Gross, per unit."""
    lead_time_days: int
    """Production time in the shop's working days."""
    unit: str = "pcs"
    description: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    """In the shop's order, as ("capacity", "10000 mAh")."""
    aliases: tuple[str, ...] = ()
    """Other words that buyers use for it, in any language."""
    sample_price: Decimal | None = None
    """None: no samples of it are sold."""
    carton_qty: int | None = None
    carton_cm: str | None = None
    stock: int | None = None
    certifications: tuple[str, ...] = ()
    hs_code: str | None = None
    battery: bool = False
    options: tuple[CustomizationOption, ...] = ()
    image: str | None = None
    offered_until: date | None = None
    """The last day of its prices, of goods that a purchaser has found; None: while it is listed."""


@dataclass(frozen=True, slots=True)
class FreightRate:
    """One row of shipping.csv: `base + per_kg * gross kg`, for min_kg <= kg < max_kg."""

    method: str
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes, or ("*",)."""
    min_kg: Decimal
    max_kg: Decimal | None
    base: Decimal
    per_kg: Decimal
    days_min: int
    days_max: int
    battery: bool
    """Whether it may carry goods that hold a lithium battery."""
    includes_duty: bool | None = None


@dataclass(frozen=True, slots=True)
class Company:
    name: str
    home_country: str
    timezone: str
    currency: str
    working_days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    """Monday is 0, as in `date.weekday()`."""
    working_hours: tuple[time, time] = (time(9), time(18))
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True)
class QuoteTerms:
    incoterms: tuple[str, ...] = ("EXW", "FOB")
    default_incoterm: str = "FOB"
    loading_port: str | None = None
    validity_days: int = 14
    deposit_percent: Decimal | None = None
    unit_price_decimals: int = 2


@dataclass(frozen=True, slots=True)
class DiscountAuthority:
    """How far off the price that the buyer would pay anyway a role may go on its own, in percent."""

    salesperson_percent: Decimal = Decimal(0)
    manager_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    platform: str | None = None
    order_link: str | None = None
    """May hold `{quote_number}`."""
    methods: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FxRates:
    """What one unit of the company's currency is worth elsewhere; indicative only."""

    as_of: date
    rates: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Closure:
    """No production from `start` to `end`, both days inside."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Campaign:
    """A promotion: `percent` off the tier price from `start` to `end`, both days inside.

    With neither `categories` nor `skus` it covers everything. `min_quantity` is per line.
    """

    name: str
    start: date
    end: date
    percent: Decimal
    min_quantity: int = 0
    categories: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything that a reply may rest on, but for the policy passages (those are searched)."""

    company: Company
    items: tuple[CatalogItem, ...]
    quote: QuoteTerms = field(default_factory=QuoteTerms)
    discount: DiscountAuthority = field(default_factory=DiscountAuthority)
    payment: PaymentTerms = field(default_factory=PaymentTerms)
    restricted: tuple[str, ...] = ()
    fx: FxRates | None = None
    closures: tuple[Closure, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    rates: tuple[FreightRate, ...] = ()

    def item(self, sku: str) -> CatalogItem:
        """The item of this SKU. KeyError when the shop has none."""
        for item in self.items:
            if item.sku == sku:
                return item
        raise KeyError(sku)
