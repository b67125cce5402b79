"""Countries, languages, dates and amounts as an English reader expects them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_FIRST_FLAG_LETTER = 0x1F1E6
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})


def country_name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").territories.get(code, code))


def language_name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def flag(code: str) -> str:
    """The two regional letters that terminals draw as a flag, or as letters."""
    return "".join(chr(_FIRST_FLAG_LETTER + ord(letter) - ord("A")) for letter in code)


def right_to_left(language: str) -> bool:
    return language in _RIGHT_TO_LEFT


def day(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def amount(value: Decimal) -> str:
    """Grouped, with at least two decimals."""
    exponent = value.as_tuple().exponent
    decimals = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{value:,.{decimals}f}"


def words(names: tuple[str, ...]) -> str:
    """`price_quote` as price quote, several with commas."""
    return ", ".join(name.replace("_", " ") for name in names)


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
