"""Which unit stands behind a number: cartons, pairs, working days. Another unit is another thing."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from bot.steps.guard.terms import Readings

_BETWEEN = r"(?:\s?(?:-|~|–|—|to|a|bis|до|至|到)\s?\d[\d.,]*)?[\s\-]{0,2}"
"""In "5-10 days" the unit is that of both numbers."""
_CLASSIFIER = r"[个個]?(?:大|标准|満)?"
_NO_TIME = frozenset({"carton", "pallet", "container", "set", "pair", "piece"})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    table = tomllib.loads(files("bot.compare").joinpath("units.toml").read_text("utf-8"))
    return tuple(
        (
            name,
            re.compile(rf"{_BETWEEN}(?:{'|'.join(row['any'])})(?![^\W_])"),
            re.compile(rf"{_BETWEEN}{_CLASSIFIER}(?:{'|'.join(row['near'])})"),
        )
        for name, row in table.items()
    )


def unit_behind(readings: Readings, end: int) -> tuple[str, int] | None:
    """(unit, where it ends) behind the number that ends at `end`."""
    for name, words, signs in _patterns():
        found = words.match(readings.latin, end) or words.match(readings.lowered, end)
        found = found or signs.match(readings.lowered, end)
        if found is not None:
            return name, found.end()
    return None


def is_goods(unit: str) -> bool:
    """Whether it counts goods, which many languages count without any word for the unit."""
    return unit in _NO_TIME
