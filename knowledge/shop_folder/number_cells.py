"""Numbers in cells, in any of the usual spellings of the world."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

EMPTY_MARKS = frozenset(
    {"", "-", "--", "–", "—", "/", "n/a", "na", "n.a.", "none", "nil", "null", "无", "無"}
)


LONGEST = 120
"""Characters of a cell that holds one number; what is longer is something else, and slow to search."""


LARGEST = 1_000_000_000
"""Of any quantity, weight or amount of a price list."""


class Unreadable(Exception):
    """`expected` says what the cell should hold, in words for the seller."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def plain(text: str) -> str:
    """Full-width digits and signs, odd spaces and minus signs brought to their plain forms."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u2013", "-").strip()


def is_empty(text: str) -> bool:
    return text.strip().casefold() in EMPTY_MARKS


_SIMPLE = re.compile(r"[+-]?\d+(?:\.\d{1,2}|\.\d{4,})?")
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,'’ \u00a0\u202f]*\d|\d|[.,]\d+)")
_GROUPS_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+")
_GROUPS_COMMA = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")


def number(text: str, decimal_comma: bool = False) -> Decimal | None:
    """The number that `text` is, or None.

    `1,250` and `1.250` alone could be either; `decimal_comma` says how the rest of the file is written.
    """
    if len(text) > LONGEST:
        return None
    text = plain(text)
    if _SIMPLE.fullmatch(text):
        return Decimal(text)
    text = re.sub(r"(?<=\d)['’ \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    sign = Decimal(-1) if text.startswith("-") else Decimal(1)
    digits = text.lstrip("+-")
    if not re.fullmatch(r"[\d.,]*\d", digits):
        return None
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        decimal_sign = "." if point > comma else ","
    elif point < 0 and comma < 0:
        return sign * Decimal(digits)
    else:
        decimal_sign = _the_only_sign(digits, "." if point >= 0 else ",", decimal_comma)
    whole, _, fraction = digits.rpartition(decimal_sign) if decimal_sign else (digits, "", "")
    if not _is_grouped_or_bare(whole) or (not fraction.isdigit() and fraction):
        return None
    digits = re.sub(r"[.,]", "", whole) or "0"
    return sign * Decimal(f"{digits}.{fraction}" if fraction else digits)


def _the_only_sign(digits: str, sign: str, decimal_comma: bool) -> str:
    """The decimal sign of a number with one kind of sign in it: `sign`, or "" where it groups thousands."""
    if digits.count(sign) > 1:
        return ""
    whole, _, fraction = digits.partition(sign)
    if len(fraction) != 3 or len(whole) > 3 or whole in ("", "0"):
        return sign
    return sign if (sign == ",") == decimal_comma else ""


def _is_grouped_or_bare(whole: str) -> bool:
    if not whole or whole.isdigit():
        return True
    return bool(_GROUPS_POINT.fullmatch(whole) or _GROUPS_COMMA.fullmatch(whole))


def shows_decimal_comma(text: str) -> bool | None:
    """Whether `text` holds a number that only makes sense with a decimal comma; None: it does not tell."""
    found = _NUMBER.search(plain(text[:LONGEST]))
    if not found:
        return None
    digits = found.group()
    if "," in digits and "." in digits:
        return digits.rfind(",") > digits.rfind(".")
    for sign in ",.":
        whole, _, fraction = digits.partition(sign)
        if fraction.isdigit() and (len(fraction) != 3 or whole in ("", "0")):
            return sign == ","
    return None


def split_number(text: str) -> tuple[str, str, str] | None:
    """`text` as (before, number, after) where exactly one number stands in it; else None."""
    if len(text) > LONGEST:
        return None
    text = plain(text)
    found = _NUMBER.search(text)
    if not found:
        return None
    after = text[found.end() :]
    if re.search(r"\d", after):
        return None
    return text[: found.start()].strip(), found.group(), after.strip()
