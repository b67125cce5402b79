"""Numbers of messages: a bot counts those of a private chat by itself, another bot begins anew."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.telegram_tables import TelegramCardRow, TelegramEditRow


async def take_number(
    connection: AsyncConnection, chat_id: int, message_id: int, *, for_edit: int | None = None
) -> None:
    """A message was just sent and has this number: what is known under it was another bot's message, out of
    reach by now. `for_edit`: the id of the row of TelegramEditRow that is to have it."""
    await connection.execute(
        delete(TelegramCardRow).where(
            TelegramCardRow.chat_id == chat_id, TelegramCardRow.message_id == message_id
        )
    )
    await connection.execute(
        delete(TelegramEditRow).where(
            TelegramEditRow.chat_id == chat_id,
            TelegramEditRow.message_id == message_id,
            TelegramEditRow.id != (for_edit or 0),
        )
    )
