"""How values are shown to the team, wherever it looks: times, spans, amounts, languages and countries."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from knowledge.payments.telegram import from_minor


def money(value: Decimal | str | float | None, currency: str = "") -> str:
    """`1234.5` as `1,234.50`, with as many decimals as it has and at least two; `–` where there is none."""
    if value is None:
        return "–"
    exact = Decimal(str(value))
    exponent = exact.as_tuple().exponent
    decimals = max(2, -exponent) if isinstance(exponent, int) else 2
    shown = f"{exact:,.{decimals}f}"
    return f"{currency} {shown}" if currency else shown


def shown_minor(minor: int, currency: str) -> str:
    """So many smallest units of a currency of Telegram's."""
    amount = from_minor(minor, currency)
    return f"{currency} {minor}" if amount is None else money(amount, currency)


def in_zone(at: datetime, zone: str) -> datetime:
    """`at` in an IANA zone."""
    return at.astimezone(ZoneInfo(zone))


def span(length: timedelta) -> str:
    """`3 min`, `4 h 05`, `2 d 3 h`: the two largest parts that matter."""
    seconds = max(0, int(length.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return f"{days} d {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60:02d}"
    return f"{minutes} min"


@lru_cache(maxsize=1024)
def language_name(code: str | None, shown_in: str = "en") -> str:
    from babel import Locale, UnknownLocaleError

    if not code:
        return "–"
    try:
        name = Locale.parse(code).get_display_name(shown_in)
    except (UnknownLocaleError, ValueError):
        return code
    return name or code


@lru_cache(maxsize=1024)
def country_name(code: str | None, shown_in: str = "en") -> str:
    from knowledge.countries.profile import profile

    if not code:
        return "–"
    try:
        return profile(code).name_in(shown_in)
    except KeyError:
        return code
