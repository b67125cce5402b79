"""A stored update through aiogram's routers: read, handled, settled."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.types import TelegramObject, Update
from pydantic import ValidationError

from bot.domain.desk import Person
from bot.log import logger
from bot.telegram.buyers import payments
from bot.telegram.buyers import routes as buyers
from bot.telegram.buyers.unreadable import keep_unreadable
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from bot.telegram.team import routes as team
from bot.telegram.team.heard import HeardInTopic
from bot.telegram.team.sourcing import is_command_of_purchasers, sees_talks
from storage import telegram_updates
from storage.live import looking, writing
from storage.telegram_staff import bound_person

_log = logger("telegram")


class WhoTaps(BaseMiddleware):
    """Gives handlers `person`: the active member of the team whose account this is, or None."""

    def __init__(self, office: Office) -> None:
        self._office = office

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user = data.get("event_from_user")
        person = await person_of(self._office, user.id) if user is not None else None
        if person is not None and not await sees_talks(self._office, person):
            # A purchaser who sees no talks: no card, topic or button of the team's is theirs.
            said = event.message if isinstance(event, Update) else None
            if not is_command_of_purchasers(said):
                return None
        data["person"] = person
        return await handler(event, data)


async def person_of(office: Office, user_id: int) -> Person | None:
    """The active member of the team who has bound this account."""
    async with looking(office.desk.engine) as connection:
        return await bound_person(connection, office.desk.shop_id, office.bot_id, user_id)


def make_dispatcher(office: Office) -> Dispatcher:
    """The routers. Handlers are given `office` and `person`."""
    dispatcher = Dispatcher(office=office)
    dispatcher.update.outer_middleware(WhoTaps(office))
    dispatcher.message.outer_middleware(HeardInTopic(office))
    dispatcher.include_routers(payments.make_router(), team.make_router(), buyers.make_router())
    return dispatcher


async def handle(office: Office, dispatcher: Dispatcher, update_id: int) -> None:
    """Handle one stored update, once; a failing handler leaves it for another try.

    What aiogram cannot read is kept as failed, and if a buyer sent it the talk says that something came.
    """
    desk = office.desk
    async with looking(desk.engine) as connection:
        kept = await telegram_updates.waiting(connection, office.bot_id, update_id)
    if kept is None:
        return
    raw = json.loads(kept.body)
    error = None
    try:
        update = Update.model_validate(raw, context={"bot": office.calls.bot})
    except ValidationError as problem:
        if await payments.refunded_unread(office, raw):
            await _settle(office, update_id, None)
            return
        error = f"cannot be read: {problem.error_count()} errors, the first at {problem.errors()[0]['loc']}"
        _log.error("telegram.unreadable", update=update_id, error=error)
        await keep_unreadable(office, raw)
    else:
        await dispatcher.feed_update(office.calls.bot, update)
    await _settle(office, update_id, error)


async def _settle(office: Office, update_id: int, error: str | None) -> None:
    async with writing(office.desk.engine) as connection:
        await telegram_updates.settle(connection, office.bot_id, update_id, office.desk.clock(), error=error)


async def give_up_update(office: Office, update_id: int, error: Exception, tries: int) -> None:
    """It could not be handled: `error` was that of the last try. It is kept as failed, and the talk says at
    least that a message came, where a fault of ours has kept it out."""
    desk = office.desk
    async with looking(desk.engine) as connection:
        kept = await telegram_updates.waiting(connection, office.bot_id, update_id)
    if kept is None:
        return
    if not isinstance(error, TelegramTrouble):  # those come when the words are in the talk already
        try:
            await keep_unreadable(office, json.loads(kept.body))
        except Exception as another:
            _log.exception("telegram.not_kept", update=update_id, exc_info=another)
    async with writing(desk.engine) as connection:
        await telegram_updates.settle(
            connection, office.bot_id, update_id, desk.clock(),
            error=f"not handled after {tries} tries: {type(error).__name__}",
        )  # fmt: skip
