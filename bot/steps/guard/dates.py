"""Dates of a text, in every order and spelling, against the dates that the plan holds.

A spelling that can be read in two ways is right when one reading is; a spelling that its writer cannot have
meant (month before day outside English) is not tried, or an exchange of two digits would go unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.months import ARABIC_PAIRS, month_words
from bot.steps.guard.sight import Sight

_YEAR_FIRST = re.compile(
    r"(?<![\d.,/\-])(\d{4})(?P<mark>[\-/.])(\d{1,2})(?P=mark)(\d{1,2})(?![\d/\-])(?!\.\d)"
)
_YEAR_LAST = re.compile(
    r"(?<![\d.,/\-])(\d{1,2})(?P<mark>[\-/.])(\d{1,2})(?P=mark)(\d{4,5}|\d{2})(?![\d/\-])(?!\.\d)"
)
_NO_YEAR = re.compile(r"(?<![\d.,/\-])(\d{1,2})(?:/(\d{1,2})(?![\d/.,])|\.(\d{1,2})\.(?!\d))")
_HAN = re.compile(
    r"(?:(?P<year>\d{2,5}) ?年 ?)?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,3}) ?[日号號])?"
    r"(?: ?[-–—~至到〜] ?(?P<last>\d{1,2}) ?[日号號])?"
)
_HAN_YEAR = re.compile(r"(?P<year>\d{4}) ?年(?! ?\d)")
_VIETNAMESE = re.compile(
    r"(?:ngày )?(?<!\d)(?P<day>\d{1,3}) (?:tháng|thg) (?P<month>\d{1,3})(?:(?:,? năm|,|"
    r"/) ?(?P<year>\d{4,5})\b)?",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0970-\u097f])*"
_DAY_NAME = re.compile(
    rf"(?<![\d.,])(?:(?P<first>\d{{1,3}}) ?(?:\.|er|º)? ?[-–—] ?)?(?P<day>\d{{1,3}})(?:st|nd|rd|th|er|"
    rf"º|ª|°|\.)?[ \-]"
    rf"(?:(?:de|of|di) |d')?(?P<month>{_NAME}(?: الثاني| الأول)?)[.॰]?"
    rf"(?:,? ?(?:(?:de|del|of|عام|سنة|год\w*) )?[ \-]?(?P<year>\d{{4,5}})(?![\d.,]*\d))?",
)
_NAME_DAY = re.compile(
    rf"(?P<month>(?<![^\W\d_]){_NAME})\.? (?P<day>\d{{1,3}})(?:st|nd|rd|"
    rf"th)?(?: ?[-–—] ?(?P<last>\d{{1,2}}))?(?![\d.:%]*\d)(?! ?%)"
    rf"(?:,? (?P<year>\d{{4,5}})(?![\d.,]*\d))?"
)
_NAME_YEAR = re.compile(
    rf"(?P<month>(?<![^\W\d_]){_NAME})[.॰]? (?:(?:de|del|of) )?(?P<year>20\d\d)(?![\d.,]*\d)"
)
_MONTH_FIRST = frozenset({None, "US", "PH", "CA", "PR", "GU", "FM", "PW", "MH"})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date as written: `year` None where it is not told, `day` None where only a month is."""

    start: int
    end: int
    readings: tuple[tuple[int | None, int, int | None], ...]
    sure: bool = True
    """False: it may be no date at all (3/4, 12.6.) and is left to the other rules when unknown."""


def check_dates(sight: Sight, plan: ReplyPlan) -> tuple[list[Finding], list[Span]]:
    """The findings, and the places of all dates, allowed or not."""
    found: list[Finding] = []
    spans: list[Span] = []
    for seen in find_dates(sight.text, plan.language, plan.country):
        if any(seen.start < end and start < seen.end for start, end in spans[-200:]):
            continue
        allowed = any(_known(reading, plan.facts.dates) for reading in seen.readings)
        if not allowed and not seen.sure:
            continue
        spans.append((seen.start, seen.end))
        if not allowed:
            found.append(Finding("unsupported_date", "block", sight.words(seen.start, seen.end)))
    return found, spans


def _known(reading: tuple[int | None, int, int | None], dates: frozenset[date]) -> bool:
    year, month, day = reading
    return any(
        day in (None, known.day) and month == known.month and year in (None, known.year) for known in dates
    )


