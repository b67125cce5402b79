"""Documents to set: one seller, one order, in any language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.documents import Addressee, Quotation, make_quotation
from bot.domain import moves as m
from bot.domain.facts import (
    Campaign,
    CatalogItem,
    Company,
    PaymentTerms,
    PriceTier,
    QuoteTerms,
    Shop,
)
from bot.domain.quote import Freight, Quote, QuoteLine, SecondCurrency


def item(sku: str, name: str, unit: str = "pcs") -> CatalogItem:
    tiers = (PriceTier(100, Decimal("3.20")),)
    return CatalogItem(sku, name, "electronics", 100, tiers, Decimal("0.35"), 12, unit, hs_code="8518.22")


SHOP = Shop(
    company=Company("Shenzhen Copper Heron Digital Co., Ltd.", "CN", "Asia/Shanghai", "USD"),
    items=(
        item("SPK-MINI5-RED", "Mini Bluetooth speaker 5 W, red"),
        item("PWR-S10-GRY", "Power bank S10 10000 mAh, 22.5 W, USB-C PD, grey"),
        item("KM-SET-US", "Keyboard and mouse set, US layout", "set"),
        item("CBL-C1", "USB-C cable 1 m"),
    ),
    quote=QuoteTerms(loading_port="Shenzhen (Shekou)", deposit_percent=Decimal(40)),
    payment=PaymentTerms(
        platform="Trade Assurance",
        order_link="https://pay.copperheron.example/order/{quote_number}",
        methods=("card", "bank transfer to the platform account", "Apple Pay", "Google Pay"),
        benefits=(
            "money is held until you confirm delivery",
            "refund if quality or ship date is missed",
        ),
        never=("Western Union",),
    ),
    campaigns=(Campaign("Winter Sourcing Weeks", date(2026, 11, 16), date(2026, 12, 12), Decimal(4)),),
)

ORDER = Quote(
    currency="USD",
    incoterm="DAP",
    lines=(
        QuoteLine(
            "SPK-MINI5-RED", 1500, Decimal("3.82"), Decimal("5730.00"), campaign="Winter Sourcing Weeks"
        ),
        QuoteLine("SPK-MINI5-RED", 1500, Decimal("0.185"), Decimal("277.50"), customization="logo print"),
        QuoteLine("PWR-S10-GRY", 500, Decimal("6.415"), Decimal("3207.50")),
        QuoteLine("KM-SET-US", 1, Decimal("14.90"), Decimal("14.90"), sample=True),
    ),
    freight=Freight("Sea freight LCL", Decimal("1265.75"), 35, 50),
    total=Decimal("10495.65"),
    valid_until=date(2026, 12, 4),
    lead_time_days=12,
    ready_by=date(2026, 12, 8),
    gross_kg=Decimal("712.4"),
    campaigns=("Winter Sourcing Weeks",),
    indicative=SecondCurrency("EUR", Decimal("9551.04"), Decimal("0.91"), date(2026, 11, 16)),
    closures=("New Year holiday",),
    destination="MX",
)

QUANTITIES = Quote(
    currency="USD",
    incoterm="FOB",
    lines=tuple(
        QuoteLine("CBL-C1", quantity, price, price * quantity, alternative=True)
        for quantity, price in ((500, Decimal("1.05")), (1000, Decimal("0.98")), (3000, Decimal("0.9125")))
    ),
    freight=None,
    total=None,
    valid_until=date(2026, 12, 4),
    lead_time_days=10,
    ready_by=date(2026, 12, 5),
)

NOTES: tuple[m.Move, ...] = (
    m.SayMinimum(m.Goods("CBL-C1", "USB-C cable 1 m"), 50, 100, Decimal("1.10"), "USD", Decimal("5.00")),
    m.SayDutyNotIncluded(),
    m.Thank(),
)

COUNTRY = {
    "en": "GB", "es": "MX", "pt": "BR", "fr": "FR", "de": "DE", "it": "IT", "ru": "RU", "ar": "AE",
    "tr": "TR", "pl": "PL", "id": "ID", "vi": "VN", "hi": "IN", "zh": "CN", "ja": "JP",
}  # fmt: skip
BUYER = {
    "ar": Addressee("ليلى حداد", "شركة النخلة للتجارة", "AE"),
    "ru": Addressee("Ирина Петрова", "ООО «Северный Ветер»", "RU"),
    "hi": Addressee("प्रिया शर्मा", "Sharma Electricals", "IN"),
    "zh": Addressee("王丽", "上海海角贸易有限公司", "CN"),
    "ja": Addressee("佐藤 直子", "株式会社みさき商会", "JP"),
    "vi": Addressee("Nguyễn Thị Hương", "Công ty TNHH Biển Xanh", "VN"),
    "es": Addressee("Luis Peña", "Audio Ficticio SA de CV", "MX"),
    "pl": Addressee("Łukasz Żądło", "Źródło Sp. z o.o.", "PL"),
}


def document(language: str = "en", quote: Quote = ORDER, **changes: object) -> Quotation:
    values: dict[str, object] = {
        "number": "Q-2026-0042",
        "date": date(2026, 11, 24),
        "language": language,
        "buyer": BUYER.get(language, Addressee("Alice Archer", "Archer & Sons", COUNTRY[language])),
        "notes": NOTES,
        "prepared_by": "Boris Lindqvist",
    }
    return make_quotation(SHOP, quote, **(values | changes))  # type: ignore[arg-type]
