"""The world's codes: countries, currencies, time zones, Incoterms, as a seller may write them."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from bot.domain.inquiry import INCOTERMS

INCOTERM_CODES = frozenset(INCOTERMS)
_WIDELY_USED = {"UK": "GB", "EL": "GR"}
"""Codes that traders write and ISO 3166-1 does not have."""


@cache
def country_codes() -> frozenset[str]:
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries)


@cache
def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a code in any letter case or of a country's English name."""
    code = text.strip().upper()
    code = _WIDELY_USED.get(code, code)
    if code in country_codes():
        return code
    import pycountry

    try:
        found: str = pycountry.countries.lookup(text.strip()).alpha_2
    except LookupError:
        return None
    return found


@cache
def is_currency(code: str) -> bool:
    import pycountry

    return pycountry.currencies.get(alpha_3=code) is not None


@cache
def time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def is_language(code: str) -> bool:
    import pycountry

    primary = code.casefold().split("-")[0]
    by_letters = {2: "alpha_2", 3: "alpha_3"}.get(len(primary))
    return by_letters is not None and pycountry.languages.get(**{by_letters: primary}) is not None
