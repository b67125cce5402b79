"""The paper says what the quote says, to the cent, in every language."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from bot.documents import typeset
from prompts.documents import LANGUAGES
from tests.documents.examples import ORDER, QUANTITIES, document
from tests.documents.reading import digits, digits_of, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_of_the_pdf_finds_every_figure_of_the_quote(language: str) -> None:
    made = typeset(document(language))
    found = digits(made.pdf)
    assert made.language == language
    assert made.warnings == ()
    assert ORDER.total is not None
    assert ORDER.freight is not None
    amounts = [line.amount for line in ORDER.lines]
    for amount in [*amounts, ORDER.freight.amount, ORDER.total, Decimal("4198.26"), Decimal("6297.39")]:
        assert digits_of(amount) in found
    for line in ORDER.lines:
        assert digits_of(line.unit_price, 3) in found
        assert str(line.quantity) in found


@pytest.mark.parametrize("language", ["en", "de", "ar", "zh"])
def test_several_quantities_stand_below_each_other_without_a_total(language: str) -> None:
    found = digits(typeset(document(language, QUANTITIES)).pdf)
    for line in QUANTITIES.lines:
        assert {digits_of(line.amount), digits_of(line.unit_price, 4), str(line.quantity)} <= found


def test_the_same_values_give_the_same_bytes() -> None:
    assert typeset(document("ja")).pdf == typeset(document("ja")).pdf


def test_amounts_end_below_each_other() -> None:
    cells = words(typeset(document("en")).pdf)
    ends = [
        cell.x1 for cell in cells if cell.text in {"5,730.00", "3,207.50", "14.90", "9,229.90", "6,297.39"}
    ]
    assert len(ends) == 5
    assert max(ends) - min(ends) < 0.5


def test_a_price_of_many_digits_is_set_smaller_and_never_cut() -> None:
    line = dataclasses.replace(
        ORDER.lines[0],
        quantity=999_999_999,
        unit_price=Decimal("123456789.1234"),
        amount=Decimal("123456789000000000.12"),
    )
    quote = dataclasses.replace(ORDER, lines=(line,), freight=None, total=line.amount)
    for language in ("en", "ar", "ru"):
        found = digits(typeset(document(language, quote)).pdf)
        assert {digits_of(line.amount), "1234567891234", "999999999"} <= found
