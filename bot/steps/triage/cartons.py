"""Counts of cartons, with what each holds where the buyer says so."""

from __future__ import annotations

import re

from bot.steps.triage.page import Page
from bot.steps.triage.quantity import Package, Quantity
from bot.steps.triage.series import Number
from prompts.counting import counting

_FEWEST_CARTONS = 2
_CONTENT = re.compile(
    r" ?[,(]? ?(?:of|with|x|[*]|at|@|de|con|com|a|avec|mit(?: je)?|zu(?: je)?|je|da|di|по|с|من|po|isi"
    r"|berisi|各|每箱)? ?(\d{1,4})"
)  # fmt: skip
"""How many pieces stand in each carton: "of 24 pcs", "mit je 24 Stück"."""


def cartons(page: Page, number: Number, word: str) -> Quantity | None:
    """ "20 cartons"; one carton is rather spoken of than ordered ("how many in 1 carton")."""
    table = counting()["units"]
    kind: Package = "carton" if table["cartons"].fullmatch(word) else "box"
    if number.value < _FEWEST_CARTONS or (kind == "box" and table["boxes"].fullmatch(word) is None):
        return None
    at = page.place[number.end]
    end = page.folded.text.index(word, at) + len(word)
    each = _CONTENT.match(page.folded.text, end)
    pieces = 0
    if each is not None and table["pieces"].match(page.folded.text[each.end() :].lstrip()):
        pieces = int(each[1])
        end = each.end()
    stop = page.folded.at(at, end)[1]
    span = (number.start, number.end)
    return Quantity(
        int(number.value) * (pieces or 1), number.start, stop, span, True, word, "" if pieces else kind
    )
