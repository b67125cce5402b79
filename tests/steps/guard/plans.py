"""A plan of an ordinary quote, for tests that look at one rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.domain.plan import AllowedFacts, Amount, ReplyPlan

FACTS = AllowedFacts(
    amounts=frozenset(Amount(Decimal(value), "USD") for value in ("2.95", "1475.00", "1500.00")),
    numbers=frozenset({Decimal(500), Decimal(12)}),
    percentages=frozenset({Decimal(30)}),
    dates=frozenset({date(2026, 12, 6)}),
    certificates=frozenset({"CE", "ISO 9001:2015"}),
    incoterms=frozenset({"FOB"}),
    links=frozenset({"https://orders.shop.example/Q17"}),
    emails=frozenset({"sales@shop.example"}),
    payment_methods=frozenset({"card", "PayPal", "bank transfer to the platform account"}),
    skus=frozenset({"MUG-350"}),
    verbatim=frozenset({"Steel mug 350 ml", "Samples ship within 48 hours.", "70418", "Super Sale 11.11"}),
)
PLAN = ReplyPlan(
    "en",
    formal=True,
    moves=(),
    facts=FACTS,
    country="GB",
    buyer_name="Alice",
    never=("Western Union", "crypto", "personal bank account"),
    catalog_skus=frozenset({"MUG-350", "MUG-500", "LAMP7"}),
)


def plan_in(language: str, **changes: object) -> ReplyPlan:
    return replace(PLAN, language=language, **changes)  # type: ignore[arg-type]
