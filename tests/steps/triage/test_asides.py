"""What the words around goods do to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.steps.triage import asides
from bot.steps.triage.quantities import read_quantities
from bot.steps.triage.quantity import Quantity
from tests.steps.triage.desk import finder


@pytest.mark.parametrize(
    ("text", "language", "refused"),
    [
        ("mug, not white", "en", {"white"}),
        ("white mug", "en", set()),
        ("Tasse ohne Deckel, nicht weiß", "de", {"white"}),
        ("taza no blanca", "es", {"white"}),
        ("кружка не белая", "ru", {"white"}),
        ("no. white please", "en", set()),
        ("not expensive but white", "en", set()),
    ],
)
def test_a_refusal_holds_for_the_word_right_behind_it(text: str, language: str, refused: set[str]) -> None:
    marked = asides.negated(text, finder().features(text, language))
    assert {f.value for f in marked if f.negated and f.kind == "attribute" and f.value == "white"} == refused


def test_the_way_of_delivery_wants_no_goods() -> None:
    text = "500 mugs by air, FOB"
    features = finder().features(text, "en")
    kept = asides.without_delivery(text, features)
    assert {f.value for f in kept} & {"mug"}
    assert not any(f.written in ("air", "fob") for f in kept)


def test_a_number_that_counts_is_no_quality_of_the_goods() -> None:
    text = "500 mugs"
    features = finder().features(text, "en")
    counts: tuple[Quantity, ...] = read_quantities(text, "en", (), (), finder().is_figure)
    assert [f.value for f in asides.without_counts(features, counts)] == ["mug"]


Says = Callable[[str], bool]


@pytest.mark.parametrize(
    ("says", "yes", "no"),
    [
        (
            asides.asks_sample,
            ("a sample", "muestra gratis", "образец", "样品", "سعر العينة"),
            ("simple mug", ""),
        ),
        (
            asides.hoped_for,
            ("if good we order", "5000 a year", "wenn alles passt"),
            ("good mugs", "500 mugs"),
        ),
        (asides.counts_each, ("200 each", "je 200", "cada uno", "каждого"), ("reach me", "200 mugs")),
        (asides.takes_back, ("I mean 150", "no, wait", "ich meine"), ("a means", "500 mugs")),
        (asides.adds, ("in addition", "zusätzlich", "добавьте"), ("address", "500 mugs")),
        (asides.speaks_of_sockets, ("which socket", "Steckdose", "enchufe"), ("red mug", "")),
        (asides.means_the_other, ("the plain ones", "the others"), ("complain", "black")),
    ],
)
def test_words_that_change_what_is_said(says: Says, yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    assert [text for text in yes if not says(text)] == []
    assert [text for text in no if says(text)] == []


def test_the_first_word_for_a_sample_is_placed_in_the_text() -> None:
    text = "two samples, and a sample"
    place = asides.place_of_sample_word(text)
    assert place is not None
    assert text[slice(*place)] == "samples"
    assert asides.place_of_sample_word("mugs") is None
