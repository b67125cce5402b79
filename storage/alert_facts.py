"""What alerts are made of: short looks at the tables, once a minute."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow

_CLOCKS = text(
    """
    SELECT c.id, c.waiting_since FROM conversations c
    WHERE c.shop_id = :shop AND c.waiting_since > :since AND c.waiting_since <= :until
      AND c.state IN ('open', 'taken_over', 'snoozed') AND NOT c.is_test
      AND NOT EXISTS (SELECT 1 FROM events e WHERE e.conversation_id = c.id AND e.at > c.waiting_since
        AND (e.kind = 'conversation.handed_over' OR e.kind = 'draft.reminded' AND e.data->>'step' = '2'))
    ORDER BY c.waiting_since, c.id LIMIT :most
    """
)
_SIGNALS = text(
    """
    SELECT count(*) FILTER (WHERE signal_at > :week) AS lately,
      count(*) FILTER (WHERE signal_at <= :week) AS before
    FROM metric_talks WHERE shop_id = :shop AND signal_at > :since AND signal_at <= :now
    """
)
_PASSAGES = text(
    """
    SELECT p.source, p.text, p.language FROM version_documents v
    JOIN passages p ON p.document_id = v.document_id
    WHERE v.version_id = :version ORDER BY v.ordinal, p.ordinal
    """
)
_PRICES = text(
    """
    SELECT count(*) FILTER (WHERE i.first_at < :before) AS old, count(*) AS of,
      (array_agg(i.sku ORDER BY i.first_at, v.ordinal))[1] AS sku
    FROM version_items v JOIN catalog_items i ON i.id = v.item_id WHERE v.version_id = :version
    """
)


async def late_clocks(
    connection: AsyncConnection, shop_id: int, since: datetime, until: datetime, most: int
) -> Sequence[AnyRow]:
    """Conversations whose buyer has waited since between these moments (id, waiting_since), where neither
    the last reminder nor the hand-over has told of it."""
    known = {"shop": shop_id, "since": since, "until": until, "most": most}
    return (await connection.execute(_CLOCKS, known)).all()


async def signals(
    connection: AsyncConnection, shop_id: int, now: datetime, week: timedelta, before: timedelta
) -> tuple[int, int]:
    """Conversations in which a buyer first wished to leave the platform: in the `week` up to `now`, and in
    the time `before` that."""
    known = {"shop": shop_id, "now": now, "week": now - week, "since": now - week - before}
    row = (await connection.execute(_SIGNALS, known)).one()
    return row.lately, row.before


async def passages(connection: AsyncConnection, version_id: int) -> Sequence[AnyRow]:
    """All of a version (source, text, language)."""
    return (await connection.execute(_PASSAGES, {"version": version_id})).all()


async def old_prices(connection: AsyncConnection, version_id: int, before: datetime) -> AnyRow:
    """How many rows of the catalogue are as they are since before then (old, of, sku: the oldest one's)."""
    return (await connection.execute(_PRICES, {"version": version_id, "before": before})).one()
