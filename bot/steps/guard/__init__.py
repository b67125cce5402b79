"""The guard: what a text claims, held against what its plan allows.

Templates, a model's text and a person's edit all pass here. Nothing is read but the text and the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.moves import AnswerDispute, DeclineOffPlatformPayment, RegretDefect, WarnAccountChanged
from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.bank import check_bank
from bot.steps.guard.certificates import check_certificates
from bot.steps.guard.contact import check_contact
from bot.steps.guard.dates import check_dates
from bot.steps.guard.figures import check_figures
from bot.steps.guard.incoterms import check_incoterms
from bot.steps.guard.language import check_language
from bot.steps.guard.measures import set_measures_aside
from bot.steps.guard.payment import check_payment
from bot.steps.guard.promises import check_complaint, check_confidential, check_promises
from bot.steps.guard.sight import look, set_aside, set_codes_aside
from bot.steps.guard.skus import check_skus
from bot.steps.guard.template import check_empty, check_template
from bot.steps.guard.terms import read

__all__ = ["check"]

_EDITION = re.compile(r"Incoterms?\s?®?\s?\(?(?:2010|2020)\)?", re.IGNORECASE)
_SUSPICIOUS_NAME = re.compile(r"[@/\\]|\.\w{2,}|(?:\d\D{0,2}){6}")


def check(text: str, plan: ReplyPlan, *, expected_language: str | None = None) -> tuple[Finding, ...]:
    """What `text` holds and `plan` does not, in no order that matters; empty when all is supported.

    `expected_language` is the plan's unless told. Every excerpt stands in `text` (in normal form C).
    """
    sight = look(text)
    empty = tuple(check_empty(sight, plan))
    if empty or not text.strip():
        return empty
    found: list[Finding] = []
    rest = set_codes_aside(set_aside(sight, _standing(plan)), plan.facts.skus)
    rest = set_measures_aside(rest, plan.facts.verbatim)
    rest = rest.without(match.span() for match in _EDITION.finditer(rest.text))
    words = read(rest.text)
    declining = any(isinstance(move, DeclineOffPlatformPayment | WarnAccountChanged) for move in plan.moves)
    found += check_template(rest)
    found += check_payment(rest, words, plan, declining)
    found += check_confidential(rest, words)
    found += check_promises(rest, words)
    if any(isinstance(move, RegretDefect | AnswerDispute) for move in plan.moves):
        found += check_complaint(rest, words)
    found += check_incoterms(rest, words, plan.facts.incoterms)
    found += check_language(rest, expected_language or plan.language)
    some, places = check_bank(rest)
    found += some
    rest = rest.without(places)
    some, places = check_contact(rest, plan.facts)
    found += some
    rest = rest.without(places)
    some, places = check_certificates(rest, words, plan)
    found += some
    rest = rest.without(places)
    some, places = check_skus(rest, plan)
    found += some
    rest = rest.without(places)
    some, places = check_dates(rest, plan)
    found += some
    rest = rest.without(places)
    found += check_figures(rest, plan)
    return tuple(dict.fromkeys(found))


def _standing(plan: ReplyPlan) -> Iterable[str]:
    """Texts that may stand as they are: no refused payment way, no name that is really an address."""
    never = {way.casefold() for way in plan.never}
    for text in plan.facts.verbatim:
        if text != plan.buyer_name and text.casefold() not in never:
            yield text
    name = plan.buyer_name
    if name and not _SUSPICIOUS_NAME.search(name):
        yield name
