from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import currency_decimals, less_percent, plus, rounded, times, with_decimals


def test_half_a_cent_is_rounded_up() -> None:
    assert rounded(Decimal("2.345")) == Decimal("2.35")
    assert rounded(Decimal("2.3449")) == Decimal("2.34")


def test_a_component_is_priced_below_the_cent() -> None:
    assert rounded(Decimal("0.012345"), 4) == Decimal("0.0123")


def test_a_price_is_written_with_its_decimals_and_a_finer_one_keeps_its_own() -> None:
    assert str(with_decimals(Decimal("0.3"))) == "0.30"
    assert str(with_decimals(Decimal(5), 3)) == "5.000"
    assert str(with_decimals(Decimal("0.005"))) == "0.005"


def test_yen_are_written_without_decimals() -> None:
    assert currency_decimals("JPY") == 0
    assert currency_decimals("EUR") == 2


def test_a_quantity_of_two_hundred_digits_loses_no_cent() -> None:
    quantity = 10**200 + 1
    assert rounded(times(Decimal("0.01"), quantity)).as_tuple().digits == (1, *[0] * 199, 1)


@given(st.integers(1, 10**30), st.integers(1, 10**6), st.integers(0, 99))
def test_nothing_is_lost_before_rounding(cents: int, quantity: int, percent: int) -> None:
    price = Decimal(f"{cents}E-2")
    exact = Fraction(cents, 100) * (100 - percent) / 100 * quantity
    assert Fraction(times(less_percent(price, Decimal(percent)), quantity)) == exact
    assert plus(price, price) == times(price, 2)
