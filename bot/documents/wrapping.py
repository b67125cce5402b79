"""Breaking texts into lines, in any of our scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_PIECES = re.compile(rf"[{_UNSPACED}]|[^ {_UNSPACED}]+")
_NEVER_FIRST = frozenset(
    "、。，．：；！？）〕］｝〉》」』】〙〗’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々%‰年月日"
)
_NEVER_LAST = frozenset("（〔［｛〈《「『【〘〖‘“")
_MARK = frozenset("\u2066\u2067\u2068\u2069\u200e\u200f")


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """`text` in lines of at most `width`. A word too long for a line is broken; newlines are kept.

    A single character that is wider than a line stands alone on one.
    """
    return [line for part in text.split("\n") for line in _paragraph(part, width, measure)]


def _paragraph(text: str, width: float, measure: Measure) -> list[str]:
    if measure(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for gap, piece in _pieces(text):
        longer = line + (gap if line else "") + piece
        if not line or measure(longer) <= width:
            line = longer
        else:
            lines.append(line)
            line = piece
        while len(line) > 1 and measure(line) > width:
            fitting = _fitting(line, width, measure)
            lines.append(line[:fitting])
            line = line[fitting:]
    return _balanced([*lines, line] if line else lines)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What must not be broken if it can be helped, each with the white space before it."""
    gap, held, end = "", "", 0
    matches = list(_PIECES.finditer(text))
    for index, match in enumerate(matches):
        if not held:
            gap = text[end : match.start()]
        end = match.end()
        held += match.group()
        following = matches[index + 1] if index + 1 < len(matches) else None
        joined = following is not None and following.start() == end
        if joined and (
            (following is not None and following.group()[0] in _NEVER_FIRST) or held[-1] in _NEVER_LAST
        ):
            continue
        yield gap, held
        held = ""


def _fitting(text: str, width: float, measure: Measure) -> int:
    """How many characters of `text` fit; at least one, and no mark is torn from its letter."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= width else (low, middle - 1)
    while low > 1 and (_combines(text[low : low + 1]) or text[low - 1] in "\u094d\u200d"):
        low -= 1
    return low


def _combines(char: str) -> bool:
    import unicodedata

    return bool(char) and unicodedata.category(char) in {"Mn", "Mc", "Me"}


def _balanced(lines: list[str]) -> list[str]:
    """Isolates that are open at the end of a line are closed there and opened again on the next."""
    if not any(char in _MARK for line in lines for char in line):
        return lines
    balanced, carried = [], ""
    for line in lines:
        line = carried + line
        opened: list[str] = []
        for char in line:
            if char in "\u2066\u2067\u2068":
                opened.append(char)
            elif char == "\u2069" and opened:
                opened.pop()
        balanced.append(line + "\u2069" * len(opened))
        carried = "".join(opened)
    return balanced
