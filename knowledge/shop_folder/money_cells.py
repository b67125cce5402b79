"""Prices in cells: one amount, price tiers, customization options. All in the company's currency."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from bot.domain.facts import CustomizationOption, PriceTier
from knowledge.shop_folder.cells import CACHED, count
from knowledge.shop_folder.number_cells import LARGEST, LONGEST, Unreadable, number, plain, split_number

_MARKS = {
    "USD": "us$ u$s usd$ 美元 美金 dollar dollars $",
    "AUD": "a$ au$ $",
    "CAD": "c$ ca$ $",
    "NZD": "nz$ $",
    "HKD": "hk$ $",
    "SGD": "s$ $",
    "TWD": "nt$ 元 $",
    "MXN": "mx$ $",
    "BRL": "r$ $",
    "ARS": "$",
    "CLP": "$",
    "COP": "$",
    "EUR": "€ euro 欧元",
    "GBP": "£",
    "CNY": "¥ rmb 元 人民币",
    "JPY": "¥ 円",
    "INR": "₹ rs rs.",
    "PKR": "rs rs.",
    "TRY": "₺ tl",
    "VND": "₫ đ",
    "KRW": "₩",
    "THB": "฿",
    "PLN": "zł",
    "RUB": "₽ руб",
    "IDR": "rp",
    "CZK": "kč",
}
"""Currency -> what is written for it besides its code."""


@cache
def _currencies_by_mark() -> dict[str, frozenset[str]]:
    marks = {mark for written in _MARKS.values() for mark in written.split()}
    return {
        mark: frozenset(code for code, written in _MARKS.items() if mark in written.split()) for mark in marks
    }


_PER_PIECE = re.compile(
    r"\s*(?:/|per\s+|pro\s+|por\s+|par\s+)\s*(?:pcs?|pieces?|units?|sets?|pairs?|ea|件|个|個|只|套|шт\.?|stück|pza)\.?$"
    r"|\s+each$|\s+fob$|^fob\s+|\s+exw$|^exw\s+",
    re.IGNORECASE,
)


def currencies_named(words: str) -> frozenset[str] | None:
    """The currencies that a mark such as `US$`, `RMB` or `EUR` may stand for; None: it is no such mark."""
    mark = words.strip(" .:()").casefold()
    by_mark = _currencies_by_mark()
    if mark in by_mark:
        return by_mark[mark]
    if re.fullmatch(r"[a-z]{3}", mark):
        from knowledge.shop_folder.codes import is_currency

        return frozenset({mark.upper()}) if is_currency(mark.upper()) else None
    return None


@lru_cache(CACHED)
def price(text: str, currency: str, decimal_comma: bool = False, zero_allowed: bool = False) -> Decimal:
    """`3.20`, `USD 3.20`, `$3.20/pc`: an amount above zero in `currency`."""
    expected = f"a price {'of zero or more' if zero_allowed else 'above zero'} in {currency}, such as 3.20"
    if len(text) > LONGEST:
        raise Unreadable(expected)
    amount = number(text, decimal_comma)
    if amount is None:
        parts = split_number(_PER_PIECE.sub("", plain(text)))
        if parts is None:
            raise Unreadable(expected)
        before, digits, after = parts
        negative = before.endswith("-")
        for mark in (before.rstrip("-").strip(), after):
            if not mark:
                continue
            named = currencies_named(mark)
            if named is None or currency not in named:
                raise Unreadable(expected)
        amount = number(digits, decimal_comma)
        if amount is not None and negative:
            amount = -amount
    if amount is None or not 0 <= amount <= LARGEST or (amount == 0 and not zero_allowed):
        raise Unreadable(expected)
    return amount


TIERS_EXPECTED = "price tiers such as 100:3.20; 500:2.95"
_TIER = re.compile(
    r"[≥>=]*\s*(?P<from>\d[\d.,' ]*?)\s*(?P<unit>[^\W\d_]{0,8}\.?)\s*"
    r"(?:[-~至]\s*[\d.,' ]+\s*[^\W\d_]{0,8}|\+|以上|up)?"
    r"\s*(?:[:=@]|->|\s-\s)\s*(?P<price>.+)",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(CACHED)
def tiers(
    text: str, currency: str, decimal_comma: bool = False, moq: int | None = None
) -> tuple[PriceTier, ...]:
    """The tiers of `100:3.20; 500:2.95`, not yet checked for their order. One bare price starts at `moq`."""
    text = plain(text)
    pairs = [part.strip() for part in re.split(r"[;|\n]", text) if part.strip()]
    if not pairs or max(map(len, pairs)) > LONGEST:
        raise Unreadable(TIERS_EXPECTED)
    if len(pairs) == 1 and not _TIER.fullmatch(pairs[0]):
        if moq is None:
            raise Unreadable(TIERS_EXPECTED)
        return (PriceTier(moq, price(pairs[0], currency, decimal_comma)),)
    read = []
    for pair in pairs:
        found = _TIER.fullmatch(pair)
        if not found:
            raise Unreadable(TIERS_EXPECTED)
        quantity, _ = count(found["from"], TIERS_EXPECTED)
        read.append(PriceTier(quantity, price(found["price"], currency, decimal_comma)))
    return tuple(read)


def check_tiers(read: tuple[PriceTier, ...], moq: int) -> None:
    """Raises Unreadable unless quantities rise from `moq` and prices fall."""
    if read[0].from_quantity != moq:
        raise Unreadable(f"the first tier at the MOQ ({moq}), it starts at {read[0].from_quantity}")
    for lower, higher in pairwise(read):
        if higher.from_quantity <= lower.from_quantity:
            raise Unreadable(
                f"tiers that rise in quantity, {higher.from_quantity} stands after {lower.from_quantity}"
            )
        if higher.unit_price >= lower.unit_price:
            raise Unreadable(
                f"tiers that fall in price, {higher.unit_price} from {higher.from_quantity}"
                f" is not below {lower.unit_price} from {lower.from_quantity}"
            )


@lru_cache(CACHED)
def options(text: str, currency: str, decimal_comma: bool = False) -> tuple[CustomizationOption, ...]:
    """`logo print:0.05:500; gift box:0.30:1000`. An extra of 0 is a free one."""
    expected = "options as name:extra unit price:MOQ, such as logo print:0.05:500"
    read = []
    for part in re.split(r"[;；\n]", text):
        if not part.strip():
            continue
        pieces = re.split(r"[:：]", part)
        if len(pieces) < 3 or not (name := ":".join(pieces[:-2]).strip()):
            raise Unreadable(expected)
        try:
            extra = price(pieces[-2], currency, decimal_comma, zero_allowed=True)
            moq, _ = count(pieces[-1])
        except Unreadable:
            raise Unreadable(expected) from None
        if moq < 1:
            raise Unreadable(expected)
        read.append(CustomizationOption(name, extra, moq))
    return tuple(read)
