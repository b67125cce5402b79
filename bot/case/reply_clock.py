"""The reply clock: how long a buyer may still wait, and when the shop can answer at the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain.calendar import is_working_day
from bot.domain.desk import REPLY_WITHIN
from bot.domain.facts import Closure, Company

Tone = Literal["good", "warn", "bad"]
_SOON = timedelta(hours=8)
_NOW = timedelta(hours=2)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReplyClock:
    """`left` is negative once the reply is late. `answer_by` is the last working moment before `due`."""

    due: datetime
    left: timedelta
    tone: Tone
    answer_by: datetime | None
    """None where the shop does not work before `due`."""

    @property
    def late(self) -> bool:
        return self.left < timedelta(0)

    @property
    def closes_before(self) -> bool:
        """The shop goes home before the time is over."""
        return self.answer_by is not None and self.answer_by < self.due


def reply_clock(
    since: datetime, now: datetime, company: Company, closures: tuple[Closure, ...] = ()
) -> ReplyClock:
    """The clock of a buyer who waits since `since` (aware), in the shop's working hours."""
    due = since + REPLY_WITHIN
    last = _last_working_moment(now, due, company, closures)
    left = due - now
    workable = (last - now) if last is not None and last > now else left
    tone: Tone = "good"
    if min(left, workable) < _NOW:
        tone = "bad"
    elif min(left, workable) < _SOON:
        tone = "warn"
    return ReplyClock(due, left, tone, last)


def _last_working_moment(
    now: datetime, due: datetime, company: Company, closures: tuple[Closure, ...]
) -> datetime | None:
    """The last moment from `now` to `due` at which the shop works."""
    zone = ZoneInfo(company.timezone)
    opens, closes = company.working_hours
    day = due.astimezone(zone).date()
    while day >= now.astimezone(zone).date():
        if is_working_day(day, company, closures):
            begin, end = _at(day, opens, zone), _at(day, closes, zone)
            if begin < due and end > now:
                return min(end, due)
        day -= _ONE_DAY
    return None


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone)
