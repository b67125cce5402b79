"""Texts as terms to compare: word stems of their own language, trade concepts of every language, numbers.

A term is `language:stem`, `=concept` (its English name), `@topic` or `#number`. Concepts and topics let a
Spanish question meet a Chinese policy; stems let words meet that no glossary has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.domain.fold import fold
from knowledge.glossary import Glossary
from knowledge.glossary.lexicon import function_words
from knowledge.glossary.words import Word, folded, keys, words
from knowledge.policies.related import related
from prompts.topics import answered_in, topics_in

_SILENT_KINDS = frozenset({"question"})
_CONCEPT_WEIGHT = 1.0
_TOPIC_WEIGHT = 0.9
_STEM_WEIGHT = 0.6
"""Below a concept's: where both match they say the same thing twice."""
_BROUGHT_STEM_WEIGHT = 0.5
_BIGRAM_WEIGHT = 0.35
_THOUSANDS = re.compile(r"(?<=\d)[,.\s](?=\d{3}\b)")


def passage_terms(text: str, language: str, glossary: Glossary) -> Counter[str]:
    """How often each term stands in `text`."""
    terms: Counter[str] = Counter(_stems(words(text), language))
    if language != "en":
        # trade words and abbreviations are English in every shop's policies
        terms.update(term for term in _stems(words(text), "en") if term.isascii())
    terms.update(_numbers(text))
    terms.update(f"@{topic}" for topic in answered_in(fold(text).text))
    terms.update(
        f"={found.english}" for found in glossary.find(text, language) if found.kind not in _SILENT_KINDS
    )
    return terms


def question_terms(question: str, language: str, glossary: Glossary) -> dict[str, float]:
    """The terms of `question` with their weights: its own, those of its English, and what they suggest."""
    terms: dict[str, float] = {}

    def add(term: str, weight: float) -> None:
        terms[term] = max(weight, terms.get(term, 0.0))

    concepts = glossary.find(question, language)
    content = question
    for found in concepts:
        if found.kind in _SILENT_KINDS:
            content = content[: found.start] + " " * (found.end - found.start) + content[found.end :]
    for term in _stems(words(content), language):
        add(term, _BIGRAM_WEIGHT if language in ("zh", "ja") else _STEM_WEIGHT)
    for topic in topics_in(fold(question).text):
        add(f"@{topic}", _TOPIC_WEIGHT)
    for number in _numbers(question):
        add(number, _STEM_WEIGHT)
    if language != "en":
        for term in _stems(words(glossary.bring_over(content, language)), "en"):
            add(term, _BROUGHT_STEM_WEIGHT)
    for found in concepts:
        if found.kind not in _SILENT_KINDS:
            add(f"={found.english}", _CONCEPT_WEIGHT * found.weight)
        for other, weight in related(found.english):
            add(f"={other}", weight)
            for term in _stems(words(other), "en"):
                add(term, weight * _STEM_WEIGHT)
    return terms


def _stems(found: list[Word], language: str) -> Iterator[str]:
    silent = function_words().get(language, frozenset())
    for word in found:
        if word.cjk:
            if language in ("zh", "ja"):
                yield from (f"{language}:{word.text[i : i + 2]}" for i in range(max(1, len(word.text) - 1)))
            continue
        if word.text[0].isdigit():
            continue
        own = folded(word.text)
        if own in silent or (len(own) < 2):
            continue
        yield f"{language}:{min(keys(word.text, language), key=len)}"


def _numbers(text: str) -> Iterator[str]:
    for word in words(_THOUSANDS.sub("", text)):
        if word.text[0].isdigit():
            yield f"#{word.text.replace(',', '.')}"
