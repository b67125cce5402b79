"""Customization that Alice wants, refuses, or leaves unclear."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.facts import CatalogItem, CustomizationOption
from bot.steps.triage.options import OptionReader, Wish, root
from knowledge.glossary import Glossary
from tests.homeware import HOMEWARE
from tests.steps.triage.desk import understood

READER = OptionReader(HOMEWARE, Glossary.load())


def test_a_logo_for_one_item_is_not_put_on_the_other() -> None:
    told = understood("500 green bottles 500 ml with laser logo and 300 white mugs")
    assert [(i.sku, i.options) for i in told.items] == [("BT-500-GN", ("laser logo",)), ("MG-11-WH", ())]


def test_a_logo_without_an_item_named_goes_to_every_item_in_its_own_way() -> None:
    told = understood("500 green steel bottles 500 ml and 500 bath towels, all with our logo")
    assert told.details.customization == ("laser logo", "embroidered logo")
    assert told.missing == ()


@pytest.mark.parametrize(
    "text",
    [
        "500 bath towels without logo",
        "500 Badetücher ohne Logo",
        "500 toallas de baño sin logo",
        "500 serviettes de bain sans logo",
        "500 банных полотенец без логотипа",
        "500 asciugamani da bagno senza logo",
    ],
)
def test_a_logo_that_is_refused_is_not_quoted_nor_asked_about(text: str) -> None:
    told = understood(text)
    assert told.details.customization == ()
    assert "customization" not in told.missing


def test_one_option_may_be_refused_and_another_wanted() -> None:
    told = understood("500 green steel bottles 500 ml, no logo, but in a gift box")
    assert [(i.sku, i.options) for i in told.items] == [("BT-500-GN", ("gift box",))]
    assert told.details.customization == ("gift box",)


def test_a_gift_box_is_packing_and_no_goods() -> None:
    told = understood("500 green bottles 500 ml in gift boxes")
    assert [(i.sku, i.quantity, i.options) for i in told.items] == [("BT-500-GN", 500, ("gift box",))]


def test_a_gift_for_clients_orders_no_gift_box() -> None:
    assert READER.choose(READER.read("a gift for our clients", "en"), ["BT-500-GN"]).options == ()


def test_a_logo_where_only_other_ways_of_marking_are_offered_is_asked_about() -> None:
    shop = replace(HOMEWARE, items=tuple(_with_options(i.sku) for i in HOMEWARE.items if i.sku == "KN-SET-5"))
    chosen = OptionReader(shop, Glossary.load()).choose(Wish(frozenset({"logo"})), ["KN-SET-5"])
    assert (chosen.options, chosen.unclear) == ((), True)


def _with_options(sku: str, *names: str) -> CatalogItem:
    item = next(i for i in HOMEWARE.items if i.sku == sku)
    made = tuple(CustomizationOption(n, Decimal("0.1"), 100) for n in names or ("wooden block",))
    return replace(item, options=made)


def test_two_ways_of_marking_that_fit_equally_are_asked_about() -> None:
    shop = replace(HOMEWARE, items=(_with_options("KN-SET-5", "engraved logo", "printed logo"),))
    reader = OptionReader(shop, Glossary.load())
    both = reader.choose(reader.read("with our logo", "en"), ["KN-SET-5"])
    assert (both.options, both.unclear) == ((), True)
    one = reader.choose(reader.read("with our logo engraved", "en"), ["KN-SET-5"])
    assert (one.options, one.unclear) == (("engraved logo",), False)


def test_goods_that_cannot_be_customized_take_no_option() -> None:
    chosen = READER.choose(READER.read("with our logo", "en"), ["MG-11-BK"])
    assert (chosen.options, chosen.unclear) == ((), False)


def test_no_wish_is_no_option() -> None:
    assert READER.choose(Wish(), ["BT-500-GN"]).options == ()
    assert not READER.means_customization(Wish())


@pytest.mark.parametrize(
    ("text", "language", "means"),
    [
        ("with our logo", "en", True),
        ("mit Gravur", "de", True),
        ("in a gift box", "en", True),
        ("500 mugs", "en", False),
        ("in boxes", "en", False),
    ],
)
def test_speaking_of_customization_takes_a_mark_or_a_whole_option(
    text: str, language: str, means: bool
) -> None:
    assert READER.means_customization(READER.read(text, language)) is means


def test_forms_of_a_word_are_one_option() -> None:
    assert root("Printing") == root("printed") == root("print")
    assert root("colours") == root("color")
    assert root("bags") == root("bag")


def test_wishes_add_up() -> None:
    first, second = Wish(frozenset({"logo"})), Wish(frozenset({"box"}), frozenset({"laser"}))
    assert first | second == Wish(frozenset({"logo", "box"}), frozenset({"laser"}))


def test_the_way_of_marking_that_is_refused_leaves_the_other() -> None:
    shop = replace(HOMEWARE, items=(_with_options("KN-SET-5", "engraved logo", "printed logo"),))
    reader = OptionReader(shop, Glossary.load())
    wish = reader.read("with our logo, but not printed", "en")
    assert reader.choose(wish, ["KN-SET-5"]).options == ("engraved logo",)
