"""Ticks under messages: what reached the other side, and what the other side has looked at."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.talk_tables import MessageRow

Side = Literal["buyer", "seller"]


async def mark(
    connection: AsyncConnection, conversation_id: int, sender: Side, through: int, at: datetime, *, seen: bool
) -> bool:
    """Messages of `sender` up to `through` have reached the other side, which has also `seen` them or not.

    False where nothing was new. A tick that is there stays as it is.
    """
    ticked = MessageRow.seen_at if seen else MessageRow.delivered_at
    values = {"delivered_at": func.coalesce(MessageRow.delivered_at, at)}
    done = await connection.execute(
        update(MessageRow)
        .where(
            MessageRow.conversation_id == conversation_id,
            MessageRow.sender == sender,
            MessageRow.seq <= through,
            ticked.is_(None),
        )
        .values(values | ({"seen_at": at} if seen else {}))
    )
    return done.rowcount > 0


async def seen_through(connection: AsyncConnection, conversation_id: int, sender: Side) -> int:
    """The newest message of `sender` that the other side has looked at; 0 where there is none."""
    newest: int | None = (
        await connection.execute(
            select(func.max(MessageRow.seq)).where(
                MessageRow.conversation_id == conversation_id,
                MessageRow.sender == sender,
                MessageRow.seen_at.is_not(None),
            )
        )
    ).scalar()
    return newest or 0
