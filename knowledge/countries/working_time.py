"""The working hours of a buyer, put together from the country's calendar and what is known of the place."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from bot.domain.buyer_hours import BuyerHours
from knowledge.countries.holiday_dates import public_holidays
from knowledge.countries.profile import profile
from knowledge.countries.quiet_days import quiet_days
from knowledge.countries.time_zones import zones_of

_EARLY: dict[str, tuple[tuple[int, time], ...]] = {
    # Friday is half a day: the public sector closes at noon, and the prayer is at a quarter past.
    "AE": ((4, time(12)),),
}
_UNKNOWN_WEEKEND = frozenset({4, 5, 6})
"""Somewhere Friday is free, elsewhere Saturday and Sunday are."""
_YEARS = 2
"""This one and the next: nothing is planned further ahead."""


def working_time(
    country: str | None, now: datetime, *, phone: str | None = None, city: str | None = None,
    opens: time = time(9), closes: time = time(18), wrote_at: datetime | None = None,
) -> BuyerHours:  # fmt: skip
    """When a buyer may be written to, for what is planned from `now` on.

    A buyer whose country nobody knows is written to around the hour at which the buyer has written
    (`wrote_at`), from Monday to Thursday.
    """
    zones = zones_of(country, phone, city)
    if not country or not zones:
        return _around(wrote_at or now)
    return _of_country(country, zones, now.year, opens, closes)


@lru_cache(maxsize=4096)
def _of_country(country: str, zones: tuple[str, ...], year: int, opens: time, closes: time) -> BuyerHours:
    return BuyerHours(
        zones, profile(country).weekend, days_off(country, year), opens, closes, _EARLY.get(country, ())
    )


@lru_cache(maxsize=1024)
def days_off(country: str, year: int) -> frozenset[date]:
    """Public holidays and quiet days of the country in `year` and the next one."""
    found: set[date] = set()
    for each in range(year, year + _YEARS):
        found |= {day.date for day in public_holidays(country, date(each, 1, 1), date(each, 12, 31))}
        found |= quiet_days(country, each)
    return frozenset(found)


def _around(at: datetime) -> BuyerHours:
    hour = min(max(at.hour - 1, 0), 21)
    return BuyerHours(("UTC",), _UNKNOWN_WEEKEND, frozenset(), time(hour), time(hour + 2))
