"""Words of buyers and of catalogues as comparable terms."""

from __future__ import annotations

import pytest

from bot.domain.products import PIECES, PIECES_MAYBE, SIZE_LETTER, Feature
from knowledge.glossary import Glossary
from knowledge.products.terms import bigrams, is_code, read_terms, stem
from tests.knowledge.products.stalls import found, homeware, stall

GLOSSARY = Glossary.load()


def terms(text: str, language: str = "en", *, catalogue: bool = False) -> tuple[Feature, ...]:
    return read_terms(text, language, GLOSSARY, frozenset({"bt-500-gn"}), catalogue=catalogue)


def values(text: str, language: str = "en", *, key: str) -> list[str]:
    return [f.value for f in terms(text, language) if f.key == key]


@pytest.mark.parametrize(
    ("word", "code"),
    [("hd60", True), ("e27", True), ("mug", False), ("500", False), ("a4", True), ("7", False)],
)
def test_a_model_number_has_letters_and_digits(word: str, code: bool) -> None:
    assert is_code(word) is code


def test_an_sku_is_one_code_whatever_its_letter_case() -> None:
    (code,) = terms("BT-500-GN")
    assert (code.kind, code.key, code.value, code.start, code.end) == ("code", "sku", "bt-500-gn", 0, 9)


def test_the_same_model_with_and_without_hyphen_is_one_model() -> None:
    assert [f.value for f in terms("HD-60") if f.kind == "code"] == ["hd60"]
    assert [f.value for f in terms("hd60") if f.kind == "code"] == ["hd60"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("usb-c to usb-c cable", "usb-c to usb-c"),
        ("cable USB A to type C", "usb-a to usb-c"),
        ("type-c cable", "usb-c"),
        ("micro usb cable", "micro-usb"),
        ("usb-a plug", "usb-a"),
        ("cable tipo c", "usb-c"),
    ],
)
def test_cables_are_told_by_their_ends(text: str, value: str) -> None:
    assert value in values(text, key="connector")


@pytest.mark.parametrize(
    ("text", "language", "letters"),
    [
        ("size m", "en", ["m"]),
        ("talla L", "es", ["l"]),
        ("XXL please", "en", ["xxl"]),
        ("2XL", "en", ["xxl"]),
        ("размер s", "ru", ["s"]),
        ("尺码XL", "zh", ["xl"]),
        ("l'offre", "fr", []),
        ("i m here", "en", []),
        ("cable 1 m", "en", []),
    ],
)
def test_size_letters_count_in_capitals_or_behind_a_word_for_size(
    text: str, language: str, letters: list[str]
) -> None:
    assert values(text, language, key=SIZE_LETTER) == letters


@pytest.mark.parametrize(
    ("text", "language", "pieces"),
    [
        ("24-piece cutlery", "en", "24"),
        ("set of 6", "en", "6"),
        ("16-teilig", "de", "16"),
        ("juego de 24 piezas", "es", "24"),
        ("набор из 12", "ru", "12"),
        ("12本セット", "ja", "12"),
    ],
)
def test_pieces_of_a_set_are_told_for_certain(text: str, language: str, pieces: str) -> None:
    assert values(text, language, key=PIECES) == [pieces]


def test_bare_pieces_may_be_an_order_and_in_a_catalogue_are_the_set() -> None:
    assert values("cutlery 24 pcs", key=PIECES_MAYBE) == ["24"]
    assert values("cutlery 24 pcs", key=PIECES) == []
    assert [f.value for f in terms("cutlery 24 pcs", catalogue=True) if f.key == PIECES] == ["24"]


def test_the_numbers_of_a_list_are_nobodys_figures() -> None:
    assert values("1. mugs\n2. towels", key="number") == []
    assert values("mugs 2 towels", key="number") == ["2"]


def test_a_unit_glued_to_its_number_is_number_and_word() -> None:
    assert values("500bottles", key="number") == ["500"]


@pytest.mark.parametrize(("run", "pairs"), [("陶瓷杯", ["陶瓷", "瓷杯"]), ("杯", ["杯"])])
def test_scripts_without_spaces_are_read_in_pairs(run: str, pairs: list[str]) -> None:
    assert bigrams(run) == pairs


def test_an_unknown_unspaced_word_is_kept_in_pairs_at_its_place() -> None:
    found_ = [f for f in terms("甪鞝瓛", "zh") if f.key == "cjk"]
    assert [(f.value, f.start, f.end) for f in found_] == [("甪鞝", 0, 2), ("鞝瓛", 1, 3)]


def test_endings_do_not_matter_and_the_script_tells_its_language() -> None:
    assert stem("towels", "en") == stem("towel", "en")
    assert stem("кружками", "en") == stem("кружка", "en")
    assert stem("mug", "xx") == "mug"


def test_a_word_that_the_glossary_lacks_stays_as_it_is() -> None:
    assert [(f.kind, f.value) for f in terms("zorblax")] == [("word", "zorblax")]


def test_a_slip_of_the_keyboard_is_understood() -> None:
    assert found(stall(), "lantren solar").sku == "LN-SOL"
    assert found(stall(), "alumnium stylus").sku == "ST-AL"


def test_a_slip_yields_to_the_catalogues_own_word() -> None:
    slip = [f for f in terms("lantren") if f.kind == "product"]
    assert [f.value for f in slip] == ["lantern"]
    own = read_terms("lantren", "en", GLOSSARY, frozenset(), vocabulary=frozenset({stem("lantren", "en")}))
    assert [(f.kind, f.value) for f in own] == [("word", stem("lantren", "en"))]


def test_the_catalogue_itself_has_no_slips() -> None:
    assert [f.kind for f in terms("lantren", catalogue=True)] == ["word"]


def test_a_phrase_keeps_the_words_that_its_concept_does_not_say() -> None:
    assert found(homeware(), "hand towel").sku == "TW-HA-50"
    assert found(homeware(), "bath towels").sku == "TW-BA-70"


def test_a_word_in_capitals_counts_where_the_rest_is_not() -> None:
    assert any(f.value == "us" for f in terms("the plug is US type"))
    assert not any(f.value == "us" for f in terms("please send us a plug"))


def test_each_stretch_of_text_is_read_once_only() -> None:
    read = terms("500 ml steel bottle BT-500-GN 24-piece size XL hd60 usb-c")
    for one in read:
        others = [f for f in read if f is not one and f.kind in ("code", "spec")]
        if one.kind in ("code", "spec"):
            assert not any(one.start < f.end and one.end > f.start for f in others)
    assert list(read) == sorted(read, key=lambda f: (f.start, f.end))
