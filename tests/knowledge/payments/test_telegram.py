"""Amounts in the smallest units of Telegram's currencies: exact, or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from knowledge.payments import telegram
from knowledge.payments.telegram import NotPayable, decimals, from_minor, minor_units

_ALL = sorted(telegram._WHOLE | telegram._HUNDREDTHS)
_APART = {"AFN", "ALL", "LBP", "RSD", "YER"}
"""Telegram counts hundredths where people, and so CLDR, write none."""


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("885.00", "USD", 88500), ("885", "USD", 88500), ("0.29", "EUR", 29), ("150000", "JPY", 150000),
        ("150000.00", "JPY", 150000), ("2500000", "VND", 2500000), ("1.1", "CHF", 110),
    ],
)  # fmt: skip
def test_an_amount_is_told_in_the_smallest_unit(amount: str, currency: str, minor: int) -> None:
    assert minor_units(Decimal(amount), currency) == minor
    assert from_minor(minor, currency) == Decimal(amount)


@pytest.mark.parametrize("currency", [each for each in _ALL if each not in _APART])
def test_decimals_are_those_that_people_write(currency: str) -> None:
    assert decimals(currency) == get_currency_precision(currency)


@given(st.decimals(min_value="1", max_value="10000", places=2), st.sampled_from(_ALL))
def test_nothing_is_rounded(amount: Decimal, currency: str) -> None:
    if decimals(currency) == 0 and amount != amount.to_integral_value():
        with pytest.raises(NotPayable, match="more decimals"):
            minor_units(amount, currency)
    else:
        assert from_minor(minor_units(amount, currency), currency) == amount


@pytest.mark.parametrize(
    ("amount", "currency", "why"),
    [
        ("10.005", "USD", "fraction"), ("10.5", "JPY", "fraction"), ("NaN", "USD", "fraction"),
        ("300.000", "KWD", "currency"), ("1", "BHD", "currency"), ("5", "XTR", "currency"),
        ("0.99", "USD", "too_small"), ("0", "EUR", "too_small"), ("-5", "EUR", "too_small"),
        ("10000.01", "USD", "too_large"),
    ],
)  # fmt: skip
def test_what_telegram_does_not_take_is_refused_by_its_reason(amount: str, currency: str, why: str) -> None:
    with pytest.raises(NotPayable) as refused:
        minor_units(Decimal(amount), currency)
    assert refused.value.why == why


def test_limits_in_other_currencies_are_worked_out_at_the_shops_rates() -> None:
    rates = {"EUR": Decimal("0.90"), "JPY": Decimal(150)}
    assert minor_units(Decimal(1500000), "JPY", own="USD", rates=rates) == 1_500_000
    with pytest.raises(NotPayable) as refused:
        minor_units(Decimal(1800000), "JPY", own="USD", rates=rates)
    assert refused.value.why == "too_large"
    with pytest.raises(NotPayable):
        minor_units(Decimal(11000), "EUR", own="EUR", rates={"USD": Decimal("1.1")})
    # Without a rate nobody here can tell: Telegram says so itself.
    assert minor_units(Decimal(90000000), "JPY", own="CNY", rates={}) == 90_000_000
