"""Figures with a unit in a buyer's words: size, capacity, voltage, power, weight."""

from __future__ import annotations

import re

from bot.domain.fold import fold

_NUMBER = r"\d+(?:[.,]\d+)?"
_LENGTH = (
    r"(?:mm|cm|inch(?:es)?|in\b|ft\b|毫米|厘米|公分|英寸|米|мм|см|дюйм\w*|मिमी|सेमी|ミリ|センチ|インチ"
    r"|مم|سم|بوصه|\"|m\b|м\b)"
)
_END = r"(?![^\W\d_])"
_UNITS = {
    "capacity": r"mah|ah|ml|cl|l|litres?|liters?|litros?|oz|gallons?|gb|tb|мл|л|毫升|升|毫安|リットル|मिली"
    r"|लीटर|لتر|مل",
    "voltage": r"(?:v|volts?|voltios?|вольт|в|伏|ボルト|वोल्ट|فولت)(?:ac|dc)?",
    "power": r"w|kw|watts?|vatios?|вт|квт|瓦|千瓦|ワット|वाट|واط",
    "weight": r"kgs?|gsm|g|grams?|gramos?|lbs?|кг|гр?|公斤|千克|克|キロ|グラム|किग्रा|ग्राम|كجم|كغ|غرام",
}
_EACH = rf"{_NUMBER}(?:\s?{_LENGTH})?"
_KINDS = {
    "size": rf"{_EACH}(?:\s?[x*]\s?{_EACH}){{1,2}}|{_NUMBER}\s?-?{_LENGTH}",
    **{kind: rf"{_NUMBER}(?:\s?-\s?{_NUMBER})?\s?-?(?:{units}){_END}" for kind, units in _UNITS.items()},
}
_READ = {kind: re.compile(rf"(?<!\w)(?<!\d[.,]){pattern}") for kind, pattern in _KINDS.items()}
_CJK_BEFORE = {kind: re.compile(rf"(?<=[\u3040-\u9fff]){pattern}") for kind, pattern in _KINDS.items()}
_MOST = 3


def measures(text: str) -> dict[str, str]:
    """{field: the buyer's own figures, ", " between}; a figure belongs to one field alone."""
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    told: dict[str, str] = {}
    for kind in _KINDS:
        kept: list[str] = []
        for pattern in (_READ[kind], _CJK_BEFORE[kind]):
            for found in pattern.finditer(folded.text):
                if any(found.start() < end and start < found.end() for start, end in taken):
                    continue
                taken.append(found.span())
                start, end = folded.at(*found.span())
                kept.append(" ".join(text[start:end].split()))
        if kept:
            told[kind] = ", ".join(dict.fromkeys(kept[:_MOST]))
    return told
