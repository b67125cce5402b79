"""Which conversations have cards that do not show how they stand.

A stamp says what a card shows, in short: another stamp, another card. It is worked out in the database, so
that the cards of 100,000 conversations are looked through without reading the conversations.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.erasing import NO_CHANNEL

_STANDING = """
    conversations c
    JOIN buyers b ON b.id = c.buyer_id
    JOIN shops s ON s.id = c.shop_id
    LEFT JOIN LATERAL (
      SELECT id, state, revision, edited, reason, needs, decided_by, shop_version_id FROM drafts
      WHERE drafts.conversation_id = c.id ORDER BY id DESC LIMIT 1
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT string_agg(o.id || o.state, ',' ORDER BY o.id) AS open,
        bool_or(o.state = 'unknown') OR max(o.id) FILTER (WHERE o.state = 'failed') > coalesce(
          (SELECT max(id) FROM outbox WHERE conversation_id = c.id AND state = 'sent'), 0) AS stuck
      FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 'sent'
    ) o ON true
"""
_STAMP = """
    md5(row(
      c.state, c.channel, c.last_seq, c.last_buyer_seq, c.drafted_seq, c.assignee_id, c.taken_over_by,
      c.snoozed_until, c.needs, c.grade, c.risks, c.waiting_since, c.frozen_at,
      (SELECT string_agg(r.id || ':' || r.version, ',' ORDER BY r.id) FROM orders r
        WHERE r.conversation_id = c.id),
      (c.waiting_since < :now - interval '16 hours')::int
        + (c.waiting_since < :now - interval '22 hours')::int
        + (c.waiting_since < :now - interval '24 hours')::int,
      b.name, b.company, b.country, b.erased_at, d.id, d.state, d.revision, d.edited, d.reason, d.decided_by,
      d.state = 'waiting' AND d.shop_version_id IS DISTINCT FROM s.serving_version_id, o.open,
      (SELECT row(t.blocked_at, t.business <> '' AND t.heard_at < :now - interval '24 hours', u.enabled,
          u.can_reply)
        FROM telegram_chats t LEFT JOIN telegram_business u ON u.connection_id = t.business
        WHERE t.conversation_id = c.id),
      CASE WHEN d.state = 'waiting' THEN
        (SELECT row(w.id, w.state) FROM draft_rewrites w WHERE w.draft_id = d.id ORDER BY w.id DESC LIMIT 1)
      END,
      (SELECT row(w.id, w.state) FROM talk_summaries w
        WHERE w.conversation_id = c.id AND w.staff_id = c.assignee_id ORDER BY w.id DESC LIMIT 1),
      (SELECT max(t.ended_at) FROM translation_uses u JOIN translations t ON t.id = u.translation_id
        WHERE u.conversation_id = c.id AND t.language = CAST(:language AS text)),
      CAST(:language AS text)
    )::text)
