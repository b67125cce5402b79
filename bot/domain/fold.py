"""One spelling for matching: no case, no accents, Latin digits, one form of each Arabic letter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ـ": ""}
_OTHER = {"ё": "е", "đ": "d", "ø": "o", "ł": "l",
          "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'",
          "–": "-", "—": "-", "−": "-", "×": "x", "”": '"', "“": '"', "″": '"'}  # fmt: skip

_SHORT = 2000


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the folded string; `origin[i]` is the index in the source of its i-th character."""

    text: str
    origin: tuple[int, ...]

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that the folded span [start, end) stands for."""
        if start >= end:
            return (0, 0)
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _OTHER:
        return _OTHER[char]
    if char in _ARABIC:
        return _ARABIC[char]
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    # Japanese kana keep their voicing marks and Devanagari its vowel signs: there a mark makes another word.
    name_block = ord(char)
    if 0x3040 <= name_block <= 0x30FF or 0x0900 <= name_block <= 0x097F or 0xAC00 <= name_block <= 0xD7AF:
        return char
    lowered = unicodedata.normalize("NFKC", char).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    bare = "".join(_OTHER.get(c, _ARABIC.get(c, c)) for c in bare)
    if unicodedata.category(char) in ("Cf", "Mn") and not bare.strip():
        return ""
    return bare


def fold(text: str) -> Folded:
    """`text` folded character by character, with the way back to the source."""
    return _kept(text) if len(text) <= _SHORT else _fold(text)


@lru_cache(maxsize=1024)
def _kept(text: str) -> Folded:
    # A message is folded by each of its readers.
    return _fold(text)


def _fold(text: str) -> Folded:
    pieces: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        piece = _fold_char(char)
        pieces.append(piece)
        origin.extend([index] * len(piece))
    return Folded("".join(pieces), tuple(origin))
