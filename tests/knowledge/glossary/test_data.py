"""The glossary's data: broad, complete, and clean enough to trust."""

from __future__ import annotations

import unicodedata

import pytest

from knowledge.glossary.lexicon import LANGUAGES, concepts, lexicon


def test_the_glossary_is_broad() -> None:
    assert len(concepts()) >= 700
    assert {concept.kind for concept in concepts()} == {"product", "attribute", "unit", "trade", "question"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_word_in_every_language(language: str) -> None:
    assert [concept.english for concept in concepts() if not concept.terms[language]] == []


@pytest.mark.parametrize(("language", "script"), [("ru", "CYRILLIC"), ("ar", "ARABIC"), ("hi", "DEVANAGARI")])
def test_words_stand_in_the_column_of_their_language(language: str, script: str) -> None:
    strays = [
        term
        for concept in concepts()
        for term in concept.terms[language]
        if any(letter.isalpha() for letter in term)
        and not any(script in unicodedata.name(letter, "") for letter in term)
        and not term.isascii()
    ]
    assert strays == []


def test_no_two_concepts_of_a_kind_share_their_english_name() -> None:
    names = [(concept.english, concept.kind) for concept in concepts()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_concept_can_be_reached(language: str) -> None:
    """A word may mean two things, but nothing may be hidden behind others altogether."""
    table = lexicon(language)
    reached = {concept.english for concept in table.singles.values()} | {
        concept.english for concept in table.substrings.values()
    }
    stack = [table.root]
    while stack:
        node = stack.pop()
        stack += node.next.values()
        if node.ends:
            reached.add(node.ends[1].english)
    hidden = {concept.english for concept in concepts()} - reached
    assert len(hidden) <= 5, hidden
