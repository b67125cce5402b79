"""What goods are called in a buyer's words, in English trade words where the glossary has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.fold import fold
from bot.domain.ports import FoundWord, TradeWords

_SURE = 0.9
_QUALITY_SURE = 0.6
_MEASURES = frozenset({"voltage", "capacity", "large", "small", "medium size", "new", "original"})
"""Attributes that say nothing without a figure, or of any goods."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_COUNTED = re.compile(r"\d[\d.,' ]*(?:\s?[a-z]{1,4}\b\.?)?\s+((?:[^\W\d_]{2,}[\s-]?){1,4})")
_MARK = re.compile(r"[,;.，、。；]")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """`heads` is what the goods are, `qualities` of which kind; both empty where the words name no goods."""

    product: str
    heads: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()


def named(text: str, language: str, words: TradeWords, plain: frozenset[str] = frozenset()) -> Named:
    """The goods of `text`. `plain` are words of the language that name nothing (folded).

    Words that the glossary does not have name goods as they stand, so that nothing is lost for being rare.
    """
    found = words.find(text, language)
    goods = [each for each in found if each.kind == "product" and each.weight >= _SURE]
    qualities = _qualities(found)
    kinds = frozenset(each.english for each in qualities)
    if goods:
        heads = dict.fromkeys(each.english for each in goods)
        near = [each for each in qualities if _beside(each, goods, text)]
        told = dict.fromkeys(_said(each, text, language) for each in (*near, *goods))
        return Named(" ".join(told), frozenset(heads), kinds)
    rare = _rare(text, found, plain)
    return Named(" ".join(rare), frozenset(rare), kinds)


def kinds_in(found: Sequence[FoundWord]) -> frozenset[str]:
    """Materials, colours and other qualities among trade words."""
    return frozenset(each.english for each in _qualities(found))


def _qualities(found: Sequence[FoundWord]) -> list[FoundWord]:
    return [
        each
        for each in found
        if each.kind == "attribute" and each.weight >= _QUALITY_SURE and each.english not in _MEASURES
    ]


def _said(word: FoundWord, text: str, language: str) -> str:
    """English as it was written ("bamboo toothbrushes"), other languages as the glossary has it."""
    return text[word.start : word.end].lower() if language == "en" else word.english


def _beside(quality: FoundWord, goods: Sequence[FoundWord], text: str) -> bool:
    """Right before or behind the goods, with at most a short word between ("de bambú")."""
    between = [text[min(quality.end, each.end) : max(quality.start, each.start)] for each in goods]
    return any(len(gap.split()) <= 1 and not _MARK.search(gap) for gap in between)


def _rare(text: str, found: Sequence[FoundWord], plain: frozenset[str]) -> list[str]:
    """Words that neither the glossary nor the language's small words hold: first those behind a count."""
    taken = [(each.start, each.end) for each in found if each.kind != "attribute"]
    folded = fold(text)
    counted = _COUNTED.search(folded.text)
    spans = [counted.span(1)] if counted is not None else []
    for span in [*spans, (0, len(folded.text))]:
        kept = [
            folded.text[word.start() : word.end()]
            for word in _WORD.finditer(folded.text, *span)
            if word.group() not in plain and not _within(folded.at(*word.span()), taken)
        ]
        if kept:
            return list(dict.fromkeys(kept))[:_MOST_WORDS]
    return []


def _within(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
