"""The glossary's data files as look-up tables, one language at a time and only when it is asked for."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from knowledge.glossary.words import folded, holds_cjk, paths

LANGUAGES = ("es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja")
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing of the trade. `english` is its name in English, `terms` its words by language."""

    english: str
    kind: str
    terms: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases: one more word leads to `next`; `ends` are phrases that end here."""

    next: dict[str, Node] = field(default_factory=dict)
    ends: tuple[str, Concept] | None = None
    """(the phrase's folded words, concept)"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language: a tree of phrases, and for Chinese and Japanese a table of substrings."""

    root: Node
    singles: dict[str, Concept]
    """One-word terms by folded form."""
    beginnings: dict[str, tuple[str, ...]]
    """One-word terms of six letters and more, by their first three letters."""
    endings: dict[str, tuple[str, ...]]
    substrings: dict[str, Concept]
    lengths: dict[str, tuple[int, ...]]
    """By first character, the lengths of the substrings that begin with it, longest first."""


def _cell(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


@lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """Every row of the data files, in file order."""
    rows: list[Concept] = []
    for path in sorted(_DATA.glob("words_*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            header = next(lines)
            for line in lines:
                cells = dict(zip(header, line, strict=True))
                english = _cell(cells["english"])
                terms = {language: _cell(cells[language]) for language in LANGUAGES} | {"en": english}
                rows.append(Concept(english[0], cells["kind"], terms))
    return tuple(rows)


@lru_cache(maxsize=1)
def false_friends() -> dict[str, frozenset[str]]:
    """By language, everyday words that look like an English trade word and are none."""
    friends: dict[str, frozenset[str]] = {}
    for line in (_DATA / "false_friends.tsv").read_text(encoding="utf-8").splitlines():
        language, cell = line.split("\t")
        friends[language] = frozenset(folded(word) for word in _cell(cell))
    return friends


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """By language, words that carry no trade meaning (articles, pronouns, courtesy), folded."""
    found: dict[str, frozenset[str]] = {}
    for line in (_DATA / "function_words.tsv").read_text(encoding="utf-8").splitlines():
        language, cell = line.split("\t")
        found[language] = frozenset(folded(word) for word in cell.split())
    return found


def squeezed(text: str) -> str:
    """The form in which Chinese and Japanese are compared: NFKC, lower case, no spaces or hyphens."""
    return "".join(
        c for c in unicodedata.normalize("NFKC", text).casefold() if not c.isspace() and c not in "-・"
    )


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    """The words of `language`; empty for a language that the glossary does not have."""
    root = Node()
    singles: dict[str, Concept] = {}
    substrings: dict[str, Concept] = {}
    for concept in concepts():
        for term in concept.terms.get(language, ()):
            if holds_cjk(term):
                substrings.setdefault(squeezed(term), concept)
                continue
            filed = paths(term, language)
            if len(filed[0]) == 1:
                singles.setdefault(filed[0][0], concept)
            for number, path in enumerate(filed):
                _file(root, path, " ".join(filed[0]), concept, exact=number == 0)
    beginnings: dict[str, list[str]] = {}
    endings: dict[str, list[str]] = {}
    for word in singles:
        if len(word) >= 6:
            beginnings.setdefault(word[:3], []).append(word)
            endings.setdefault(word[-3:], []).append(word)
    lengths: dict[str, set[int]] = {}
    for substring in substrings:
        lengths.setdefault(substring[0], set()).add(len(substring))
    return Lexicon(
        root,
        singles,
        {begin: tuple(found) for begin, found in beginnings.items()},
        {end: tuple(found) for end, found in endings.items()},
        substrings,
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )


def _file(root: Node, path: tuple[str, ...], phrase: str, concept: Concept, *, exact: bool) -> None:
    node = root
    for key in path:
        node = node.next.setdefault(key, Node())
    if node.ends is None:
        node.ends = (phrase, concept)
        return
    # A word's own form beats another word's stem, the word nearest to a stem beats longer ones ("cable" beats
    # "cableado"); among equals the earlier row wins.
    taken = node.ends[0] == " ".join(path)
    if not taken and (exact or len(phrase) < len(node.ends[0])):
        node.ends = (phrase, concept)
