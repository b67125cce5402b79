"""How moves state the facts that their text may hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bot.domain.plan import AllowedFacts, Amount

NOTHING = AllowedFacts()


def numbers(*values: int | Decimal | None) -> frozenset[Decimal]:
    return frozenset(Decimal(value) for value in values if value is not None)


def texts(*values: str | None) -> frozenset[str]:
    return frozenset(value for value in values if value)


def amounts(currency: str, values: Iterable[Decimal | None]) -> frozenset[Amount]:
    return frozenset(Amount(value, currency) for value in values if value is not None)
