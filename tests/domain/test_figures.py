"""Figures with units in the words of catalogues and buyers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.figures import figures, plain, read_number
from bot.domain.fold import fold


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("500 ml", [("volume", "500")]),
        ("0,5 l", [("volume", "500")]),
        ("половина 0.5 литра", [("volume", "500")]),
        ("30x40 cm", [("size", "30x40")]),
        ("28 cm", [("length", "280")]),
        ("28см", [("length", "280")]),
        ("15.6 inch", [("length", "396.24")]),
        ("10.000 mAh", [("charge", "10000")]),
        ("9 W", [("power", "9")]),
        ("9 ватт", [("power", "9")]),
        ("٩ واط", [("power", "9")]),
        ("450 gsm", [("grammage", "450")]),
        ("IP67", [("ip", "67")]),
        ("350 g", [("mass", "350")]),
        ("0.35kg", [("mass", "350")]),
        ("3 in 1", [("in one", "3")]),
        ("三合一", [("in one", "3")]),
        ("500 pcs", []),
        ("de 5 a 10", []),
        ("hello", []),
    ],
)
def test_a_figure_is_read_in_one_unit_per_dimension(text: str, found: list[tuple[str, str]]) -> None:
    assert [(f.dimension, f.value) for f in figures(fold(text).text)] == found


@pytest.mark.parametrize(
    ("written", "value"),
    [("10,000", "10000"), ("10.000", "10000"), ("10 000", "10000"), ("1,5", "1.5"), ("1.5", "1.5"),
     ("1,00,000", "100000"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("0.125", "0.125"), ("7", "7")],
)  # fmt: skip
def test_a_number_is_read_in_any_grouping(written: str, value: str) -> None:
    assert read_number(written) == Decimal(value)


@given(st.integers(1, 999_999))
def test_a_whole_value_is_written_without_zeros_behind(number: int) -> None:
    assert plain(Decimal(number)) == str(number)
    assert plain(Decimal(number) / 100 * 100) == str(number)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_figures(text: str) -> None:
    folded = fold(text).text
    assert all(0 <= f.start < f.end <= len(folded) for f in figures(folded))
