"""How much of a buyer's words each item holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.products import Feature
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from knowledge.products.profile import build_profiles
from knowledge.products.scoring import Scores, TermIndex
from tests.homeware import HOMEWARE
from tests.homeware import _item as item
from tests.knowledge.products.stalls import homeware, stall

INDEX = TermIndex(build_profiles(HOMEWARE.items, Glossary.load()))
AT = {item.sku: n for n, item in enumerate(HOMEWARE.items)}


def read(words: str) -> tuple[Feature, ...]:
    return homeware().features(words, "en")


def scores(words: str | Sequence[Feature], among: Sequence[str] | None = None) -> Scores:
    pool = None if among is None else frozenset(AT[sku] for sku in among)
    return INDEX.scores(read(words) if isinstance(words, str) else words, pool)


def test_a_right_figure_speaks_for_an_item_and_a_wrong_one_more_strongly_against_it() -> None:
    found = scores("24 cm")
    assert found.loose[AT["PAN-24"]] > 0
    assert found.loose[AT["PAN-28"]] < -found.loose[AT["PAN-24"]]


def test_a_wrong_colour_speaks_against_an_item() -> None:
    found = scores("black")
    assert found.firm[AT["MG-11-BK"]] > 0
    assert found.firm[AT["MG-11-WH"]] < 0
    assert found.firm[AT["KN-SET-5"]] == 0


def test_a_figure_of_another_kind_contradicts_nothing() -> None:
    assert scores("9 W").loose[AT["PAN-24"]] == 0


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert scores("canvas").known > scores("white").known


def test_goods_that_the_catalogue_lacks_weigh_against_every_item() -> None:
    assert scores("mug").strange == 0
    assert scores("projector").strange > 0
    assert scores("projector").known == 0


def test_what_is_refused_is_taken_off_and_counts_as_no_wish() -> None:
    black = read("black")
    refused = scores([replace(f, negated=True) for f in black])
    assert refused.loose[AT["MG-11-BK"]] < 0
    assert refused.known == 0
    strange = [replace(f, negated=True) for f in read("projector")]
    assert scores(strange).strange == 0


def test_what_goods_are_for_counts_less_and_makes_nothing_firm() -> None:
    mug = read("mug")
    meant, used = scores(mug), scores([replace(f, usage=True) for f in mug])
    assert 0 < used.loose[AT["MG-11-WH"]] < meant.loose[AT["MG-11-WH"]]
    assert used.firm[AT["MG-11-WH"]] == 0 < meant.firm[AT["MG-11-WH"]]


def test_a_word_said_twice_counts_once() -> None:
    assert scores("black black mug mug").known == scores("black mug").known


def test_among_what_was_offered_the_rest_has_no_score() -> None:
    found = scores("black mug", among=["MG-11-BK", "PAN-24"])
    assert set(found.loose) == {AT["MG-11-BK"], AT["PAN-24"]}


def test_an_unknown_concept_falls_back_to_its_words() -> None:
    steamer = Feature("product", "", "canvas steamer", 0, 14)
    assert [one for one, _ in INDEX.readings(steamer)] == [("word", "", "canva")]
    assert INDEX.readings(Feature("product", "", "projector", 0, 9)) == []


def test_the_beginning_of_a_model_number_finds_the_model() -> None:
    assert [one[2] for one, _ in INDEX.readings(Feature("code", "model", "mg-11", 0, 5))] == [
        "mg-11-wh",
        "mg-11-bk",
    ]
    assert INDEX.readings(Feature("code", "model", "mg", 0, 2)) == []


def test_a_shop_sells_what_a_name_or_figure_holds_not_what_goods_are_for() -> None:
    assert INDEX.sells(Feature("product", "", "mug", 0, 3))
    assert not INDEX.sells(Feature("product", "", "projector", 0, 9))
    assert INDEX.holds(AT["MG-11-BK"], Feature("attribute", "", "black", 0, 5))
    assert not INDEX.holds(AT["MG-11-WH"], Feature("attribute", "", "black", 0, 5))


def test_goods_for_a_use_are_marked_so() -> None:
    marked = {f.value: f.usage for f in stall().features("stylus for tablets", "en")}
    assert marked == {"stylus pen": False, "tablet computer": True}
    alone = {f.value: f.usage for f in stall().features("for tablets", "en")}
    assert alone == {"tablet computer": False}


def test_a_figure_of_the_list_beside_the_one_in_the_name_contradicts_nobody() -> None:
    items = (
        item("A-1", "Frying pan 24 cm", "pans", "handle=18 cm"),
        item("A-2", "Frying pan 28 cm", "pans", "handle=20 cm"),
    )
    index = TermIndex(build_profiles(items, Glossary.load()))
    found = index.scores(CatalogMatcher(items, Glossary.load()).features("18 cm", "en"), None)
    assert found.loose[0] > 0 > found.loose[1]
    assert found.firm[0] == 0


def test_what_only_a_description_mentions_is_not_what_the_shop_sells() -> None:
    goods = replace(item("A-1", "Steel tray", "trays", ""), description="Fits under any projector.")
    index = TermIndex(build_profiles((goods,), Glossary.load()))
    projector = Feature("product", "", "projector", 0, 9)
    assert index.readings(projector)
    assert not index.sells(projector)
    assert not index.holds(0, projector)


def test_a_colour_of_a_part_contradicts_less_than_another_colour() -> None:
    items = (
        item("A-1", "Ball pen", "pens", "colour=silver; ink=black"),
        item("A-2", "Ball pen", "pens", "colour=white; ink=blue"),
        item("A-3", "Ball pen", "pens", "colour=black; ink=blue"),
        item("A-4", "Ball pen", "pens", "colour=black; ink=blue"),
    )
    index = TermIndex(build_profiles(items, Glossary.load()))
    found = index.scores((Feature("attribute", "", "black", 0, 5),), None)
    assert found.loose[2] > found.loose[0] > found.loose[1]
