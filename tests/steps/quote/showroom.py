"""A small shop of household goods, and inquiries to it, for the tests of the quote engine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.facts import (
    Campaign,
    CatalogItem,
    Closure,
    Company,
    CustomizationOption,
    DiscountAuthority,
    FreightRate,
    FxRates,
    PriceTier,
    QuoteTerms,
    Shop,
)
from bot.domain.inquiry import AskedItem, Country, Details, Grade, Understanding

MONDAY = date(2026, 11, 23)

KETTLE = CatalogItem(
    sku="KET-17",
    name="Steel kettle 1.7 L",
    category="Kettles",
    moq=100,
    tiers=(
        PriceTier(100, Decimal("8.40")),
        PriceTier(500, Decimal("7.95")),
        PriceTier(1000, Decimal("7.25")),
    ),
    weight_kg=Decimal("1.2"),
    lead_time_days=10,
    sample_price=Decimal(12),
    options=(
        CustomizationOption("logo print", Decimal("0.15"), 200),
        CustomizationOption("gift box", Decimal("0.6"), 500),
    ),
)
LAMP = CatalogItem(
    sku="LMP-RC",
    name="Rechargeable table lamp",
    category="lamps",
    moq=50,
    tiers=(PriceTier(50, Decimal("6.10")), PriceTier(300, Decimal("5.55"))),
    weight_kg=Decimal("0.45"),
    lead_time_days=14,
    sample_price=Decimal("9.90"),
    battery=True,
    options=(CustomizationOption("Logo Print", Decimal("0.20"), 100),),
)
TOWEL = CatalogItem(
    sku="TWL-WH",
    name="White towel",
    category="towels",
    moq=300,
    tiers=(PriceTier(300, Decimal("1.15")),),
    weight_kg=Decimal("0.3"),
    lead_time_days=5,
)


def rate(
    method: str, countries: str, base: str, per_kg: str, days: tuple[int, int], **more: Any
) -> FreightRate:
    """One row of shipping.csv; any weight and batteries allowed unless said."""
    row: dict[str, Any] = {"min_kg": Decimal(0), "max_kg": None, "battery": True} | more
    return FreightRate(
        method=method,
        countries=tuple(countries.split(";")),
        base=Decimal(base),
        per_kg=Decimal(per_kg),
        days_min=days[0],
        days_max=days[1],
        **row,
    )


RATES = (
    rate("sea", "*", "90", "0.80", (28, 38)),
    rate("air", "*", "40", "4.00", (7, 11)),
    rate("courier", "*", "25", "6.50", (3, 6), battery=False, max_kg=Decimal(200)),
)


def shop(**changes: Any) -> Shop:
    """The shop, with some of its parts replaced. Monday to Saturday are worked."""
    parts: dict[str, Any] = {
        "company": Company(
            "Example Housewares", "CN", "Asia/Shanghai", "USD", working_days=frozenset({0, 1, 2, 3, 4, 5})
        ),
        "items": (KETTLE, LAMP, TOWEL),
        "quote": QuoteTerms(incoterms=("EXW", "FOB", "CIF", "DAP", "DDP"), default_incoterm="FOB"),
        "discount": DiscountAuthority(Decimal(3), Decimal(8)),
        "restricted": ("KP", "IR"),
        "fx": FxRates(date(2026, 11, 20), (("EUR", Decimal("0.92")), ("JPY", Decimal("151.5")))),
        "rates": RATES,
    }
    return Shop(**(parts | changes))


def asked(sku: str | None, quantity: int | None = None, **more: Any) -> AskedItem:
    return AskedItem(asked=sku or "something", sku=sku, quantity=quantity, **more)


def understood(*items: AskedItem, **changes: Any) -> Understanding:
    """Alice's inquiry; what is no field of an understanding is a detail (incoterm, destination …)."""
    of_inquiry = {
        name: changes.pop(name) for name in ("country", "intents", "risks", "missing") if name in changes
    }
    parts: dict[str, Any] = {
        "language": "en",
        "country": Country(),
        "intents": ("price_quote",),
        "risks": (),
        "missing": (),
        "grade": Grade("B", ("asks for a price",)),
    }
    return Understanding(items=items, details=Details(**changes), **(parts | of_inquiry))


def campaign(percent: str, first: date, last: date, **more: Any) -> Campaign:
    return Campaign(more.pop("name", f"{percent} off"), first, last, Decimal(percent), **more)


def closure(name: str, first: date, last: date) -> Closure:
    return Closure(name, first, last)