def find_dates(text: str, language: str, country: str | None) -> Iterator[SeenDate]:
    """Every date that stands in a text, with all that it can mean; the same place may come twice."""
    for match in _YEAR_FIRST.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        yield SeenDate(match.start(), match.end(), ((year, month, day),))
    month_first = language == "en" and country in _MONTH_FIRST
    for match in _YEAR_LAST.finditer(text):
        one, two, year = int(match[1]), int(match[3]), _year(match[4])
        orders: list[tuple[int | None, int, int | None]] = []
        if not (month_first and country == "US"):
            orders.append((year, two, one))
        if month_first and match["mark"] != ".":
            orders.append((year, one, two))
        if language in ("zh", "ja") and len(match[4]) == 2:
            orders = [(2000 + one, two, year - 2000)]
        yield SeenDate(match.start(), match.end(), tuple(orders))
    if "月" in text or "年" in text:
        yield from _han(text)
    if "th" in text or "Th" in text or "TH" in text:
        for match in _VIETNAMESE.finditer(text):
            yield SeenDate(match.start(), match.end(), (_reading(match, int(match["month"])),))
    yield from _named(text, language)
    for match in _NO_YEAR.finditer(text):
        one, two = int(match[1]), int(match[2] or match[3])
        swapped = ((None, one, two),) if month_first or language in ("zh", "ja") else ()
        yield SeenDate(match.start(), match.end(), ((None, two, one), *swapped), sure=False)


def _year(written: str) -> int:
    return 2000 + int(written) if len(written) == 2 else int(written)


def _reading(match: re.Match[str], month: int, group: str = "day") -> tuple[int | None, int, int | None]:
    return _year(match["year"]) if match["year"] else None, month, int(match[group])


def _han(text: str) -> Iterator[SeenDate]:
    for match in _HAN.finditer(text):
        year, month = _year(match["year"]) if match["year"] else None, int(match["month"])
        first_end = match.start("last") - 1 if match["last"] else match.end()
        day = int(match["day"]) if match["day"] else None
        if year is None and day is None:
            continue  # 3月 alone; 3个月 is a time span and is not written like this
        yield SeenDate(match.start(), first_end, ((year, month, day),))
        if match["last"]:
            yield SeenDate(match.start("last"), match.end(), ((year, month, int(match["last"])),))
    for match in _HAN_YEAR.finditer(text):
        yield SeenDate(match.start(), match.end(), tuple((int(match["year"]), m, None) for m in range(1, 13)))


def _named(text: str, language: str) -> Iterator[SeenDate]:
    names = month_words(language)
    for match in _DAY_NAME.finditer(text):
        month = _month(match, names)
        if month is None:
            continue
        if match["first"]:
            year = int(match["year"]) if match["year"] else None
            yield SeenDate(match.start("first"), match.start("day"), ((year, month, int(match["first"])),))
        start = match.start("day")
        year_end = match.end() if match["year"] else match.end("month")
        yield SeenDate(start, year_end, (_reading(match, month),))
    for match in _NAME_DAY.finditer(text):
        month = _month(match, names)
        if month is None:
            continue
        if match["last"]:
            yield SeenDate(match.start(), match.start("last"), (_reading(match, month),))
            yield SeenDate(match.start("last"), match.end(), (_reading(match, month, "last"),))
        else:
            yield SeenDate(match.start(), match.end(), (_reading(match, month),))
    for match in _NAME_YEAR.finditer(text):
        month = _month(match, names)
        if month is not None:
            yield SeenDate(match.start(), match.end(), ((int(match["year"]), month, None),))


@cache
def _fits_any_case(name: str) -> bool:
    return len(name) > 3 or not name.isascii()


def _month(match: re.Match[str], names: Mapping[str, int]) -> int | None:
    written = match["month"]
    pair = ARABIC_PAIRS.get(written)
    month = pair or names.get(written.lower()) or names.get(written.split(" ")[0])
    if month is None:
        return None
    # "30 may be shipped", "5 set": short names count only with a capital or a year behind them.
    if (
        not _fits_any_case(written)
        and not written[0].isupper()
        and not match["year"]
        and written not in _WHOLE
    ):
        return None
    return month


_WHOLE = frozenset({"mai", "maj", "mei"})
