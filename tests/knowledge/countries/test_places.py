"""Places that a message names, in real spellings, and everyday sentences that name none."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.countries.places import find_places

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip()]


@pytest.mark.parametrize(("language", "text", "country", "role"), rows("named_places.tsv"))
def test_a_place_in_the_buyers_own_spelling_is_found(
    language: str, text: str, country: str, role: str
) -> None:
    found = find_places(text, language)
    assert [m.country for m in found][-1:] == [country], found
    assert found[-1].role == role, found
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("language", "text"), rows("no_places.tsv"))
def test_an_everyday_trade_sentence_names_no_place(language: str, text: str) -> None:
    assert find_places(text, language) == ()


@pytest.mark.parametrize(("language", "text"), rows("no_places.tsv"))
def test_an_everyday_trade_sentence_names_no_place_when_the_language_is_unknown(
    language: str, text: str
) -> None:
    assert find_places(text, None) == ()
