"""Prices that the buyer names: a target, a competitor's price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.fold import fold
from bot.domain.numerals import Numeral, find_numerals
from bot.domain.products import Feature
from bot.steps.triage.other_numbers import without_other_numbers
from bot.steps.triage.percentages import is_percentage, read_percent
from prompts.counting import counting
from prompts.cues import cues

__all__ = ["NamedPrice", "read_percent", "read_prices"]

_SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "円": "JPY", "元": "CNY",
          "¥": "CNY", "₫": "VND", "₺": "TRY", "₸": "KZT", "₴": "UAH", "₩": "KRW", "฿": "THB", "₱": "PHP",
          "₦": "NGN", "₪": "ILS"}  # fmt: skip
_SIGN = "us\\$|[$€£₹₽¥₫₺₸₴₩฿₱₦₪]"
_BEFORE = re.compile(rf"({_SIGN})\s?$")
_AFTER = re.compile(rf"\s?({_SIGN}|[円元])")
_CENTS = re.compile(r"\s?(?:(?:us |euro ?)?cents?|centavos?|centimes?|центов|цент\w*|¢|美分|セント)(?![a-z])")
_AROUND = 18
_YEN = re.compile(r"[\u3040-\u30ff]")


@dataclass(frozen=True, slots=True)
class NamedPrice:
    """An amount of money at [start, end); `currency` is None where none is said."""

    amount: Decimal
    currency: str | None
    start: int
    end: int


def read_prices(
    text: str, features: Sequence[Feature], counts: Sequence[tuple[int, int]]
) -> tuple[NamedPrice, ...]:
    """Amounts with a currency, and bare decimals that are neither a figure, a date nor a count."""
    folded = fold(text)
    place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
    taken = bytearray(len(text))
    for begin, stop in [*((f.start, f.end) for f in features if f.kind in ("spec", "code")), *counts]:
        taken[begin:stop] = b"\1" * (stop - begin)
    shown = without_other_numbers(text, folded, "en", features)
    found: list[NamedPrice] = []
    for numeral in find_numerals(text):
        if not numeral.values or any(taken[numeral.start : numeral.end]):
            continue
        start, end = place.get(numeral.start, 0), place.get(numeral.end - 1, 0) + 1
        before, after = folded.text[max(0, start - _AROUND) : start], folded.text[end : end + _AROUND]
        if is_percentage(before, after):
            continue
        currency = "VND" if text[numeral.end : numeral.end + 1] == "đ" else _currency(before, after)
        amount = _amount(text, numeral)
        if _CENTS.match(after):
            found.append(NamedPrice(amount / 100, currency, numeral.start, numeral.end))
        elif currency is not None:
            yen = currency == "CNY" and "¥" in before[-2:] + after[:2] and _YEN.search(text) is not None
            found.append(NamedPrice(amount, "JPY" if yen else currency, numeral.start, numeral.end))
        elif "\0" not in shown[numeral.start : numeral.end] and _bare(text, numeral, before, after):
            found.append(NamedPrice(amount, None, numeral.start, numeral.end))
    return tuple(found)


def _amount(text: str, numeral: Numeral) -> Decimal:
    """Of the readings of 1.200 and 1.475 the likelier: a unit price seldom ends in a third decimal of 0."""
    split = next((v for v in numeral.values if v != v.to_integral_value()), None)
    whole = next((v for v in numeral.values if v == v.to_integral_value()), None)
    if split is None or whole is None:
        return numeral.values[0]
    return whole if fold(text[numeral.start : numeral.digits_end]).text.endswith("0") else split


def _bare(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """Whether a number without a currency looks like a price: a decimal that names and measures nothing."""
    if re.search(r"[.,٫]\d{1,4}$", fold(text[numeral.start : numeral.digits_end]).text) is None:
        return False
    apart = counting()["apart"]
    if apart["after"].match(after.lstrip()) or any(
        not before[m.end() :].strip(" :") for m in apart["before"].finditer(before)
    ):
        return False
    return re.match(r"[.\d:/-]*\d|[^\W\d_]", after) is None


def _currency(before: str, after: str) -> str | None:
    for code, pattern in cues()["signs"].items():
        if any(not before[m.end() :].strip() for m in pattern.finditer(before)) or pattern.match(
            after.lstrip()
        ):
            return code
    sign = _BEFORE.search(before) or _AFTER.match(after)
    if sign:
        return _SIGNS[sign[1]]
    for code, pattern in cues()["currencies"].items():
        lead = any(not before[m.end() :].strip() for m in pattern.finditer(before))
        if lead or pattern.match(after.lstrip()):
            return code
    return None
