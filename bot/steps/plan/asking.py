"""A reply that only asks, and the answers that a buyer can tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from bot.domain import moves as m
from bot.domain.facts import Shop
from bot.domain.inquiry import Understanding
from bot.domain.plan import AllowedFacts, ReplyPlan
from bot.steps.plan.missing import questions

_MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A button under a question: what it shows, and what the buyer says by tapping it."""

    label: str
    text: str


def only_asking(
    shop: Shop, plan: ReplyPlan, understanding: Understanding, details: Sequence[str]
) -> ReplyPlan:
    """`plan` with its greeting and its end, and between them questions for `details` alone (two at most)."""
    greeting = [move for move in plan.moves if isinstance(move, m.Greet)]
    ending = [move for move in plan.moves if isinstance(move, m.Close)]
    moves: tuple[m.Move, ...] = (*greeting, *questions(shop, understanding, details), *ending)
    facts = reduce(or_, (move.facts() for move in moves), AllowedFacts())
    return replace(plan, moves=moves, facts=facts)


def choices_of(plan: ReplyPlan) -> tuple[Choice, ...]:
    """The answers to the plan's first question that has few; empty where it has none, or many."""
    for move in plan.moves:
        if not isinstance(move, m.Ask):
            continue
        if move.detail == "product" and 1 < len(move.goods) <= _MOST_CHOICES:
            return tuple(Choice(goods.name, f"{goods.name} ({goods.sku})") for goods in move.goods)
        if 1 < len(move.choices) <= _MOST_CHOICES:
            return tuple(Choice(choice, choice) for choice in move.choices)
    return ()
