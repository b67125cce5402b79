"""Place names inside Chinese and Japanese, which put no space between words."""

from __future__ import annotations

from knowledge.countries.place_cues import product_words
from knowledge.countries.place_index import Place, place_index

_LONGEST = 14
_LANGUAGE_ENDINGS = ("語", "语", "文", "製", "制", "産", "产", "円", "元")
_DAY_BEFORE = "今昨明每毎近同即本当當"


def _katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def han_matches(run: str, behind: str = "") -> list[tuple[int, int, Place]]:
    """(start, end, place) of the names in one unbroken run, longest first, left to right; `behind` follows
    it."""
    index, found, at = place_index(), [], 0
    while at < len(run):
        for end in range(min(len(run), at + _LONGEST), at + 1, -1):
            name = run[at:end]
            place = index.get_han(name)
            if place is not None and _stands_alone(run, at, end, behind):
                found.append((at, end, place))
                at = end
                break
        else:
            at += 1
    return found


def _stands_alone(run: str, start: int, end: int, behind: str) -> bool:
    rest = run[end:] + behind.lstrip()
    if rest.startswith((*_LANGUAGE_ENDINGS, *product_words().after_han)):
        return False
    if _katakana(run[start]) and start and _katakana(run[start - 1]):
        return False
    if _katakana(run[end - 1]) and end < len(run) and _katakana(run[end]):
        return False
    return not (run[start:end].startswith("日本") and start and run[start - 1] in _DAY_BEFORE)
