"""A light test of the language: the script for those that have their own, small words for the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from bot.domain.plan import Finding
from bot.steps.guard.phrases import phrases
from bot.steps.guard.sight import BLANK, Sight, look

_WORDS = re.compile(r"[^\W\d_]+")
_SCRIPTS = re.compile(
    r"(?P<Cyrillic>[\u0400-\u04ff]+)|(?P<Arabic>[\u0600-\u06ff]+)|(?P<Devanagari>[\u0900-\u097f]+)"
    r"|(?P<Kana>[\u3041-\u30ff]+)|(?P<Han>[\u3400-\u9fff]+)|(?P<Latin>[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)"
)
_SCRIPT_OF = {"ru": "Cyrillic", "ar": "Arabic", "hi": "Devanagari", "zh": "Han", "ja": "Kana"}
_FEW_LETTERS = 20
_MUCH = 1500
"""Characters looked at: the language of a text shows early."""


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {
        language: frozenset(" ".join(lines).split()) for language, lines in phrases("small_words").items()
    }


def check_language(sight: Sight, expected: str) -> Iterator[Finding]:
    """`sight` no longer holds what stands verbatim, which may be in any language."""
    text = sight.text[:_MUCH].replace(BLANK, " ")
    if _is_other(text, expected):
        yield Finding("wrong_language", "warn", " ".join(sight.source.split())[:60])


def is_other_language(text: str, expected: str) -> bool:
    """Whether a text is plainly not in the language `expected`."""
    return _is_other(look(text).text[:_MUCH], expected)


def _is_other(text: str, expected: str) -> bool:
    letters: Counter[str] = Counter()
    for match in _SCRIPTS.finditer(text):
        letters[str(match.lastgroup)] += len(match[0]) * (2 if match.lastgroup in ("Han", "Kana") else 1)
    total = sum(letters.values())
    if total < _FEW_LETTERS:
        return False
    script = _SCRIPT_OF.get(expected, "Latin")
    own = letters[script]
    if expected == "ja":
        return letters["Kana"] * 10 < total or letters["Kana"] + letters["Han"] < total * 0.4
    if expected == "zh" and letters["Kana"] * 5 > total:
        return True
    if own < total * 0.4:
        return True
    return script == "Latin" and expected in _small_words() and _is_other_latin(text, expected)


def _is_other_latin(text: str, expected: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(text)]
    counts = {language: sum(word in small for word in words) for language, small in _small_words().items()}
    best = max(counts, key=lambda language: counts[language])
    return best != expected and counts[best] >= 4 and counts[expected] * 2 < counts[best]
