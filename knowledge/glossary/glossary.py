"""Trade words of fifteen languages, found in a buyer's message and brought over into English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.glossary.inexact import SLIP_WEIGHT, compound_parts, one_slip_away
from knowledge.glossary.lexicon import (
    Concept,
    Lexicon,
    Node,
    concepts,
    false_friends,
    function_words,
    lexicon,
    squeezed,
)
from knowledge.glossary.words import Word, folded, holds_cjk, holds_kana, keys, words

_STEM_WEIGHT = 0.95
_LONE_CHARACTER_WEIGHT = 0.6
_COUNTED = frozenset("0123456789一二两三四五六七八九十百千万几多半每数何少〇零")
"""What a one-character unit follows where it is one: 天 after a number is a day, in 天气 it is not."""
_SHORTEST_SLIP = 6
_LONGEST_SLIP = 40
"""Letters; longer runs are no words."""
_SCRIPTS = (("ru", "\u0400", "\u052f"), ("ar", "\u0600", "\u06ff"), ("hi", "\u0900", "\u097f"))
_COURTESY = frozenset({"good morning"})
"""Known so that no part of a greeting is taken for a trade word."""
_COMPOUNDING = frozenset({"de"})
_KEPT = re.compile(r"[A-Za-z0-9\u00c0-\u024f][\w.,/%°+\-]*[\w%°+]|[A-Za-z0-9\u00c0-\u024f]")
_CODE = re.compile(r"\d|^[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Found:
    """A trade word in a text: `text[start:end]` means `english`.

    `kind` is product, attribute, unit, trade or question. `weight` (0..1) says how sure the match is: 1 as in
    the glossary, 0.95 inflected, 0.85 part of a compound, 0.75 a slip of the keyboard.
    """

    start: int
    end: int
    english: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class Glossary:
    """Stateless over the packaged data: make one with `Glossary.load()`, share it freely."""

    size: int
    """Concepts."""

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Glossary:
        return Glossary(len(concepts()))

    def find(self, text: str, language: str) -> tuple[Found, ...]:
        """The longest matches that do not overlap, in reading order: in `language` and English, by script.

        An unknown `language` is read as English and by script.
        """
        candidates: list[Found] = []
        found_words = words(text)
        strict_marks = language == "vi" and not text.isascii()
        for position, word in enumerate(found_words):
            if word.cjk:
                continue
            for tongue in _tongues(word.text, language):
                found = _longest(found_words, position, tongue, language, strict_marks)
                if found is not None:
                    candidates.append(found)
        if holds_cjk(text):
            for tongue in _east_asian(text, language):
                candidates += _substrings(text, lexicon(tongue))
        taken = bytearray(len(text))
        chosen = _without_overlap(candidates, taken)
        chosen += _inexact(found_words, taken, language)
        return tuple(sorted(chosen, key=lambda found: found.start))

    def bring_over(self, text: str, language: str) -> str:
        """`text` in English trade words: codes, numbers and unknown Latin words are kept, the rest goes.

        English text comes back as it is.
        """
        if language == "en":
            return text
        noise = function_words().get(language, frozenset())
        pieces: list[str] = []
        at = 0
        for found in self.find(text, language):
            pieces += _kept(text[at : found.start], noise)
            if found.english not in _COURTESY:
                pieces.append(found.english)
            at = max(at, found.end)
        pieces += _kept(text[at:], noise)
        return " ".join(pieces)


def _kept(gap: str, noise: frozenset[str]) -> list[str]:
    return [
        piece
        for piece in _KEPT.findall(gap)
        if _CODE.search(piece) or (len(piece) > 2 and folded(piece) not in noise)
    ]


def _tongues(word: str, language: str) -> tuple[str, ...]:
    """The languages to look `word` up in: that of its script; for Latin letters the buyer's and English."""
    first = word[0]
    for tongue, low, high in _SCRIPTS:
        if low <= first <= high:
            return (tongue,)
    if language in ("en", "ru", "ar", "hi", "zh", "ja"):
        # terms such as "power bank" also stand in cells of languages with another script
        return ("en", language) if language != "en" else ("en",)
    return (language, "en")


