"""Prices and percentages that the buyer names: a target, a competitor's price, a discount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.fold import fold
from bot.domain.numerals import find_numerals
from bot.domain.products import Feature
from prompts.cues import cues

_SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "円": "JPY", "元": "CNY"}
_BEFORE = re.compile(r"(us\$|[$€£₹₽])\s?$")
_AFTER = re.compile(r"\s?(us\$|[$€£₹₽円元])")
_PERCENT = re.compile(
    r"\s?(?:%|٪|percent|per cent|prozent|процент\w*|por ?ciento|por ?cento|pour ?cent|per ?cento|persen|phan tram|प्रतिशत|个点|パーセント)"
)
_PERCENT_BEFORE = re.compile(r"(?:%|yuzde|百分之)\s?$")


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
    """Amounts with a currency, and bare decimals that are neither a figure nor a count."""
    folded = fold(text)
    place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
    taken = [(f.start, f.end) for f in features if f.kind in ("spec", "code")] + list(counts)
    found: list[NamedPrice] = []
    for numeral in find_numerals(text):
        if not numeral.values or any(numeral.start < e and numeral.end > s for s, e in taken):
            continue
        start, end = place.get(numeral.start, 0), place.get(numeral.end - 1, 0) + 1
        before, after = folded.text[max(0, start - 16) : start], folded.text[end : end + 18]
        if _PERCENT.match(after) or _PERCENT_BEFORE.search(before):
            continue
        currency = _currency(before, after)
        digits = text[numeral.start : numeral.digits_end]
        decimal = re.search(r"[.,٫]\d{1,4}$", fold(digits).text) is not None
        value = next((v for v in numeral.values if v != v.to_integral_value()), numeral.values[0])
        if currency is None and not decimal:
            continue
        if re.match(r"[.\d:/-]*\d|[^\W\d_]", after) and currency is None:
            continue
        found.append(NamedPrice(value, currency, numeral.start, numeral.end))
    return tuple(found)


def _currency(before: str, after: str) -> str | None:
    sign = _BEFORE.search(before) or _AFTER.match(after)
    if sign:
        return _SIGNS[sign[1]]
    for code, pattern in cues()["currencies"].items():
        lead = [m for m in pattern.finditer(before) if not before[m.end() :].strip()]
        tail = pattern.match(after.lstrip())
        if lead or tail:
            return code
    return None


def read_percent(text: str) -> Decimal | None:
    """The first percentage of `text`."""
    folded = fold(text)
    place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
    for numeral in find_numerals(text):
        start, end = place.get(numeral.start, 0), place.get(numeral.end - 1, 0) + 1
        if numeral.values and (
            _PERCENT.match(folded.text[end : end + 14])
            or _PERCENT_BEFORE.search(folded.text[max(0, start - 8) : start])
        ):
            return numeral.values[0]
    return None
