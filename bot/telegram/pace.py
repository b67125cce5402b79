"""Telegram's limits, kept by all replicas together."""

from __future__ import annotations

from typing import Any

from aiogram.methods import TelegramMethod
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.telegram.calls import PATIENCE


class SharedPace:
    def __init__(self, engine: AsyncEngine, bot_id: int) -> None:
        self._engine = engine
        self._bot_id = bot_id

    async def turn(self, method: TelegramMethod[Any], *, patience: float = PATIENCE) -> None:
        """Return when this call may be made."""

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        """Telegram has asked to wait."""

    def done(self, method: TelegramMethod[Any]) -> None:
        """The call has come to its end."""
