"""When somebody is at the desk: the shop's working hours, told as moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import is_working_day
from bot.domain.facts import Shop

_DAYS_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Hours:
    """`changes_at`: when it closes if open, when it opens if closed; None: not in the days that are known."""

    open: bool
    changes_at: datetime | None


def hours_at(shop: Shop, now: datetime) -> Hours:
    """Whether the shop works at `now` (aware), by its days, hours and closures."""
    today = now.astimezone(ZoneInfo(shop.company.timezone)).date()
    for ahead in range(-1, _DAYS_AHEAD):
        span = _worked(shop, today + timedelta(days=ahead))
        if span is None or span[1] <= now:
            continue
        return Hours(True, span[1]) if span[0] <= now else Hours(False, span[0])
    return Hours(False, None)


def spans(shop: Shop, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The stretches (UTC) in which the shop works on the days from `since` to `until` (aware), in order.

    Those of the first and the last day are whole; where two would overlap, the later one begins later.
    """
    zone = ZoneInfo(shop.company.timezone)
    day, last = (moment.astimezone(zone).date() for moment in (since, until))
    ended: datetime | None = None
    while day <= last:
        span = _worked(shop, day)
        day += timedelta(days=1)
        if span is None:
            continue
        opens, closes = (moment.astimezone(UTC) for moment in span)
        opens = opens if ended is None else max(opens, ended)
        if opens < closes:
            ended = closes
            yield opens, closes


def _worked(shop: Shop, day: date) -> tuple[datetime, datetime] | None:
    """From when to when the shop works on `day`; hours that end before they begin go past midnight."""
    if not is_working_day(day, shop.company, shop.closures):
        return None
    zone = ZoneInfo(shop.company.timezone)
    begin, end = (datetime.combine(day, at, zone) for at in shop.company.working_hours)
    return begin, end if end > begin else end + timedelta(days=1)
