"""What the planning of follow-ups reads of conversations: many at once, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.complaints import WELL
from storage import orders
from storage.base import AnyRow
from storage.complaint_tables import ComplaintRow
from storage.desk_tables import QuoteRevisionRow, QuoteRow
from storage.follow_up_tables import FollowUpRow, PromiseRow
from storage.orders_tables import OrderRow

_UNREAD_AT_MOST = 200
"""Newest messages of a talk that are read at once."""
_TALKS = text(
    """
    SELECT c.id, c.shop_id, c.buyer_id, c.channel, c.state, c.snoozed_until, c.last_seq, c.language,
      c.intents, c.risks, c.frozen_at, b.country, b.phone, t.silence, coalesce(t.read_seq, 0) AS read_seq,
      c.waiting_since IS NOT NULL OR c.drafted_seq < c.last_buyer_seq AS unanswered,
      (SELECT max(m.at) FROM messages m JOIN conversations other ON other.id = m.conversation_id
        WHERE other.buyer_id = c.buyer_id AND m.sender = 'buyer') AS wrote_at,
      (SELECT max(m.at) FROM messages m WHERE m.conversation_id = c.id AND m.sender = 'seller'
        AND NOT (m.author = 'rule' AND m.draft_id IS NULL)
        AND NOT EXISTS (SELECT FROM follow_ups f WHERE f.draft_id = m.draft_id)) AS answered_at,
      CASE WHEN d.answer #>> '{kept,understanding,details,destination}' = b.country
        THEN d.answer #>> '{kept,understanding,details,place}' END AS city,
      EXISTS (SELECT FROM contact_stops s WHERE s.buyer_id = c.buyer_id AND s.lifted_at IS NULL)
        OR EXISTS (SELECT FROM telegram_chats g JOIN conversations other ON other.id = g.conversation_id
          WHERE other.buyer_id = c.buyer_id AND g.stopped_at IS NOT NULL) AS stopped,
      EXISTS (SELECT FROM complaints k JOIN conversations other ON other.id = k.conversation_id
        WHERE other.buyer_id = c.buyer_id AND k.state = 'open') AS complaining,
      (SELECT max(k.closed_at) FROM complaints k WHERE k.conversation_id = c.id
        AND k.outcome IN ('refund', 'replacement', 'credit', 'withdrawn')) AS settled_at,
      EXISTS (SELECT FROM telegram_chats g
        WHERE g.conversation_id = c.id AND g.blocked_at IS NOT NULL) AS blocked
    FROM conversations c JOIN buyers b ON b.id = c.buyer_id
    LEFT JOIN follow_up_talks t ON t.conversation_id = c.id
    LEFT JOIN drafts d ON d.id = c.draft_id
    WHERE c.id = ANY(CAST(:ids AS bigint[]))
    """
)
_UNREAD = text(
    """
    SELECT m.conversation_id, m.seq, m.sender, m.text, m.at FROM messages m
    JOIN conversations c ON c.id = m.conversation_id
    LEFT JOIN follow_up_talks t ON t.conversation_id = c.id
    WHERE c.id = ANY(CAST(:ids AS bigint[]))
      AND m.seq > greatest(coalesce(t.read_seq, 0), c.last_seq - :most)
      AND m.deleted_at IS NULL
    ORDER BY m.conversation_id, m.seq
    """
)
_BUYERS = text(
    """
    SELECT c.buyer_id, max(greatest(o.accepted_at, o.paid_at, o.reviewed_at)) AS acted_at,
      coalesce(array_agg(o.paid_at ORDER BY o.paid_at) FILTER (WHERE o.paid_at IS NOT NULL), '{}') AS paid_at
    FROM orders o JOIN conversations c ON c.id = o.conversation_id
    WHERE c.buyer_id = ANY(CAST(:ids AS bigint[])) GROUP BY c.buyer_id
    """
)
_CAMPAIGNS = text(
    """
    SELECT t.conversation_id, g.id, g.starts_at, g.ends_at FROM follow_up_campaign_targets t
    JOIN follow_up_campaigns g ON g.id = t.campaign_id
    WHERE t.conversation_id = ANY(CAST(:ids AS bigint[])) AND g.state = 'running'
    """
)


@dataclass(slots=True)
class TalkFacts:
    """One conversation. `orders` have `orders.COLUMNS` and `valid_until`; `history`: the buyer's follow-ups
    that were sent or that a person has cancelled; `open`: the one that comes next here; `owed`: promises of
    the buyer's that nobody has settled (id, due_on)."""

    talk: AnyRow
    orders: list[AnyRow] = field(default_factory=list)
    paid_at: tuple[datetime, ...] = ()
    acted_at: datetime | None = None
    history: list[AnyRow] = field(default_factory=list)
    open: AnyRow | None = None
    unread: list[AnyRow] = field(default_factory=list)
    campaigns: list[AnyRow] = field(default_factory=list)
    owed: list[AnyRow] = field(default_factory=list)


