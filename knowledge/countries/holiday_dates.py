"""Public holidays of a country, by the `holidays` library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day off; `name` is in the language asked for when the library has it, else English."""

    date: date
    name: str
    name_en: str


def public_holidays(
    code: str, start: date, end: date, language: str = "en", category: str = "public"
) -> tuple[Holiday, ...]:
    """Holidays of the country from `start` to `end`, both inside; empty where the library has no such
    country.

    `category` is one of the library's (public, school, optional …).
    """
    years = range(start.year, end.year + 1)
    days = (day for year in years for day in _of_year(code, year, language, category))
    return tuple(day for day in days if start <= day.date <= end)


@lru_cache(maxsize=512)
def _of_year(code: str, year: int, language: str, category: str) -> tuple[Holiday, ...]:
    english = _names(code, year, "en", category)
    own = english if language == "en" else _names(code, year, language, category)
    return tuple(Holiday(day, own.get(day, name), name) for day, name in sorted(english.items()))


@lru_cache(maxsize=1024)
def _names(code: str, year: int, language: str, category: str) -> dict[date, str]:
    """Day -> name, in `language` or else in English or else as the library has it."""
    import holidays

    if code not in holidays.list_supported_countries(include_aliases=False):
        return {}
    spoken = _languages(code)
    chosen = next((tag for tag in spoken if tag == language or tag.startswith(f"{language}_")), None)
    if chosen is None:
        chosen = next((tag for tag in spoken if tag.startswith("en")), None)
    calendar = holidays.country_holidays(code, years=year, language=chosen, categories=(category,))
    return {day: str(name) for day, name in calendar.items() if day.year == year}


@lru_cache(maxsize=512)
def _languages(code: str) -> tuple[str, ...]:
    import holidays

    return tuple(holidays.country_holidays(code).supported_languages or ())
