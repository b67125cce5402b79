"""What changes a talk besides messages that arrive or are sent: edits, messages taken back, and words that a
person wrote to the buyer in the messenger itself."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, literal, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.arrivals import Burst
from storage.base import AnyRow
from storage.jobs import defer_draft
from storage.talk_tables import ConversationRow, MessageRow

_EXCERPT = 200
_AWAY = ("snoozed", "closed")


async def edit(connection: AsyncConnection, talk: AnyRow, seq: int, words: str, at: datetime) -> str | None:
    """Put `words` in the place of a message's; what it said before, None where it says this already.

    `talk` is the conversation's row, locked. The earlier words are kept with the message.
    """
    before: str | None = (
        await connection.execute(
            select(MessageRow.text).where(MessageRow.conversation_id == talk.id, MessageRow.seq == seq)
        )
    ).scalar()
    if before is None or before == words:
        return None
    earlier = literal([{"text": before, "until": at.isoformat()}], JSONB)
    await connection.execute(
        update(MessageRow)
        .where(MessageRow.conversation_id == talk.id, MessageRow.seq == seq)
        .values(text=words, edited_at=at, earlier=MessageRow.earlier.op("||")(earlier))
    )
    if seq == talk.last_seq:
        await _change(connection, talk.id, excerpt=words[:_EXCERPT])
    return before


async def last_edit(connection: AsyncConnection, conversation_id: int) -> datetime | None:
    """When a message of the talk was changed last."""
    at: datetime | None = (
        await connection.execute(
            select(func.max(MessageRow.edited_at)).where(MessageRow.conversation_id == conversation_id)
        )
    ).scalar()
    return at


async def unanswer(connection: AsyncConnection, talk: AnyRow, seq: int, at: datetime, burst: Burst) -> None:
    """The buyer's newest words count as answered by no draft any more: another is made after the burst.

    `seq` is the message that was changed: it is read again, though it was put aside as spam before. `talk` is
    the conversation's row, locked. A draft that waits cannot be approved from now on.
    """
    started = talk.burst_started_at or at
    due = min(at + burst.quiet, started + burst.longest)
    if due <= at:  # that burst is over, and its job late: this is another one
        started, due = at, at + burst.quiet
    await _change(
        connection, talk.id,
        drafted_seq=min(talk.drafted_seq, talk.last_buyer_seq - 1),
        spam_seq=min(talk.spam_seq, seq - 1),
        waiting_since=talk.waiting_since or at,
        burst_started_at=started,
        burst_due_at=due,
        state="open" if talk.state in _AWAY else talk.state,
        snoozed_until=None,
    )  # fmt: skip
    if talk.burst_started_at is None:
        await defer_draft(connection, talk.id, at=due)


async def take_back(
    connection: AsyncConnection, conversation_id: int, seqs: Sequence[int], at: datetime
) -> None:
    """Whoever wrote them has deleted them in the messenger. The words stay."""
    await connection.execute(
        update(MessageRow)
        .where(
            MessageRow.conversation_id == conversation_id,
            MessageRow.seq.in_(seqs),
            MessageRow.deleted_at.is_(None),
        )
        .values(deleted_at=at)
    )


async def seq_of(connection: AsyncConnection, conversation_id: int, message_id: uuid.UUID) -> int | None:
    """Where a message stands in its talk."""
    seq: int | None = (
        await connection.execute(
            select(MessageRow.seq).where(
                MessageRow.conversation_id == conversation_id, MessageRow.id == message_id
            )
        )
    ).scalar()
    return seq


async def add_own_words(
    connection: AsyncConnection, talk: AnyRow, message_id: uuid.UUID, words: str, staff_id: int, at: datetime
) -> int:
    """A person's words that the buyer has already: they answer all that the buyer wrote; the message's seq.

    `talk` is the conversation's row, locked; `seq_of` first, for the same message is not added twice.
    """
    seq: int = (
        await connection.execute(
            update(ConversationRow)
            .where(ConversationRow.id == talk.id)
            .values(
                last_seq=ConversationRow.last_seq + 1, last_message_at=at, excerpt=words[:_EXCERPT],
                drafted_seq=talk.last_buyer_seq, waiting_since=None, burst_started_at=None, burst_due_at=None,
                state="open" if talk.state in _AWAY else talk.state, snoozed_until=None,
            )
            .returning(ConversationRow.last_seq)
        )
    ).scalar_one()  # fmt: skip
    await connection.execute(
        insert(MessageRow).values(
            conversation_id=talk.id, seq=seq, id=message_id, sender="seller", author="person",
            staff_id=staff_id, text=words, at=at, delivered_at=at,
        )
    )  # fmt: skip
    return seq


async def set_about(connection: AsyncConnection, conversation_id: int, seq: int, sku: str) -> None:
    """The buyer had opened the link of this product when the message was written."""
    await connection.execute(
        update(MessageRow)
        .where(MessageRow.conversation_id == conversation_id, MessageRow.seq == seq)
        .values(about=sku)
    )


async def _change(connection: AsyncConnection, conversation_id: int, **values: Any) -> None:
    await connection.execute(
        update(ConversationRow).where(ConversationRow.id == conversation_id).values(**values)
    )
