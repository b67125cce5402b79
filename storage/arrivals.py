"""Buyers' messages into the store, in one statement: messages, clocks, bursts, jobs and notices, or none."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import TextClause, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.erasing import NO_CHANNEL
from storage.jobs import ASKING_QUEUE, DRAFT_TASK
from storage.notices import CHANNEL

_EXCERPT = 200
_TRIES = 3


def _storing(lock: str) -> TextClause:
    """The statement; `lock` says what happens to conversations that somebody else is changing.

    Rows are locked in the order of their ids, so that two that store at once never wait for each other.
    """
    return text(
        f"""
        WITH given AS (
          SELECT * FROM unnest(
            CAST(:conversations AS bigint[]), CAST(:ids AS uuid[]), CAST(:texts AS text[]),
            CAST(:times AS timestamptz[])
          ) AS one (conversation, id, text, at)
        ), held AS MATERIALIZED (
          SELECT id, burst_started_at IS NULL AS quiet FROM conversations
          WHERE id = ANY(CAST(:conversations AS bigint[]))
          ORDER BY id FOR UPDATE {lock}
        ), known AS (
          SELECT messages.conversation_id, messages.id, messages.seq FROM messages
          JOIN given ON messages.conversation_id = given.conversation AND messages.id = given.id
        ), talk AS (
          UPDATE conversations SET
            last_seq = last_seq + 1,
            last_buyer_seq = last_seq + 1,
            last_message_at = given.at,
            excerpt = left(given.text, :excerpt),
            waiting_since = coalesce(waiting_since, given.at),
            burst_started_at = coalesce(burst_started_at, given.at),
            burst_due_at = least(given.at + :quiet, coalesce(burst_started_at, given.at) + :longest),
            state = CASE WHEN state IN ('snoozed', 'closed') THEN 'open' ELSE state END,
            snoozed_until = NULL
          FROM given JOIN held ON held.id = given.conversation
          WHERE conversations.id = given.conversation AND conversations.channel <> :no_channel
            AND NOT EXISTS (
              SELECT FROM known
              WHERE known.conversation_id = given.conversation AND known.id = given.id)
          RETURNING conversations.id, shop_id, buyer_id, last_seq, held.quiet AS first,
            burst_due_at, given.id AS message, given.text AS words, given.at AS at
        ), seen AS (
          UPDATE buyers SET seen_at = talk.at FROM talk
          WHERE buyers.id = talk.buyer_id AND buyers.seen_at < talk.at - interval '1 minute'
        ), message AS (
          INSERT INTO messages (conversation_id, seq, id, sender, author, text, at)
          SELECT id, last_seq, message, 'buyer', 'buyer', words, at FROM talk
        ), event AS (
          INSERT INTO events (shop_id, at, kind, actor, conversation_id, data)
          SELECT shop_id, at, 'message.received', 'buyer', id, jsonb_build_object('seq', last_seq) FROM talk
        ), job AS (
          SELECT procrastinate_defer_jobs_v1(array_agg(ROW(
            :queue, :task, 0, 'draft:' || id, NULL, jsonb_build_object('conversation_id', id),
            burst_due_at
          )::procrastinate_job_to_defer_v1)) AS ids FROM talk WHERE first HAVING count(*) > 0
        ), notice AS (
          SELECT pg_notify(:channel, json_build_object('topic', 'talk', 'shop', shop_id, 'conversation', id,
            'seq', last_seq)::text) FROM talk
        )
        SELECT id AS conversation, message, last_seq AS seq, true AS new,
          (SELECT count(ids) FROM job), (SELECT count(*) FROM notice) FROM talk
        UNION ALL SELECT conversation_id, id, seq, false, 0, 0 FROM known
        """  # noqa: S608 - `lock` is one of the two below
    )


_STORE_FREE = _storing("SKIP LOCKED")
_STORE = _storing("")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a buyer wrote; who wrote it made `id`."""

    conversation_id: int
    id: uuid.UUID
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Burst:
    """A message makes a burst last `quiet` longer, at most `longest` in all."""

    quiet: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a message stands in its talk, and whether it was not there before."""

    seq: int
    new: bool


async def store_free(
    connection: AsyncConnection, arrivals: Sequence[Arrival], burst: Burst
) -> dict[tuple[int, uuid.UUID], Stored]:
    """Store messages of different conversations without waiting for any of these; where each stands, by its
    conversation and id.

    Not in the answer are those whose conversation somebody else is changing, and those that have none:
    `store_message` them. IntegrityError where another process stores one of them at this moment: then nothing
    is stored.
    """
    rows = await connection.execute(_STORE_FREE, _values(arrivals, burst))
    return {(row.conversation, row.message): Stored(row.seq, row.new) for row in rows}


async def store_message(connection: AsyncConnection, arrival: Arrival, burst: Burst) -> Stored | None:
    """Store what a buyer wrote; the same id again changes nothing. None: there is no such conversation (any
    more).

    The job that answers the burst is enqueued with the message that starts it.
    """
    for _ in range(_TRIES):
        try:
            async with connection.begin_nested():
                row = (await connection.execute(_STORE, _values((arrival,), burst))).first()
        except IntegrityError:
            continue  # the same id came twice at the same moment; now the other one can be seen
        return None if row is None else Stored(row.seq, row.new)
    raise RuntimeError(
        f"message {arrival.id} of conversation {arrival.conversation_id} can be neither stored nor found"
    )


def _values(arrivals: Sequence[Arrival], burst: Burst) -> dict[str, object]:
    return {
        "conversations": [each.conversation_id for each in arrivals],
        "ids": [each.id for each in arrivals],
        "texts": [each.words for each in arrivals],
        "times": [each.at for each in arrivals],
        "excerpt": _EXCERPT,
        "quiet": burst.quiet,
        "longest": burst.longest,
        "queue": ASKING_QUEUE,
        "task": DRAFT_TASK,
        "channel": CHANNEL,
        "no_channel": NO_CHANNEL,
    }
