"""Whether the writer sells something to the shop instead of buying from it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.steps.triage.classifier_reading import Clause

_WISHES = (
    "price_quote", "sample", "customization", "shipping", "lead_time", "payment", "certification",
    "company_check", "negotiation", "order_status", "after_sales", "catalog_request", "product_info",
)  # fmt: skip
_LIKELY = 0.5
_CERTAIN = 0.85
"""Advertising names figures and goods as well: only a pitch that is this clear outweighs them."""


def advertises(clauses: Sequence[Clause], figures: bool = False) -> bool:
    """Whether these clauses of one message are a pitch. `figures`: the message names a quantity or an order.

    A buyer who introduces himself ("we are the leading importer of …") asks for something in the same breath.
    """
    pitch = max((clause.shows.get("spam", 0.0) for clause in clauses), default=0.0)
    if pitch < _LIKELY:
        return False
    if pitch >= _CERTAIN and not _asks(clauses):
        return True
    return not figures and not (pitch < _CERTAIN and _asks(clauses))


def _asks(clauses: Sequence[Clause]) -> bool:
    """Whether a clause of its own, no pitch itself, surely asks for something that the shop has."""
    return any(
        not clause.strong("spam", 0.3)
        and any(clause.strong(wish, 0.9) and wish in clause.cues for wish in _WISHES)
        for clause in clauses
    )
