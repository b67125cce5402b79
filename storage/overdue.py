"""What should have been done by now: buyers without an answer, promises, complaints, sourcing, payments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.desk import REPLY_WITHIN

COMPLAINT_IDLE = timedelta(days=3)
"""An open case in which nothing has happened for so long."""
UNPAID_AFTER = timedelta(days=3)
"""A buyer has said yes, or was told where to order, and nothing has come."""
_QUERIES: Mapping[str, str] = MappingProxyType({
    "waits": """
        SELECT waiting_since AS at, id AS conversation_id, NULL::numeric AS value FROM conversations
        WHERE shop_id = :shop AND waiting_since < :late AND state IN ('open', 'taken_over') AND NOT is_test
    """,
    "promises": """
        SELECT due_on::timestamptz AS at, p.conversation_id, NULL::numeric AS value
        FROM promises p JOIN conversations c ON c.id = p.conversation_id
        WHERE p.shop_id = :shop AND p.side = 'seller' AND p.state = 'open' AND p.due_on < :today
          AND c.state <> 'spam' AND NOT c.is_test
    """,
    "complaints": """
        SELECT opened_at AS at, conversation_id, NULL::numeric AS value FROM complaints
        WHERE shop_id = :shop AND state = 'open' AND changed_at < :idle
    """,
    "sourcing": """
        SELECT due_at AS at, conversation_id, NULL::numeric AS value FROM sourcing_requests
        WHERE shop_id = :shop AND state IN ('open', 'claimed', 'asked') AND due_at < :now
    """,
    "unpaid": """
        SELECT coalesce(link_sent_at, accepted_at) AS at, conversation_id,
          CASE WHEN currency = :currency THEN total END AS value FROM orders
        WHERE shop_id = :shop AND state IN ('accepted', 'link_sent')
          AND coalesce(link_sent_at, accepted_at) < :unpaid
    """,
})  # fmt: skip
KINDS = tuple(_QUERIES)


@dataclass(frozen=True, slots=True)
class Overdue:
    """So many of a kind, the oldest of them, and what they are worth in the shop's currency, if anything."""

    kind: str
    count: int
    oldest_at: datetime
    conversation_id: int
    value: Decimal | None


async def overdue(
    connection: AsyncConnection, shop_id: int, now: datetime, today: date, currency: str
) -> list[Overdue]:
    """Kinds of which there is nothing are left out. `today` is the shop's own."""
    known = {
        "shop": shop_id, "now": now, "today": today, "currency": currency, "late": now - REPLY_WITHIN,
        "idle": now - COMPLAINT_IDLE, "unpaid": now - UNPAID_AFTER,
    }  # fmt: skip
    found = []
    for kind, query in _QUERIES.items():
        summed = f"""
            SELECT count(*) AS many, min(at) AS oldest, sum(value) AS value,
              (array_agg(conversation_id ORDER BY at))[1] AS conversation_id FROM ({query}) late
        """  # noqa: S608 - queries of ours; what is asked for is bound
        row = (await connection.execute(text(summed), known)).one()
        if row.many:
            found.append(Overdue(kind, row.many, row.oldest, row.conversation_id, row.value))
    return found
