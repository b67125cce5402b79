"""Several counts of the same goods: "500/1000/3000", "500-600 pcs", "500 or 1000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

_WORDS = re.compile(r"\s(?:to|bis|до|hingga|sampai|đến|a|à)\s|\s?[至到]\s?")
_SIGN = re.compile(r"\s?[/\-–—~〜～]\s?")
_GLUE = re.compile(
    r"\s*(?:/|,|;|、|，|\||-|–|or|and|&|o|u|y|e|ou|et|oder|und|или|и|veya|ya da|ve|lub|albo|i|"
    r"atau|dan|hoac|va|या|और|或者?|和|と|または|او|و|to|bis|до|至|到|~|〜|～)\s*"
)
_MOST = 6
_SMALLEST = 10


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of the text."""

    value: Decimal
    start: int
    end: int


def rising(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, ...]]:
    """Runs of whole numbers that a slash or a dash joins and that rise. "2-3 thousand" is 2000 to 3000."""
    run: list[Number] = []
    for number in numbers:
        if run and _joined(text[run[-1].end : number.start]):
            run.append(number)
            continue
        yield from _checked(text, run)
        run = [number]
    yield from _checked(text, run)


def _joined(between: str) -> bool:
    return len(between) <= 8 and (_SIGN.fullmatch(between) or _WORDS.fullmatch(between)) is not None


def _checked(text: str, run: Sequence[Number]) -> Iterator[tuple[Number, ...]]:
    if not 2 <= len(run) <= _MOST:
        return
    before = text[max(0, run[0].start - 2) : run[0].start]
    if re.search(r"[^\W_][-/._]$|[-/._]$|[A-Za-z_]$", before) and not before.endswith(" -"):
        return
    scaled = _scaled(text, run)
    whole = all(n.value == n.value.to_integral_value() for n in scaled)
    if whole and scaled[0].value >= _SMALLEST and all(a.value < b.value for a, b in pairwise(scaled)):
        yield tuple(scaled)


def _scaled(text: str, run: Sequence[Number]) -> list[Number]:
    last = run[-1]
    written = re.sub(r"\D", "", text[last.start : last.end])
    factor = last.value / Decimal(written) if written and int(written) else Decimal(1)
    if factor < 1000 or any(n.value >= 100 for n in run[:-1]):
        return list(run)
    return [Number(n.value * factor, n.start, n.end) for n in run[:-1]] + [last]


def is_glue(between: str) -> bool:
    """Whether the words between two counts make them alternatives ("500 or 1000")."""
    return _GLUE.fullmatch(between.casefold()) is not None
