"""Plan: what a reply says, decided before a word of it is written."""

from __future__ import annotations

from bot.steps.plan.asking import Choice, choices_of, only_asking
from bot.steps.plan.clauses import asking_sentences, clauses_for_policies
from bot.steps.plan.context import Festival, PlanContext
from bot.steps.plan.make import make_plan
from bot.steps.plan.missing import missing_details
from bot.steps.plan.own_answers import told_by_the_team

__all__ = [
    "Choice",
    "Festival",
    "PlanContext",
    "asking_sentences",
    "choices_of",
    "clauses_for_policies",
    "make_plan",
    "missing_details",
    "only_asking",
    "told_by_the_team",
]
