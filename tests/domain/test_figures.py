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


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("sling 3 t", "mass", "3000000"),
        ("eslinga de 3 toneladas", "mass", "3000000"),
        ("строп 3 тонны", "mass", "3000000"),
        ("吊带3吨", "mass", "3000000"),
        ("28 nm", "torque", "28"),
        ("150 psi", "pressure", "150"),
        ("battery 7 ah", "charge", "7000"),
        ("3000 rpm", "speed", "3000"),
        ('ratchet 3/8"', "fraction", "0 3/8"),
        ("pipe 1 1/4 inch", "fraction", "1 1/4"),
        ("four person tent", "persons", "4"),
        ("двухместная палатка", "persons", "2"),
        ("namiot trzyosobowy", "persons", "3"),
        ("خيمه لاربعه اشخاص", "persons", "4"),
    ],
)
def test_figures_of_other_trades(text: str, dimension: str, value: str) -> None:
    found = [(f.dimension, f.value) for f in figures(fold(text).text)]
    assert (dimension, value) in found


@pytest.mark.parametrize(
    "text", ["500 t-shirts", "500 t shirts", "30% t/t", "3/5 of them", "7/12", "100 bar stools"]
)
def test_what_only_looks_like_such_a_figure_is_none(text: str) -> None:
    assert [f.dimension for f in figures(fold(text).text)] == []


def test_a_unit_on_the_next_line_is_no_unit() -> None:
    assert [f.dimension for f in figures("s 100\nm 200\nl 150")] == []


def test_amperes_apart_from_their_number_need_a_capital() -> None:
    assert figures("from 5 a 10") == []
    assert [f.value for f in figures("600 a", capital=lambda at: at == 4)] == ["600"]
