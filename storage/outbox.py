"""The only way out: what was approved waits here, and leaves once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.jobs import QUEUE, TELEGRAM_QUEUE, defer, send_lock
from storage.talk_tables import ConversationRow, MessageRow

SEND_TASK = "send_reply"
TELEGRAM_SEND_TASK = "telegram_send"
RELEASE_TASK = "release_held"
_EXCERPT = 200
_LONGEST_ERROR = 300
FAILURES = ("blocked", "too_late", "no_rights", "refused", "no_chat", "fault", "no_way", "invoice",
            "frozen")  # fmt: skip
"""Why a text did not leave: the buyer has blocked us, the messenger's time for an answer is over, it lacks a
right, refuses the text, there is no chat (any more), the program failed, no program sends there; an invoice
is not taken, or does not hold any more; its talk was frozen before it left."""
_SENDERS = {"web": (SEND_TASK, QUEUE), "telegram": (TELEGRAM_SEND_TASK, TELEGRAM_QUEUE)}
"""Which task of which queue sends for a channel."""


async def put(connection: AsyncConnection, dedup_key: str, conversation_id: int, **values: Any) -> int | None:
    """Put a text (columns of OutboxRow) in, with the job that sends it; None where this key is in already.

    What a person sends in a frozen talk is a manager's, and goes out through that freeze.
    """
    if values.get("author") == "person":
        values["past_freeze"] = (
            select(ConversationRow.frozen_at).where(ConversationRow.id == conversation_id).scalar_subquery()
        )
    added: int | None = (
        await connection.execute(
            postgresql.insert(OutboxRow)
            .values(dedup_key=dedup_key, conversation_id=conversation_id, message_id=uuid.uuid4(), **values)
            .on_conflict_do_nothing(index_elements=["dedup_key"])
            .returning(OutboxRow.id)
        )
    ).scalar()
    if added is not None and values.get("not_before") is not None:
        await _defer_release(connection, added, values["not_before"])
    elif added is not None:
        await defer_sending(connection, added, conversation_id, values["channel"])
    return added


async def defer_sending(
    connection: AsyncConnection, outbox_id: int, conversation_id: int, channel: str
) -> None:
    """Enqueue the job that sends a row."""
    task, queue = _SENDERS[channel]
    await defer(connection, task, {"outbox_id": outbox_id}, lock=send_lock(conversation_id), queue=queue)


async def hold(connection: AsyncConnection, outbox_id: int, until: datetime | None) -> None:
    """What has not left leaves at `until`, with the job for it; None: whenever it is sent."""
    await connection.execute(
        update(OutboxRow)
        .where(OutboxRow.id == outbox_id, OutboxRow.state == "queued")
        .values(not_before=until)
    )
    if until is not None:
        await _defer_release(connection, outbox_id, until)


async def _defer_release(connection: AsyncConnection, outbox_id: int, at: datetime) -> None:
    # Without a lock: what waits for hours would hold back the replies behind it.
    await defer(connection, RELEASE_TASK, {"outbox_id": outbox_id}, at=at)


async def conversation_of(connection: AsyncConnection, outbox_id: int) -> int | None:
    found: int | None = (
        await connection.execute(select(OutboxRow.conversation_id).where(OutboxRow.id == outbox_id))
    ).scalar()
    return found


async def state_of(connection: AsyncConnection, outbox_id: int) -> str | None:
    found: str | None = (
        await connection.execute(select(OutboxRow.state).where(OutboxRow.id == outbox_id))
    ).scalar()
    return found


async def claim(connection: AsyncConnection, outbox_id: int, now: datetime) -> AnyRow | None:
    """The row, now `sending` for whoever asked; None where somebody else has it or it has left."""
    return (
        await connection.execute(
            update(OutboxRow)
            .where(OutboxRow.id == outbox_id, OutboxRow.state == "queued", _is_due(now))
            .values(state="sending", claimed_at=now, attempts=OutboxRow.attempts + 1)
            .returning(*OutboxRow.__table__.columns)
        )
    ).first()


async def begin(connection: AsyncConnection, outbox_id: int, now: datetime) -> AnyRow | None:
    """The row, `sending` from now on; None where it has left, or a person decides about it.

    One that was `sending` already is one whose worker has died: what is sent in several calls goes on.
    """
    return (
        await connection.execute(
            update(OutboxRow)
            .where(OutboxRow.id == outbox_id, OutboxRow.state.in_(("queued", "sending")), _is_due(now))
            .values(state="sending", claimed_at=now)
            .returning(*OutboxRow.__table__.columns)
        )
    ).first()


def _is_due(now: datetime) -> ColumnElement[bool]:
    return or_(OutboxRow.not_before.is_(None), OutboxRow.not_before <= now)


async def locked(connection: AsyncConnection, outbox_id: int) -> AnyRow | None:
    """The row, which nobody else changes until this transaction ends."""
    return (
        await connection.execute(
            select(*OutboxRow.__table__.columns).where(OutboxRow.id == outbox_id).with_for_update()
        )
    ).first()


async def put_back(
    connection: AsyncConnection,
    outbox_id: int,
    before: Sequence[str],
    *,
    fault: bool = False,
    by_person: bool = False,
) -> bool:
    """Queue a row again that is in one of `before`; `fault` counts a try that failed.

    `by_person`: somebody sends it again, through the freeze of its talk if there is one.
    """
    values: dict[str, Any] = {"attempts": OutboxRow.attempts + int(fault)}
    if by_person:
        values["past_freeze"] = (
            select(ConversationRow.frozen_at)
            .where(ConversationRow.id == OutboxRow.conversation_id)
            .scalar_subquery()
        )
    done = await connection.execute(
        update(OutboxRow)
        .where(OutboxRow.id == outbox_id, OutboxRow.state.in_(before))
        .values(state="queued", error=None, claimed_at=None, **values)
    )
    return done.rowcount == 1


async def undelivered(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """Rows that have failed, or of which nobody can tell whether they arrived, oldest first."""
    return (
        await connection.execute(
            select(*OutboxRow.__table__.columns)
            .where(OutboxRow.conversation_id == conversation_id, OutboxRow.state.in_(("failed", "unknown")))
            .order_by(OutboxRow.id)
        )
    ).all()


def reason_of(why: str, told: str) -> str:
    """What is kept as an outbox row's error; `why_of` takes the code out again."""
    return f"{why}: {told[:_LONGEST_ERROR]}"


def why_of(error: str | None) -> tuple[str, str]:
    """(code, the messenger's own words) of a kept error."""
    why, _, told = (error or "").partition(": ")
    return why, told


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
