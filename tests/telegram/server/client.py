"""An aiogram bot of this server: driven call by call from a test that is not async."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods.base import TelegramMethod

from .server import BotApi

_T = TypeVar("_T")


class QuickSession(AiohttpSession):
    """aiogram's, without the quarter of a second that it waits for TLS when it closes."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            await asyncio.sleep(0)  # its connections end with the next turn of the loop


def new_bot(server: BotApi, timeout: float = 10.0) -> Bot:
    """To be closed by its user: `async with new_bot(server) as bot`."""
    api = TelegramAPIServer.from_base(server.url)
    return Bot(server.token, session=QuickSession(api=api, timeout=timeout))


class DrivenBot:
    """`bot(SendMessage(chat_id=1, text="Hello"))` returns what aiogram makes of the answer, or raises."""

    def __init__(self, server: BotApi, runner: asyncio.Runner, timeout: float) -> None:
        self.server = server
        self.bot = new_bot(server, timeout)
        self.runner = runner

    def __call__(self, method: TelegramMethod[_T]) -> _T:
        return self.runner.run(self.bot(method))


@contextmanager
def driven_bot(server: BotApi, timeout: float = 10.0) -> Iterator[DrivenBot]:
    with asyncio.Runner() as runner:
        bot = DrivenBot(server, runner, timeout)
        try:
            yield bot
        finally:
            runner.run(bot.bot.session.close())