def _east_asian(text: str, language: str) -> tuple[str, ...]:
    if language == "ja" or holds_kana(text):
        return ("ja", "zh")
    return ("zh",) if language in ("zh", "en") else ("zh", "ja")


def _longest(
    found_words: list[Word], position: int, tongue: str, language: str, strict_marks: bool
) -> Found | None:
    """The longest phrase of `tongue` that begins at `position`."""
    first = found_words[position]
    foreign = tongue == "en" and language != "en"
    if foreign and folded(first.text) in false_friends().get(language, ()):
        return None
    tree = lexicon(tongue).root
    nodes: list[Node] = [tree]
    best: Found | None = None
    own: list[str] = []
    for word in found_words[position : position + 6]:
        forms = keys(word.text, tongue)
        own.append(forms[0])
        nodes = [node.next[form] for node in nodes for form in forms if form in node.next]
        if not nodes:
            break
        ends = [node.ends for node in nodes if node.ends is not None]
        if ends:
            written = " ".join(own)
            phrase, concept = next((end for end in ends if end[0] in (written, *forms)), ends[0])
            weight = 1.0 if phrase == written else _STEM_WEIGHT
            if weight < 1 and len(own) == 1 and written in function_words().get(tongue, ()):
                continue
            if strict_marks and tongue == "vi" and weight < 1:
                continue  # the same letters under other marks are another word
            best = Found(first.start, word.end, concept.english, concept.kind, weight)
    return best


def _substrings(text: str, table: Lexicon) -> list[Found]:
    """The longest Chinese or Japanese terms from each position on."""
    squeezed_text: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        for plain in squeezed(character):
            squeezed_text.append(plain)
            origin.append(offset)
    line = "".join(squeezed_text)
    found: list[Found] = []
    for start, character in enumerate(line):
        for length in table.lengths.get(character, ()):
            concept = table.substrings.get(line[start : start + length])
            if concept is None or start + length > len(line):
                continue
            if character.isascii() and start and line[start - 1].isascii() and line[start - 1].isalnum():
                continue
            if length == 1 and concept.kind == "unit" and (not start or line[start - 1] not in _COUNTED):
                continue
            weight = 1.0 if length > 1 else _LONE_CHARACTER_WEIGHT
            found.append(
                Found(origin[start], origin[start + length - 1] + 1, concept.english, concept.kind, weight)
            )
            break
    return found


def _without_overlap(candidates: list[Found], taken: bytearray) -> list[Found]:
    """The longest of `candidates`; each marks its characters in `taken`."""
    chosen: list[Found] = []
    # the sort is stable: at equal length and weight the buyer's own language, looked up first, wins
    for found in sorted(candidates, key=lambda found: (found.start - found.end, -found.weight)):
        if _is_free(taken, found.start, found.end):
            chosen.append(found)
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
    return chosen


def _is_free(taken: bytearray, start: int, end: int) -> bool:
    return taken.find(1, start, end) < 0


def _inexact(found_words: list[Word], taken: bytearray, language: str) -> list[Found]:
    """Compounds and slips among the words that nothing was found for."""
    more: list[Found] = []
    for word in found_words:
        if not _SHORTEST_SLIP <= len(word.text) <= _LONGEST_SLIP or word.cjk or word.text[0].isdigit():
            continue
        if not _is_free(taken, word.start, word.end):
            continue
        for tongue in _tongues(word.text, language):
            found = _near(word, tongue, language)
            if found:
                more += found
                break
    return more


@lru_cache(maxsize=8192)
def _near_parts(word: str, tongue: str, language: str) -> tuple[tuple[int, int, Concept, float], ...]:
    own = folded(word)
    if own in function_words().get(tongue, ()) or own in function_words().get(language, ()):
        return ()
    table = lexicon(tongue)
    if tongue in _COMPOUNDING:
        parts = tuple(compound_parts(word, table, tongue))
        if parts:
            return parts
    meant = one_slip_away(own, table)
    return ((0, len(word), meant, SLIP_WEIGHT),) if meant is not None else ()


def _near(word: Word, tongue: str, language: str) -> list[Found]:
    return [
        Found(word.start + start, word.start + end, concept.english, concept.kind, weight)
        for start, end, concept, weight in _near_parts(word.text, tongue, language)
    ]
