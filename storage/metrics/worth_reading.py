"""Conversations of a period that are worth reading, each found by a rule that can be said in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.metrics.counting import Asked

_RULES: Mapping[str, str] = MappingProxyType({
    # What was lost, the largest by its quote
    "lost": """
        SELECT conversation_id, lost_at AS at, value, NULL::float8 AS seconds, country, lost_reason AS reason
        FROM metric_orders WHERE shop_id = :shop AND lost_at >= :since AND lost_at < :until
        ORDER BY value DESC NULLS LAST, lost_at DESC LIMIT :most
    """,
    # Who waited longest for an answer while the shop was open, or waits still
    "waited": """
        SELECT conversation_id, asked_at AS at, NULL::numeric AS value,
          coalesce(worked_s, work_seconds(:shop, :now) - work_seconds(:shop, asked_at)) AS seconds, country,
          CASE WHEN answered_at IS NULL THEN 'waits' END AS reason
        FROM metric_waits WHERE shop_id = :shop AND asked_at >= :since AND asked_at < :until
          AND (answered_by = 'person' OR waits)
        ORDER BY seconds DESC, asked_at DESC LIMIT :most
    """,
    # Who wished to leave the platform and paid on it after all
    "saved": """
        SELECT o.conversation_id, o.paid_at AS at, coalesce(o.value, o.received) AS value,
          NULL::float8 AS seconds, o.country, NULL AS reason
        FROM metric_orders o JOIN metric_talks t ON t.conversation_id = o.conversation_id
        WHERE o.shop_id = :shop AND o.paid_at >= :since AND o.paid_at < :until AND t.signal_at < o.paid_at
        ORDER BY value DESC NULLS LAST, at DESC LIMIT :most
    """,
    # Whom a follow-up has brought back to a payment
    "returned": """
        SELECT o.conversation_id, o.paid_at AS at, coalesce(o.value, o.received) AS value,
          NULL::float8 AS seconds, o.country, NULL AS reason
        FROM metric_orders o
        WHERE o.shop_id = :shop AND o.paid_at >= :since AND o.paid_at < :until AND EXISTS (
          SELECT 1 FROM metric_drafts d WHERE d.conversation_id = o.conversation_id AND d.follow_up
            AND d.followed AND d.decided_at < o.paid_at)
        ORDER BY value DESC NULLS LAST, at DESC LIMIT :most
    """,
    # The largest order that was paid
    "won": """
        SELECT conversation_id, paid_at AS at, coalesce(value, received) AS value, NULL::float8 AS seconds,
          country, NULL AS reason
        FROM metric_orders WHERE shop_id = :shop AND paid_at >= :since AND paid_at < :until
        ORDER BY value DESC NULLS LAST, at DESC LIMIT :most
    """,
    # The draft that a person changed most
    "rewritten": """
        SELECT conversation_id, decided_at AS at, NULL::numeric AS value, similarity AS seconds, country,
          intent AS reason
        FROM metric_drafts WHERE shop_id = :shop AND decided_at >= :since AND decided_at < :until
          AND outcome = 'heavy' AND NOT follow_up
        ORDER BY similarity, decided_at DESC LIMIT :most
    """,
})  # fmt: skip
RULES = tuple(_RULES)
"""In the order in which they are asked; a conversation is named by one of them."""
_ONCE = frozenset({"saved", "returned", "won"})
"""Good ends: one of them is told, the first that there is."""


@dataclass(frozen=True, slots=True)
class WorthReading:
    """`value` in the shop's currency; `seconds` of work of a wait; of a draft `similarity` (0 to 1)."""

    rule: str
    conversation_id: int
    at: datetime
    country: str | None
    value: Decimal | None
    seconds: float | None
    similarity: float | None
    reason: str | None
    """Of a loss its reason, of a wait "waits" where it goes on, of a draft its intent."""


async def worth_reading(
    connection: AsyncConnection, shop_id: int, asked: Asked, most: int = 3
) -> list[WorthReading]:
    """`most` at most, each by another rule and of another conversation."""
    known = {
        "shop": shop_id, "since": asked.since, "until": asked.until, "now": asked.now, "most": most,
    }  # fmt: skip
    chosen: list[WorthReading] = []
    good = False
    for rule, query in _RULES.items():
        if len(chosen) == most:
            break
        if rule in _ONCE and good:
            continue
        for row in await connection.execute(text(query), known):
            if all(row.conversation_id != each.conversation_id for each in chosen):
                rewritten = rule == "rewritten"
                chosen.append(
                    WorthReading(
                        rule, row.conversation_id, row.at, row.country, row.value,
                        None if rewritten else row.seconds, row.seconds if rewritten else None, row.reason,
                    )
                )  # fmt: skip
                good = good or rule in _ONCE
                break
    return chosen
