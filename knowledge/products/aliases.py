"""Whole aliases in a buyer's words: the shop itself says what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.facts import CatalogItem
from bot.domain.fold import fold
from bot.domain.products import Feature
from knowledge.products.terms import stopwords

_WORD = re.compile(r"[a-z0-9]+|[^\W\d_a-z\u3040-\u30ff\u3400-\u9fff]+|\d+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SHORT = 3
_ENDING = 2
"""Letters by which a word may differ at its end: comedero, comederos."""

Alias = tuple[str, ...]


def aliases_of(item: CatalogItem) -> tuple[Alias, ...]:
    """Each alias as its folded words, or as one run where its script has no spaces."""
    return tuple(words for alias in item.aliases if (words := _words(fold(alias).text)))


def _words(folded: str) -> Alias:
    if _UNSPACED.search(folded):
        return (re.sub(r"\s", "", folded),)
    words = (word for word in _WORD.findall(folded) if len(word) >= _SHORT or word.isdigit())
    return tuple(word for word in words if word not in stopwords())


def says_alias(aliases: Sequence[Alias], features: Sequence[Feature]) -> bool:
    """Whether every word of one of these aliases stands in the words of the features, endings aside."""
    written = " ".join(dict.fromkeys(f.written for f in features))
    run = re.sub(r"\s", "", written)
    words = _WORD.findall(written)
    return any(
        alias[0] in run if _UNSPACED.search(alias[0]) else all(_stands(word, words) for word in alias)
        for alias in aliases
    )


def _stands(word: str, words: Sequence[str]) -> bool:
    if word.isdigit() or len(word) <= _SHORT:
        return word in words
    root = word[: max(_SHORT + 1, len(word) - _ENDING)]
    return any(other.startswith(root) and abs(len(other) - len(word)) <= _ENDING + 1 for other in words)
