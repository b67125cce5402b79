"""A count in a buyer's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Package = Literal["", "carton", "box", "dozen"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count at [start, end) of the source text; `strong` when a counting word, ×, or "qty" says so.

    `numeral` is the span of the bare number. Dozens are already multiplied out."""

    value: int
    start: int
    end: int
    numeral: tuple[int, int]
    strong: bool
    unit: str = ""
    package: Package = ""
    """Packages are counted, of which the catalogue may tell how many pieces they hold."""
