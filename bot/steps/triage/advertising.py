"""Whether the writer sells something to the shop instead of buying from it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.steps.triage.classifier_reading import Clause

_WISHES = (
    "price_quote", "sample", "customization", "shipping", "lead_time", "payment", "certification",
    "company_check", "negotiation", "order_status", "after_sales", "catalog_request", "product_info",
    "off_platform_payment", "dispute",
)  # fmt: skip
_NAMED = 0.5
"""Probability that is enough where a cue names the pitch as well."""
_SILENT = 0.8
"""Probability that is enough without any cue, where the message names no goods of the shop either."""
_CERTAIN = 0.85
"""Advertising asks and counts too ("need money?"): only a pitch that is this clear outweighs that."""


def advertises(clauses: Sequence[Clause], ordered: bool = False, goods: bool = False) -> bool:
    """Whether these clauses of one message are a pitch.

    `goods`: it names goods of the shop; `ordered`: it names goods and how many, or an order.

    A buyer who introduces himself ("we make honey and need jars") asks for something in the same breath: what
    wants goods is no pitch, whoever says it.
    """
    offers = [clause for clause in clauses if "buying" not in clause.cues]
    named = max((clause.shows["spam"] for clause in offers if "spam" in clause.cues), default=0.0)
    silent = max((clause.shows["spam"] for clause in offers), default=0.0)
    if len(offers) < len(clauses):
        return named >= _CERTAIN and not ordered
    if ordered or _asks(clauses):
        return named >= _CERTAIN
    return named >= _NAMED or (silent >= _SILENT and not goods)


def _asks(clauses: Sequence[Clause]) -> bool:
    """Whether a clause of its own, no pitch itself, surely asks for something that the shop has."""
    return any(
        not clause.strong("spam", 0.3)
        and any(clause.strong(wish, 0.9) and wish in clause.cues for wish in _WISHES)
        for clause in clauses
    )
