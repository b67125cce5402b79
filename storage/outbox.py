"""The only way out: what was approved waits here, and leaves once."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.jobs import QUEUE, TELEGRAM_QUEUE, defer, send_lock
from storage.talk_tables import ConversationRow, MessageRow

SEND_TASK = "send_reply"
TELEGRAM_SEND_TASK = "telegram_send"
_EXCERPT = 200
_SENDERS = {"web": (SEND_TASK, QUEUE), "telegram": (TELEGRAM_SEND_TASK, TELEGRAM_QUEUE)}
"""Which task of which queue sends for a channel."""


async def put(connection: AsyncConnection, dedup_key: str, conversation_id: int, **values: Any) -> int | None:
    """Put a text (columns of OutboxRow) in, with the job that sends it; None where this key is in already."""
    added: int | None = (
        await connection.execute(
            postgresql.insert(OutboxRow)
            .values(dedup_key=dedup_key, conversation_id=conversation_id, message_id=uuid.uuid4(), **values)
            .on_conflict_do_nothing(index_elements=["dedup_key"])
            .returning(OutboxRow.id)
        )
    ).scalar()
    if added is not None:
        task, queue = _SENDERS[values["channel"]]
        await defer(connection, task, {"outbox_id": added}, lock=send_lock(conversation_id), queue=queue)
    return added


async def conversation_of(connection: AsyncConnection, outbox_id: int) -> int | None:
    found: int | None = (
        await connection.execute(select(OutboxRow.conversation_id).where(OutboxRow.id == outbox_id))
    ).scalar()
    return found


async def claim(connection: AsyncConnection, outbox_id: int, now: datetime) -> AnyRow | None:
    """The row, now `sending` for whoever asked; None where somebody else has it or it has left."""
    return (
        await connection.execute(
            update(OutboxRow)
            .where(OutboxRow.id == outbox_id, OutboxRow.state == "queued")
            .values(state="sending", claimed_at=now, attempts=OutboxRow.attempts + 1)
            .returning(*OutboxRow.__table__.columns)
        )
    ).first()


async def settle(
    connection: AsyncConnection,
    outbox_id: int,
    state: str,
    *,
    at: datetime | None = None,
    error: str | None = None,
) -> None:
    """`sent`, `failed` or `unknown`."""
    await connection.execute(
        update(OutboxRow).where(OutboxRow.id == outbox_id).values(state=state, sent_at=at, error=error)
    )


async def add_to_talk(connection: AsyncConnection, row: AnyRow, at: datetime) -> int:
    """Write an outbox row into its talk, and stop the reply clock where it answers; the message's seq."""
    values: dict[str, Any] = {
        "last_seq": ConversationRow.last_seq + 1,
        "last_message_at": at,
    }
    if row.answers_seq is not None:
        values["excerpt"] = row.text[:_EXCERPT]
        values["drafted_seq"] = func.greatest(ConversationRow.drafted_seq, row.answers_seq)
        values["waiting_since"] = (
            select(func.min(MessageRow.at))
            .where(
                MessageRow.conversation_id == row.conversation_id,
                MessageRow.sender == "buyer",
                MessageRow.seq > row.answers_seq,
            )
            .scalar_subquery()
        )
    seq: int = (
        await connection.execute(
            update(ConversationRow)
            .where(ConversationRow.id == row.conversation_id)
            .values(**values)
            .returning(ConversationRow.last_seq)
        )
    ).scalar_one()
    await connection.execute(
        insert(MessageRow).values(
            conversation_id=row.conversation_id,
            seq=seq,
            id=row.message_id,
            sender="seller",
            author=row.author,
            staff_id=row.staff_id,
            text=row.text,
            at=at,
            outbox_id=row.id,
            draft_id=row.draft_id,
            quote_id=row.quote_id,
            quote_revision=row.quote_revision,
            choices=row.choices,
        )
    )
    return seq
