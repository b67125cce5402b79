"""The Telegram side of a worker: it handles what came in, sends, keeps the cards, and one of all pulls."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import psycopg
from aiogram import Bot
from aiogram.methods import DeleteWebhook, GetMe, SetWebhook
from sqlalchemy.exc import DBAPIError

from bot.desk.context import Desk
from bot.log import logger
from bot.settings import Settings
from bot.telegram import WEBHOOK_PATH
from bot.telegram.buyers.bot_commands import keep_commands
from bot.telegram.calls import Calls, make_bot
from bot.telegram.errors import TelegramTrouble
from bot.telegram.handling import make_dispatcher
from bot.telegram.jobs import telegram_work
from bot.telegram.office import Office, TeamChat
from bot.telegram.pace import SharedPace
from bot.telegram.pulling import ALLOWED, WebhookIsSet, pull
from bot.telegram.team.keeper import keep_cards
from bot.telegram.team.onboarding import introduce, team_chat_of
from bot.web.signing import LinkSigner
from storage.lease import Lease, try_lease

_LEASE = 1413959500
"""Of the kind of lease: whoever has it pulls and keeps the cards."""
_AGAIN_SECONDS = 3.0
_LONGEST_PAUSE = 60.0
_log = logger("telegram")


async def serve_telegram(
    desk: Desk, settings: Settings, address: str, key: str, public_url: str, stop: asyncio.Event
) -> None:
    """Serve until `stop`. What fails is logged and tried again: the rest of the worker goes on without."""
    assert settings.telegram_token is not None
    bot = make_bot(settings.telegram_token.get_secret_value(), settings.telegram_api_base)
    calls = Calls(bot, SharedPace(desk.engine, bot.id))
    try:
        username = await _username(calls, stop)
        if username is None:
            return
        team = TeamChat(await team_chat_of(desk, bot.id, settings.telegram_team_chat))
        office = Office(
            desk, calls, bot.id, username, team, LinkSigner(key), public_url, settings.telegram_payments_token
        )
        work = telegram_work(address, office, make_dispatcher(office))
        async with work.open_async():
            tasks = [
                asyncio.create_task(work.run_worker_async(), name="telegram-jobs"),
                asyncio.create_task(_lead(office, settings, bot, address), name="telegram-leader"),
            ]
            _log.info("telegram.ready", bot=username)
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait((*tasks, stopping), return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                if task.done():
                    task.result()  # it ended on its own: its error is the worker's
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        await bot.session.close()


async def _username(calls: Calls, stop: asyncio.Event) -> str | None:
    """The bot's name, as soon as Telegram can be reached; None where it is time to stop."""
    pause = 1.0
    while not stop.is_set():
        try:
            return (await calls(GetMe())).username or ""
        except TelegramTrouble as trouble:
            _log.error("telegram.unreachable", told=str(trouble)[:200], again_in_s=pause)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
    return None


async def _lead(office: Office, settings: Settings, bot: Bot, address: str) -> None:
    """Pull and keep the cards while no other process does."""
    while True:
        try:
            async with try_lease(address, _LEASE, office.bot_id) as lease:
                if lease is not None:
                    await _as_leader(office, settings, bot, address, lease)
        except (psycopg.OperationalError, DBAPIError, OSError) as error:
            _log.warning("telegram.lease_lost", error=type(error).__name__)
        except Exception:  # a fault of ours in one duty: the others are begun again with it, and it is told
            _log.exception("telegram.leader_failed")
        await asyncio.sleep(_AGAIN_SECONDS)


async def _as_leader(office: Office, settings: Settings, bot: Bot, address: str, lease: Lease) -> None:
    """Until the lease is lost (psycopg.OperationalError) or the task is cancelled."""
    _log.info("telegram.leads", pulls=settings.telegram_webhook_secret is None)
    duties = [
        asyncio.create_task(_updates(office, settings, bot, lease), name="telegram-updates"),
        asyncio.create_task(keep_cards(office, address), name="telegram-cards"),
        asyncio.create_task(introduce(office), name="telegram-introduction"),
        asyncio.create_task(keep_commands(office), name="telegram-commands"),
    ]
    try:
        # Each goes on for ever: the first that ends has failed.
        for done in asyncio.as_completed(duties):
            await done
            return
    finally:
        for duty in duties:
            duty.cancel()
        await asyncio.gather(*duties, return_exceptions=True)


async def _updates(office: Office, settings: Settings, bot: Bot, lease: Lease) -> None:
    if settings.telegram_webhook_secret is None:
        while True:
            # Whether or not there is one; where that fails, asking for updates tells whether it matters.
            with suppress(TelegramTrouble):
                await office.calls(DeleteWebhook(drop_pending_updates=False))
            with suppress(WebhookIsSet):
                await pull(bot, office.desk, office.bot_id, lease)
            await asyncio.sleep(_AGAIN_SECONDS)
    hook = SetWebhook(
        url=f"{office.public_url}{WEBHOOK_PATH}",
        secret_token=settings.telegram_webhook_secret.get_secret_value(),
        allowed_updates=list(ALLOWED),
        max_connections=40,
    )
    await _set(office, hook, lease)
    while True:
        await asyncio.sleep(_AGAIN_SECONDS)
        await lease.must_hold()


async def _set(office: Office, method: SetWebhook, lease: Lease) -> None:
    pause = 1.0
    while True:
        await lease.must_hold()
        try:
            await office.calls(method)
            return
        except TelegramTrouble as trouble:
            _log.error("telegram.webhook_not_set", told=str(trouble)[:200], again_in_s=pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
