"""Days of mourning and remembrance that are no public holidays: one does not write to sell on them
(data/quiet_days.toml)."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

from knowledge.countries.holiday_dates import public_holidays


@lru_cache(maxsize=1024)
def quiet_days(code: str, year: int) -> frozenset[date]:
    """The quiet days of a country (ISO 3166-1 alpha-2) in `year`; its public holidays are not among them."""
    return frozenset(day for row in _table() if code in row["countries"] for day in _days(row, year))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Any], ...]:
    text = (files("knowledge.countries") / "data" / "quiet_days.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["day"])


def _days(row: dict[str, Any], year: int) -> list[date]:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    if "fixed" in row:
        month, day = row["fixed"].split("-")
        return [date(year, int(month), int(day))]
    if "easter" in row:
        return [date.fromordinal(easter(year, EASTER_WESTERN).toordinal()) + timedelta(days=row["easter"])]
    if "easter_orthodox" in row:
        sunday = date.fromordinal(easter(year, EASTER_ORTHODOX).toordinal())
        return [sunday + timedelta(days=row["easter_orthodox"])]
    match = re.compile(row["match"], re.IGNORECASE)
    before = timedelta(days=row.get("before", 0))
    kept = public_holidays(
        row["source"], date(year, 1, 1), date(year, 12, 31), category=row.get("category", "public")
    )
    return [each.date - before for each in kept if match.search(each.name_en)]
