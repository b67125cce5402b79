"""Percentages that the buyer names: a discount, apart from shares of material and of payment."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.domain.fold import fold
from bot.domain.numerals import cjk_value, find_number_words, find_numerals
from prompts.cues import cues

_PERCENT = re.compile(
    r"\s?(?:%|٪|percent|per ?cent|pct\b|prozent|процент\w*|por ?ciento|por ?cento|pour ?cent|"
    r"per ?cento|persen|phan tram|"
    r"procent\w*|yuzde|प्रतिशत|परसेंट|个点|パーセント|في المئه|بالمئه|في المائه|بالمائه)"
)
_PERCENT_BEFORE = re.compile(r"(?:%|yuzde|百分之)\s?$")
_TENTHS = re.compile(r"([一二三四五六七八九]{1,2}|[1-9](?:\.?\d)?)折")
_HUNDREDTHS = re.compile(r"百分之([一二三四五六七八九十]{1,3})")
_NEAR = 30
_ENOUGH = 20
"""Percentages of one text that are weighed."""
_MOST = 60
"""Percent: a share beyond it is no discount unless a word for discount stands by."""


def is_percentage(before: str, after: str) -> bool:
    """Whether a number between these folded texts is a percentage."""
    return _PERCENT.match(after) is not None or _PERCENT_BEFORE.search(before) is not None


def read_percent(text: str) -> Decimal | None:
    """The discount in percent that `text` names; 九折 is 10.

    One beside a word for discount, else the first that is no share of a material, a deposit or the like.
    """
    folded = fold(text)
    place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
    numerals = sorted((*find_numerals(text), *find_number_words(text, ("en",))), key=lambda n: n.start)
    found: list[tuple[bool, Decimal]] = []
    for numeral in numerals:
        start, end = place.get(numeral.start, 0), place.get(numeral.end - 1, 0) + 1
        before, after = folded.text[max(0, start - _NEAR) : start], folded.text[end : end + _NEAR]
        if len(found) == _ENOUGH:
            break
        if numeral.values and is_percentage(before[-8:], after[:16]):
            value = min(numeral.values)
            discount = _beside_discount(before, after)
            if 0 < value < 100 and (discount or (value <= _MOST and not _share(before, after))):
                found.append((discount, value))
    found += [(True, _off(m[1])) for m in _TENTHS.finditer(text)]
    hundredths = (cjk_value(m[1]) for m in _HUNDREDTHS.finditer(text))
    found += [(True, share) for share in hundredths if share]
    return next((share for sure, share in found if sure), found[0][1] if found else None)


def names_discount(text: str) -> bool:
    """Whether a percentage stands beside a word for discount, or for going down: "knock 10 % off"."""
    folded = fold(text).text
    return any(
        _beside_discount(folded[max(0, m.start() - _NEAR) : m.start()], folded[m.end() : m.end() + _NEAR])
        for m in re.finditer(rf"\d(?:{_PERCENT.pattern})", folded)
    )


def _beside_discount(before: str, after: str) -> bool:
    """Whether a word for discount stands near, nearer than a comma."""
    discount = cues()["percent"]["discount"]
    lead, tail = re.split(r"[,;.!?，。；]\s?", before)[-1], re.split(r"[,;.!?，。；](?:\s|$)", after)[0]
    return discount.search(lead) is not None or discount.search(tail) is not None


def _share(before: str, after: str) -> bool:
    apart = cues()["percent"]["apart"]
    behind = _PERCENT.sub("", after, count=1).lstrip()[:18]
    return apart.match(behind) is not None or any(
        not before[m.end() :].strip(" :") for m in apart.finditer(before)
    )


def _off(tenths: str) -> Decimal:
    """What is taken off at 九折, 95折, 8.5折."""
    digits = "".join(str(cjk_value(c)) if not c.isascii() else c for c in tenths).replace(".", "")
    return Decimal(100) - Decimal(digits) * (10 if len(digits) == 1 else 1)
