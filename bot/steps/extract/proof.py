"""Whether something stands in the buyer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.fold import fold
from bot.domain.numerals import find_number_words, find_numerals

_BLANKS = re.compile(r"\s+")
_JOINS = re.compile(r"[\s\-_/.]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What the buyer wrote, in the forms that it is searched in."""

    folded: str
    joined: str
    """Without blanks and joints: "pb 10k" is "pb-10k"."""
    numbers: frozenset[Decimal]

    def hold(self, text: str) -> bool:
        """Whether `text` stands there, letter case, accents and blanks apart."""
        plain = _plain(text)
        return bool(plain) and plain in self.folded

    def hold_code(self, code: str) -> bool:
        """Whether a SKU or an order number stands there."""
        plain = _JOINS.sub("", fold(code).text)
        return len(plain) > 1 and plain in self.joined

    def count(self, number: int | Decimal) -> bool:
        """Whether the number was written, in digits of any script or in words."""
        return Decimal(number) in self.numbers


def words(texts: Iterable[str], language: str) -> Words:
    text = "\n".join(texts)
    found = (*find_numerals(text), *find_number_words(text, {language, "en"}))
    return Words(
        folded=_plain(text),
        joined=_JOINS.sub("", fold(text).text),
        numbers=frozenset(value for numeral in found for value in numeral.values),
    )


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", fold(text).text).strip()
