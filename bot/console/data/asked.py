"""What stands in an address after the question mark: numbers and days of filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from bot.domain.desk import DeskRefusal


def number_asked(text: str) -> int | None:
    """None of nothing. DeskRefusal `invalid`."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise DeskRefusal("invalid", f"{text} is no number.")
    return int(text[:18])


def day_begins(text: str, zone: str, *, days_later: int = 0) -> datetime | None:
    """The first moment of the day in the shop's `zone`, or of one some days later; None of nothing.

    DeskRefusal `invalid` for a day that does not exist.
    """
    try:
        day = date.fromisoformat(text) + timedelta(days=days_later) if text else None
    except (ValueError, OverflowError) as error:
        raise DeskRefusal("invalid", f"{text} is no day; days look like 2026-11-22.") from error
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))


def address(path: str, given: Mapping[str, str]) -> str:
    """The path with what of `given` is not empty."""
    told = {name: value for name, value in given.items() if value}
    return f"{path}?{urlencode(told)}" if told else path
