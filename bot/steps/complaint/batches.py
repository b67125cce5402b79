"""Batch and lot numbers that a buyer names: lot no. 2311B, Charge: A-7781, 批号 20261103."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.fold import fold
from prompts.complaints import complaint_words

_CODE = r"(?P<code>[a-z]{0,5}[-/.]?\d[a-z0-9]*(?:[-/.][a-z0-9]+){0,4}|[a-z]{1,5}-[a-z0-9]*\d[a-z0-9-]*)"
_ESCAPED = re.compile(r"\\.|[^\\]")
_SPACED = re.compile(r"[a-z\u00df-\u024f\u0400-\u04ff\u0600-\u06ff]")
_COUNTED = re.compile(
    r"\s{0,2}(?:pcs?|pieces?|units?|pzas?|uds?|unidad\w*|stuck|stk|шт|штук|adet|tane|szt|buah|chiec|cai|个|件|個"
    r"|पीस|नग|قطع\w*|of|out|from|were|was|are|is|days?|weeks?|%|kg)\b"
)
_LONGEST = 30


def batch_in(folded: str) -> tuple[int, int] | None:
    """Where the batch's number stands in a folded sentence; None where none is named, or several are."""
    spans: dict[str, tuple[int, int]] = {}
    for match in _pattern().finditer(folded):
        code = match["code"].rstrip("-/.")
        whole = len(code) <= _LONGEST and sum(char.isdigit() for char in code) >= 1
        if whole and _COUNTED.match(folded[match.end("code") :]) is None:
            spans.setdefault(code, (match.start("code"), match.start("code") + len(code)))
    return next(iter(spans.values())) if len(spans) == 1 else None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = [each for several in complaint_words()["before"].values() for each in several]
    marks = [each for several in complaint_words()["mark"].values() for each in several]
    before = "|".join(_bordered(each) for each in sorted(set(words), key=len, reverse=True))
    mark = "|".join(_bordered(each) for each in sorted(set(marks), key=len, reverse=True))
    between = r"[\s.:=#()\"'“”«»]{0,3}"
    return re.compile(rf"(?:{before})(?:{between}(?:{mark})){{0,3}}{between}{_CODE}(?![a-z0-9])")


def _bordered(word: str) -> str:
    plain = "".join(part if part.startswith("\\") else fold(part).text for part in _ESCAPED.findall(word))
    return rf"(?<![^\W_])(?:{plain})(?![^\W\d_])" if _SPACED.search(plain) else plain
