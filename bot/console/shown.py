"""How values are shown on a page: times, spans, amounts, names of languages and countries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.case.shown import country_name, in_zone, language_name, money, shown_minor, span


def whole(value: float) -> str:
    return f"{value:,}"


def clock(at: datetime, zone: str) -> str:
    return in_zone(at, zone).strftime("%H:%M")


def day(at: datetime, zone: str) -> str:
    return in_zone(at, zone).strftime("%Y-%m-%d")


def stamp(at: datetime, zone: str) -> str:
    return in_zone(at, zone).strftime("%Y-%m-%d %H:%M")


def size(count: int) -> str:
    """Bytes for people."""
    if count < 1024:
        return f"{count} B"
    if count < 1024**2:
        return f"{count / 1024:.0f} kB"
    return f"{count / 1024**2:.1f} MB"


def initials(name: str | None) -> str:
    """One or two letters that stand for a person."""
    parts = (name or "?").split()
    return "".join(part[0] for part in parts[:2]).upper() if parts else "?"


FILTERS: dict[str, Callable[..., Any]] = {
    "money": money, "minor": shown_minor, "whole": whole, "clock": clock, "day": day, "stamp": stamp,
    "span": span, "size": size,
    "language_name": language_name, "country_name": country_name, "initials": initials, "in_zone": in_zone,
}  # fmt: skip
