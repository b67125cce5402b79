"""Amounts in a platform's export, with the currency that they name."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from knowledge.shop_folder.money_cells import currencies_named
from knowledge.shop_folder.number_cells import LARGEST, Unreadable, number, split_number

EXPECTED = "an amount such as 1500.00 or USD 1,500.00"


@lru_cache(20_000)
def amount(text: str, decimal_comma: bool) -> tuple[Decimal, frozenset[str] | None]:
    """(amount of zero or more, the currencies that its mark may stand for; None: it has none). Unreadable."""
    value, named = number(text, decimal_comma), None
    if value is None:
        parts = split_number(text)
        if parts is None:
            raise Unreadable(EXPECTED)
        value = number(parts[1], decimal_comma)
        for mark in (parts[0], parts[2]):
            if not mark:
                continue
            read = currencies_named(mark)
            if read is None or (named is not None and not named & read):
                raise Unreadable(EXPECTED)
            named = read if named is None else named & read
    if value is None or not 0 <= value <= LARGEST:
        raise Unreadable(EXPECTED)
    return value, named


def currency_of(named: frozenset[str] | None, usual: str) -> str | None:
    """The currency of a mark: the only one, or the shop's where the mark may stand for it ($).

    None where it cannot be told, or nothing is named.
    """
    if named is None:
        return None
    if usual in named:
        return usual
    return next(iter(named)) if len(named) == 1 else None
