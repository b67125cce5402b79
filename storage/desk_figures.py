"""Figures of the desk over a period, counted in the database from events, drafts and messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

By = Literal["day", "intent", "language", "country", "staff"]

_UNKNOWN = "unknown"
_TALK_KEYS: Mapping[str, str] = {
    "intent": "c.intents[1]",
    "language": "c.language",
    "country": "coalesce(b.country, newest.answer->'country'->>'code')",
    "staff": "c.assignee_id::text",
}
_DRAFT_KEYS: Mapping[str, str] = {
    "intent": "d.intent",
    "language": "d.language",
    "country": "coalesce(b.country, d.answer->'country'->>'code')",
    "staff": "coalesce(d.decided_by, c.assignee_id)::text",
}
_JOINED = """
JOIN conversations c ON c.id = {conversation} AND NOT c.is_test JOIN buyers b ON b.id = c.buyer_id {newest}
CROSS JOIN LATERAL (SELECT {key} AS key) k
"""
_NEWEST = "LEFT JOIN drafts newest ON newest.id = c.draft_id"
_APPROVED = "d.state IN ('approved', 'sending', 'sent', 'failed')"
_WAITED = "extract(epoch FROM d.decided_at - d.created_at)"
_ANSWERED = "extract(epoch FROM answer.at - e.at)"

_RECEIVED = """
SELECT k.key AS key, grouping(k.key) AS total, count(*) AS messages_in,
  count(DISTINCT e.conversation_id) AS conversations
FROM events e {joined}
WHERE e.shop_id = :shop AND e.kind = 'message.received' AND e.at >= :since AND e.at < :until
GROUP BY GROUPING SETS ((k.key), ())
"""
_SENT = """
SELECT k.key AS key, grouping(k.key) AS total, count(*) AS messages_out,
  count(*) FILTER (WHERE e.actor = 'rule') AS messages_out_by_rule
FROM events e {joined}
WHERE e.shop_id = :shop AND e.kind = 'message.sent' AND e.at >= :since AND e.at < :until
GROUP BY GROUPING SETS ((k.key), ())
"""
_FIRST = """
SELECT k.key AS key, grouping(k.key) AS total, count(*) AS new_conversations,
  count(answer.at) AS answered,
  count(*) FILTER (WHERE answer.at IS NULL AND c.state <> 'spam') AS unanswered,
  percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY {answered}) FILTER (WHERE answer.at IS NOT NULL)
    AS response_s
FROM events e {joined}
LEFT JOIN LATERAL (
  SELECT min(m.at) AS at FROM messages m
  WHERE m.conversation_id = c.id AND m.sender = 'seller' AND m.author = 'person'
) answer ON true
WHERE e.shop_id = :shop AND e.kind = 'message.received' AND e.at >= :since AND e.at < :until
  AND e.data->>'seq' = '1'
GROUP BY GROUPING SETS ((k.key), ())
"""
_MADE = """
SELECT k.key AS key, grouping(k.key) AS total, count(*) AS made
FROM drafts d {joined}
WHERE d.shop_id = :shop AND d.created_at >= :since AND d.created_at < :until
GROUP BY GROUPING SETS ((k.key), ())
"""
_DECIDED = """
SELECT k.key AS key, grouping(k.key) AS total,
  count(*) FILTER (WHERE {approved} AND d.decided_by IS NOT NULL AND NOT d.edited) AS approved_as_they_were,
  count(*) FILTER (WHERE {approved} AND d.decided_by IS NOT NULL AND d.edited) AS approved_edited,
  count(*) FILTER (WHERE {approved} AND d.decided_by IS NULL) AS approved_by_rule,
  count(*) FILTER (WHERE d.state = 'refused') AS refused,
  count(*) FILTER (WHERE d.state = 'superseded') AS superseded,
  count(*) FILTER (WHERE d.state = 'expired') AS expired,
  percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY {waited})
    FILTER (WHERE {approved} AND d.decided_by IS NOT NULL) AS approval_s
FROM drafts d {joined}
WHERE d.shop_id = :shop AND d.decided_at >= :since AND d.decided_at < :until
GROUP BY GROUPING SETS ((k.key), ())
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures by key, and of all together. A key that has none of a figure has not its name either."""

    total: dict[str, Any]
    groups: dict[str, dict[str, Any]]


async def counted(
    connection: AsyncConnection, shop_id: int, since: datetime, until: datetime, by: By | None, zone: str
) -> Counted:
    """All figures of `since` <= time < `until`; days begin at midnight of the IANA `zone`.

    `response_s` and `approval_s` are [median, 90th percentile] in seconds, None where nothing was counted.
    """
    found = Counted({}, {})
    values = {"shop": shop_id, "since": since, "until": until}
    if by == "day":
        values["zone"] = zone
    heard = _key(_TALK_KEYS, by, "e.at")
    said = _key(dict(_TALK_KEYS, staff="e.staff_id::text"), by, "e.at")
    await _add(connection, found, _RECEIVED, "e.conversation_id", heard, values)
    await _add(connection, found, _FIRST, "e.conversation_id", heard, values)
    await _add(connection, found, _SENT, "e.conversation_id", said, values)
    for query, moment in ((_MADE, "d.created_at"), (_DECIDED, "d.decided_at")):
        await _add(connection, found, query, "d.conversation_id", _key(_DRAFT_KEYS, by, moment), values)
    return found


def _key(keys: Mapping[str, str], by: By | None, moment: str) -> str:
    if by is None:
        return "'all'::text"
    if by == "day":
        return f"({moment} AT TIME ZONE CAST(:zone AS text))::date::text"
    return f"coalesce({keys[by]}, '{_UNKNOWN}')"


async def _add(
    connection: AsyncConnection,
    found: Counted,
    query: str,
    conversation: str,
    key: str,
    values: dict[str, Any],
) -> None:
    """Run one query, its rows grouped by the expression `key`. Every part of it stands in this file."""
    newest = _NEWEST if "newest." in key else ""
    joined = _JOINED.format(conversation=conversation, newest=newest, key=key)
    statement = query.format(joined=joined, approved=_APPROVED, waited=_WAITED, answered=_ANSWERED)
    for row in (await connection.execute(text(statement), values)).mappings():
        figures = {name: value for name, value in row.items() if name not in ("key", "total")}
        if row["total"]:
            found.total.update(figures)
        else:
            found.groups.setdefault(row["key"], {}).update(figures)
