"""Asking Telegram for updates: each is stored before the next question acknowledges it.

aiogram's own polling loses an update whose handler fails, and stops for good at one that it cannot read. Here
the answer is kept as it came; a job reads it later, and one that cannot be read fails alone.
"""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import ClientError, ClientTimeout

from bot.desk.context import Desk
from bot.log import logger
from storage.lease import Lease
from storage.live import writing
from storage.telegram_updates import store, update_of

ALLOWED = (
    "message", "edited_message", "business_connection", "business_message", "edited_business_message",
    "deleted_business_messages", "callback_query", "my_chat_member", "pre_checkout_query",
)  # fmt: skip
"""The kinds of updates that we ask for."""
_WAIT_SECONDS = 25
_MOST = 100
_CONFLICT = 409
_LONGEST_PAUSE = 30.0
_QUIET = timedelta(days=6)
"""After a week without updates Telegram counts them anew from anywhere: then no old number may be given, for
it would acknowledge what was never seen."""
_log = logger("telegram")


class WebhookIsSet(Exception):
    """Telegram calls a webhook, and answers nobody who asks: it has to be taken away first."""


async def pull(bot: Bot, desk: Desk, bot_id: int, lease: Lease) -> None:
    """Store updates until the task is cancelled, or the lease is lost (psycopg.OperationalError).

    WebhookIsSet where somebody has set one.
    """
    offset: int | None = None
    heard = desk.clock()
    pause = 1.0
    while True:
        await lease.must_hold()
        if desk.clock() - heard > _QUIET:
            offset = None
        try:
            answer = await _ask(bot, offset)
        except (ClientError, TimeoutError, ValueError) as error:
            _log.warning("telegram.pull_failed", error=type(error).__name__, again_in_s=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
            continue
        if not answer.get("ok"):
            pause = max(pause, float((answer.get("parameters") or {}).get("retry_after", 0)))
            _log.warning(
                "telegram.pull_refused", code=answer.get("error_code"), told=answer.get("description"),
                again_in_s=pause,
            )  # fmt: skip
            if answer.get("error_code") == _CONFLICT and "webhook" in str(answer.get("description")):
                raise WebhookIsSet
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
            continue
        pause = 1.0
        found = [update_of(raw) for raw in answer["result"]]
        if found:
            async with writing(desk.engine) as connection:
                await store(connection, bot_id, found, desk.clock())
            # Only now: the next question tells Telegram that it may forget these.
            offset = found[-1].id + 1
            heard = desk.clock()


async def _ask(bot: Bot, offset: int | None) -> dict[str, Any]:
    """Telegram's answer as it came. ClientError, TimeoutError; ValueError where it is no JSON of theirs."""
    assert isinstance(bot.session, AiohttpSession)
    session = await bot.session.create_session()
    asked: dict[str, Any] = {"timeout": _WAIT_SECONDS, "limit": _MOST, "allowed_updates": list(ALLOWED)}
    if offset is not None:
        asked["offset"] = offset
    address = bot.session.api.api_url(token=bot.token, method="getUpdates")
    async with session.post(address, json=asked, timeout=ClientTimeout(total=_WAIT_SECONDS + 15)) as response:
        answer = json.loads(await response.text())
    if not isinstance(answer, dict):
        raise ValueError("not an answer of the Bot API")
    return answer
