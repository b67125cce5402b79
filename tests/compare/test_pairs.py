"""Faithful translations show no difference, broken ones show theirs: over fifteen languages, both ways."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.compare import compare
from bot.domain.inquiry import LANGUAGES

PAIRS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))["pair"]
FAITHFUL = [(pair, good) for pair in PAIRS for good in pair["good"]]
BROKEN = [(pair, kind, words) for pair in PAIRS for kind, words in pair["broken"]]


def _name(pair: dict[str, Any], text: str) -> str:
    return f"{pair['from']}-{pair['to']}: {text[:40]}"


@pytest.mark.parametrize(("pair", "good"), FAITHFUL, ids=[_name(*each) for each in FAITHFUL])
def test_a_faithful_translation_shows_no_difference(pair: dict[str, Any], good: str) -> None:
    languages = (pair["from"], pair["to"])
    assert not compare(pair["original"], good, languages), "read forwards"
    assert not compare(good, pair["original"], languages[::-1]), "read backwards"


@pytest.mark.parametrize(
    ("pair", "kind", "words"), BROKEN, ids=[f"{kind} {_name(pair, words)}" for pair, kind, words in BROKEN]
)
def test_a_broken_translation_is_marked(pair: dict[str, Any], kind: str, words: str) -> None:
    found = compare(pair["original"], words, (pair["from"], pair["to"]))
    assert kind in found.kinds
    for each in found.original:
        assert pair["original"][each.start : each.end] == each.text
    for each in found.translation:
        assert words[each.start : each.end] == each.text


def test_the_pairs_cover_all_our_languages() -> None:
    assert {code for pair in PAIRS for code in (pair["from"], pair["to"])} >= set(LANGUAGES)
    assert len(FAITHFUL) >= 110
    assert len(BROKEN) >= 120


def test_no_text_differs_from_itself() -> None:
    for pair in PAIRS:
        for text, language in ((pair["original"], pair["from"]), (pair["good"][0], pair["to"])):
            assert not compare(text, text, (language, language)), text


def test_a_text_that_swallows_most_of_the_other_says_so() -> None:
    long = "We have read your message with care and will answer every question of it tomorrow in the morning."
    assert compare(long, "好的", ("en", "zh")).whole == ("shorter",)
    assert compare("好的", long, ("zh", "en")).whole == ("longer",)


def test_numbers_and_codes_are_compared_in_languages_that_nobody_here_knows() -> None:
    found = compare(
        "안녕하세요, LX-209 500개 FOB 부산.", "Hello, 5,000 pcs of LX-290 FOB Busan.", ("ko", "en")
    )
    assert {each.kind for each in found.translation} == {"number", "code"}
    assert {each.text for each in found.original} == {"LX-209", "500"}
