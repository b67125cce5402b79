"""Numbers as buyers and sellers write them all over the world."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.numerals import cjk_value, find_number_words, find_numerals, fold_digits


def values(text: str) -> list[tuple[str, ...]]:
    return [tuple(str(value) for value in numeral.values) for numeral in find_numerals(text)]


@pytest.mark.parametrize(
    "written",
    [
        "1,475.00", "1.475,00", "1\u202f475,00", "1\u00a0475,00", "1 475,00", "1'475.00",
        "1’475.00", "1475.00", "1475,00",
        "١٬٤٧٥٫٠٠", "۱٬۴۷۵٫۰۰", "१,४७५.००", "１，４７５．００", "1·475,00",
    ],
)  # fmt: skip
def test_one_amount_in_every_convention_and_script_is_the_same_amount(written: str) -> None:
    assert values(f"Total {written} today") in ([("1475.00",)], [("1475.00", "1.475")])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,47,500", 147500), ("12,34,56,789", 123456789), ("1.475.000", 1475000), ("10k", 10000),
        ("10 k", 10000),
        ("50 тысяч", 50000), ("50 тыс. штук", 50000), ("50 mil", 50000), ("5 ribu", 5000),
        ("2 lakh", 200000),
        ("3 crore", 30000000), ("5万", 50000), ("1万5千", 15000), ("3千", 3000), ("٥ آلاف", 5000),
        ("5 nghìn", 5000),
        ("5 tys.", 5000), ("5 bin adet", 5000), ("5 Tsd.", 5000), ("2 Mio", 2000000), ("५ हज़ार", 5000),
    ],
)  # fmt: skip
def test_thousands_are_read_behind_digits_in_every_language(written: str, value: int) -> None:
    assert find_numerals(written)[0].values == (Decimal(value),)


def test_a_single_mark_before_three_digits_has_two_readings() -> None:
    assert values("1.475") == [("1475", "1.475")]
    assert values("2,950") == [("2950", "2.950")]
    assert values("0.475") == [("0.475",)]
    assert values("2,95") == [("2.95",)]


def test_a_colour_of_light_may_be_no_thousands() -> None:
    assert values("3000K") == [("3000000", "3000")]
    assert values("5 kg") == [("5",)]


@pytest.mark.parametrize("written", ["1,47.00", "1.2.3", "1,475,00"])
def test_digits_that_form_no_number_have_no_value(written: str) -> None:
    assert values(written) == [()]


def test_two_quantities_side_by_side_stay_two() -> None:
    assert values("500 1000 3000") == [("500",), ("1000",), ("3000",)]
    assert values("500/1000/3000") == [("500",), ("1000",), ("3000",)]
    assert values("500, 1000, 3000 pcs") == [("500",), ("1000",), ("3000",)]


def test_the_place_is_that_in_the_text_itself() -> None:
    text = "préço：\u200b١٢٣ тыс. $"
    (numeral,) = find_numerals(text)
    assert text[numeral.start : numeral.end] == numeral.text == "١٢٣ тыс"
    assert numeral.digits_end == numeral.start + 3


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twenty-five", 25), ("en", "two thousand five hundred", 2500),
        ("en", "two hundred and fifty", 250),
        ("es", "treinta y cinco", 35), ("es", "dos mil", 2000), ("pt", "vinte e cinco", 25),
        ("pt", "quinhentas", 500),
        ("fr", "quatre-vingt-dix", 90), ("fr", "deux cents", 200), ("de", "fünfundzwanzig", 25),
        ("de", "zweitausend", 2000),
        ("it", "cinquecento", 500), ("it", "duemila", 2000), ("ru", "пятьдесят тысяч", 50000),
        ("ru", "двести", 200),
        ("ar", "خمسة وعشرون", 25), ("ar", "ألفين", 2000), ("tr", "iki yüz elli bin", 250000),
        ("pl", "dwadzieścia pięć", 25),
        ("id", "dua puluh lima ribu", 25000), ("vi", "hai mươi lăm nghìn", 25000),
        ("hi", "पाँच हज़ार", 5000),
        ("zh", "两千五百", 2500), ("zh", "十万", 100000), ("ja", "三十", 30), ("zh", "二〇二六", 2026),
    ],
)  # fmt: skip
def test_numbers_in_words_are_read_in_every_language(language: str, text: str, value: int) -> None:
    (numeral,) = find_number_words(text, [language])
    assert numeral.values == (Decimal(value),)


def test_a_character_that_only_multiplies_is_no_number_alone() -> None:
    assert cjk_value("万") is None
    assert cjk_value("十") == 10


@given(st.text(max_size=200))
def test_folding_never_moves_a_place(text: str) -> None:
    assert len(fold_digits(text)) == len(text)
    for numeral in find_numerals(text):
        assert text[numeral.start : numeral.end] == numeral.text


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from([(",", "."), (".", ","), ("\u202f", ","), ("'", ".")]),
)
def test_whatever_is_written_is_read_again(value: Decimal, marks: tuple[str, str]) -> None:
    whole, _, fraction = f"{value:,.2f}".partition(".")
    (numeral,) = find_numerals(f"x {whole.replace(',', marks[0])}{marks[1]}{fraction}!")
    assert numeral.values == (value,)
