"""The festivals that lie ahead of a buyer, as occasions to wish: not beside a day of mourning, and not two of
them close together."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.follow_up_facts import Occasion
from knowledge.countries.festivals import Festival, festivals

_WEIGHTY = 7
"""Below it a festival is no reason to write without being asked."""
_APART = timedelta(days=20)
_NAMED = ":"


@lru_cache(maxsize=4096)
def wishes_ahead(
    country: str, zone: str, today: date, within_days: int, days_before: int
) -> tuple[Occasion, ...]:
    """From `today` on, soonest first. `zone`: where the buyer is."""
    near = festivals(country, today, within_days)
    silent = [each.date for each in near if not each.wish]
    wished: list[Festival] = []
    for each in sorted((e for e in near if e.wish and e.weight >= _WEIGHTY), key=lambda e: -e.weight):
        begins = each.date - timedelta(days=days_before)
        mourned = any(begins <= day <= each.date for day in silent)
        crowded = any(abs(each.date - other.date) < _APART for other in wished)
        if not mourned and not crowded:
            wished.append(each)
    return tuple(
        Occasion(
            "festival",
            f"festival:{each.id}:{each.date.isoformat()}",
            _midnight(each.date - timedelta(days=days_before), zone),
            _midnight(each.date + timedelta(days=1), zone),
        )
        for each in sorted(wished, key=lambda each: each.date)
    )


def festival_name(country: str, subject: str, language: str) -> str | None:
    """The name of an occasion's festival in `language`; None where its calendar has it no more."""
    _, name, day = subject.split(_NAMED)
    at = date.fromisoformat(day)
    found = festivals(country, at - timedelta(days=2), 4, language)
    return next((each.name for each in found if each.id == name and each.wish), None)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone))
