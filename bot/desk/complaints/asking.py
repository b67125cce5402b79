"""A reply asks for what a complaint still lacks: two questions at most, and none that is answered already."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import or_
from typing import cast

from bot.desk.complaints.noting import Noted
from bot.domain import moves as m
from bot.domain.plan import AllowedFacts
from bot.pipeline import Answer
from bot.steps.guard import check
from bot.steps.write import write

_MOST = 2
_MOST_CHOICES = 6
_OURS = frozenset({"order_number", "evidence_of_defect", "affected", "batch"})
_NAMES = {"order": "order_number", "photos": "evidence_of_defect", "quantity": "affected", "batch": "batch"}


def with_complaint_asked(answer: Answer, noted: Noted | None) -> Answer:
    """The answer with the case's own questions in place of those that know nothing of it.

    A threat of a dispute is asked for its order alone: the rest is a manager's.
    """
    if noted is None or not noted.speaks or not answer.draft.text.strip():
        return answer
    wanted = [_NAMES[each] for each in noted.lacking]
    if "dispute" in answer.understanding.risks:
        wanted = [each for each in wanted if each == "order_number"]
    if "evidence_of_defect" in wanted and "affected" in wanted:
        wanted.remove("affected")  # who is asked for pictures is asked how many they show
    asked = [_ask(each, noted) for each in wanted[:_MOST]]
    before = [move for move in answer.plan.moves if isinstance(move, m.Ask)]
    kept = [move for move in before if move.detail not in _OURS]
    if [*kept, *asked] == before or any(isinstance(move, m.WarnAccountChanged) for move in answer.plan.moves):
        return answer
    body = [move for move in _moves(answer) if not (isinstance(move, m.Ask) and move.detail in _OURS)]
    ends = next((place for place, move in enumerate(body) if isinstance(move, m.Close)), len(body))
    moves: tuple[m.Move, ...] = (*body[:ends], *asked, *body[ends:])
    if all(isinstance(move, m.Greet | m.Close) for move in moves):
        moves = (*body[:ends], m.SayWeCheck(), *body[ends:])
    facts = reduce(or_, (move.facts() for move in moves), AllowedFacts())
    plan = replace(answer.plan, moves=moves, facts=answer.plan.facts | facts)
    draft = write(plan)
    # What was said of how the answer came about stays; what the guard found in the old words goes.
    found = check(answer.draft.text, answer.plan)
    others = tuple(finding for finding in answer.findings if finding not in found)
    return replace(answer, plan=plan, draft=draft, findings=(*check(draft.text, plan), *others))


def _moves(answer: Answer) -> list[m.Move]:
    return [cast("m.Move", move) for move in answer.plan.moves]


def _ask(detail: str, noted: Noted) -> m.Ask:
    several = detail == "order_number" and 1 < len(noted.orders) <= _MOST_CHOICES
    return m.Ask(detail, choices=noted.orders if several else ())
