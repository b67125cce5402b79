"""That people write below a card: then the next one is sent again at the end, where it is seen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject

from bot.telegram.office import Office
from storage import telegram_topics
from storage.live import writing


class HeardInTopic(BaseMiddleware):
    """Keeps the number of the newest message of each topic of the team's group."""

    def __init__(self, office: Office) -> None:
        self._office = office

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if (
            isinstance(event, Message)
            and event.message_thread_id is not None
            and event.chat.id == self._office.team.chat_id
        ):
            async with writing(self._office.desk.engine) as connection:
                await telegram_topics.heard(
                    connection, event.chat.id, event.message_thread_id, event.message_id
                )
        return await handler(event, data)
