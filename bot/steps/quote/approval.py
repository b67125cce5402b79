"""Who must approve what is answered."""

from __future__ import annotations

from bot.domain.inquiry import Needs, Understanding
from bot.domain.quote import QuoteOutcome

_FOR_A_MANAGER = frozenset({"dispute", "restricted_destination"})
_SMALL_TALK = frozenset({"spam", "greeting", "thanks", "other"})
"""What may stand beside spam without anything being asked."""


def needs(understanding: Understanding, outcome: QuoteOutcome) -> Needs:
    """A manager for disputes, restricted destinations, changed accounts and discounts beyond a salesperson;
    nobody for spam."""
    beyond = outcome.discount is not None and outcome.discount.needs == "manager"
    changed = understanding.details.account_changed
    if _FOR_A_MANAGER & set(understanding.risks) or outcome.restricted or beyond or changed:
        return "manager"
    if understanding.intents[:1] == ("spam",) and set(understanding.intents) <= _SMALL_TALK:
        return "nobody"
    return "salesperson"
