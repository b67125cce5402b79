"""When a buyer is at work: working days and hours where the buyer is, or in all places where that may be.

All moments are aware; daylight saving is the time zone's. A window is [start, end) in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)
_LOOKED_AHEAD = 60
"""Days: no calendar closes for longer."""
Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class BuyerHours:
    """Where a buyer works and when. With several `zones` only what is worked in all of them counts."""

    zones: tuple[str, ...]
    """IANA names, one at least."""
    weekend: frozenset[int] = frozenset({5, 6})
    """Monday is 0, as in `date.weekday()`."""
    days_off: frozenset[date] = frozenset()
    """Public holidays, and days on which one does not write to sell."""
    opens: time = time(9)
    closes: time = time(18)
    early: tuple[tuple[int, time], ...] = ()
    """(weekday, time) of days that end earlier."""

    def closes_on(self, day: date) -> time:
        return next((at for weekday, at in self.early if weekday == day.weekday()), self.closes)

    def works_on(self, day: date) -> bool:
        return day.weekday() not in self.weekend and day not in self.days_off


def is_open(hours: BuyerHours, at: datetime) -> bool:
    """Whether the buyer is at work at `at`, wherever the buyer is."""
    return all(_works_at(hours, at.astimezone(ZoneInfo(zone))) for zone in hours.zones)


def next_open(hours: BuyerHours, at: datetime) -> datetime | None:
    """The first moment from `at` on at which the buyer is at work; None where that never is."""
    moment = at.astimezone(UTC)
    for ahead in range(-1, _LOOKED_AHEAD):
        for start, end in _windows(hours, moment.date() + ahead * _ONE_DAY):
            if end > moment:
                return max(start, moment)
    return None


def window_at(hours: BuyerHours, at: datetime) -> Window | None:
    """The working time that `at` is in; None where the buyer is not at work."""
    moment = at.astimezone(UTC)
    for ahead in (-1, 0):
        for start, end in _windows(hours, moment.date() + ahead * _ONE_DAY):
            if start <= moment < end:
                return start, end
    return None


def _works_at(hours: BuyerHours, local: datetime) -> bool:
    day = local.date()
    return hours.works_on(day) and hours.opens <= local.time() < hours.closes_on(day)


@lru_cache(maxsize=65_536)
def _windows(hours: BuyerHours, day: date) -> tuple[Window, ...]:
    """What all zones have in common and begins on `day` of UTC, in its order."""
    first, *others = hours.zones
    # The working day of one zone may be the day before or after in another.
    found = [each for around in (-1, 0, 1) for each in _of_zone(hours, first, day + around * _ONE_DAY)]
    for zone in others:
        own = [
            each for around in (-2, -1, 0, 1, 2) for each in _of_zone(hours, zone, day + around * _ONE_DAY)
        ]
        found = [
            (max(start, begin), min(end, stop))
            for start, end in found
            for begin, stop in own
            if max(start, begin) < min(end, stop)
        ]
    return tuple(sorted({each for each in found if each[0].date() == day}))


def _of_zone(hours: BuyerHours, zone: str, day: date) -> tuple[Window, ...]:
    if not hours.works_on(day):
        return ()
    there = ZoneInfo(zone)
    start = datetime.combine(day, hours.opens, there).astimezone(UTC)
    end = datetime.combine(day, hours.closes_on(day), there).astimezone(UTC)
    return ((start, end),) if start < end else ()
