"""What the catalogue says about each item."""

from __future__ import annotations

from bot.domain.products import PIECES
from knowledge.glossary import Glossary
from knowledge.products.profile import (
    ALIAS,
    ATTRIBUTE,
    DESCRIPTION,
    HEAD,
    NAME,
    Profile,
    build_profiles,
    document_frequency,
    parts_of,
)
from tests.homeware import HOMEWARE
from tests.homeware import _item as item
from tests.knowledge.products.stalls import fitting, found, stall

GLOSSARY = Glossary.load()


def profile(name: str, attributes: str = "", *, aliases: str = "", description: str = "") -> Profile:
    from dataclasses import replace

    goods = replace(item("X-1", name, "things", attributes, aliases=aliases), description=description)
    return build_profiles((goods,), GLOSSARY)[0]


def test_a_concept_is_its_head_and_its_modifiers() -> None:
    assert parts_of("car charger") == (("product", "", "charger"), (("word", "", "car"),))
    assert parts_of("mug") is None


def test_colours_and_sizes_of_the_same_goods_are_one_family() -> None:
    family = {p.item.sku: p.family for p in build_profiles(HOMEWARE.items, GLOSSARY)}
    assert family["BT-500-GN"] == family["BT-500-WH"] == family["BT-750-GN"]
    assert family["PAN-24"] == family["PAN-28"]
    assert family["LB-9W-WW"] == family["LB-12W-WW"]
    assert family["MG-11-WH"] != family["BT-500-WH"]
    assert family["TW-BA-70"] != family["TW-HA-50"]


def test_figures_are_kept_in_one_unit() -> None:
    assert profile("Bottle 0.5 l").figures["volume"] == {"500"}
    assert profile("Bottle", "capacity=50 cl").figures["volume"] == {"500"}


def test_a_figure_of_the_list_beside_another_one_in_the_name_settles_nothing() -> None:
    one = profile("Frying pan 24 cm", "length=40 cm")
    assert one.figures["length"] == {"240"}
    assert one.also["length"] == {"400"}
    assert 0 < one.terms["spec", "length", "400"] < one.terms["spec", "length", "240"]


def test_pieces_are_counted_whatever_the_list_calls_them() -> None:
    assert profile("Puzzle", "pieces=500").figures[PIECES] == {"500"}
    assert profile("Nails", "pcs per box=100").figures[PIECES] == {"100"}


def test_a_quality_that_goods_have_weighs_more_than_one_that_is_only_named() -> None:
    has, names = profile("Lantern", "solar=yes"), profile("Lantern", "solar=switchable")
    assert has.terms["attribute", "", "solar"] == ATTRIBUTE
    assert names.terms["attribute", "", "solar"] < ATTRIBUTE


def test_a_quality_that_goods_do_not_have_is_not_theirs() -> None:
    for absent in ("no", "None", "without", "n/a", "-"):
        assert ("attribute", "", "solar") not in profile("Lantern", f"solar={absent}").terms
    assert found(stall(), "solar lantern").sku == "LN-SOL"
    assert found(stall(), "rechargeable lantern").sku == "LN-SOL"


def test_what_a_description_denies_is_not_theirs() -> None:
    assert ("attribute", "", "solar") in profile("Lantern", description="It is solar.").terms
    assert ("attribute", "", "solar") not in profile("Lantern", description="It is not solar.").terms


def test_a_word_counts_by_where_it_stands() -> None:
    one = profile("Wooden tray for cups", "colour=black", aliases="zorblax", description="quirky grumble")
    assert one.terms["product", "", "tray"] == HEAD
    assert one.terms["product", "", "mug"] == NAME / 2
    assert one.terms["attribute", "", "black"] == ATTRIBUTE
    assert one.terms["word", "", "zorblax"] == ALIAS
    assert one.terms["word", "", "grumbl"] == DESCRIPTION


def test_the_first_letters_of_a_name_are_what_the_trade_calls_it() -> None:
    assert one_initials("Folding Travel Kettle") == NAME


def one_initials(name: str) -> float:
    return profile(name).terms["word", "", "".join(word[0] for word in name.lower().split())]


def test_qualities_are_kept_by_their_heading() -> None:
    assert profile("Mug", "Colour=black").qualities["colour"] == {("attribute", "", "black")}


def test_the_goods_a_name_is_for_are_less_than_what_it_is() -> None:
    assert fitting(stall(), "stylus for tablets") == {"ST-AL"}
    assert fitting(stall(), "tablet") == {"TB-10"}


def test_each_item_counts_once_for_a_term() -> None:
    frequency = document_frequency(build_profiles(HOMEWARE.items, GLOSSARY))
    assert frequency["attribute", "", "green"] == 2
    assert frequency["code", "", "pan-24"] == 1


def test_a_category_of_mixed_goods_does_not_make_one_the_other() -> None:
    from dataclasses import replace

    def lamp(category: str) -> float:
        goods = replace(item("X-1", "Cable 1 m", "x", ""), category=category)
        return build_profiles((goods,), GLOSSARY)[0].terms["product", "", "lamp"]

    assert lamp("lamps & mugs") == lamp("lamps") / 2


def test_little_of_an_alias_does_not_name_the_goods() -> None:
    much = profile("Zorblax", aliases="lantern")
    little = profile("Zorblax", aliases="lantern wiggle snorkelling frobnicator")
    assert little.terms["product", "", "lantern"] < much.terms["product", "", "lantern"]


def test_the_colour_in_an_alias_does_not_become_the_familys() -> None:
    items = (
        item("A-1", "Umbrella, green", "rainwear", "colour=green", aliases="zorblet green"),
        item("A-2", "Umbrella, blue", "rainwear", "colour=blue"),
    )
    first, second = build_profiles(items, GLOSSARY)
    assert ("word", "", "zorblet") in first.terms
    assert ("word", "", "zorblet") in second.terms
    assert ("attribute", "", "green") not in second.terms
    assert ("word", "", "green") not in second.terms
