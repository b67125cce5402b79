"""When the shop is closed and when it works, as its terms say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from bot.domain import moves as m
from bot.domain.calendar import reopens
from bot.domain.facts import Closure, Shop
from bot.domain.fold import fold
from bot.steps.plan.wording import Question

_CLOSURES = 2


def calendar(shop: Shop, question: Question, day: date, language: str) -> list[m.Move]:
    """The next closures or the working hours, where they are asked about."""
    moves: list[m.Move] = []
    if not shop.company.working_days:
        return moves
    if question.asks("shop_closed"):
        months = _months_named(question.text, language)
        coming = sorted((each for each in shop.closures if each.end >= day), key=lambda each: each.start)
        named = [each for each in coming if _covers(each, months)] or coming[:_CLOSURES]
        moves += [
            m.TellClosure(each.name, each.start, each.end, reopens(shop, each)) for each in named[:_CLOSURES]
        ]
    if question.asks("hours"):
        opens, closes = shop.company.working_hours
        moves.append(m.TellHours(tuple(sorted(shop.company.working_days)), opens, closes))
    return moves


def _covers(closure: Closure, months: frozenset[int]) -> bool:
    return closure.start.month in months or closure.end.month in months


def _months_named(folded: str, language: str) -> frozenset[int]:
    """The months whose full names stand in a folded text."""
    names = _months(language)
    return frozenset(
        number for name, number in names.items() if re.search(rf"(?<![^\W\d_]){re.escape(name)}", folded)
    )


@cache
def _months(language: str) -> Mapping[str, int]:
    from babel.dates import get_month_names

    return {
        fold(str(name)).text: number
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, locale=language).items()
    }
