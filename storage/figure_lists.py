"""What stands beside managers' figures: choices to filter by, talks as rows, edits, gaps, model calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.metrics.counting import Asked, narrowed

_CHOICES = text(
    """
    SELECT country, language, channel, source, intent FROM (
      SELECT country, language, channel, source, intent FROM metric_talks
      WHERE shop_id = :shop AND started_at >= :since AND started_at < :until GROUP BY 1, 2, 3, 4, 5
    ) together GROUP BY GROUPING SETS ((country), (language), (channel), (source), (intent))
    """
)
_TALKS = text(
    """
    SELECT c.id, c.state, c.excerpt, c.grade, c.channel, b.name, b.company, b.country, s.name AS owner
    FROM conversations c JOIN buyers b ON b.id = c.buyer_id LEFT JOIN staff s ON s.id = c.assignee_id
    WHERE c.shop_id = :shop AND c.id = ANY(:ids)
    """
)
_WAITING = """
    FROM conversations c JOIN buyers b ON b.id = c.buyer_id LEFT JOIN staff s ON s.id = c.assignee_id
    WHERE c.shop_id = :shop AND c.waiting_since IS NOT NULL AND c.state IN ('open', 'taken_over')
      AND NOT c.is_test AND (CAST(:staff AS bigint) IS NULL OR c.assignee_id = :staff)
"""
_CLOCK = text(
    f"""
    SELECT count(*) AS waiting, count(*) FILTER (WHERE c.waiting_since <= :late) AS late,
      count(*) FILTER (WHERE c.waiting_since > :late AND c.waiting_since <= :soon) AS soon {_WAITING}
    """
)
_OLDEST = text(
    f"""
    SELECT c.id, c.waiting_since, b.name, b.company, b.country, s.name AS owner {_WAITING}
    ORDER BY c.waiting_since, c.id LIMIT :most
    """
)
_GAPS = text(
    """
    SELECT g.id, g.state, q.text AS question, count(u.id) AS asked,
      count(DISTINCT u.conversation_id) AS talks, max(u.asked_at) AS newest
    FROM knowledge_gaps g
    JOIN unanswered_questions u ON u.gap_id = g.id AND u.asked_at >= :since AND u.asked_at < :until
    JOIN conversations c ON c.id = u.conversation_id AND NOT c.is_test AND c.state <> 'spam'
    LEFT JOIN unanswered_questions q ON q.id = g.shown_id
    WHERE g.shop_id = :shop GROUP BY g.id, q.text ORDER BY asked DESC, newest DESC, g.id LIMIT :most
    """
)
_CALLS = """
    count(*) AS calls, count(*) FILTER (WHERE outcome <> 'ok') AS troubles,
    coalesce(sum(cost), 0) AS cost, count(*) FILTER (WHERE cost IS NULL) AS unpriced,
    count(DISTINCT draft_id) AS drafts, coalesce(sum(tokens_in), 0) AS tokens_in,
    coalesce(sum(tokens_out), 0) AS tokens_out
    FROM model_calls WHERE shop_id = :shop AND at >= :since AND at < :until
"""
_PURPOSES = text(f"SELECT purpose AS key, {_CALLS} GROUP BY 1 ORDER BY cost DESC, 1")


async def choices(
    connection: AsyncConnection, shop_id: int, since: datetime, until: datetime
) -> Mapping[str, list[str]]:
    """{filter: values} that talks begun then have."""
    found: dict[str, set[str]] = {
        name: set() for name in ("country", "language", "channel", "source", "intent")
    }
    for row in await connection.execute(_CHOICES, {"shop": shop_id, "since": since, "until": until}):
        for name, values in found.items():
            if (value := getattr(row, name)) is not None:
                values.add(value)
    return {name: sorted(values) for name, values in found.items()}


async def rows_of(connection: AsyncConnection, shop_id: int, ids: Sequence[int]) -> Mapping[int, AnyRow]:
    """Talks by id: state, excerpt, grade, channel, the buyer's name, company and country, and `owner`."""
    rows = await connection.execute(_TALKS, {"shop": shop_id, "ids": list(ids)})
    return {row.id: row for row in rows}


async def clock(
    connection: AsyncConnection, shop_id: int, now: datetime, within: timedelta, soon: timedelta, *,
    staff_id: int | None = None, most: int = 10,
) -> tuple[AnyRow, Sequence[AnyRow]]:  # fmt: skip
    """(`waiting`, of these `late` and `soon` late; those that wait longest) for an answer within `within`."""
    known = {"shop": shop_id, "staff": staff_id, "late": now - within, "soon": now - within + soon}
    counted = (await connection.execute(_CLOCK, known)).one()
    oldest = (await connection.execute(_OLDEST, known | {"most": most})).all()
    return counted, oldest


async def edits(connection: AsyncConnection, shop_id: int, asked: Asked) -> Sequence[AnyRow]:
    """(kind, passages, drafts, about a person's own sorting) of edits in drafts decided then."""
    condition, values = narrowed(shop_id, "drafts", "decided_at", asked)
    query = f"""
        SELECT kind, count(*) AS passages, count(DISTINCT draft_id) AS drafts FROM edit_lessons
        WHERE draft_id IN (SELECT draft_id FROM metric_drafts WHERE {condition} AND NOT follow_up)
        GROUP BY kind ORDER BY passages DESC, kind
    """  # noqa: S608 - conditions of ours; what is asked for is bound
    return (await connection.execute(text(query), values)).all()


async def gaps(
    connection: AsyncConnection, shop_id: int, since: datetime, until: datetime, most: int = 50
) -> Sequence[AnyRow]:
    """Open questions of then: state, `question`, how often `asked`, in how many `talks`, `newest`."""
    known = {"shop": shop_id, "since": since, "until": until, "most": most}
    return (await connection.execute(_GAPS, known)).all()


async def purposes(connection: AsyncConnection, shop_id: int, asked: Asked) -> Sequence[AnyRow]:
    """Calls to the model by purpose (`key`); `cost` in USD, without the `unpriced`."""
    known = {"shop": shop_id, "since": asked.since, "until": asked.until}
    return (await connection.execute(_PURPOSES, known)).all()


async def costs(connection: AsyncConnection, shop_id: int, asked: Asked, step: str) -> Sequence[AnyRow]:
    """The same by day, week or month of the shop (`key`, a date)."""
    if step not in ("day", "week", "month"):
        raise ValueError(f"{step!r} is no step of time")
    query = f"SELECT date_trunc('{step}', at AT TIME ZONE :zone)::date AS key, {_CALLS} GROUP BY 1"
    known = {"shop": shop_id, "since": asked.since, "until": asked.until, "zone": asked.zone}
    return (await connection.execute(text(query), known)).all()
