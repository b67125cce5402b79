"""The bot's answers to the team: each claimed before it is sent, so that none is sent twice."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.telegram_tables import TelegramAnswerRow


async def claim(connection: AsyncConnection, bot_id: int, update_id: int, part: int, chat_id: int) -> bool:
    """Whether this answer is the caller's to send; False: somebody has sent it, or has tried to."""
    added = await connection.execute(
        postgresql.insert(TelegramAnswerRow)
        .values(bot_id=bot_id, update_id=update_id, part=part, chat_id=chat_id)
        .on_conflict_do_nothing()
        .returning(TelegramAnswerRow.part)
    )
    return added.scalar() is not None


async def sent(connection: AsyncConnection, bot_id: int, update_id: int, part: int, message_id: int) -> None:
    await connection.execute(
        update(TelegramAnswerRow).where(*_one(bot_id, update_id, part)).values(message_id=message_id)
    )


async def give_back(connection: AsyncConnection, bot_id: int, update_id: int, part: int) -> None:
    """It certainly was not sent: the next try may."""
    await connection.execute(delete(TelegramAnswerRow).where(*_one(bot_id, update_id, part)))


async def known(connection: AsyncConnection, bot_id: int, update_id: int, part: int) -> AnyRow | None:
    """(chat_id, message_id) of an answer that was claimed."""
    return (
        await connection.execute(
            select(TelegramAnswerRow.chat_id, TelegramAnswerRow.message_id).where(
                *_one(bot_id, update_id, part)
            )
        )
    ).first()


def _one(bot_id: int, update_id: int, part: int) -> tuple[ColumnElement[bool], ...]:
    return (
        TelegramAnswerRow.bot_id == bot_id,
        TelegramAnswerRow.update_id == update_id,
        TelegramAnswerRow.part == part,
    )
