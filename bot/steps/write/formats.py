"""Amounts, numbers, dates and lists as the buyer's country writes them, always with Latin digits."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.domain.money import currency_decimals

_CODE_FIRST = frozenset({"en", "zh", "ja", "hi", "ar"})
"""Languages whose traders write the currency code before the amount."""
_BY_COUNTRY = frozenset({"es", "pt", "fr", "de", "it", "ar"})
"""Languages whose number format differs between countries. English keeps its own everywhere: a reader of
English takes 1.475 for less than two."""
_RIGHT_TO_LEFT = frozenset({"ar"})
_ISOLATE_LTR, _POP = "\u2066", "\u2069"
_DATE_PATTERNS = {"ru": "d MMMM y", "vi": "d MMMM 'năm' y"}
"""Instead of the long form: "г." would end a sentence twice, and the Vietnamese year wants its word."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How one reply writes figures. `locale` is a babel locale identifier."""

    language: str
    locale: str

    def number(self, value: int | Decimal) -> str:
        """Grouped by thousands, with all its decimals."""
        decimals = _decimals(value)
        return self._decimal(Decimal(value), "#,##0" + ("." + "0" * decimals if decimals else ""))

    def money(self, value: Decimal, currency: str, decimals: int | None = None) -> str:
        """Code and amount with a no-break space between, with the currency's decimals unless told.

        Never fewer decimals than `value` holds: unit prices keep theirs.
        """
        amount = self.amount(value, currency, decimals)
        parts = (currency, amount) if self.language in _CODE_FIRST else (amount, currency)
        return self.ltr("\u00a0".join(parts))

    def amount(self, value: Decimal, currency: str, decimals: int | None = None) -> str:
        """The same without the code, for a column that names its currency once."""
        places = max(currency_decimals(currency) if decimals is None else decimals, _decimals(value))
        return self._decimal(value, "#,##0" + ("." + "0" * places if places else ""))

    def rate(self, value: Decimal, currency: str) -> str:
        """An exchange rate with the decimals that it was given with."""
        exponent = value.as_tuple().exponent
        return self.money(value, currency, max(0, -exponent) if isinstance(exponent, int) else 0)

    def percent(self, value: Decimal) -> str:
        """`value` of 30 as 30 %, the way the locale writes it."""
        from babel.numbers import format_percent

        pattern = "%#,##0.####" if self.language == "tr" else None
        share = value / 100
        text = str(format_percent(share, pattern, self.locale, decimal_quantization=False))
        return self.ltr(text)

    def date(self, day: date) -> str:
        """Day, month in words, year."""
        from babel.dates import format_date

        if self.language == "fr" and day.day == 1:
            return "1er " + str(format_date(day, "MMMM y", locale=self.locale))
        return str(format_date(day, _DATE_PATTERNS.get(self.language, "long"), locale=self.locale))

    def weekday(self, day: int) -> str:
        """The name of a day of the week; Monday is 0."""
        from babel.dates import get_day_names

        return str(get_day_names("wide", locale=self.locale)[day])

    def joined(self, texts: Sequence[str], kind: Literal["and", "or"] = "and") -> str:
        from babel.lists import format_list

        if kind == "and":
            return str(format_list(texts, style="standard", locale=self.locale))
        return str(format_list(texts, style="or", locale=self.locale))

    def country(self, code: str) -> str | None:
        """The name of a country in the reply's language."""
        from babel import Locale

        name = Locale.parse(self.locale).territories.get(code)
        return None if name is None else str(name)

    def language_name(self, code: str) -> str:
        from babel import Locale

        return str(Locale.parse(self.locale).languages.get(code, code))

    def ltr(self, text: str) -> str:
        """`text` kept in one piece, left to right, inside a right-to-left line."""
        return f"{_ISOLATE_LTR}{text}{_POP}" if self.language in _RIGHT_TO_LEFT else text

    def _decimal(self, value: Decimal, pattern: str) -> str:
        from babel.numbers import format_decimal

        return str(format_decimal(value, format=pattern, locale=self.locale))


def _decimals(value: int | Decimal) -> int:
    exponent = Decimal(value).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@functools.cache
def formats(language: str, country: str | None = None) -> Formats:
    """The formats of `language` as written in `country`, or of the language where the country has none."""
    from babel.localedata import exists

    if language == "en":
        return Formats(language, "en" if country in {"US", "CA", "PH"} else "en_GB")
    candidate = f"{language}_{country}"
    known = country is not None and language in _BY_COUNTRY and exists(candidate)
    return Formats(language, candidate if known else language)
