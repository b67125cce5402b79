"""The words that a shop itself lists for its goods."""

from __future__ import annotations

import pytest

from bot.domain.products import Feature
from knowledge.glossary import Glossary
from knowledge.products.aliases import aliases_of, says_alias
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import _item as item
from tests.knowledge.products.stalls import fitting, found, homeware, stall


def said(text: str) -> tuple[Feature, ...]:
    return (Feature("word", "", text, 0, len(text), written=text),)


@pytest.mark.parametrize(
    ("alias", "words", "whole"),
    [
        ("comedero para perros", "comederos perro", True),
        ("comedero para perros", "comedero", False),
        ("bottle 500 ml", "bottle 500", True),
        ("bottle 500 ml", "bottle 5000", False),
        ("mug", "mug", True),
        ("mug", "mugs", False),
        ("水杯", "我要水杯白", True),
        ("水杯", "水壶", False),
        ("水 杯", "水杯", True),
    ],
)
def test_an_alias_counts_only_whole_but_endings_do_not_matter(alias: str, words: str, whole: bool) -> None:
    assert says_alias(aliases_of(item("A", "A", "a", "", aliases=alias)), said(words)) is whole


def test_goods_without_aliases_have_none() -> None:
    assert aliases_of(item("A", "A", "a", "")) == ()
    assert not says_alias((), said("mug"))


def test_the_alias_of_one_sibling_holds_for_its_whole_family() -> None:
    assert fitting(homeware(), "термобутылка 500 мл", "ru") == {"BT-500-GN", "BT-500-WH"}
    assert fitting(homeware(), "термобутылка белая 500", "ru") == {"BT-500-WH"}
    assert fitting(homeware(), "термобутылка 750 мл", "ru") == {"BT-750-GN"}


def test_the_colour_in_an_alias_is_its_own_goods_only() -> None:
    assert fitting(stall(), "zorblet", "de") == {"UM-GN", "UM-BU"}
    assert fitting(stall(), "zorblet blau", "de") == {"UM-BU"}
    assert fitting(stall(), "zorblet grün", "de") == {"UM-GN"}


def test_a_whole_alias_settles_what_the_glossary_takes_for_other_goods() -> None:
    assert found(stall(), "caña con plumas para gatos", "es").sku == "CW-1"


def test_of_goods_that_fit_equally_the_family_wins_that_the_shop_calls_so() -> None:
    items = (
        item("A-1", "Round wooden tray", "trays", "material=wood", aliases="snorf board"),
        item("B-1", "Square wooden board", "boards", "material=wood"),
    )
    finder = CatalogMatcher(items, Glossary.load())
    assert found(finder, "snorf board").sku == "A-1"
