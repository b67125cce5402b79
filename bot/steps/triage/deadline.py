"""A date by which the buyer needs the goods: "before 20 December", "月底前", "bis 15.12.", "до конца месяца"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.fold import fold
from prompts.cues import cues

_ISO = re.compile(r"\b(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b")
_CJK = re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})[日号號])?")
_NUMERIC = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})(?:\2(20\d\d|\d\d))?\b")
_NEAR = 28
"""Characters between a cue ("before") and its date."""
_MONTH_FIRST = frozenset({"US"})


@lru_cache(maxsize=16)
def _months(language: str) -> dict[str, int]:
    from babel import Locale

    names: dict[str, int] = {}
    for tongue in {language, "en"}:
        months = Locale.parse(tongue).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    folded = fold(name).text.strip(". ")
                    if len(folded) >= 3 and not folded.isdigit():
                        names[folded] = number
    return names


@lru_cache(maxsize=16)
def _named(language: str) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(n) for n in _months(language)), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s?(?:de |of |di )?)?(?<![^\W\d_])(?P<month>{words})(?![^\W\d_])\.?"
        rf"(?:\s?(?P<after>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?(?:,?\s?(?:de |of )?(?P<year>20\d\d))?"
    )


def _future(year: int | None, month: int, day: int | None, today: date) -> date | None:
    """The next such day; without a day of the month, its last one."""
    try:
        for candidate in (year,) if year else (today.year, today.year + 1):
            found = date(candidate, month, day or monthrange(candidate, month)[1])
            if year or found >= today:
                return found
    except ValueError:
        return None
    return None


def read_deadline(text: str, language: str, country: str | None, today: date) -> date | None:
    """The deadline that `text` names, None when none; `today` is the date where the shop is."""
    folded = fold(text).text
    table = cues()["deadline"]
    near = [(m.end(), m.end() + _NEAR) for m in table["before"].finditer(folded)]
    near += [(m.start() - _NEAR, m.start()) for m in table["after"].finditer(folded)]
    end_of_month = table["end_of_month"].search(folded)
    if end_of_month:
        return date(today.year, today.month, monthrange(today.year, today.month)[1])
    for start, end, found in _dates(folded, language, country, today):
        if any(start < n_end and end > n_start for n_start, n_end in near):
            return found
    return None


def _dates(folded: str, language: str, country: str | None, today: date) -> list[tuple[int, int, date]]:
    found: list[tuple[int, int, date | None]] = []
    for m in _ISO.finditer(folded):
        found.append((m.start(), m.end(), _future(int(m[1]), int(m[2]), int(m[3]), today)))
    for m in _CJK.finditer(folded):
        if 1 <= int(m[2]) <= 12:
            year, day = (int(m[1]) if m[1] else None), (int(m[3]) if m[3] else None)
            found.append((m.start(), m.end(), _future(year, int(m[2]), day, today)))
    for m in _named(language).finditer(folded):
        day = int(m["day"] or m["after"] or 0) or None
        year = int(m["year"]) if m["year"] else None
        found.append((m.start(), m.end(), _future(year, _months(language)[m["month"]], day, today)))
    for m in _NUMERIC.finditer(folded):
        if any(m.start() < end and m.end() > start for start, end, _ in found):
            continue
        first, second = int(m[1]), int(m[3])
        day, month = (
            (second, first) if (country in _MONTH_FIRST and first <= 12) or second > 12 else (first, second)
        )
        year = int(m[4]) if m[4] else None
        if 1 <= month <= 12 and (m[2] != "." or year or day > 12 or len(m[3]) == 2):
            found.append(
                (m.start(), m.end(), _future(year + 2000 if year and year < 100 else year, month, day, today))
            )
    horizon = today + timedelta(days=730)
    return [
        (start, end, one)
        for start, end, one in sorted(found, key=lambda f: f[0])
        if one and today <= one <= horizon
    ]
