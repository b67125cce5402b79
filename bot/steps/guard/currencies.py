"""Currencies as people write them: codes, signs and words of the fifteen languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.steps.guard.phrases import phrases


@dataclass(frozen=True, slots=True)
class CurrencyMark:
    """A currency in a text: the ISO codes that it may stand for; `factor` 0.01 for cents."""

    start: int
    end: int
    codes: frozenset[str]
    factor: Decimal = Decimal(1)


@cache
def _codes() -> frozenset[str]:
    """Every code of ISO 4217 that is tender somewhere, with those of the trade (RMB)."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    territories = (code for code in map(str, Locale("en").territories) if len(code) == 2)
    tender = {currency for code in territories for currency in get_territory_currencies(code)}
    return frozenset({*phrases("currencies")["codes"], *tender})


@cache
def _marks() -> Mapping[str, tuple[frozenset[str], Decimal]]:
    """Each sign or word in lower case: the codes that it may stand for, and its share of the unit."""
    marks = {code.lower(): (frozenset({_OTHER_CODES.get(code, code)}), Decimal(1)) for code in _codes()}
    for group, words in phrases("currencies").items():
        if group == "codes":
            continue
        for word in words:
            known = marks[word][0] if word in marks else frozenset()
            if group == "cents":
                marks[word] = (_codes(), Decimal("0.01"))
            else:
                marks[word] = (known | frozenset(group.split()), Decimal(1))
    return marks


_OTHER_CODES = {"RMB": "CNY", "NTD": "TWD"}
_ANY_CASE = frozenset(
    (
        "usd", "eur", "gbp", "cny", "rmb", "jpy", "inr", "rub", "brl", "mxn", "pln", "idr", "vnd", "aed",
        "sar", "cad", "aud", "hkd", "sgd", "chf", "krw", "ngn", "zar",
    )
)  # fmt: skip
"""Codes that are no words; the others count in capitals only (try, pen, mad, lei)."""
_WORDLIKE = re.compile(r"[^\W\d_\u2e80-\u9fff](?:[^\W\d_\u2e80-\u9fff]|[\u0900-\u0963])*")


@cache
def _marks_with(more: frozenset[str]) -> Mapping[str, tuple[frozenset[str], Decimal]]:
    """The marks with these codes, which count although no country knows them."""
    own = {code.lower(): (frozenset({code}), Decimal(1)) for code in more - _codes()}
    return {**own, **_marks()} if own else _marks()


@cache
def _pattern() -> re.Pattern[str]:
    signs = [mark for mark in _marks() if not _WORDLIKE.fullmatch(mark)]
    signs.sort(key=len, reverse=True)
    first = "".join(re.escape(sign) for sign in sorted({sign[0] for sign in signs}))
    return re.compile(f"(?=[{first}])(?:{'|'.join(re.escape(sign) for sign in signs)})", re.IGNORECASE)


def _is_word(word: str, written: str, more: frozenset[str]) -> bool:
    code = word.upper()
    return (code in _codes() or code in more) and word not in _ANY_CASE and not written.isupper()


def find_currencies(text: str, more: frozenset[str] = frozenset()) -> list[CurrencyMark]:
    """All currency marks that could stand beside a number, in the order of the text.

    `more`: codes that the plan names its amounts in, whatever they are.
    """
    marks = _marks_with(more)
    found: list[CurrencyMark] = []
    for match in _pattern().finditer(text):
        codes, factor = marks[match[0].lower()]
        before = text[match.start() - 1] if match.start() else ""
        if (
            before.isalpha()
            and match[0][0].isalpha()
            and not "\u2e80" <= match[0][0] <= "\u9fff"
            and not before > "\u3000"
        ):
            continue
        found.append(CurrencyMark(match.start(), match.end(), codes, factor))
    for match in _WORDLIKE.finditer(text):
        word = match[0].lower()
        known = marks.get(word)
        if known is None or _is_word(word, match[0], more):
            continue
        found.append(CurrencyMark(match.start(), match.end(), *known))
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[CurrencyMark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
