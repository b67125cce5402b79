"""Festivals of a buyer's country for which one wishes, named in the language of the reply
(data/festivals.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

from knowledge.countries.holiday_dates import public_holidays


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival and its first day. `wish` False: a day of mourning or fasting, about which one stays
    silent."""

    id: str
    date: date
    name: str
    """In the language asked for (mourning days: English)."""
    wish: bool = True
    estimated: bool = False
    """The day may move by one or two: it follows the moon."""
    weight: int = 5
    """How much it matters when several fall together; higher is more."""


def festivals(code: str, at_date: date, within_days: int = 10, language: str = "en") -> tuple[Festival, ...]:
    """Festivals of the country that begin from `at_date` to `within_days` later, soonest first."""
    last = at_date + timedelta(days=within_days)
    days = (
        festival for year in range(at_date.year, last.year + 1) for festival in _of_year(code, year, language)
    )
    return tuple(sorted((f for f in days if at_date <= f.date <= last), key=lambda f: (f.date, -f.weight)))


def festival_to_wish(
    code: str, at_date: date, within_days: int = 10, language: str = "en"
) -> Festival | None:
    """The one festival to wish for, the weightiest; None too where a day of mourning comes first or the
    same day."""
    near = festivals(code, at_date, within_days, language)
    wished = [festival for festival in near if festival.wish]
    if not wished or not near[0].wish:
        return None
    return max(wished, key=lambda festival: (festival.weight, -festival.date.toordinal()))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(
        (files("knowledge.countries") / "data" / "festivals.toml").read_text(encoding="utf-8")
    )


@lru_cache(maxsize=512)
def _of_year(code: str, year: int, language: str) -> tuple[Festival, ...]:
    found: list[Festival] = []
    for row in _table()["festival"]:
        name = row["names"].get(language, row["names"]["en"])
        moon = row.get("estimated", False)
        found += [Festival(row["id"], day, name, True, moon, row["weight"]) for day in _days(row, code, year)]
    return (*found, *_silent(code, year))


def _silent(code: str, year: int) -> list[Festival]:
    mourning = re.compile(_table()["silent"]["match"], re.IGNORECASE)
    return [
        Festival("silent", day, name, wish=False)
        for day, name in _named_days(code, year)
        if mourning.search(name)
    ]


def _days(row: dict[str, Any], code: str, year: int) -> list[date]:
    """First days of the festival in `year` (an Islamic feast may come twice); empty where it is not kept."""
    if row.get("national"):
        day = _table()["national_days"].get(code)
        return [_month_day(year, day)] if day else []
    if code in row.get("except", ()) or ("only" in row and code not in row["only"]):
        return []
    match = re.compile(row["match"], re.IGNORECASE)
    own = [day for day, name in _named_days(code, year, row.get("category", "public")) if match.search(name)]
    kept = code in row.get("also", ()) or "*" in row.get("also", ())
    ruled = _by_rule(row, year)
    if ruled is not None:
        return [ruled] if kept or any(abs((day - ruled).days) <= 2 for day in own) else []
    if not own and kept:
        own = [day for day, name in _named_days(row["source"], year) if match.search(name)]
    return _first_days(own)


def _by_rule(row: dict[str, Any], year: int) -> date | None:
    """The day of a festival that a rule gives; None where only a country's calendar knows it."""
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    if "fixed" in row:
        return _month_day(year, row["fixed"])
    if "easter" in row:
        return date.fromordinal(easter(year, EASTER_WESTERN).toordinal()) + timedelta(days=row["easter"])
    if "easter_orthodox" in row:
        return date.fromordinal(easter(year, EASTER_ORTHODOX).toordinal()) + timedelta(
            days=row["easter_orthodox"]
        )
    return None


def _month_day(year: int, text: str) -> date:
    month, day = text.split("-")
    return date(year, int(month), int(day))


def _first_days(days: list[date]) -> list[date]:
    firsts: list[date] = []
    previous: date | None = None
    for day in sorted(set(days)):
        # Days that began in December belong to the year before.
        began_earlier = previous is None and day.month == 1 and day.day == 1
        if not began_earlier and (previous is None or (day - previous).days > 15):
            firsts.append(day)
        previous = day
    return firsts


@lru_cache(maxsize=512)
def _named_days(code: str, year: int, category: str = "public") -> tuple[tuple[date, str], ...]:
    """(day, English name without notes), one pair for each of several names of a day."""
    days = public_holidays(code, date(year, 1, 1), date(year, 12, 31), category=category)
    return tuple(
        (day.date, re.sub(r" \([^)]*(?:estimated|observed|in lieu)[^)]*\)", "", part).strip())
        for day in days
        for part in day.name_en.split(";")
        if "observed" not in part and "in lieu" not in part
    )
