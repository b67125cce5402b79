"""Technical measures and designations that the plan's own texts hold: 24 V, 10.000 mAh, IP65, USB-C.

A measure may be written in another convention than the shop's; a bare number of such a text may not be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from bot.domain.numerals import find_numerals
from bot.steps.guard.sight import Sight, look

_UNIT = re.compile(
    r" ?(mAh|Wh|kWh|W|kW|V|mV|A|mA|Hz|kHz|MHz|GHz|GB|TB|MB|Gbps|Mbps|mm|cm|m|km|inch|in|ft|kg|g|mg|"
    r"lbs?|oz|ml|mL|cl"
    r"|l|L|dB|lm|K|°C|°F|dpi|MP|gsm|rpm|bar|Pa|μm|nm)(?![^\W_])"
)
_DESIGNATION = re.compile(
    r"(?<![^\W_])(?=[A-Za-z]*[A-Z])[A-Za-z]{1,6}[-]?\d{1,5}[A-Za-z]{0,3}(?![^\W_]|[.,\-]\d)"
)

Measure = tuple[Decimal, str]


@lru_cache(maxsize=8192)
def _held(text: str) -> tuple[frozenset[Measure], frozenset[str]]:
    seen = look(text).text
    measures = frozenset((value, unit) for values, unit, _, _ in _measures(seen) for value in values)
    return measures, frozenset(_DESIGNATION.findall(seen))


def _measures(text: str) -> list[tuple[tuple[Decimal, ...], str, int, int]]:
    return [
        (numeral.values, unit[1].lower(), numeral.start, unit.end())
        for numeral in find_numerals(text)
        if (unit := _UNIT.match(text, numeral.digits_end)) is not None
    ]


def set_measures_aside(sight: Sight, texts: Iterable[str]) -> Sight:
    """`sight` without the measures and designations that stand in these texts."""
    measures: set[Measure] = set()
    designations: set[str] = set()
    for text in texts:
        if any(char.isdigit() for char in text):
            held, named = _held(text)
            measures |= held
            designations |= named
    if not measures and not designations:
        return sight
    spans = [
        (start, end)
        for values, unit, start, end in _measures(sight.text)
        if any((value, unit) in measures for value in values)
    ]
    spans += [match.span() for match in _DESIGNATION.finditer(sight.text) if match[0] in designations]
    return sight.without(spans)
