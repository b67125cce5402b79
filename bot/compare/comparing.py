"""The comparison: each reader looks at both sides, and what one side says alone is a difference."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal, cast

from bot.compare.codes import missing, named_in
from bot.compare.dates import days_in, missing_days
from bot.compare.negations import lost_negations, negations_in
from bot.compare.numbers import missing_numbers, numbers_in
from bot.compare.sentences import Bead, beads
from bot.compare.side import Side, Span, side
from bot.compare.terms import lost_terms
from bot.domain.inquiry import LANGUAGES

Kind = Literal[
    "number", "amount", "currency", "percent", "unit", "date", "code", "incoterm", "certificate", "contact",
    "negation", "term", "longer", "shorter",
]  # fmt: skip
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 60
"""Letters from which lengths tell something."""
_TIMES = 2.6
"""How much longer one text may be; a Chinese sign says as much as three letters."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of one text (in normal form C) that the other says otherwise, or not at all."""

    kind: Kind
    start: int
    end: int
    text: str
    meaning: str = ""
    """Of a term: which one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences on both sides, in the order of each text. `whole` is of the texts, not of a place."""

    original: tuple[Difference, ...] = ()
    translation: tuple[Difference, ...] = ()
    whole: tuple[Kind, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind that was found, once."""
        found = (each.kind for each in (*self.original, *self.translation))
        return tuple(dict.fromkeys((*found, *self.whole)))

    def __bool__(self) -> bool:
        return bool(self.original or self.translation or self.whole)


@lru_cache(maxsize=2048)
def compare(
    original: str, translation: str, languages: tuple[str, str], codes: frozenset[str] = frozenset()
) -> Comparison:
    """What `translation` says otherwise than `original`. `languages` are theirs, `codes` known SKUs.

    Numbers, dates, codes and currencies are compared in any language, negations and terms in our fifteen.
    """
    one, other = side(original, languages[0]), side(translation, languages[1])
    mine = _Read(one, codes)
    theirs = _Read(other, codes)
    together = beads(mine.rest, theirs.rest)
    return Comparison(
        tuple(_differences(mine, theirs, together)),
        tuple(_differences(theirs, mine, [Bead(bead.there, bead.here) for bead in together])),
        _lengths(original, translation),
    )


class _Read:
    """All that is read of one side before anything is compared."""

    def __init__(self, whole: Side, codes: Collection[str]) -> None:
        self.whole = whole
        self.named = named_in(whole, codes)
        self.rest = whole.without([(each.start, each.end) for each in self.named])
        self.days = days_in(self.rest)
        self.undated = self.rest.without([(day.start, day.end) for day in self.days if day.sure])
        self.numbers, self.money = numbers_in(self.undated)
        self.no = negations_in(self.rest)
        self.more = frozenset(_figures(self))


def _figures(read: _Read) -> Iterable[Decimal]:
    """Numbers inside dates and codes: the other side may write them on their own."""
    for day in read.days:
        for reading in day.readings:
            yield from (Decimal(each) for each in reading if each is not None)
    for each in read.named:
        yield from (
            Decimal(found) for found in re.findall(r"\d+", read.whole.sight.text[each.start : each.end])
        )


def _differences(here: _Read, there: _Read, together: list[Bead]) -> list[Difference]:
    found: list[tuple[str, int, int, str]] = [
        (each.kind, each.start, each.end, "") for each in missing(here.named, there.named, there.whole)
    ]
    found += [
        ("date", day.start, day.end, "")
        for day in missing_days(here.days, there.days)
        if not _as_figures(day.start, day.end, here, there)
    ]
    found += [(*each, "") for each in missing_numbers(here.numbers, there.numbers, there.money, there.more)]
    if here.no is not None and there.no is not None:
        found += [("negation", *span, "") for span in lost_negations(together, here.no, there.no)]
    if here.whole.language in LANGUAGES and there.whole.language in LANGUAGES:
        found += [("term", *span, name) for name, span in lost_terms(here.rest, there.rest)]
    return _in_order(here.whole, found)


def _as_figures(start: int, end: int, here: _Read, there: _Read) -> bool:
    """What one side takes for a date stands on the other as it is, or as a day alone: "1 to 7 May"."""
    written = here.whole.sight.text[start:end]
    if any(map(str.isdigit, written)) and written in there.whole.sight.text:
        return True
    months = {month for day in there.days for _, month, _ in day.readings}
    values = {value for number in there.numbers for value in number.values}
    return any(
        month in months and each is not None and Decimal(each) in values
        for day in here.days
        if day.start == start
        for _, month, each in day.readings
    )


def _in_order(whole: Side, found: Iterable[tuple[str, int, int, str]]) -> list[Difference]:
    kept: list[tuple[str, Span, str]] = []
    for kind, start, end, meaning in sorted(found, key=lambda each: (each[1], -each[2])):
        if end > start and (not kept or start >= kept[-1][1][1]):
            kept.append((kind, (start, end), meaning))
    told = []
    for kind, (start, end), meaning in kept:
        begin, stop = whole.place(start, end)
        told.append(Difference(cast(Kind, kind), begin, stop, whole.sight.source[begin:stop], meaning))
    return told


def _lengths(original: str, translation: str) -> tuple[Kind, ...]:
    here, there = _length(original), _length(translation)
    if max(here, there) < _ENOUGH:
        return ()
    if there > here * _TIMES:
        return ("longer",)
    return ("shorter",) if here > there * _TIMES else ()


def _length(text: str) -> int:
    return len(_LETTER.findall(text)) + 2 * len(_WIDE.findall(text))
