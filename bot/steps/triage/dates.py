"""Days that a text names: 20 December, 5/12/2026, 12月5日, 2026-12-05, and months without a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.fold import fold
from bot.domain.inquiry import LANGUAGES

_ISO = re.compile(r"(?<![\d./-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_CJK = re.compile(r"(?:(?<!\d)(20\d\d)年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})[日号號])?(?!份)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![\d/])(?!-\d)(?!\.\d)")
_MONTH_FIRST = frozenset({"US"})
_WORDS_ELSEWHERE = frozenset({"may", "mar", "mart", "ocak", "dec", "sep", "set", "ago", "mei"})
"""Names of months that are other words, too: they count only beside a day or a year."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day at [start, end) of the folded text; `day` is None for a whole month, `year` where none is said.

    `sure` when the digits can be nothing else: a bare 5/12 may be a pair of counts.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    sure: bool = True


@lru_cache(maxsize=16)
def _months(language: str) -> dict[str, int]:
    from babel import Locale

    names: dict[str, int] = {}
    for tongue in {language, "en"} & set(LANGUAGES):
        months = Locale.parse(tongue).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    folded = fold(name).text.strip(". ")
                    if len(folded) >= 3 and not folded.isdigit():
                        names.setdefault(folded, number)
    return names


@lru_cache(maxsize=16)
def _named(language: str) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(n) for n in _months(language)), key=len, reverse=True))
    return re.compile(
        r"(?:(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]?(?:de |of |di )?)?"
        rf"(?<![^\W\d_])(?P<month>{words})(?![^\W_])\.?"
        r"(?:\s?(?P<after>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?![^\W_]))?"
        r"(?:,?[\s-]?(?:de |of )?(?P<year>20\d\d)(?!\d))?"
    )


def named_days(folded: str, language: str, country: str | None = None) -> list[NamedDay]:
    """The days of a folded text in its order; `country` tells how 5/12 is meant."""
    found = [NamedDay(m.start(), m.end(), int(m[1]), int(m[2]), int(m[3])) for m in _ISO.finditer(folded)]
    found += [
        NamedDay(m.start(), m.end(), int(m[1]) if m[1] else None, int(m[2]), int(m[3]) if m[3] else None)
        for m in _CJK.finditer(folded)
    ]
    found += [_from_name(m, language) for m in _named(language).finditer(folded)]
    found += [_from_digits(m, country, folded.startswith(".", m.end())) for m in _NUMERIC.finditer(folded)]
    kept: list[NamedDay] = []
    for one in sorted((d for d in found if _possible(d)), key=lambda d: (d.start, -d.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _possible(one: NamedDay) -> bool:
    return 1 <= one.month <= 12 and (one.day is None or 1 <= one.day <= 31)


def _from_name(match: re.Match[str], language: str) -> NamedDay:
    day = int(match["day"] or match["after"] or 0) or None
    year = int(match["year"]) if match["year"] else None
    month = _months(language)[match["month"]]
    if day is None and year is None and match["month"] in _WORDS_ELSEWHERE:
        month = 0
    return NamedDay(match.start(), match.end(), year, month, day)


def _from_digits(match: re.Match[str], country: str | None, closing: bool) -> NamedDay:
    """`closing`: a dot stands behind the month (5.12.)."""
    first, second = int(match[1]), int(match[3])
    month_first = match[2] != "." and ((country in _MONTH_FIRST and first <= 12) or second > 12)
    day, month = (second, first) if month_first else (first, second)
    year = int(match[4]) if match[4] else None
    if year is not None and year < 100:
        year += 2000
    dotted = match[2] == "."
    two_digits = len(match[1]) == len(match[3]) == 2
    clear = year is not None or (dotted and two_digits)
    if dotted and year is None and not (two_digits or closing):
        month = 0  # 1.5 is a number
    if match[2] == "-" and year is None:
        month = 0  # 2-3 is a range
    return NamedDay(match.start(), match.end(), year, month, day, clear)
