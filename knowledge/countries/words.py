"""How the gazetteer cuts a text into words and compares them: without case, accents and typing habits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0970-\u097f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_HAN = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f"
WORD = re.compile(rf"[{_HAN}]+|(?:[^\W\d_{_HAN}]|[{_MARKS}])+")
HAN_WORD = re.compile(rf"[{_HAN}]+")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه", "ـ": ""}
)


class Word(NamedTuple):
    """One word of a text: its span, as written, and as compared."""

    start: int
    end: int
    raw: str
    key: str


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """`word` as it is compared: casefolded, accents off (not in Japanese, where they are other letters)."""
    if HAN_WORD.match(word):
        return unicodedata.normalize("NFKC", word)
    if word.isascii():
        return word.lower()
    folded = word.replace("İ", "i").casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def cut(text: str) -> list[Word]:
    """The words of `text` in order; a run of Chinese or Japanese is one word.

    What is left of nothing but accents has no key and is no word.
    """
    words = (Word(m.start(), m.end(), m.group(), plain(m.group())) for m in WORD.finditer(text))
    return [word for word in words if word.key]


def key_of(name: str) -> str:
    """The key under which `name` is stored and found."""
    return " ".join(plain(part) for part in WORD.findall(name))
