"""What buyers and the team do, written into the store for many talks at once: as the desk would, but that no
words are read and no draft is worded (a few talks go the desk's own way in the same year)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.quote import Quote, QuoteLine
from bot.stored import to_json
from tests.stories.world import BEGIN, BY_BUYER, Buyer, Deed

VALID_DAYS = 14
_WORDS = {
    "stop": "STOP",
    "ask": "Can you do it in blue?",
    "answer": "Yes, we can.",
    "quote": "Our price: see below.",
}
_TIMES = {
    "accepted": "accepted_at", "paid_on_platform": "paid_at", "shipped": "shipped_at",
    "delivered": "delivered_at", "reviewed": "reviewed_at", "lost": "lost_at",
}  # fmt: skip


@dataclass(frozen=True)
class Happened:
    talk: int
    at: datetime
    deed: Deed


async def enter(connection: AsyncConnection, shop_id: int, cast: Sequence[Buyer]) -> dict[int, list[int]]:
    """The buyers with their empty talks; the conversations of each, by number."""
    rows = await connection.execute(
        text(
            """
            INSERT INTO buyers (shop_id, name, country, country_basis, phone, source, created_at)
            SELECT :shop, 'Alice', one.country, 'profile', one.phone, one.number::text, :begin FROM unnest(
              CAST(:numbers AS int[]), CAST(:countries AS text[]), CAST(:phones AS text[])
            ) AS one (number, country, phone) RETURNING id, source
            """
        ),
        {
            "shop": shop_id, "begin": BEGIN, "numbers": [each.number for each in cast],
            "countries": [each.land.code for each in cast], "phones": [each.land.phone for each in cast],
        },
    )  # fmt: skip
    ids = {int(row.source): row.id for row in rows}
    wanted = [(ids[each.number], each.number) for each in cast for _ in range(each.talks)]
    made = await connection.execute(
        text(
            """
            INSERT INTO conversations (shop_id, buyer_id, channel, created_at, last_message_at, language)
            SELECT :shop, one.id, 'web', :begin, :begin, 'en'
            FROM unnest(CAST(:ids AS bigint[])) AS one (id) RETURNING id, buyer_id
            """
        ),
        {"shop": shop_id, "begin": BEGIN, "ids": [each for each, _ in wanted]},
    )
    numbers = {own: number for number, own in ids.items()}
    talks: dict[int, list[int]] = {}
    for row in made:
        talks.setdefault(numbers[row.buyer_id], []).append(row.id)
    return talks


async def happen(connection: AsyncConnection, shop_id: int, done: Sequence[Happened]) -> None:
    """What was said, quoted and noted in the ledger; one thing a talk."""
    await _say(connection, [each for each in done if each.deed in _WORDS])
    await _quote(connection, shop_id, [each for each in done if each.deed == "quote"])
    for state, column in _TIMES.items():
        rows = [each for each in done if each.deed == state]
        if rows:
            await connection.execute(
                text(
                    f"""
                    UPDATE orders SET state = :state, {column} = one.at, changed_at = one.at,
                      version = version + 1
                    FROM unnest(CAST(:talks AS bigint[]), CAST(:times AS timestamptz[])) AS one (talk, at)
                    WHERE orders.id = (SELECT max(id) FROM orders o WHERE o.conversation_id = one.talk)
                    """
                ),
                {"state": state, "talks": [each.talk for each in rows], "times": [each.at for each in rows]},
            )


async def draft(connection: AsyncConnection, ready: Mapping[int, datetime]) -> None:
    """Drafts of follow-ups, by id, each made at its moment."""
    await connection.execute(
        text(
            """
            WITH made AS (
              INSERT INTO drafts (shop_id, conversation_id, state, revision, through_seq, shop_version_id,
                language, intent, needs, answer, basis, created_at)
              SELECT f.shop_id, f.conversation_id, 'waiting', 1, 0, 0, 'en', 'follow_up', 'salesperson',
                jsonb_build_object('follow_up', f.id), '{}', one.at
              FROM follow_ups f JOIN unnest(CAST(:ids AS bigint[]), CAST(:times AS timestamptz[]))
                AS one (id, at) ON one.id = f.id WHERE f.state = 'planned'
              RETURNING id, (answer->>'follow_up')::bigint AS follow_up, created_at
            )
            UPDATE follow_ups SET state = 'drafted', draft_id = made.id, drafted_at = made.created_at
            FROM made WHERE follow_ups.id = made.follow_up
            """
        ),
        {"ids": list(ready), "times": list(ready.values())},
    )


async def approve(connection: AsyncConnection, leaving: Mapping[int, datetime]) -> None:
    """Approvals of follow-ups, by id, each with the time at which it leaves."""
    await connection.execute(
        text(
            """
            WITH let_go AS (
              UPDATE follow_ups SET state = 'approved', arrives_at = one.at
              FROM unnest(CAST(:ids AS bigint[]), CAST(:times AS timestamptz[])) AS one (id, at)
              WHERE follow_ups.id = one.id AND state = 'drafted' RETURNING draft_id, conversation_id, one.at
            ), decided AS (
              UPDATE drafts SET state = 'approved' FROM let_go WHERE drafts.id = let_go.draft_id
            )
            INSERT INTO outbox (conversation_id, channel, dedup_key, message_id, text, author, draft_id,
              answers_seq, not_before)
            SELECT conversation_id, 'web', 'draft:' || draft_id, gen_random_uuid(), 'words', 'person',
              draft_id, 0, at FROM let_go
            """
        ),
        {"ids": list(leaving), "times": list(leaving.values())},
    )


async def put_off(connection: AsyncConnection, leaving: Mapping[int, datetime]) -> None:
    """Approved ones that must wait once more."""
    await connection.execute(
        text(
            """
            UPDATE follow_ups SET arrives_at = one.at
            FROM unnest(CAST(:ids AS bigint[]), CAST(:times AS timestamptz[])) AS one (id, at)
            WHERE follow_ups.id = one.id AND state = 'approved'
            """
        ),
        {"ids": list(leaving), "times": list(leaving.values())},
    )


async def leave(connection: AsyncConnection, leaving: Mapping[int, datetime]) -> None:
    """The buyers have these follow-ups now."""
    rows = await connection.execute(
        text(
            """
            WITH gone AS (
              UPDATE follow_ups SET state = 'sent', ended_at = one.at
              FROM unnest(CAST(:ids AS bigint[]), CAST(:times AS timestamptz[])) AS one (id, at)
              WHERE follow_ups.id = one.id AND state = 'approved' RETURNING conversation_id, draft_id, one.at
            ), settled AS (
              UPDATE outbox SET state = 'sent' FROM gone WHERE outbox.draft_id = gone.draft_id
            )
            SELECT conversation_id, draft_id, at FROM gone
            """
        ),
        {"ids": list(leaving), "times": list(leaving.values())},
    )
    await _add(connection, [(row.conversation_id, "seller", "words", row.at, row.draft_id) for row in rows])


async def _say(connection: AsyncConnection, said: Sequence[Happened]) -> None:
    await _add(
        connection,
        [
            (each.talk, "buyer" if each.deed in BY_BUYER else "seller", _WORDS[each.deed], each.at, None)
            for each in said
        ],
    )


async def _add(
    connection: AsyncConnection, rows: Sequence[tuple[int, str, str, datetime, int | None]]
) -> None:
    if not rows:
        return
    talks, senders, words, times, drafts = (list(column) for column in zip(*rows, strict=True))
    await connection.execute(
        text(
            """
            WITH one AS (
              SELECT * FROM unnest(CAST(:talks AS bigint[]), CAST(:senders AS text[]), CAST(:words AS text[]),
                CAST(:times AS timestamptz[]), CAST(:drafts AS bigint[]), CAST(:ids AS uuid[]))
                AS one (talk, sender, words, at, draft, id)
            ), moved AS (
              UPDATE conversations SET last_seq = last_seq + 1, last_message_at = one.at,
                last_buyer_seq = CASE WHEN one.sender = 'buyer' THEN last_seq + 1 ELSE last_buyer_seq END,
                drafted_seq = CASE WHEN one.sender = 'buyer' THEN drafted_seq ELSE last_buyer_seq END,
                waiting_since = CASE WHEN one.sender = 'buyer' THEN coalesce(waiting_since, one.at) END
              FROM one WHERE conversations.id = one.talk
              RETURNING conversations.id AS talk, last_seq, one.sender, one.words, one.at, one.draft,
                one.id AS message
            )
            INSERT INTO messages (conversation_id, seq, id, sender, author, text, at, draft_id)
            SELECT talk, last_seq, message, sender, CASE WHEN sender = 'buyer' THEN 'buyer' ELSE 'person' END,
              words, at, draft FROM moved
            """
        ),
        {
            "talks": talks, "senders": senders, "words": words, "times": times, "drafts": drafts,
            "ids": [uuid.uuid4() for _ in rows],
        },
    )  # fmt: skip


async def _quote(connection: AsyncConnection, shop_id: int, quoted: Sequence[Happened]) -> None:
    if not quoted:
        return
    given: dict[str, Any] = {
        "shop": shop_id,
        "talks": [each.talk for each in quoted],
        "times": [each.at for each in quoted],
        "days": [_last_day(each.at) for each in quoted],
        "body": _BODY,
    }
    await connection.execute(
        text(
            """
            WITH one AS (
              SELECT * FROM unnest(CAST(:talks AS bigint[]), CAST(:times AS timestamptz[]),
                CAST(:days AS date[])) AS one (talk, at, day)
            ), made AS (
              INSERT INTO quotes (shop_id, conversation_id, number, revision, sent_revision, created_at)
              SELECT :shop, talk, 'Q-' || extract(year FROM at) || '-' || nextval('numbers_of_the_year'),
                1, 1, at
              FROM one RETURNING id, conversation_id
            ), revised AS (
              INSERT INTO quote_revisions (quote_id, revision, currency, total, valid_until, body, author)
              SELECT made.id, 1, 'USD', 2950, one.day, CAST(:body AS jsonb), 'rule'
              FROM made JOIN one ON one.talk = made.conversation_id
            )
            INSERT INTO orders (shop_id, quote_id, conversation_id, revision, currency, total, quoted_at,
              created_at, changed_at)
            SELECT :shop, made.id, one.talk, 1, 'USD', 2950, one.at, one.at, one.at
            FROM made JOIN one ON one.talk = made.conversation_id
            """
        ),
        given,
    )


def _last_day(at: datetime) -> date:
    return (at + timedelta(hours=8)).date() + timedelta(days=VALID_DAYS)


def _body() -> str:
    import json

    line = QuoteLine("KT-17", 500, Decimal("5.90"), Decimal("2950.00"))
    quote = Quote("USD", "FOB", (line,), None, Decimal("2950.00"), date(2026, 12, 7), 15, None)
    return json.dumps(to_json(quote))


_BODY = _body()
