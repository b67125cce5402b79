"""Dates and months on both sides. A spelling that can be read in two ways agrees when one reading does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.compare.side import Side
from bot.steps.guard.dates import find_dates
from bot.steps.guard.months import month_words

Reading = tuple[int | None, int | None, int | None]
"""(year, month, day); None where it is not told."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0970-\u097f])*")
_MONTH_SIGN = re.compile(r"(?<![\d.])(\d{1,2}) ?月(?!\d| ?\d{1,2} ?[日号號])")
_MONTH_OF = {"vi": re.compile(r"\bth[áa]ng (\d{1,2})\b"), "ja": _MONTH_SIGN, "zh": _MONTH_SIGN}
_WORDS_ELSEWHERE = frozenset(
    {
        "may", "march", "mars", "mar", "mai", "set", "out", "sept", "jun", "dec", "ago", "jan", "abr", "nov",
        "oct", "maio", "maj", "mei", "mayo", "marzo", "lis", "luty", "wrz", "gru", "sty", "kwi", "cze", "lip",
        "ekim", "nisan", "mart", "ara", "kas", "oca", "maggio", "agosto",
    }
)  # fmt: skip
"""Names of months that are other words, too: they count when the other side names a month, never alone."""
_INFLECTED = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written. `sure`: it is one; else it may be a fraction or a size."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    sure: bool


def days_in(side: Side) -> list[Day]:
    """Dates and months of a text, in no overlap, the longest first."""
    text = side.sight.text
    found = [
        Day(each.start, each.end, each.readings, each.sure) for each in find_dates(text, side.language, None)
    ]
    for day in list(found):
        # Month before day: a translation follows its own reader, an original its writer.
        swapped = tuple((y, d, m) for y, m, d in day.readings if d is not None and d <= 12)
        if re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?", text[day.start : day.end]):
            found[found.index(day)] = Day(day.start, day.end, (*day.readings, *swapped), day.sure)
    found += _months(side)
    kept: list[Day] = []
    for each in sorted(found, key=lambda day: (-(day.end - day.start), day.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda day: day.start)


def _months(side: Side) -> Iterator[Day]:
    text = side.sight.text
    if (pattern := _MONTH_OF.get(side.language)) is not None:
        for match in pattern.finditer(text):
            if 1 <= int(match[1]) <= 12:
                yield Day(match.start(), match.end(), ((None, int(match[1]), None),), sure=True)
    names = month_words(side.language)
    for match in _WORD.finditer(text):
        word = match[0].lower()
        month = names.get(word) or _inflected(word, side.language)
        if month is not None:
            sure = len(word) > 3 and word not in _WORDS_ELSEWHERE
            yield Day(match.start(), match.end(), ((None, month, None),), sure)


def _inflected(word: str, language: str) -> int | None:
    """Russian, Polish and Turkish month names with an ending: в марте, w marcu, Mayısta."""
    if language not in ("ru", "pl", "tr") or len(word) < _INFLECTED:
        return None
    for name, month in month_words(language).items():
        stem = name[: max(_INFLECTED, len(name) - 2)]
        if len(name) > _INFLECTED and word[:-1].startswith(stem) and len(word) <= len(name) + 3:
            return month
    return None


def missing_days(here: list[Day], there: list[Day]) -> Iterator[Day]:
    """Dates that no date of the other side can mean."""
    for day in here:
        if day.sure and not any(_agree(day, other) for other in there):
            yield day


def _agree(one: Day, other: Day) -> bool:
    return any(
        all(a is None or b is None or a == b for a, b in zip(mine, theirs, strict=True))
        for mine in one.readings
        for theirs in other.readings
    )
