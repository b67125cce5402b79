"""Periods that figures are shown for: days of the shop, and as many before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Step = Literal["day", "week", "month"]
_LONGEST_DAYS = 366 * 5
_DAYS_OF: dict[str, int] = {"7d": 7, "30d": 30, "90d": 90, "365d": 365}
NAMED = (*_DAYS_OF, "week", "month", "last_week", "last_month")
"""So many days up to today; the week or month of today; the one before it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both within it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """As many days, right before."""
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    def moments(self, zone: str) -> tuple[datetime, datetime]:
        """Its begin and its end (aware); days of 23 and 25 hours are whole days."""
        return _midnight(self.first, zone), _midnight(self.last + timedelta(days=1), zone)

    def is_partial(self, today: date) -> bool:
        """Whether its last day is not over."""
        return self.last >= today

    @property
    def step(self) -> Step:
        """In which steps a chart of it is read best."""
        return "day" if self.days <= 45 else "week" if self.days <= 200 else "month"

    def steps(self, step: Step) -> Iterator[date]:
        """The first day of each day, week (Monday) or month that it touches."""
        day = begin_of(self.first, step)
        while day <= self.last:
            yield day
            day = following(day, step)

    def is_whole(self, begin: date, step: Step, today: date) -> bool:
        """Whether the step that begins on `begin` lies within it and is over."""
        end = following(begin, step) - timedelta(days=1)
        return begin >= self.first and end <= self.last and end < today


def named(name: str, today: date) -> Period:
    """One of NAMED. ValueError for another name."""
    if name in _DAYS_OF:
        return Period(today - timedelta(days=_DAYS_OF[name] - 1), today)
    if name in ("week", "month"):
        return Period(begin_of(today, "week" if name == "week" else "month"), today)
    if name in ("last_week", "last_month"):
        step: Step = "week" if name == "last_week" else "month"
        last = begin_of(today, step) - timedelta(days=1)
        return Period(begin_of(last, step), last)
    raise ValueError(f"{name!r} is no period: one of {', '.join(NAMED)}")


def between(first: date, last: date) -> Period:
    """ValueError where `last` is before `first`, or too far from it."""
    if last < first:
        raise ValueError("The period ends before it begins.")
    if (last - first).days >= _LONGEST_DAYS:
        raise ValueError("A period has five years at most.")
    return Period(first, last)


def begin_of(day: date, step: Step) -> date:
    """The first day of the step that `day` lies in."""
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def following(begin: date, step: Step) -> date:
    """The first day of the next step."""
    if step == "month":
        return (begin.replace(day=1) + timedelta(days=32)).replace(day=1)
    return begin + timedelta(days=7 if step == "week" else 1)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
