"""Telegram's limits, kept by all replicas together."""

from __future__ import annotations

from typing import Any

from aiogram.methods import TelegramMethod
from sqlalchemy.ext.asyncio import AsyncEngine


class SharedPace:
    def __init__(self, engine: AsyncEngine, bot_id: int, team_chat: int | None) -> None:
        self._engine = engine
        self._bot_id = bot_id
        self._team_chat = team_chat

    async def turn(self, method: TelegramMethod[Any]) -> None:
        """Return when this call may be made."""

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        """Telegram has asked to wait."""
