"""Numbers that the catalogue itself writes: they are no counts of an order."""

from __future__ import annotations

import pytest

from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from knowledge.products.numbers import counted_words, named_numbers
from tests.homeware import _item as item
from tests.knowledge.products.stalls import homeware

CASE = item("CS-1", "Silicone case for Phone 16", "cases", "", aliases="capa Phone 17")
STRIP = item("ST-1", "Fairy lights 100 LEDs, 10 m", "lighting", "petals=5")
FINDER = CatalogMatcher((CASE, STRIP), Glossary.load())


def test_a_number_behind_a_name_belongs_to_it() -> None:
    assert {("phone", "16"), ("phone", "17")} <= named_numbers((CASE, STRIP))
    assert FINDER.is_figure("16", "Phone")
    assert not FINDER.is_figure("18", "phone")
    assert not FINDER.is_figure("16", "case")


def test_a_number_with_a_unit_is_no_name() -> None:
    assert not any(number == "10" for _, number in named_numbers((STRIP,)))


def test_a_number_before_a_word_of_the_catalogue_is_its_own() -> None:
    assert {("100", "led"), ("5", "petal")} <= counted_words((CASE, STRIP))
    assert FINDER.named_with("100", "LED")
    assert FINDER.named_with("100", "leds")
    assert not FINDER.named_with("200", "led")


@pytest.mark.parametrize(("number", "figure"), [("500", True), ("750", True), ("501", False)])
def test_a_bare_number_may_be_a_figure_of_the_goods(number: str, figure: bool) -> None:
    assert homeware().is_figure(number, "") is figure
