from __future__ import annotations

import pytest

from bot.evaluation.figures import covers, same, stands_in, unmarked


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("1475.00", "Total: USD 1,475.00"),
        ("1475.00", "Total: 1.475,00 USD"),
        ("1475.00", "Total : 1\u202f475,00 USD"),
        ("1475.00", "Итого: 1\u00a0475,00 USD"),
        ("1475.00", "الإجمالي ١٬٤٧٥٫٠٠ دولار"),
        ("1475.00", "कुल १,४७५.०० USD"),
        ("1475.00", "Total: 1'475.00"),
        ("2.95", "unit price 2,95 USD"),
        ("0.0485", "0,0485 each"),
        ("1234567.50", "1.234.567,50"),
        ("trade assurance", "pay by Trade Assurance"),
    ],
)
def test_a_fact_is_found_however_its_figures_are_written(fact: str, text: str) -> None:
    assert stands_in(fact, text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("1475.00", "Total: USD 1,457.00"),
        ("2.95", "29,5"),
        ("2.95", "2.9 and 5"),
        ("500", "50 0"),
        ("FOB", "CIF"),
    ],
)
def test_another_figure_is_not_taken_for_the_fact(fact: str, text: str) -> None:
    assert not stands_in(fact, text)


def test_numbers_are_the_same_whatever_their_zeros_and_texts_are_not_guessed_at() -> None:
    assert same("2.50", "2.5")
    assert same(500, "500.00")
    assert not same("2.50", None)
    assert not same(True, 1.5)
    assert same("FOB", "FOB")
    assert not same("FOB", "fob")
    assert not same(float("nan"), float("nan"))


def test_a_label_is_covered_by_one_answer_alone_not_by_two_halves() -> None:
    answers = [{"sku": "A", "quantity": 1}, {"sku": "B", "quantity": 2}]
    assert covers({"sku": "B", "quantity": "2"}, answers)
    assert not covers({"sku": "A", "quantity": 2}, answers)
    assert not covers({"colour": "red"}, answers)


def test_white_space_and_bold_marks_of_a_policy_do_not_matter() -> None:
    assert unmarked("a **30 %**\n deposit ") == "a 30 % deposit"
