"""Numbers of orders that a buyer names: #10023, PO-2026/118, order no. 4711, 订单号 20261101003."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.certificates import certificate_spans
from bot.domain.fold import Folded, fold
from bot.domain.numerals import fold_digits
from bot.steps.triage.dates import named_days
from prompts.counting import counting
from prompts.cues import cues

_SHAPE = re.compile(
    r"(?<![\w#+-])[A-Za-z]{1,6}(?:[-/ ](?=\d))?\d[\dA-Za-z]{0,15}(?:[-/][\dA-Za-z]{1,15}){0,4}(?![\w-])"
)
_HASHED = re.compile(r"(?<![\w#])#\s?([A-Za-z]{0,5}-?\d[\w/-]{3,20})")
_MARK = (
    r"(?:number|num|no|nr|num\w{0,6}|n[°ºo]?|id|code|№|#|:|号|番号|は|номер|رقم|नंबर|numarasi|numer|nomor|is)"
)
_BEHIND = re.compile(
    rf"(?P<mark>(?:[\s.:,]{{0,2}}{_MARK}(?![a-z])){{0,4}})[\s.:]{{0,3}}#?(?P<name>[a-z]{{0,6}}[-/]?\d[\w/-]{{2,24}})"
)
_LEADING = re.compile(
    r"(?P<name>[a-z]{0,6}-?\d[\w/-]{3,24})\s{0,2}(?:numarali|no'?lu|nolu|nr|号|番の|नंबर)?\s{0,2}$"
)
_MARKED = re.compile(r"number|num|no\b|nr\b|id$|nummer|nomor|ma don|号|رقم|नंबर|番号|invoice")
_MONTH = re.compile(r"20\d\d[-/.]\d{1,2}")
_UNCLEAR = 6
"""Digits from which a bare number behind "order" is an order's and not a quantity."""


def read_order_number(texts: Sequence[str], skus: frozenset[str]) -> str | None:
    """An order number named in the talk, last message first. `skus` are folded: none of them is one."""
    for text in reversed(texts):
        folded = fold(text)
        for start, end in (*_beside_words(folded), *_by_shape(text, skus)):
            name = fold_digits(text[start:end]).rstrip("-/_").strip("#")
            if name and fold(name).text not in skus and not _is_date(name):
                return name
    return None


def _is_date(name: str) -> bool:
    plain = fold(name).text
    return any((d.start, d.end) == (0, len(plain)) and d.sure for d in named_days(plain, "en"))


def _beside_words(folded: Folded) -> list[tuple[int, int]]:
    """Codes behind a word for order, or before it where the language puts them there."""
    found: list[tuple[int, int]] = []
    for match in cues()["orders"]["words"].finditer(folded.text):
        behind = _BEHIND.match(folded.text[match.end() : match.end() + 60])
        if behind is None:
            found += _before_word(folded, match)
            continue
        name = behind["name"]
        rest = folded.text[match.end() + behind.end() :]
        marked = bool(behind["mark"].strip()) or _MARKED.search(match[0]) is not None
        if name[0] in "-/" or _counted(rest) or (not marked and _MONTH.fullmatch(name)):
            continue
        if name.isdigit() and not marked and not _certain(name, rest):
            continue
        if not marked and sum(c.isdigit() for c in name) < 4:
            continue
        if marked or name.isdigit() or _like_an_order(name):
            found.append(folded.at(match.end() + behind.start("name"), match.end() + behind.end("name")))
    return found


def _certain(name: str, rest: str) -> bool:
    """Whether a bare number is an order's: long, and either not round or with no goods behind it."""
    return len(name) >= _UNCLEAR and (
        name[-2:] != "00" or re.match(r"\s*[^\w\s]|\s*$|\s*\n", rest) is not None
    )


def _like_an_order(name: str) -> bool:
    return sum(c.isdigit() for c in name) >= 4


def _before_word(folded: Folded, word: re.Match[str]) -> list[tuple[int, int]]:
    low = max(0, word.start() - 40)
    leading = _LEADING.search(folded.text[low : word.start()])
    if (
        leading is None
        or len(leading["name"]) < 4
        or not leading[0][leading.end("name") - leading.start() :].strip()
    ):
        return []
    return [folded.at(low + leading.start("name"), low + leading.end("name"))]


def _counted(rest: str) -> bool:
    behind = rest[:24].lstrip(" .")
    units = counting()["units"]
    return any(p.match(behind) for p in (units["pieces"], units["dozens"], units["packages"])) or (
        re.match(r"(?:kgs?|mah|ml|cm|mm|w|usd|eur)\b|[$€£%]", behind) is not None
    )


def _by_shape(text: str, skus: frozenset[str]) -> list[tuple[int, int]]:
    """PO-2026/118, TW-260914-031, #10023: codes that look like an order's wherever they stand."""
    standards = certificate_spans(text)
    found = [m.span(1) for m in _HASHED.finditer(text) if fold(m[1]).text not in skus]
    for match in _SHAPE.finditer(text):
        name = match[0]
        dashed = "-" in name or "/" in name
        digits = sum(c.isdigit() for c in name)
        standard = any(match.start() < e and match.end() > s for s, e in standards)
        if dashed and digits >= 5 and name[0].isupper() and not standard:
            found.append(match.span())
    return found
