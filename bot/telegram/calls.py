"""Every call to Telegram goes through here: at its turn, and with one vocabulary of errors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetMe, TelegramMethod
from aiohttp import ClientTimeout

from bot.log import logger
from bot.telegram.errors import TelegramTrouble, Uncertain, Wait, trouble_of

T = TypeVar("T")
_SECONDS = 30
"""After which an answer is not waited for any more."""
_CONNECTING_SECONDS = 10
"""After which it counts as no connection: then nothing was sent, and nothing is uncertain."""
PATIENCE = 5.0
"""Seconds that a call may wait for its turn: a job that would wait longer is better put off, for it holds one
of the worker's places."""
_log = logger("telegram")


class Pace(Protocol):
    """Telegram's limits, kept by all replicas together."""

    async def turn(self, method: TelegramMethod[Any], *, patience: float = PATIENCE) -> None:
        """Return when this call may be made. Wait, and nothing is reserved, where that is over `patience`
        seconds away."""

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        """Telegram has asked to wait."""

    def done(self, method: TelegramMethod[Any]) -> None:
        """The call whose turn it was has come to its end, however: it reached Telegram no later than now."""


class Calls:
    """The bot's calls. To be used from one event loop; close it at the end."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self.bot = bot
        self._pace = pace
        self._doubtful = False

    async def __call__(
        self,
        method: TelegramMethod[T],
        *,
        seconds: int = _SECONDS,
        patience: float = PATIENCE,
        just_before: Callable[[], Awaitable[None]] | None = None,
    ) -> T:
        """What Telegram answers. TelegramTrouble: see `errors`.

        `seconds` is how long an answer may take, `patience` how long the call may wait for its turn: Wait
        where that is not enough. `just_before` is awaited when the turn has come; where it raises, the call
        is not made.
        """
        await self._pace.turn(method, patience=patience)
        try:
            if just_before is not None:
                await just_before()
            answer = await self._made(method, seconds)
        finally:
            self._pace.done(method)
        self._doubtful = False
        return answer

    async def _made(self, method: TelegramMethod[T], seconds: int) -> T:
        try:
            return await self.bot(method, request_timeout=seconds)
        except Exception as error:
            trouble = trouble_of(error)
            self._doubtful = self._doubtful or isinstance(trouble, Uncertain)
            if isinstance(trouble, Wait):
                await self._pace.hold(method, trouble.seconds)
            _log.info(
                "telegram.trouble", method=type(method).__name__, kind=type(trouble).__name__,
                told=str(trouble)[:200],
            )  # fmt: skip
            raise trouble from error

    async def must_answer(self) -> None:
        """TelegramTrouble where the last call's end was uncertain and Telegram does not answer yet.

        Ask before a call that must not be made twice: else an outage makes each of them uncertain.
        """
        if self._doubtful:
            await self(GetMe(), seconds=_CONNECTING_SECONDS)


class _Session(AiohttpSession):
    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[T],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's
    ) -> T:
        limits = ClientTimeout(total=timeout or _SECONDS, sock_connect=_CONNECTING_SECONDS)
        return await super().make_request(bot, method, timeout=limits)  # type: ignore[arg-type] # aiohttp's


def make_bot(token: str, api_base: str) -> Bot:
    """aiogram's bot over this Bot API server. Nothing is called yet."""
    session = _Session(api=TelegramAPIServer.from_base(api_base.rstrip("/")))
    return Bot(token, session=session)


__all__ = ["PATIENCE", "Calls", "Pace", "TelegramTrouble", "make_bot"]
