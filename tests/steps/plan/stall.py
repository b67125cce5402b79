"""A small shop for kitchen and table, and what triage would make of an inquiry to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from bot.domain.facts import (
    CatalogItem,
    Closure,
    Company,
    CustomizationOption,
    DiscountAuthority,
    FreightRate,
    PaymentTerms,
    PriceTier,
    QuoteTerms,
    Shop,
)
from bot.domain.inquiry import (
    AskedItem,
    Buyer,
    Country,
    Details,
    Evidence,
    Grade,
    Inquiry,
    Message,
    Understanding,
)
from bot.domain.plan import ReplyPlan
from bot.steps.plan import PlanContext, make_plan
from bot.steps.quote import work_out

Kind = TypeVar("Kind")

TODAY = date(2026, 11, 23)
MUG = CatalogItem(
    sku="MUG-350",
    name="Steel mug 350 ml, double wall",
    category="mugs",
    moq=100,
    tiers=(PriceTier(100, Decimal("3.20")), PriceTier(500, Decimal("2.95"))),
    weight_kg=Decimal("0.210"),
    lead_time_days=12,
    description="Keeps coffee hot for about 6 hours, lid included",
    attributes=(
        ("capacity", "350 ml"),
        ("material", "stainless steel 304"),
        ("colour", "matt black"),
        ("lid", "PP, leak proof"),
        ("dishwasher", "not recommended"),
        ("size", "8 x 8 x 12 cm"),
    ),
    sample_price=Decimal("6.00"),
    carton_qty=48,
    carton_cm="42x34x30",
    stock=800,
    certifications=("LFGB", "FDA"),
    options=(
        CustomizationOption("laser logo", Decimal("0.08"), 300),
        CustomizationOption("gift box", Decimal("0.30"), 1000),
    ),
)
BOWL = replace(
    MUG, sku="BOWL-S", name="Bamboo bowl, small", category="bowls", sample_price=None, certifications=(),
    options=(), attributes=(("material", "bamboo"), ("colour", "natural")), stock=0,
)  # fmt: skip
LARGE_BOWL = replace(BOWL, sku="BOWL-L", name="Bamboo bowl, large")
SHOP = Shop(
    company=Company("Ningbo Example Tableware Co., Ltd.", "CN", "Asia/Shanghai", "USD", frozenset(range(6))),
    items=(MUG, BOWL, LARGE_BOWL),
    quote=QuoteTerms(("EXW", "FOB", "CIF", "DAP"), "FOB", "Ningbo", 14, Decimal(30), 2),
    discount=DiscountAuthority(Decimal(3), Decimal(8)),
    payment=PaymentTerms(
        platform="Safe Checkout",
        order_link="https://orders.example/{quote_number}",
        methods=("card", "bank transfer to the platform account", "PayPal"),
        benefits=(
            "your money is held until you confirm delivery",
            "refund if quality or ship date is missed",
        ),
        never=("Western Union", "personal bank account"),
    ),
    restricted=("KP",),
    closures=(Closure("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12)),),
    rates=(
        FreightRate(
            "sea",
            ("*",),
            Decimal(0),
            None,
            Decimal(60),
            Decimal("0.50"),
            25,
            35,
            battery=True,
            includes_duty=None,
        ),
    ),
)
WARRANTY = Evidence(
    "policies/warranty.md#warranty",
    "# Warranty\n\nThe warranty starts on the day of delivery. Mugs have a warranty of 24 months. "
    "Bowls have a warranty of 6 months.\nWe are glad to help.\n",
    0.7,
)
ABOUT_US = Evidence(
    "policies/about.md#about-us",
    "## About us\nNingbo Example Tableware Co., Ltd. was founded in 2009. "
    "We are a factory with our own moulds.\n\n"
    "- **52 employees**, 6 of them in quality control.\n- Two halls of 4,000 m².\n",
    0.6,
)
FEES = Evidence(
    "policies/payment.md#fees",
    "| method | fee | arrives after |\n| --- | --- | --- |\n| card | 2.9 % | 2 hours |\n"
    "| PayPal | 3.4 % | same day |\n\n"
    "We never accept Western Union, whatever the fee.\n",
    0.5,
)


def asked(text: str, *, earlier: Sequence[Message] = (), name: str | None = None) -> Inquiry:
    at = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    return Inquiry("t1", (*earlier, Message("buyer", text)), at, Buyer(name=name))


def item(sku: str | None, quantity: int | None = None, **more: Any) -> AskedItem:
    return AskedItem(sku or "something", sku, quantity, **more)


def understood(*intents: str, language: str = "en", **more: Any) -> Understanding:
    """What triage made of it; `country` as an ISO code, the rest as in `Understanding`."""
    code = more.pop("country", None)
    base = Understanding(
        language=language,
        country=Country(code, "stated" if code else None),
        intents=intents,
        risks=(),
        items=(),
        details=Details(),
        missing=(),
        grade=Grade("C", ("test",)),
    )
    return replace(base, **more)


def plan_of(
    inquiry: Inquiry,
    understanding: Understanding,
    *evidence: Evidence,
    shop: Shop = SHOP,
    context: PlanContext | None = None,
    day: date = TODAY,
) -> ReplyPlan:
    outcome = work_out(shop, understanding, day)
    return make_plan(shop, inquiry, understanding, outcome, evidence, context or PlanContext(), day)


def kinds(plan: ReplyPlan) -> list[str]:
    return [type(move).__name__ for move in plan.moves]


def only(plan_moves: tuple[object, ...], kind: type[Kind]) -> Kind:
    (found,) = [move for move in plan_moves if isinstance(move, kind)]
    return found
