"""One cell of a seller's list -> one value: quantities, weights, days, measures, with their units."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources

from knowledge.shop_folder.number_cells import (
    LARGEST,
    LONGEST,
    Unreadable,
    is_empty,
    number,
    plain,
    split_number,
)

CACHED = 20_000
"""Cells whose reading is kept: in a long list most quantities, weights and days come back."""


@cache
def cell_words(kind: str) -> frozenset[str]:
    source = resources.files("knowledge.shop_folder").joinpath("cell_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(source)[kind])


def count(text: str, expected: str = "a whole number") -> tuple[int, str | None]:
    """`1,000 pcs` -> (1000, None), `20 sets` -> (20, "sets"). A point or comma before three digits groups."""
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text), None
    parts = split_number(text)
    if parts is None or parts[0] not in ("", "≥", ">=", "min", "min."):
        raise Unreadable(expected)
    _, digits, word = parts
    if re.fullmatch(r"[+-]?\d{1,3}([.,]\d{3})+", digits):
        value: Decimal | None = Decimal(re.sub(r"[.,]", "", digits))
    else:
        value = number(digits)
    if value is None or abs(value) > LARGEST or value % 1 or len(word) > 20:
        raise Unreadable(expected)
    word = word.strip(" ()+").casefold()
    return int(value), None if not word or word in cell_words("pieces") else word


_GRAM = Decimal("0.001")
_WEIGHT_IN_KG = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "公斤", "千克", "кг"), Decimal(1)),
    **dict.fromkeys(("g", "gr", "grs", "gram", "grams", "gms", "克", "г"), _GRAM),
    **dict.fromkeys(("lb", "lbs"), Decimal("0.45359237")),
    "mg": _GRAM * _GRAM,
    "oz": Decimal("0.028349523125"),
}
_PER_PIECE = re.compile(r"\s*(?:/|per)\s*(?:pcs?|pieces?|units?|ea|each)\.?$", re.IGNORECASE)


def weight_unit(heading: str) -> str | None:
    """The unit of weight that a heading names, as in `Weight (g)`; the G of `G.W.` is none."""
    text = plain(heading).casefold()
    in_brackets = " ".join(re.findall(r"[(\[](.*?)[)\]]", text))
    words: list[str] = re.findall(r"[^\W\d_]+", in_brackets) + re.findall(r"[^\W\d_]+", text)[-1:]
    named = [word for word in words if word in _WEIGHT_IN_KG]
    return named[0] if named else next((sign for sign in ("千克", "公斤", "克") if sign in heading), None)


@lru_cache(CACHED)
def weight_kg(text: str, unit: str = "kg", decimal_comma: bool = False) -> Decimal:
    """Kilograms of `0.35kg`, `350 g`, `12 oz`; a bare number is in `unit`."""
    expected = "a weight above zero such as 0.35, 0.35 kg or 350 g"
    parts = split_number(text)
    if parts is None or parts[0]:
        raise Unreadable(expected)
    value = number(parts[1], decimal_comma)
    factor = _WEIGHT_IN_KG.get(_PER_PIECE.sub("", parts[2]).casefold().strip(" .") or unit)
    if value is None or factor is None or not 0 < value <= LARGEST:
        raise Unreadable(expected)
    return value * factor


@lru_cache(CACHED)
def days(text: str, per_week: int = 7) -> int:
    """`12`, `12 days`, `10-15 days` (the longer one: a promise that holds), `2 weeks` of `per_week` days."""
    expected = "a number of days such as 12 or 12 days"
    text = plain(text)
    if len(text) > LONGEST:
        raise Unreadable(expected)
    found = re.fullmatch(r"(?:(\d+)\s*(?:-|~|to|至|bis)\s*)?(\d+)(?:\.0+)?\s*(\D*)", text)
    if not found:
        raise Unreadable(expected)
    if len(found[2]) > 4:
        raise Unreadable(expected)
    value, words = int(found[2]), re.findall(r"[^\s.,()/-]+", found[3].casefold())
    if found[1] and int(found[1]) > value:
        raise Unreadable(expected)
    if words and all(word in cell_words("weeks") for word in words):
        return value * per_week
    if any(word not in cell_words("days") for word in words):
        raise Unreadable(expected)
    return value


@lru_cache(CACHED)
def yes_no(text: str) -> bool:
    """An empty cell is a no."""
    word = plain(text).casefold()
    if word in cell_words("yes"):
        return True
    if not word or word in cell_words("no") or is_empty(word):
        return False
    raise Unreadable("yes or no")


_CARTON = re.compile(
    r"([\d.,]+)\s*(?:cm|mm|in|m|l|\")?\s*[x×*✕х]\s*([\d.,]+)\s*(?:cm|mm|in|m|w|\")?\s*[x×*✕х]\s*([\d.,]+)\s*"
    r"(cm|mm|m|in|inch|inches|\"|厘米|毫米)?\s*(?:h|\([^)]*\))?"
)
_INCH = Decimal("2.54")
_LENGTH_IN_CM = {
    "cm": Decimal(1),
    "厘米": Decimal(1),
    "mm": Decimal("0.1"),
    "毫米": Decimal("0.1"),
    "m": Decimal(100),
    **dict.fromkeys(("in", "inch", "inches", '"'), _INCH),
}


@lru_cache(CACHED)
def carton_cm(text: str, unit: str = "cm", decimal_comma: bool = False) -> str:
    """`42*31*28 cm`, `420 x 310 x 280 mm` -> `42x31x28`, in centimetres."""
    expected = "three measures such as 42x31x28"
    found = _CARTON.fullmatch(plain(text).casefold()) if len(text) <= LONGEST else None
    if not found:
        raise Unreadable(expected)
    factor = _LENGTH_IN_CM[found[4] or unit]
    sides = [number(found[n], decimal_comma) for n in (1, 2, 3)]
    if any(side is None or side <= 0 for side in sides):
        raise Unreadable(expected)
    return "x".join(f"{(side * factor).normalize():f}" for side in sides if side is not None)
