"""`/start staff_…`: an account of Telegram is bound to the person for whom the code was made."""

from __future__ import annotations

import html

from aiogram.types import Message, Update

from bot.desk import binding
from bot.log import logger
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from bot.telegram.team.team_commands import set_private
from bot.telegram.team.turn import turn_of
from storage import telegram_staff
from storage.live import reading

START = f"/start {binding.PREFIX}"
_log = logger("telegram")


async def bind(message: Message, office: Office, event_update: Update) -> None:
    """Anybody's: only who has the code is bound, and once."""
    user = message.from_user
    if user is None or user.is_bot or message.forward_origin is not None:
        return
    code = (message.text or "").removeprefix(START).strip()
    turn = await turn_of(office, None, event_update, message)
    done = await binding.bind(office.desk, office.bot_id, code, user.id, user.username)
    if isinstance(done, binding.NotBound):
        await turn.say(turn.words.say(f"bind-{done.why}"))
        return
    role = turn.words.say(f"role-{done.person.role}")
    told = turn.words.say("bind-done", name=html.escape(done.person.name), role=role)
    await turn.say(f"{told}\n\n{turn.words.say('help')}")
    if done.before is not None and not await _is_anothers(office, done.before):
        told = turn.words.say("bind-replaced", name=html.escape(done.person.name))
        await turn.say(told, part=1, chat_id=done.before)
    try:
        await set_private(office, turn.words, user.id)
    except TelegramTrouble as trouble:  # they work without being shown
        _log.warning("telegram.commands_not_set", told=str(trouble)[:200])


async def _is_anothers(office: Office, user_id: int) -> bool:
    """Whether the account belongs to somebody of the team by now."""
    async with reading(office.desk.engine) as connection:
        bound = await telegram_staff.bound_person(connection, office.desk.shop_id, office.bot_id, user_id)
    return bound is not None
