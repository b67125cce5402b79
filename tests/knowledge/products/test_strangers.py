"""Goods that the shop does not sell, behind words that it knows."""

from __future__ import annotations

import pytest

from bot.domain.products import Feature
from knowledge.products.strangers import modifiers, strangers
from tests.steps.triage.desk import finder, understood, wanted


@pytest.mark.parametrize(
    "text",
    [
        "laptop stand, 300 pcs FOB price?",
        "price for 500 steel pipes",
        "500 steel gaskets",
        "100 laptop chargers 65w",
        "300 pan lids 24 cm",
        "400 water bottle openers",
        "200 ceramic floor tiles",
        "500 canvas sneakers",
    ],
)
def test_what_only_shares_a_word_with_our_goods_is_not_quoted(text: str) -> None:
    assert [sku for sku, _ in wanted(text)] == [None]


@pytest.mark.parametrize("text", ["laptop stand, 300 pcs", "500 bottle openers", "1000 laptop sleeves"])
def test_nothing_is_offered_instead_of_goods_of_another_kind(text: str) -> None:
    assert [item.alternatives for item in understood(text).items] == [()]


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("200 laptop backpacks", "BG-BACK-GY"),
        ("300 canvas bags natural", "BG-TOTE-NA"),
        ("500 black ceramic mugs boxed", "MG-11-BK"),
        ("frying pans 24 cm, 300 pcs thanks", "PAN-24"),
    ],
)
def test_words_behind_our_own_goods_make_no_strangers_of_them(text: str, sku: str) -> None:
    assert [item for item, _ in wanted(text)] == [sku]


def _named(text: str) -> list[tuple[str, str]]:
    features = finder().features(text, "en")
    return [(f.kind, f.value) for f in features if f.key != "number"]


def test_an_english_noun_behind_a_known_word_is_goods() -> None:
    assert ("product", "dowels") in _named("500 steel dowels")
    assert ("product", "dowels") not in _named("dowels")


def test_goods_before_goods_say_only_of_which_kind_those_are() -> None:
    laptop, charger = (
        Feature("product", "", "laptop", 0, 6, written="laptop"),
        Feature("product", "", "charger", 7, 15, written="chargers"),
    )
    marked = modifiers("laptop chargers", [laptop, charger], "en")
    assert [f.modifier for f in marked] == [True, False]
    # Where the head comes first nothing is told by the order.
    assert not any(f.modifier for f in modifiers("cargador laptop", [laptop, charger], "es"))


def test_other_languages_than_english_have_no_strangers() -> None:
    features = [
        Feature("word", "", "acero", 0, 5, written="acero"),
        Feature("word", "", "juntas", 6, 12, written="juntas"),
    ]
    assert strangers("acero juntas", features, "es", lambda f: False) == features
