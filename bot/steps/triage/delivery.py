"""Terms of delivery, freight method, order numbers and currency in the buyer's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.facts import FreightRate
from bot.domain.fold import fold
from prompts.cues import cues

_ORDER_SHAPE = re.compile(
    r"(?<![\w-])(?=[A-Za-z0-9/-]*\d{3})[A-Z]{1,6}[-/ ]?\d[\dA-Z]*(?:[-/][\dA-Z]+)*(?![\w-])"
)
_BEHIND_WORD = re.compile(
    r"\s*(?:no\.?|nr\.?|n[°º]|num\w*|id|№|#|:|号)*\s*[:#]?\s*#?([A-Za-z]{0,6}-?\d[\w/-]{2,})"
)
_IN_CURRENCY = re.compile(r"(?:\bin|\ben|\bem|\bauf|\bw|\bdalam|\bbang|\bв|ب|用|以|按)\s?(?:the )?$")
_COUNTED = re.compile(r"\s*(?:pcs|pieces|шт|个|pairs|kg|mah)\b")


def read_incoterm(texts: Sequence[str]) -> str | None:
    """The Incoterm named last in these texts (oldest first)."""
    for text in reversed(texts):
        folded = fold(text).text
        found = [
            (match.start(), name)
            for name, pattern in cues()["incoterms"].items()
            for match in pattern.finditer(folded)
        ]
        if found:
            return max(found)[1]
    return None


def read_method(texts: Sequence[str], rates: Sequence[FreightRate]) -> str | None:
    """The freight method named last, as shipping.csv calls it; as the trade calls it where the shop has none."""
    methods = tuple(dict.fromkeys(rate.method for rate in rates))
    for text in reversed(texts):
        folded = fold(text).text
        for method in sorted(methods, key=len, reverse=True):
            if re.search(rf"(?<!\w){re.escape(fold(method).text)}(?!\w)", folded) and len(method) > 3:
                return method
        for kind, pattern in cues()["methods"].items():
            if kind != "fastest" and pattern.search(folded):
                return _of_kind(kind, methods) or kind
    return None


def _of_kind(kind: str, methods: Sequence[str]) -> str | None:
    """The shop's own name for a kind of carriage: sea -> "sea LCL"."""
    pattern = cues()["methods"][kind]
    for method in methods:
        folded = fold(method).text
        if kind in folded.split() or pattern.search(folded) or pattern.search(f"by {folded}"):
            return method
    return None


def wants_fastest(text: str) -> bool:
    return cues()["methods"]["fastest"].search(fold(text).text) is not None


def read_order_number(texts: Sequence[str], skus: frozenset[str]) -> str | None:
    """An order number named in the talk, last message first: the shape of one, or any code behind a word for order."""
    for text in reversed(texts):
        folded = fold(text)
        for match in cues()["orders"]["words"].finditer(folded.text):
            behind = _BEHIND_WORD.match(folded.text[match.end() : match.end() + 40])
            if behind and not _COUNTED.match(folded.text[match.end() + behind.end(1) :]):
                start, end = folded.at(match.end() + behind.start(1), match.end() + behind.end(1))
                name = text[start:end]
                marked = (
                    re.search(r"no|nr|n[°º]|num|id|№|#|:|号", match[0] + behind[0][: behind.start(1)])
                    is not None
                )
                # "order 1000 mugs" is no order number; "order no. 1000" and "order 10004711" are.
                if marked or not name.isdigit() or len(name) >= 6:
                    return name
        for shape in _ORDER_SHAPE.finditer(text):
            name = shape[0]
            dashed = name.count("-") + name.count("/") >= 1 and sum(c.isdigit() for c in name) >= 5
            if dashed and fold(name).text not in skus:
                return name
    return None


def read_currency(text: str) -> str | None:
    """A currency in which the buyer asks to be quoted ("price in EUR")."""
    folded = fold(text).text
    for code, pattern in cues()["currencies"].items():
        for match in pattern.finditer(folded):
            if _IN_CURRENCY.search(folded[: match.start()]):
                return code
    return None


def evidence_given(texts: Sequence[str]) -> bool:
    """Whether the buyer speaks of photos or a video."""
    return any(cues()["contact"]["evidence"].search(fold(text).text) for text in texts)
