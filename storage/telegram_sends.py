"""The calls of an outbox row: each is claimed, and that committed, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.telegram_tables import TelegramSendRow

_PART = tuple(TelegramSendRow.__table__.columns)
_KEEP_MESSAGES = text(
    """
    INSERT INTO telegram_messages (chat, message_id, conversation_id, seq, album)
    SELECT chat.id, message_id, :conversation, :seq,
      CASE WHEN cardinality(sent.message_ids) > 1 THEN 'outbox:' || sent.outbox_id || ':' || sent.part END
    FROM telegram_sends AS sent
    CROSS JOIN unnest(sent.message_ids) AS message_id
    JOIN telegram_chats AS chat ON chat.conversation_id = :conversation
    WHERE sent.outbox_id = :outbox
    ON CONFLICT DO NOTHING
    """
)


async def lay_out(connection: AsyncConnection, outbox_id: int, kinds: Sequence[str]) -> Sequence[AnyRow]:
    """The parts of a row, in their order; made of `kinds` where there are none yet."""
    if kinds:
        rows = [{"outbox_id": outbox_id, "part": part, "kind": kind} for part, kind in enumerate(kinds)]
        await connection.execute(postgresql.insert(TelegramSendRow).values(rows).on_conflict_do_nothing())
    return await parts(connection, outbox_id)


async def parts(connection: AsyncConnection, outbox_id: int) -> Sequence[AnyRow]:
    """The parts that a row was laid out in, in their order."""
    return (
        await connection.execute(
            select(*_PART).where(TelegramSendRow.outbox_id == outbox_id).order_by(TelegramSendRow.part)
        )
    ).all()


async def claim(connection: AsyncConnection, outbox_id: int, part: int, now: datetime) -> bool:
    """Whether the call of this part is the caller's to make; nobody else makes it then."""
    claimed = await connection.execute(
        update(TelegramSendRow)
        .where(
            TelegramSendRow.outbox_id == outbox_id,
            TelegramSendRow.part == part,
            TelegramSendRow.state == "queued",
        )
        .values(state="sending", claimed_at=now, error=None)
    )
    return claimed.rowcount == 1


async def arrived(
    connection: AsyncConnection, outbox_id: int, part: int, message_ids: Sequence[int], at: datetime
) -> None:
    """Telegram has said that it has this part."""
    await _set(connection, outbox_id, part, state="sent", message_ids=list(message_ids), sent_at=at)


async def settle(
    connection: AsyncConnection, outbox_id: int, part: int, state: str, error: str | None = None
) -> None:
    """`queued` again, `failed` or `unknown`."""
    await _set(connection, outbox_id, part, state=state, error=error)


async def put_back(connection: AsyncConnection, outbox_id: int) -> None:
    """Whatever has not certainly arrived is to be sent (again)."""
    await connection.execute(
        update(TelegramSendRow)
        .where(TelegramSendRow.outbox_id == outbox_id, TelegramSendRow.state.in_(("unknown", "failed")))
        .values(state="queued", error=None)
    )


async def say_arrived(connection: AsyncConnection, outbox_id: int, at: datetime) -> int:
    """A person has seen that what was unknown arrived; how many parts are still to be sent."""
    await connection.execute(
        update(TelegramSendRow)
        .where(TelegramSendRow.outbox_id == outbox_id, TelegramSendRow.state == "unknown")
        .values(state="sent", sent_at=at)
    )
    left: int = (
        await connection.execute(
            select(func.count()).where(
                TelegramSendRow.outbox_id == outbox_id, TelegramSendRow.state != "sent"
            )
        )
    ).scalar_one()
    return left


async def keep_messages(connection: AsyncConnection, outbox_id: int, conversation_id: int, seq: int) -> None:
    """Which messages of the chat the message `seq` of the talk is."""
    await connection.execute(
        _KEEP_MESSAGES, {"outbox": outbox_id, "conversation": conversation_id, "seq": seq}
    )


async def _set(connection: AsyncConnection, outbox_id: int, part: int, **values: object) -> None:
    await connection.execute(
        update(TelegramSendRow)
        .where(TelegramSendRow.outbox_id == outbox_id, TelegramSendRow.part == part)
        .values(**values)
    )
