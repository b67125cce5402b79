"""One thing asked about, while a talk is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.products import Feature
from bot.steps.triage.entry import Entry, Talk
from bot.steps.triage.options import OptionReader
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.steps.triage.desk import SHOP, finder


def talk(*asked: str) -> Talk:
    made = Talk(finder(), OptionReader(SHOP, Glossary.load()))
    for words in asked:
        made.open(Entry(words, list(finder().features(words, "en"))))
    return made


def test_what_the_seller_settled_outweighs_the_words() -> None:
    made = talk("white mug")
    made.entries[0].sku = "MG-11-BK"
    assert made.resolution(made.entries[0]).sku == "MG-11-BK"
    assert made.candidates(made.entries[0]) == ("MG-11-BK",)


def test_an_open_choice_offers_all_that_the_seller_named() -> None:
    made = talk("ceramic mug")
    made.entries[0].among = frozenset({"MG-11-WH", "MG-11-BK", "PAN-24"})
    assert made.candidates(made.entries[0]) == ("MG-11-BK", "MG-11-WH", "PAN-24")


def test_a_newer_colour_takes_the_place_of_the_older_one() -> None:
    made = talk("black mug")
    made.merge(made.entries[0], finder().features("white", "en"))
    assert [f.value for f in made.entries[0].features] == ["mug", "white"]
    assert made.resolution(made.entries[0]).sku == "MG-11-WH"


def test_what_was_never_counted_makes_room_for_newer_goods() -> None:
    made = talk("black mug", "white mug", "frying pan 24 cm")
    made.entries[1].quantities = [100]
    made.make_room(2)
    assert [e.asked for e in made.entries] == ["white mug", "frying pan 24 cm"]


def test_noise_is_dropped_only_beside_settled_goods() -> None:
    beside, alone = talk("black mug", "garden chairs"), talk("garden chairs")
    beside.drop_noise()
    alone.drop_noise()
    assert [e.asked for e in beside.entries] == ["black mug"]
    assert [e.asked for e in alone.entries] == ["garden chairs"]


def test_noise_that_was_counted_stays() -> None:
    made = talk("black mug", "garden chairs")
    made.entries[1].quantities = [5]
    made.drop_noise()
    assert len(made.entries) == 2


def test_a_sample_and_a_bulk_order_are_two_lines() -> None:
    made = talk("black mug")
    made.entries[0].samples, made.entries[0].quantities = 2, [500]
    assert [(i.quantity, i.sample) for i in made.settle(made.entries[0])] == [(2, True), (500, False)]


def test_several_quantities_are_alternatives_and_none_is_one_open_line() -> None:
    made = talk("black mug")
    (open_line,) = made.settle(made.entries[0])
    assert (open_line.sku, open_line.quantity, open_line.alternative) == ("MG-11-BK", None, False)
    made.entries[0].quantities = [100, 500]
    assert [(i.quantity, i.alternative) for i in made.settle(made.entries[0])] == [(100, True), (500, True)]


def test_words_that_name_no_goods_are_no_line() -> None:
    made = talk("zorblax")
    assert made.settle(made.entries[0]) == []


def test_a_very_long_wish_is_shown_by_its_beginning() -> None:
    made = talk("black mug " + "very " * 100)
    (line,) = made.settle(made.entries[0])
    assert len(line.asked) == 120


def test_what_is_said_a_thousand_times_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = talk("black mug")
    (white,) = finder().features("white", "en")
    said = [replace(white, start=n, end=n + 1) for n in range(1_000)]
    made.merge(made.entries[0], said)
    asked: list[str] = []

    def counted(_: CatalogMatcher, one: Feature, other: Feature) -> bool:
        asked.append(one.value)
        return one.kind == other.kind

    monkeypatch.setattr(CatalogMatcher, "rivals", counted)
    made.merge(made.entries[0], said)
    assert asked == ["mug", "white"]
    assert [f.value for f in made.entries[0].features] == ["mug", *["white"] * 1_000]
