"""A message cut into the stretches that may speak of different goods."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CUT = re.compile(
    r"\n+|[;；•·▪●]|(?<=\D)[.!?](?=\s|$)|(?<=\d)[.!?](?=\s+\D|$)|[。！？؟]|\s\+\s|"
    r"(?<!\d)[,，、،]|[,，、،](?=\s)|\s(?=(?:and|und|et|e|y|и|ve|dan|oraz|va|và|और)\s)|[和及与跟](?=[\d一二三四五六七八九十两几])|\sو(?=\s?\d)|"
    r"\s(?=(?:plus|also|also|auch|ainsi|además|además|tambien|também|inoltre|также|плюс|ayrıca|juga|cũng|也|另外)\s)"
)
_PARENTHESIS = re.compile(r"[(（][^()（）\n]{1,60}[)）]")


@dataclass(frozen=True, slots=True)
class Segment:
    """`text[start:end]` of a message; `line` counts its lines, so that a list is told from a sentence."""

    start: int
    end: int
    line: int


def cut(text: str) -> tuple[Segment, ...]:
    """The segments of `text` in order, without blank ones."""
    segments: list[Segment] = []
    at = line = 0
    closed = [(m.start(), m.end()) for m in _PARENTHESIS.finditer(text)]
    for match in _CUT.finditer(text):
        if any(start < match.start() < end for start, end in closed):
            continue
        if text[at : match.start()].strip():
            segments.append(Segment(at, match.start(), line))
        line += match[0].count("\n")
        at = match.end()
    if text[at:].strip():
        segments.append(Segment(at, len(text), line))
    return tuple(segments)


def join(first: Segment, second: Segment) -> Segment:
    """Both as one, with what stands between."""
    return Segment(first.start, second.end, first.line)
