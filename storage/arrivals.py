"""A buyer's message into the store, in one statement: message, clock, burst, job and notice, or none."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.erasing import NO_CHANNEL
from storage.jobs import QUEUE
from storage.notices import CHANNEL

DRAFT_TASK = "draft_reply"
_EXCERPT = 200
_TRIES = 3

_STORE = text(
    """
    WITH known AS (
      SELECT seq FROM messages WHERE conversation_id = :conversation AND id = :id
    ), talk AS (
      UPDATE conversations SET
        last_seq = last_seq + 1,
        last_buyer_seq = last_seq + 1,
        last_message_at = :at,
        excerpt = :excerpt,
        waiting_since = coalesce(waiting_since, :at),
        burst_started_at = coalesce(burst_started_at, :at),
        burst_due_at = least(:at + :quiet, coalesce(burst_started_at, :at) + :longest),
        state = CASE WHEN state IN ('snoozed', 'closed') THEN 'open' ELSE state END,
        snoozed_until = NULL
      WHERE id = :conversation AND channel <> :no_channel AND NOT EXISTS (SELECT FROM known)
      RETURNING id, shop_id, buyer_id, last_seq, burst_started_at = :at AS first, burst_due_at
    ), seen AS (
      UPDATE buyers SET seen_at = :at FROM talk
      WHERE buyers.id = talk.buyer_id AND buyers.seen_at < :at - interval '1 minute'
    ), message AS (
      INSERT INTO messages (conversation_id, seq, id, sender, author, text, at)
      SELECT id, last_seq, :id, 'buyer', 'buyer', :text, :at FROM talk
    ), event AS (
      INSERT INTO events (shop_id, at, kind, actor, conversation_id, data)
      SELECT shop_id, :at, 'message.received', 'buyer', id, jsonb_build_object('seq', last_seq) FROM talk
    ), job AS (
      SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(
        :queue, :task, 0, 'draft:' || id, NULL, jsonb_build_object('conversation_id', id), burst_due_at
      )]::procrastinate_job_to_defer_v1[]) AS ids FROM talk WHERE first
    ), notice AS (
      SELECT pg_notify(:channel, json_build_object('topic', 'talk', 'shop', shop_id, 'conversation', id,
        'seq', last_seq)::text) FROM talk
    )
    SELECT last_seq AS seq, true AS new, (SELECT count(ids) FROM job), (SELECT count(*) FROM notice) FROM talk
    UNION ALL SELECT seq, false, 0, 0 FROM known
    """
)


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a message stands in its talk, and whether it was not there before."""

    seq: int
    new: bool


async def store_message(
    connection: AsyncConnection,
    conversation_id: int,
    message_id: uuid.UUID,
    words: str,
    at: datetime,
    *,
    quiet: timedelta,
    longest: timedelta,
) -> Stored | None:
    """Store what a buyer wrote; the same id again changes nothing. None: there is no such conversation, or
    its buyer was erased.

    A message starts a burst, or makes the running one last `quiet` longer, at most `longest` in all; the job
    that answers the burst is enqueued with the message that starts it.
    """
    for _ in range(_TRIES):
        try:
            async with connection.begin_nested():
                row = (
                    await connection.execute(
                        _STORE,
                        {
                            "conversation": conversation_id,
                            "id": message_id,
                            "text": words,
                            "excerpt": words[:_EXCERPT],
                            "at": at,
                            "quiet": quiet,
                            "longest": longest,
                            "queue": QUEUE,
                            "task": DRAFT_TASK,
                            "channel": CHANNEL,
                            "no_channel": NO_CHANNEL,
                        },
                    )
                ).first()
        except IntegrityError:
            continue  # the same id came twice at the same moment; now the other one can be seen
        return None if row is None else Stored(row.seq, row.new)
    raise RuntimeError(
        f"message {message_id} of conversation {conversation_id} can be neither stored nor found"
    )
