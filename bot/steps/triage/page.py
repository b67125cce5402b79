"""What stands around a number: its counting word, or the word that makes it count something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.fold import Folded
from bot.domain.products import Feature
from bot.steps.triage.series import Number
from prompts.counting import counting

AROUND = 24
"""Folded characters looked at on each side of a number."""
_DOT = re.compile(r"\.?\s{0,2}-?(?:\s?(?:more|extra|another|x|adicionales|weitere|mehr|еще|de|of|von)\s)?")


@dataclass(frozen=True, slots=True)
class Page:
    """One text with what is known about it. `place[i]` is where its i-th character begins in `folded`."""

    text: str
    folded: Folded
    place: Sequence[int]
    features: Sequence[Feature]
    units: re.Pattern[str] | None
    is_figure: Callable[[str, str], bool]

    def before(self, number: Number) -> str:
        at = self.place[number.start]
        return self.folded.text[max(0, at - AROUND) : at]

    def after(self, number: Number) -> str:
        at = self.place[number.end]
        return self.folded.text[at : at + AROUND]


def unit_behind(page: Page, number: Number) -> tuple[str, int, int] | None:
    """(counting word, its end behind the number, pieces in each) right behind a number."""
    after = page.after(number)
    lead = _DOT.match(after)
    for skip in dict.fromkeys((lead.end() if lead else 0, 0)):
        behind = after[skip:]
        blank = skip + len(behind) - len(behind.lstrip(" "))
        behind = behind.lstrip(" ")
        for pattern, pieces in (
            (page.units, 1), (counting()["units"]["dozens"], 12), (counting()["units"]["pieces"], 1),
        ):  # fmt: skip
            if pattern is not None and (match := pattern.match(behind)):
                return match[0], blank + match.end(), pieces
    return None


def package_behind(page: Page, number: Number) -> str:
    """The word for packages that are counted, and not for goods of that name ("500 gift boxes"), or ""."""
    after = page.after(number)
    match = counting()["units"]["packages"].match(after.lstrip(". -"))
    if match is None:
        return ""
    start = page.place[number.end] + len(after) - len(after.lstrip(". -"))
    first, last = page.folded.at(start, start + match.end())
    named = any(f.kind == "product" and f.start < last and f.end > first for f in page.features)
    return "" if named else match[0]


def apart_behind(page: Page, number: Number) -> int:
    """How far the word behind a number reaches that makes it a count of something else; 0 for none."""
    after = page.after(number)
    blank = len(after) - len(after.lstrip(" -"))
    match = counting()["apart"]["after"].match(after.lstrip(" -")) if blank <= 2 else None
    return blank + match.end() if match else 0
