"""Buyers' topics in the team's group, as Telegram shows them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.telegram_tables import TelegramTopicRow


async def topic(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """The topic of a conversation (columns of TelegramTopicRow)."""
    return (
        await connection.execute(
            select(*TelegramTopicRow.__table__.columns).where(
                TelegramTopicRow.conversation_id == conversation_id
            )
        )
    ).first()


async def put(
    connection: AsyncConnection, conversation_id: int, chat_id: int, thread_id: int, title: str
) -> None:
    """A new topic: whatever stood in an earlier one is gone."""
    values: dict[str, Any] = {
        "chat_id": chat_id, "thread_id": thread_id, "title": title, "summary_id": None,
        "summary_look": None, "newest_id": thread_id, "closed": False,
    }  # fmt: skip
    await connection.execute(
        postgresql.insert(TelegramTopicRow)
        .values(conversation_id=conversation_id, **values)
        .on_conflict_do_update(index_elements=["conversation_id"], set_=values)
    )


async def change(connection: AsyncConnection, conversation_id: int, **values: Any) -> None:
    await connection.execute(
        update(TelegramTopicRow).where(TelegramTopicRow.conversation_id == conversation_id).values(**values)
    )


async def heard(connection: AsyncConnection, chat_id: int, thread_id: int, message_id: int) -> None:
    """There is a message in a topic, written by anybody."""
    await connection.execute(
        update(TelegramTopicRow)
        .where(TelegramTopicRow.chat_id == chat_id, TelegramTopicRow.thread_id == thread_id)
        .values(newest_id=func.greatest(TelegramTopicRow.newest_id, message_id))
    )


async def drop(connection: AsyncConnection, conversation_id: int) -> None:
    """The topic is not there any more."""
    await connection.execute(
        delete(TelegramTopicRow).where(TelegramTopicRow.conversation_id == conversation_id)
    )
