"""Prices in cells: one amount, price tiers, customization options. All in the company's currency."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.domain.facts import CustomizationOption, PriceTier
from knowledge.shop_folder.cells import Unreadable, count, number, plain, split_number

_SYMBOLS = {
    "$": frozenset({"USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "BRL", "ARS", "CLP", "COP"}),
    "us$": frozenset({"USD"}), "u$s": frozenset({"USD"}), "usd$": frozenset({"USD"}), "a$": frozenset({"AUD"}),
    "c$": frozenset({"CAD"}), "hk$": frozenset({"HKD"}), "s$": frozenset({"SGD"}), "nt$": frozenset({"TWD"}),
    "r$": frozenset({"BRL"}), "€": frozenset({"EUR"}), "£": frozenset({"GBP"}), "¥": frozenset({"CNY", "JPY"}),
    "rmb": frozenset({"CNY"}), "元": frozenset({"CNY", "TWD"}), "人民币": frozenset({"CNY"}), "美元": frozenset({"USD"}),
    "美金": frozenset({"USD"}), "欧元": frozenset({"EUR"}), "円": frozenset({"JPY"}), "₹": frozenset({"INR"}),
    "rs": frozenset({"INR", "PKR"}), "rs.": frozenset({"INR", "PKR"}), "₺": frozenset({"TRY"}), "tl": frozenset({"TRY"}),
    "₫": frozenset({"VND"}), "đ": frozenset({"VND"}), "₩": frozenset({"KRW"}), "฿": frozenset({"THB"}),
    "zł": frozenset({"PLN"}), "₽": frozenset({"RUB"}), "руб": frozenset({"RUB"}), "rp": frozenset({"IDR"}),
    "kč": frozenset({"CZK"}), "euro": frozenset({"EUR"}), "dollar": frozenset({"USD"}), "dollars": frozenset({"USD"}),
}  # fmt: skip
_PER_PIECE = re.compile(
    r"\s*(?:/|per\s+|pro\s+|por\s+|par\s+)\s*(?:pcs?|pieces?|units?|sets?|pairs?|ea|件|个|個|只|套|шт\.?|stück|pza)\.?$"
    r"|\s+each$|\s+fob$|^fob\s+|\s+exw$|^exw\s+",
    re.IGNORECASE,
)


def currencies_named(words: str) -> frozenset[str] | None:
    """The currencies that a mark such as `US$`, `RMB` or `EUR` may stand for; None: it is no such mark."""
    mark = words.strip(" .:()").casefold()
    if mark in _SYMBOLS:
        return _SYMBOLS[mark]
    if re.fullmatch(r"[a-z]{3}", mark):
        from knowledge.shop_folder.codes import is_currency

        return frozenset({mark.upper()}) if is_currency(mark.upper()) else None
    return None


def price(text: str, currency: str, decimal_comma: bool = False, zero_allowed: bool = False) -> Decimal:
    """`3.20`, `USD 3.20`, `$3.20/pc`: an amount above zero in `currency`."""
    expected = f"a price {'of zero or more' if zero_allowed else 'above zero'} in {currency}, such as 3.20"
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
    if amount is None or amount < 0 or (amount == 0 and not zero_allowed):
        raise Unreadable(expected)
    return amount


TIERS_EXPECTED = "price tiers such as 100:3.20; 500:2.95"
_TIER = re.compile(
    r"[≥>=]*\s*(?P<from>\d[\d.,' ]*?)\s*(?P<unit>[^\W\d_]{0,8}\.?)\s*(?:[-~至]\s*[\d.,' ]+\s*[^\W\d_]{0,8}|\+|以上|up)?"
    r"\s*(?:[:=@]|->|\s-\s)\s*(?P<price>.+)",
    re.IGNORECASE | re.DOTALL,
)


def tiers(
    text: str, currency: str, decimal_comma: bool = False, moq: int | None = None
) -> tuple[PriceTier, ...]:
    """The tiers of `100:3.20; 500:2.95`, not yet checked for their order. One bare price starts at `moq`."""
    text = plain(text)
    pairs = [part.strip() for part in re.split(r"[;|\n]", text) if part.strip()]
    if not pairs:
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
    for lower, higher in zip(read, read[1:], strict=False):
        if higher.from_quantity <= lower.from_quantity:
            raise Unreadable(
                f"tiers that rise in quantity, {higher.from_quantity} stands after {lower.from_quantity}"
            )
        if higher.unit_price >= lower.unit_price:
            raise Unreadable(
                f"tiers that fall in price, {higher.unit_price} from {higher.from_quantity}"
                f" is not below {lower.unit_price} from {lower.from_quantity}"
            )


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
