"""Exact money: the one rounding function."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_NO_DECIMALS = frozenset({"JPY", "KRW", "VND", "IDR", "CLP", "PYG", "UGX", "XAF", "XOF", "ISK", "HUF"})


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    """`value` rounded half-up to `decimals` places."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def currency_decimals(currency: str) -> int:
    """Decimals that people write for an indicative amount in `currency` (ISO 4217)."""
    return 0 if currency in _NO_DECIMALS else 2
