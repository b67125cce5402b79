"""Which sentences of two texts say the same: a walk through both that keeps lengths and figures together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.compare.side import Side, Span
from bot.steps.guard.terms import sentences_of

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]")
_FIGURES = re.compile(r"\d+")
_MOST = 60
"""Sentences of a text; longer ones are compared as wholes."""
_MOVES = (
    (1, 1, 0.0),
    (1, 2, 0.35),
    (2, 1, 0.35),
    (2, 2, 0.7),
    (1, 0, 1.1),
    (0, 1, 1.1),
    (1, 3, 0.8),
    (3, 1, 0.8),
)
"""(sentences here, sentences there, price)."""
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that belong together; a side may have none."""

    here: tuple[Span, ...]
    there: tuple[Span, ...]


def beads(one: Side, other: Side) -> list[Bead]:
    """All sentences of both, in their order."""
    here, there = list(sentences_of(one.sight.text)), list(sentences_of(other.sight.text))
    if not here or not there or len(here) > _MOST or len(there) > _MOST:
        return [Bead(tuple(here), tuple(there))]
    mine, theirs = _weighed(one, here), _weighed(other, there)
    ratio = (sum(size for size, _ in mine) or 1) / (sum(size for size, _ in theirs) or 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(here) + 1):
        for j in range(len(there) + 1):
            if (i, j) not in best:
                continue
            for a, b, price in _MOVES:
                if i + a > len(here) or j + b > len(there):
                    continue
                cost = best[i, j][0] + price + _distance(mine[i : i + a], theirs[j : j + b], ratio)
                if (i + a, j + b) not in best or cost < best[i + a, j + b][0]:
                    best[i + a, j + b] = cost, (i, j)
    found: list[Bead] = []
    at = (len(here), len(there))
    while at != (0, 0):
        before = best[at][1]
        found.append(Bead(tuple(here[before[0] : at[0]]), tuple(there[before[1] : at[1]])))
        at = before
    return found[::-1]


def _weighed(side: Side, spans: Sequence[Span]) -> list[tuple[int, frozenset[str]]]:
    """(length, figures) of each sentence; a Chinese sign is as long as two letters."""
    told = []
    for start, end in spans:
        text = side.sight.text[start:end]
        told.append((len(text) + len(_WIDE.findall(text)), frozenset(_FIGURES.findall(text))))
    return told


def _distance(
    mine: Sequence[tuple[int, frozenset[str]]], theirs: Sequence[tuple[int, frozenset[str]]], ratio: float
) -> float:
    if not mine or not theirs:
        return 0.0
    long, other = sum(size for size, _ in mine), sum(size for size, _ in theirs) * ratio
    here: frozenset[str] = frozenset().union(*(found for _, found in mine))
    there: frozenset[str] = frozenset().union(*(found for _, found in theirs))
    price = abs(long - other) / (long + other + 1)
    if here and here & there:
        price -= _SHARED * len(here & there) / len(here | there)
    elif here or there:
        price += _SHARED / 2
    return price