"""
_RANKED = text(
    f"""
    WITH standing AS (
      SELECT c.id, c.shop_id, c.state, c.channel, c.assignee_id, c.waiting_since, {_STAMP} AS stamp,
        d.state = 'waiting' AND (c.risks <> '{{}}' OR d.needs = 'manager') AS pressing,
        coalesce(d.state = 'waiting', false) AS waiting, coalesce(o.stuck, false) AS stuck,
        c.drafted_seq < c.last_buyer_seq AND c.state IN ('open', 'taken_over', 'snoozed') AS being_written
      FROM {_STANDING} WHERE c.id = ANY(CAST(:ids AS bigint[])) AND c.shop_id = :shop
    )
    SELECT standing.*, standing.channel = :no_channel AS erased, cards.live > 0 AS has_card,
      (waiting OR stuck OR being_written) AND cards.live = 0
        AND standing.channel <> :no_channel AS without,
      coalesce(cards.wrong, false) AS wrong,
      standing.channel <> :no_channel AND EXISTS (SELECT FROM telegram_topics t
        WHERE t.conversation_id = standing.id AND t.summary_look IS NULL) AS bare,
      EXISTS (SELECT FROM events e WHERE e.conversation_id = standing.id AND e.staff_id IS NOT NULL
        AND e.at > :now - interval '2 minutes') AS touched
    FROM standing
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE k.live) AS live,
        bool_or(k.live AND k.stamp <> standing.stamp OR k.look = ''
          OR standing.channel = :no_channel AND k.look <> :blank AND k.look <> 'gone') AS wrong
      FROM telegram_cards k
      WHERE k.conversation_id = standing.id AND k.chat_id IS DISTINCT FROM CAST(:besides AS bigint)
    ) cards ON true
    ORDER BY touched DESC, stuck DESC, pressing DESC NULLS LAST, waiting DESC, waiting_since NULLS LAST, id
    """  # noqa: S608 - put together of what stands above
)
_CANDIDATES = text(
    """
    SELECT conversation_id AS id FROM drafts WHERE shop_id = :shop AND state = 'waiting'
    UNION SELECT o.conversation_id FROM outbox o
      WHERE o.state = 'unknown' OR o.state = 'failed' AND o.created_at > :now - interval '7 days'
    UNION SELECT conversation_id FROM events
      WHERE shop_id = :shop AND at > :since AND conversation_id IS NOT NULL
    UNION SELECT conversation_id FROM telegram_cards WHERE look = ''
    UNION SELECT conversation_id FROM telegram_topics WHERE summary_look IS NULL
    """
)
_EVERY_CARD = text(
    f"""
    SELECT c.id FROM {_STANDING}
    WHERE c.shop_id = :shop AND c.id IN (SELECT conversation_id FROM telegram_cards WHERE live)
      AND EXISTS (SELECT FROM telegram_cards k
        WHERE k.conversation_id = c.id AND k.live AND k.stamp <> {_STAMP})
    UNION
    SELECT c.id FROM conversations c JOIN telegram_cards k ON k.conversation_id = c.id
    WHERE c.channel = :no_channel AND k.look <> :blank AND k.look <> 'gone'
    """  # noqa: S608 - put together of what stands above
)
_CLOCKS_AGREE = timedelta(minutes=2)
"""A transaction that began so long ago may still be about to commit."""


async def candidates(
    connection: AsyncConnection, shop_id: int, since: datetime, now: datetime
) -> Sequence[int]:
    """Conversations that may need a card, or another one: those that wait, or in which something has happened
    since then."""
    found = await connection.execute(
        _CANDIDATES, {"shop": shop_id, "since": since - _CLOCKS_AGREE, "now": now}
    )
    return found.scalars().all()


async def every_wrong_card(
    connection: AsyncConnection, shop_id: int, language: str, now: datetime, blank: str
) -> Sequence[int]:
    """Conversations of which a live card shows something else than how they stand; `blank` is the look of one
    whose buyer was erased."""
    given = {"shop": shop_id, "language": language, "now": now, "no_channel": NO_CHANNEL, "blank": blank}
    return (await connection.execute(_EVERY_CARD, given)).scalars().all()


async def ranked(
    connection: AsyncConnection,
    shop_id: int,
    ids: Collection[int],
    language: str,
    now: datetime,
    *,
    blank: str,
    besides: int | None = None,
) -> Sequence[AnyRow]:
    """How these conversations stand, the most urgent first: those that somebody of the team has just touched,
    replies that did not leave, risks and what a manager must decide, then the longest waiting.

    (id, stamp, state, assignee_id, erased, touched, has_card; `without`: it should have a card; `wrong`: a
    card shows something else; `bare`: its topic has no summary, or an old one.) Cards in the chat
    `besides` do not count.
    """
    given = {
        "ids": list(ids), "shop": shop_id, "language": language, "now": now, "no_channel": NO_CHANNEL,
        "blank": blank, "besides": besides,
    }  # fmt: skip
    return (await connection.execute(_RANKED, given)).all()
