"""What the libraries know of a country: names, languages, currency, time zones, weekend, dialling code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from knowledge.countries.corrections import CURRENCY, EUROPEAN_UNION, SHORT_NAMES, UNWRITTEN, WEEKEND

_WIDELY_SPOKEN_PERCENT = 10.0


@dataclass(frozen=True, slots=True)
class CountryProfile:
    """One country, by ISO 3166-1 alpha-2 code."""

    code: str
    name: str
    """In English."""
    languages: tuple[str, ...]
    """ISO 639 codes, official ones first, then others spoken by a tenth of the people or more."""
    currency: str | None
    """ISO 4217; None for the few territories without one."""
    time_zones: tuple[str, ...]
    """IANA names."""
    weekend: frozenset[int]
    """Monday is 0, as in `date.weekday()`."""
    dialling_code: int | None
    eu: bool

    def name_in(self, language: str) -> str:
        """The country's name in `language`, in English where CLDR has none."""
        from babel import Locale

        if self.code in SHORT_NAMES:
            names = SHORT_NAMES[self.code]
            return names.get(language, names["en"])
        return str(Locale.parse(language).territories.get(self.code, self.name))


@lru_cache(maxsize=512)
def profile(code: str) -> CountryProfile:
    """The profile of an ISO 3166-1 alpha-2 code. KeyError for anything else."""
    import phonenumbers
    import pycountry
    from babel import Locale
    from babel.core import get_global

    record = pycountry.countries.get(alpha_2=code)
    if record is None:
        raise KeyError(code)
    return CountryProfile(
        code=code,
        name=SHORT_NAMES[code]["en"]
        if code in SHORT_NAMES
        else str(Locale.parse("en").territories.get(code, record.name)),
        languages=_languages(code),
        currency=_currency(code),
        time_zones=tuple(get_global("territory_zones").get(code, ())),
        weekend=_weekend(code),
        dialling_code=phonenumbers.country_code_for_region(code) or None,
        eu=code in EUROPEAN_UNION,
    )


def all_codes() -> tuple[str, ...]:
    """Every ISO 3166-1 alpha-2 code, sorted."""
    import pycountry

    return tuple(sorted(country.alpha_2 for country in pycountry.countries))


def _languages(code: str) -> tuple[str, ...]:
    from babel.languages import get_territory_language_info

    ranked: list[tuple[int, float, str]] = []
    for language, row in get_territory_language_info(code).items():
        status, percent = row["official_status"], float(row["population_percent"] or 0)
        if status in ("official", "de_facto_official"):
            ranked.append((0, -percent, language))
        elif percent >= _WIDELY_SPOKEN_PERCENT:
            ranked.append((1, -percent, language))
    bases = dict.fromkeys(language.split("_")[0] for _, _, language in sorted(ranked))
    return tuple(base for base in bases if base not in UNWRITTEN)


def _currency(code: str) -> str | None:
    from babel.numbers import get_territory_currencies

    if code in CURRENCY:
        return CURRENCY[code]
    current = get_territory_currencies(code)
    return str(current[0]) if current else None


def _weekend(code: str) -> frozenset[int]:
    from babel import Locale, UnknownLocaleError

    if code in WEEKEND:
        return WEEKEND[code]
    for language in (*_languages(code), "en"):
        try:
            locale = Locale.parse(f"{language}_{code}")
        except (UnknownLocaleError, ValueError):
            continue
        first, last = locale.weekend_start, locale.weekend_end
        return frozenset(day % 7 for day in range(first, last + 1 if last >= first else last + 8))
    return frozenset({5, 6})
