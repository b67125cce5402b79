"""Days and times in a platform's export, in any of the usual spellings of the world."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain.inquiry import LANGUAGES
from knowledge.shop_folder.number_cells import LONGEST, Unreadable, plain

DayOrder = Literal["day-first", "month-first"]
EXPECTED = "a day or a time such as 2026-11-22 or 2026-11-22 14:30"
_EARLIEST = 2000
_CLOCK = (
    r"(?:[T ,]\s*(?P<h>\d{1,2})[:.](?P<mi>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<y>\d{{4}})\s*[-/.年년]\s*(?P<mo>\d{{1,2}})\s*[-/.月월]\s*(?P<d>\d{{1,2}})\s*[日일]?{_CLOCK}",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(rf"(?P<a>\d{{1,2}})[-/. ](?P<b>\d{{1,2}})[-/. ](?P<y>\d{{4}}){_CLOCK}", re.IGNORECASE)
_AT_END = re.compile(rf"(?<=\d){_CLOCK[:-1]}$", re.IGNORECASE)
_COMPACT = re.compile(r"(?P<y>20\d{2})(?P<mo>\d{2})(?P<d>\d{2})(?:(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?)?")
_SERIAL = re.compile(r"(?P<days>[34]\d{4})(?:\.(?P<part>\d+))?")
"""A spreadsheet's number of a day, between 1982 and 2036: a column that lost its format."""


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """Which of day and month stands first, told by those dates that can only mean one; None: none of them
    tells, though one could be either. `day-first` where there is nothing to tell."""
    either = False
    for text in texts:
        found = _YEAR_LAST.fullmatch(plain(text)) if len(text) <= LONGEST else None
        if found is None or found["a"] == found["b"]:
            continue
        if int(found["a"]) > 12:
            return "day-first"
        if int(found["b"]) > 12:
            return "month-first"
        either = either or "." not in text[:5]  # 03.04.2026 is written where the day stands first
    return None if either else "day-first"


@lru_cache(50_000)
def moment(text: str, order: DayOrder, zone: str) -> datetime:
    """The time in UTC; one without an offset is `zone`'s, a day alone is its noon. Unreadable."""
    text = plain(text)
    if len(text) > LONGEST:
        raise Unreadable(EXPECTED)
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _made(found.groupdict(), int(found["mo"]), int(found["d"]), zone)
    if found := _YEAR_LAST.fullmatch(text):
        first, second = int(found["a"]), int(found["b"])
        day, month = (first, second) if order == "day-first" else (second, first)
        return _made(found.groupdict(), month, day, zone)
    if found := _SERIAL.fullmatch(text):
        days = timedelta(days=float(text))
        return (datetime(1899, 12, 30, tzinfo=ZoneInfo(zone)) + days).astimezone(UTC)
    return _in_words(text, zone)


def _made(parts: dict[str, str | None], month: int, day: int, zone: str) -> datetime:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("h", "mi", "s"))
    half = (parts.get("half") or "").casefold()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if parts.get("h") is None:
        hour = 12
    try:
        naive = datetime(int(parts["y"] or 0), month, day, hour, minute, second)  # noqa: DTZ001 - its zone follows
    except ValueError:
        raise Unreadable(EXPECTED) from None
    if naive.year < _EARLIEST:
        raise Unreadable(EXPECTED)
    offset = parts.get("zone")
    if not offset:
        return naive.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if offset[0] not in "+-":
        return naive.replace(tzinfo=UTC)
    return datetime.fromisoformat(f"{naive.isoformat()}{offset[:3]}:{offset[-2:]}").astimezone(UTC)


def _in_words(text: str, zone: str) -> datetime:
    """`Nov 22, 2026 3:10 PM`, `22 novembre 2026`: months by name, in our languages."""
    clock = _AT_END.search(text)
    words = re.findall(r"[^\W\d_]+\.?|\d+", text[: clock.start()] if clock else text)
    months = _months()
    month = [months[key] for word in words if (key := word.casefold().rstrip(".")) in months]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    if not (len(month) == len(years) == len(days) == 1):
        raise Unreadable(EXPECTED)
    return _made({"y": str(years[0]), **(clock.groupdict() if clock else {})}, month[0], days[0], zone)


@cache
def _months() -> dict[str, int]:
    """Names of months in any of our languages; what means two different ones is no name."""
    from babel.dates import get_month_names

    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, language).items():
                    found.setdefault(name.casefold().rstrip("."), set()).add(month)
    return {name: months.pop() for name, months in found.items() if len(months) == 1 and name.isalpha()}
