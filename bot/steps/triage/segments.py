"""A message cut into the stretches that may speak of different goods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.steps.triage.series import is_glue

_ABBREVIATIONS = (
    "pcs pc pz szt kpl op шт уп компл ед stk st uds ud un und pzas pza pçs unid adt ad prs doz ctn ctns bh"
)
"""Counting words that are cut short: the full stop of "100 szt. czarnych" ends no sentence."""
_NO_ABBREVIATION = "".join(rf"(?<!\d {word})(?<!\d{word})" for word in _ABBREVIATIONS.split())
_CUT = re.compile(
    rf"\n+|[;；•·▪●]|(?<=\D){_NO_ABBREVIATION}[.!?](?=\s|$)|(?<=\d)[.!?](?=\s+\D|$)|[。！？؟]|\s\+\s|"
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


Span = tuple[int, int]


def gathered(
    segments: Sequence[Segment], goods: Sequence[Span], counts: Sequence[Span], text: str
) -> list[Segment]:
    """Segments so that each holds goods with their own count: "gan 65w US plug, 30 pcs" is one, "300 green
    bottles
    200 white ones" are two. `goods` and `counts` are spans of `text`."""
    whole = _with_series(segments, counts, text)
    apart = [part for segment in whole for part in _split(segment, goods, counts, text)]
    joined: list[Segment] = []
    for segment in apart:
        last = joined[-1] if joined else None
        waiting = (
            last is not None and _any(last, goods) and not _any(last, counts) and last.line == segment.line
        )
        if last is not None and waiting and _any(segment, counts) and not _any(segment, goods):
            joined[-1] = Segment(last.start, segment.end, last.line)
        else:
            joined.append(segment)
    return joined


def _with_series(segments: Sequence[Segment], counts: Sequence[Span], text: str) -> list[Segment]:
    """A comma between two counts of a series cuts nothing: "300, 1000 or 5000 towels"."""
    joined: list[Segment] = []
    ends = {end: start for start, end in counts}
    starts = {start for start, _ in counts}
    for segment in segments:
        last = joined[-1] if joined else None
        before = len(text[: last.end].rstrip()) if last is not None else 0
        first = segment.start + len(text[segment.start :]) - len(text[segment.start :].lstrip())
        if last is not None and before in ends and first in starts and is_glue(text[before:first]):
            joined[-1] = Segment(last.start, segment.end, last.line)
        else:
            joined.append(segment)
    return joined


def _any(segment: Segment, spans: Sequence[Span]) -> bool:
    return any(segment.start <= start < segment.end for start, _ in spans)


def _split(segment: Segment, goods: Sequence[Span], counts: Sequence[Span], text: str) -> list[Segment]:
    """Two counts with goods of their own, and no more than a blank between them, are two segments."""
    inside = sorted(c for c in counts if segment.start <= c[0] < segment.end)
    named = [g for g in goods if segment.start <= g[0] < segment.end]
    if len(inside) < 2 or not named:
        return [segment]
    count_first = inside[0][0] < min(start for start, _ in named)
    parts, at = [], segment.start
    for here, following in pairwise(inside):
        between = [g for g in named if here[1] <= g[0] < following[0]]
        if not between:
            continue
        border = following[0] if count_first else here[1]
        if text[at:border].strip():
            parts.append(Segment(at, border, segment.line))
            at = border
    parts.append(Segment(at, segment.end, segment.line))
    return parts
