"""Words that are not in the glossary as they stand: compounds and slips of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.glossary.lexicon import Concept, Lexicon
from knowledge.glossary.words import folded, keys

COMPOUND_WEIGHT = 0.85
PART_WEIGHT = 0.7
SLIP_WEIGHT = 0.75
_LINKS = ("", "s", "n", "en", "er", "es", "e")
_SHORTEST_PART = 3
_SHORTEST_LONE_PART = 5


def one_slip_away(word: str, lexicon: Lexicon) -> Concept | None:
    """What the glossary words at one edit from `word` (folded, six letters or more) mean, if all the same."""
    from rapidfuzz.distance import OSA

    near = {
        known
        for bucket in (lexicon.beginnings.get(word[:3], ()), lexicon.endings.get(word[-3:], ()))
        for known in bucket
        if abs(len(known) - len(word)) <= 1 and OSA.distance(word, known, score_cutoff=1) <= 1
    }
    meant = {lexicon.singles[known].english for known in near}
    return lexicon.singles[near.pop()] if len(meant) == 1 else None


def compound_parts(word: str, lexicon: Lexicon, language: str) -> Iterator[tuple[int, int, Concept, float]]:
    """The known parts of a German compound, as (start, end, concept, weight) inside `word`.

    All of it known: every part. Otherwise a known head of five letters or more alone.
    """
    own = folded(word)
    if len(own) != len(word) or len(own) < 7:
        return
    parts = _split(own, 0, lexicon, language)
    if parts is not None:
        for start, end, concept in parts:
            yield start, end, concept, COMPOUND_WEIGHT
        return
    for start in range(2, len(own) - _SHORTEST_LONE_PART + 1):
        head = _known(own[start:], lexicon, language, last=True)
        if head is not None:
            yield start, len(own), head, PART_WEIGHT
            return


def _split(own: str, start: int, lexicon: Lexicon, language: str) -> list[tuple[int, int, Concept]] | None:
    for end in range(len(own), start + _SHORTEST_PART - 1, -1):
        concept = _known(own[start:end], lexicon, language, last=end == len(own))
        if concept is None:
            continue
        if end == len(own):
            return [(start, end, concept)] if start else None
        for link in _LINKS:
            if own.startswith(link, end) and len(own) - end - len(link) >= _SHORTEST_PART:
                rest = _split(own, end + len(link), lexicon, language)
                if rest is not None:
                    return [(start, end, concept), *rest]
    return None


def _known(part: str, lexicon: Lexicon, language: str, *, last: bool) -> Concept | None:
    """A part is a word as it stands, inflected at the end of the compound, or without its -e before it."""
    if part in lexicon.singles:
        return lexicon.singles[part]
    if len(part) < _SHORTEST_LONE_PART:
        return None
    if not last:
        return lexicon.singles.get(part + "e")
    for key in keys(part, language)[1:]:
        node = lexicon.root.next.get(key)
        if node is not None and node.ends is not None and len(node.ends[0]) <= len(part):
            return node.ends[1]
    return None
