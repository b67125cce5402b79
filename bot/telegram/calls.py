"""Every call to Telegram goes through here: at its turn, and with one vocabulary of errors."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod

from bot.log import logger
from bot.telegram.errors import TelegramTrouble, Wait, trouble_of

T = TypeVar("T")
_SECONDS = 30
"""After which an answer is not waited for any more."""
_log = logger("telegram")


class Pace(Protocol):
    """Telegram's limits, kept by all replicas together."""

    async def turn(self, method: TelegramMethod[Any]) -> None:
        """Return when this call may be made."""

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        """Telegram has asked to wait."""


class Calls:
    """The bot's calls. To be used from one event loop; close it at the end."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self.bot = bot
        self._pace = pace

    async def __call__(self, method: TelegramMethod[T], *, seconds: int = _SECONDS) -> T:
        """What Telegram answers. TelegramTrouble: see `errors`. `seconds` is how long an answer may take."""
        await self._pace.turn(method)
        try:
            return await self.bot(method, request_timeout=seconds)
        except Exception as error:
            trouble = trouble_of(error)
            if isinstance(trouble, Wait):
                await self._pace.hold(method, trouble.seconds)
            _log.info(
                "telegram.trouble", method=type(method).__name__, kind=type(trouble).__name__,
                told=str(trouble)[:200],
            )  # fmt: skip
            raise trouble from error


def make_bot(token: str, api_base: str) -> Bot:
    """aiogram's bot over this Bot API server. Nothing is called yet."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_base.rstrip("/")))
    return Bot(token, session=session)


__all__ = ["Calls", "Pace", "TelegramTrouble", "make_bot"]
