"""Exact money: the one rounding function, and the arithmetic that loses nothing before it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_NO_DECIMALS = frozenset({"JPY", "KRW", "VND", "IDR", "CLP", "PYG", "UGX", "XAF", "XOF", "ISK", "HUF"})

_EXACT = Context(prec=20_000, rounding=ROUND_HALF_UP)
"""Wide enough for any quantity that a text can hold: 28 digits, the default, round a product silently."""


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    """`value` rounded half-up to `decimals` places."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_EXACT)


def with_decimals(price: Decimal, decimals: int = 2) -> Decimal:
    """`price` written with at least `decimals` places; a finer price keeps its own."""
    exponent = price.as_tuple().exponent
    return price if isinstance(exponent, int) and exponent <= -decimals else rounded(price, decimals)


def times(unit: Decimal, count: int | Decimal) -> Decimal:
    """`unit * count`, not rounded."""
    return _EXACT.multiply(unit, Decimal(count))


def plus(*amounts: Decimal) -> Decimal:
    """The sum, not rounded."""
    total = Decimal(0)
    for amount in amounts:
        total = _EXACT.add(total, amount)
    return total


def less_percent(price: Decimal, percent: Decimal) -> Decimal:
    """`price` less `percent` percent of it, not rounded."""
    return times(price, (Decimal(100) - percent).scaleb(-2))


def currency_decimals(currency: str) -> int:
    """Decimals that people write for an indicative amount in `currency` (ISO 4217)."""
    return 0 if currency in _NO_DECIMALS else 2
