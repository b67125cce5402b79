"""Goods in a colour that the shop does not have."""

from __future__ import annotations

import pytest

from tests.steps.triage.desk import understood, wanted


@pytest.mark.parametrize(
    "text",
    ["300 red canvas tote bags", "200 bolsas de lona rojas", "300 tote bags red", "300 rote Stofftaschen"],
)
def test_goods_in_a_colour_that_we_do_not_have_are_asked_about(text: str) -> None:
    assert [sku for sku, _ in wanted(text)] == [None]


def test_the_colour_that_we_do_have_is_offered() -> None:
    (item,) = understood("300 red canvas tote bags").items
    assert item.alternatives == ("BG-TOTE-NA",)


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("300 white mugs with a red logo", "MG-11-WH"),
        ("300 natural canvas tote bags", "BG-TOTE-NA"),
        # The catalogue tells no colour of towels.
        ("300 red cotton hand towels", "TW-HA-50"),
    ],
)
def test_a_colour_of_something_else_is_no_objection(text: str, sku: str) -> None:
    assert [one for one, _ in wanted(text)] == [sku]


def test_one_count_per_colour() -> None:
    items = wanted("can you quote mugs 11oz, black, white, 300 pieces per color?")
    assert items == [("MG-11-BK", 300), ("MG-11-WH", 300)]
