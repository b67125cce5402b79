"""The time zones in which a buyer may be: of the country, or the one that a city or a phone number tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from knowledge.countries.profile import profile
from knowledge.countries.words import key_of

_BUSINESS: dict[str, str] = {
    # Where most of the country's trade is done, for countries too wide for one working day.
    "RU": "Europe/Moscow", "US": "America/New_York", "CA": "America/Toronto", "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo", "FR": "Europe/Paris", "UM": "Pacific/Honolulu", "KI": "Pacific/Tarawa",
    "AQ": "Antarctica/McMurdo", "PF": "Pacific/Tahiti",
}  # fmt: skip
_WIDEST = timedelta(hours=7)
"""Zones further apart than that have less than two hours of a working day of nine together."""
_NO_BUSINESS = frozenset({"Antarctica/Macquarie", "Asia/Urumqi", "Europe/Simferopol"})
"""Nobody lives there, or business runs by the clock of the capital."""
_YEAR = 2027
"""Any: a country's zones are told apart by how they run through a year."""


def zones_of(country: str | None, phone: str | None = None, city: str | None = None) -> tuple[str, ...]:
    """Every time zone (IANA) in which the buyer may be, the country's main one first; () where nothing is
    known. A city that is known in the country decides, then the phone number's area."""
    if not country:
        return ()
    try:
        whole = zones_that_differ(country)
    except KeyError:
        return ()
    if len(whole) < 2:
        return whole
    if city and (zone := _cities().get((country, key_of(city)))):
        return (zone,)
    told = [zone for zone in _zones_of_phone(phone) if zone in profile(country).time_zones] if phone else []
    near = _different(tuple(told))
    return near if 0 < len(near) < len(whole) and _spread(near) <= _WIDEST else _workable(country, whole)


@lru_cache(maxsize=512)
def zones_that_differ(country: str) -> tuple[str, ...]:
    """The country's zones, one of those that run alike through the year. KeyError for no country."""
    known = [each for each in profile(country).time_zones if each not in _NO_BUSINESS]
    # Of those that run alike the one that people know: Chicago, not a county of Indiana.
    return _different(
        tuple(sorted(known, key=lambda each: (each != _BUSINESS.get(country), each.count("/"))))
    )


@lru_cache(maxsize=1024)
def _different(zones: tuple[str, ...]) -> tuple[str, ...]:
    known: dict[tuple[timedelta, ...], str] = {}
    for zone in zones:
        known.setdefault(_through_the_year(zone), zone)
    return tuple(known.values())


@lru_cache(maxsize=512)
def _workable(country: str, zones: tuple[str, ...]) -> tuple[str, ...]:
    """The zones nearest to the main one that still share some hours of a working day with each other."""
    main = _BUSINESS.get(country, zones[0])
    kept = [main]
    for zone in sorted(zones, key=lambda each: abs(_offset(each) - _offset(main))):
        if _through_the_year(zone) != _through_the_year(main) and _spread((*kept, zone)) <= _WIDEST:
            kept.append(zone)
    return tuple(kept)


def _spread(zones: tuple[str, ...]) -> timedelta:
    """How far apart their clocks are at the most."""
    by_month = zip(*(_through_the_year(zone) for zone in zones), strict=True)
    spreads: list[timedelta] = [max(offsets) - min(offsets) for offsets in by_month]
    return max(spreads)


@lru_cache(maxsize=1024)
def _through_the_year(zone: str) -> tuple[timedelta, ...]:
    there = ZoneInfo(zone)
    # Each week: daylight saving begins on another day elsewhere.
    days = (datetime(_YEAR, 1, 1, 12, tzinfo=UTC) + timedelta(days=7 * week) for week in range(53))
    return tuple(day.astimezone(there).utcoffset() or timedelta() for day in days)


def _offset(zone: str) -> timedelta:
    return _through_the_year(zone)[0]


@lru_cache(maxsize=4096)
def _zones_of_phone(phone: str) -> tuple[str, ...]:
    import phonenumbers
    from phonenumbers.timezone import time_zones_for_number

    digits = phone.strip()
    digits = f"+{digits.removeprefix('00')}" if not digits.startswith("+") else digits
    try:
        found = time_zones_for_number(phonenumbers.parse(digits))
    except phonenumbers.NumberParseException:
        return ()
    return tuple(zone for zone in found if zone != "Etc/Unknown")


@lru_cache(maxsize=1)
def _cities() -> dict[tuple[str, str], str]:
    text = (files("knowledge.countries") / "data" / "city_zones.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {(code, key): zone for code, key, zone in rows}
