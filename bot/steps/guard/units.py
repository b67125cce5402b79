"""What numbers count in a trade letter: pieces, time, percent, in the fifteen languages."""

from __future__ import annotations

import re
from functools import cache

from bot.steps.guard.phrases import phrases


@cache
def _unit() -> re.Pattern[str]:
    words = "|".join(sorted(phrases("units")["counted"], key=len, reverse=True))
    signs = "|".join(phrases("units")["cjk"])
    return re.compile(rf"[ -](?:{words})(?![^\W\d_])|(?:{signs})", re.IGNORECASE)


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?:{'|'.join(phrases('units')['percent'])})", re.IGNORECASE)


def counts_something(text: str, end: int) -> bool:
    """Whether a unit stands behind this place."""
    return _unit().match(text, end) is not None


def unit_end(text: str, end: int) -> int:
    """Where the unit behind this place ends ("working days"); `end` where none stands there."""
    for _ in range(2):
        match = _unit().match(text, end)
        if match is None:
            break
        end = match.end()
    return end


def says_percent(text: str, end: int) -> int:
    """Where the word for percent behind this place ends; 0 when there is none."""
    match = _percent().match(text, end)
    return match.end() if match else 0