async def read_facts(connection: AsyncConnection, ids: Sequence[int]) -> Mapping[int, TalkFacts]:
    """By conversation; those that there are not (any more) are left out."""
    rows = (await connection.execute(_TALKS, {"ids": list(ids)})).all()
    found = {row.id: TalkFacts(row) for row in rows}
    buyers = list({row.buyer_id for row in rows})
    of_buyer: dict[int, list[TalkFacts]] = defaultdict(list)
    for facts in found.values():
        of_buyer[facts.talk.buyer_id].append(facts)
    unread = await connection.execute(_UNREAD, {"ids": list(found), "most": _UNREAD_AT_MOST})
    for row in unread:
        found[row.conversation_id].unread.append(row)
    for row in await connection.execute(_BUYERS, {"ids": buyers}):
        for facts in of_buyer[row.buyer_id]:
            facts.paid_at, facts.acted_at = tuple(row.paid_at), row.acted_at
    for row in await connection.execute(_CAMPAIGNS, {"ids": list(found)}):
        found[row.conversation_id].campaigns.append(row)
    for row in await _owed(connection, list(found)):
        found[row.conversation_id].owed.append(row)
    for row in await _orders(connection, list(found)):
        found[row.conversation_id].orders.append(row)
    for row in await _follow_ups(connection, buyers):
        for facts in of_buyer[row.buyer_id]:
            if row.state in ("sent", "cancelled"):
                facts.history.append(row)
            elif row.conversation_id == facts.talk.id:
                facts.open = row
    return found


async def _owed(connection: AsyncConnection, ids: list[int]) -> Sequence[AnyRow]:
    return (
        await connection.execute(
            select(PromiseRow.id, PromiseRow.conversation_id, PromiseRow.due_on)
            .where(
                PromiseRow.conversation_id.in_(ids), PromiseRow.side == "buyer", PromiseRow.state == "open"
            )
            .order_by(PromiseRow.due_on, PromiseRow.id)
        )
    ).all()


async def _orders(connection: AsyncConnection, ids: list[int]) -> Sequence[AnyRow]:
    return (
        await connection.execute(
            select(*orders.COLUMNS, QuoteRevisionRow.valid_until, *_complaints_of_order())
            .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
            .join(
                QuoteRevisionRow,
                (QuoteRevisionRow.quote_id == OrderRow.quote_id)
                & (QuoteRevisionRow.revision == OrderRow.revision),
            )
            .where(OrderRow.conversation_id.in_(ids))
            .order_by(OrderRow.id)
        )
    ).all()


def _complaints_of_order() -> tuple[Any, Any]:
    """(settled_at, soured): when the last complaint about an order ended well, whether one was rejected."""
    of_order = ComplaintRow.order_id == OrderRow.id
    ended = select(func.max(ComplaintRow.closed_at)).where(of_order, ComplaintRow.outcome.in_(sorted(WELL)))
    rejected = select(ComplaintRow.id).where(of_order, ComplaintRow.outcome == "rejected")
    return ended.scalar_subquery().label("settled_at"), rejected.exists().label("soured")


async def _follow_ups(connection: AsyncConnection, buyers: list[int]) -> Sequence[AnyRow]:
    by_person = (FollowUpRow.state == "cancelled") & (FollowUpRow.why == "person")
    return (
        await connection.execute(
            select(*FollowUpRow.__table__.columns)
            .where(FollowUpRow.buyer_id.in_(buyers), (FollowUpRow.state != "cancelled") | by_person)
            .order_by(FollowUpRow.id)
        )
    ).all()
