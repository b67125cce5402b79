"""When two values, or a fact and a text, say the same although they are written differently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

_SEPARATORS = str.maketrans({"٫": ".", "٬": ",", "\u00a0": " ", "\u202f": " "})
_THOUSANDS = re.compile(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,4}(?!\d))")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """`text` without letter case, with digits 0-9, no thousands separators, and decimals after a point.

    A separator in front of exactly three digits counts as one of thousands, whatever was meant.
    """
    latin = "".join(
        str(unicodedata.digit(char)) if unicodedata.category(char) == "Nd" else char for char in text
    )
    grouped = _THOUSANDS.sub("", latin.translate(_SEPARATORS))
    return _DECIMAL_COMMA.sub(".", grouped).casefold()


def stands_in(fact: str, text: str) -> bool:
    """Whether `fact` stands in the draft `text`, however its figures are written."""
    return plain(fact) in plain(text)


def unmarked(text: str) -> str:
    """A passage as a reader sees it: white space as one blank, Markdown's bold marks gone."""
    return _SPACES.sub(" ", text.replace("**", "")).strip()


def same(one: Any, other: Any) -> bool:
    """Equal, or the same number: "2.50" is 2.5."""
    first, second = _number(one), _number(other)
    if first is not None and second is not None:
        return first == second
    return bool(one == other)


def covers(label: Mapping[str, Any], answers: Iterable[Mapping[str, Any]]) -> bool:
    """Whether one of `answers` has all that `label` says, whatever keys that are."""
    return any(
        all(key in answer and same(value, answer[key]) for key, value in label.items()) for answer in answers
    )


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
