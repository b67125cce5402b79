"""Terms of delivery, freight method and currency in the buyer's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.facts import FreightRate
from bot.domain.fold import fold
from bot.steps.triage.chosen import NamedWay, last_chosen, turned_down
from bot.steps.triage.order_numbers import read_order_number
from prompts.cues import cues

__all__ = [
    "evidence_given",
    "read_currency",
    "read_incoterm",
    "read_method",
    "read_order_number",
    "wants_fastest",
]

_SHORTEST = 4
"""Letters from which a method's name in shipping.csv is told from other words."""


def read_incoterm(texts: Sequence[str]) -> str | None:
    """The Incoterm named last in these texts (oldest first) and not turned down.

    "FOB or CIF?" asks about both: None, so that the shop's default is quoted.
    """
    folded = [fold(text).text for text in reversed(texts)]
    ways = (
        [
            NamedWay(match.start(), match.end(), name)
            for name, pattern in cues()["incoterms"].items()
            for match in pattern.finditer(text)
        ]
        for text in folded
    )
    return last_chosen(folded, ways)


def read_method(texts: Sequence[str], rates: Sequence[FreightRate]) -> str | None:
    """The freight method named last and not turned down; None where the buyer asks about two at once.

    As shipping.csv calls it, or as the trade does where the shop has none of the kind.
    """
    methods = tuple(dict.fromkeys(rate.method for rate in rates))
    folded = [fold(text).text for text in reversed(texts)]
    return last_chosen(folded, ([*_own(text, methods), *_usual(text, methods)] for text in folded))


def _own(folded: str, methods: Sequence[str]) -> list[NamedWay]:
    """The shop's own names ("sea LCL")."""
    return [
        NamedWay(match.start(), match.end(), method)
        for method in sorted(methods, key=len, reverse=True)
        if len(method) >= _SHORTEST
        for match in re.finditer(rf"(?<!\w){re.escape(fold(method).text)}(?!\w)", folded)
    ]


def _usual(folded: str, methods: Sequence[str]) -> list[NamedWay]:
    """The names of the trade ("by boat")."""
    return [
        NamedWay(match.start(), match.end(), _of_kind(kind, methods) or kind)
        for kind, pattern in cues()["methods"].items()
        if kind != "fastest"
        for match in pattern.finditer(folded)
    ]


def _of_kind(kind: str, methods: Sequence[str]) -> str | None:
    """The shop's own name for a kind of carriage: sea -> "sea LCL"."""
    pattern = cues()["methods"][kind]
    for method in methods:
        folded = fold(method).text
        if kind in folded.split() or pattern.search(folded) or pattern.search(f"by {folded}"):
            return method
    return None


def wants_fastest(text: str) -> bool:
    """Whether speed is asked for above all."""
    folded = fold(text).text
    return any(
        not turned_down(folded, m.start(), m.end()) for m in cues()["methods"]["fastest"].finditer(folded)
    )


def read_currency(text: str) -> str | None:
    """A currency in which the buyer asks to be quoted ("price in EUR")."""
    folded = fold(text).text
    beside = cues()["quoted_in"]
    for code, pattern in cues()["currencies"].items():
        for match in pattern.finditer(folded):
            lead, tail = (
                folded[max(0, match.start() - 16) : match.start()],
                folded[match.end() : match.end() + 16],
            )
            if match[0].startswith("ب") or any(
                not lead[m.end() :].strip() for m in beside["before"].finditer(lead)
            ):
                return code
            if beside["behind"].match(tail.lstrip()) and not lead.rstrip()[-1:].isdigit():
                return code
    return None


def evidence_given(texts: Sequence[str]) -> bool:
    """Whether the buyer speaks of photos or a video."""
    return any(cues()["contact"]["evidence"].search(fold(text).text) for text in texts)
