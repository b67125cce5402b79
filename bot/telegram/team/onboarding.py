"""What is missing before the team can work in Telegram: found out, kept, and told once per change."""

from __future__ import annotations

import asyncio
import html
import time
from collections.abc import Sequence
from typing import Any, get_args

from aiogram.methods import SendMessage

from bot.domain.desk import has_authority
from bot.log import logger
from bot.telegram.buyers.bot_commands import set_commands
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from bot.telegram.team import team_commands
from bot.telegram.team.problems import Problem, clear_problem, note_problem
from bot.telegram.team.standing_of_bot import Found, find_out
from bot.telegram.team.team_chat import moved, team_chat_of
from bot.telegram.team.turn import words_of
from prompts.telegram_team import TeamWords
from storage import shop_settings, telegram_staff
from storage.base import AnyRow
from storage.live import looking, writing

SETTING = "telegram_state"
"""Of `shop_settings`: what was found last; see `_kept`."""
_AGAIN_SECONDS = 300.0
"""Topics are switched on and people are bound without anybody telling the bot."""
_LOOK_SECONDS = 5.0
_NOTED = frozenset({"no_group_rights", "not_a_forum", "no_topic_rights", "no_pin_rights", "nobody_bound"})
assert frozenset(get_args(Problem)) >= _NOTED
_log = logger("telegram")

__all__ = ["SETTING", "group_changed", "introduce", "look_round", "team_chat_of"]


async def introduce(office: Office) -> None:
    """For ever: find out what is missing, and say it where somebody can mend it."""
    known, next_look, shown = office.team.chat_id, 0.0, ""
    while True:
        try:
            if known is not None and office.team.chat_id not in (None, known):
                assert office.team.chat_id is not None
                await moved(office, known, office.team.chat_id)
                next_look = 0.0
            known = office.team.chat_id
            if time.monotonic() >= next_look:
                next_look = time.monotonic() + _AGAIN_SECONDS
                await look_round(office)
                shown = await _show_commands(office, shown)
        except TelegramTrouble as trouble:
            _log.warning("telegram.not_looked_round", told=str(trouble)[:200])
        await asyncio.sleep(_LOOK_SECONDS)


async def group_changed(office: Office) -> None:
    """Somebody has put the bot into the team's group, out of it, or has changed its rights."""
    try:
        await look_round(office)
    except TelegramTrouble as trouble:  # it is looked at again in some minutes anyway
        _log.warning("telegram.not_looked_round", told=str(trouble)[:200])


async def look_round(office: Office) -> Found:
    """Find out, keep, tell what has changed. TelegramTrouble where Telegram cannot be asked."""
    found = await find_out(office)
    for name in _NOTED:
        problem: Problem = name  # type: ignore[assignment]  # one of them: see the assertion above
        if name in found.faults:
            await note_problem(office, problem)
        elif found.chat_id is not None or name == "nobody_bound":
            await clear_problem(office, problem)
    desk, kept = office.desk, _kept(office, found)
    async with writing(desk.engine) as connection:
        before = await shop_settings.value(connection, desk.shop_id, SETTING, locked=True)
        await shop_settings.put(connection, desk.shop_id, SETTING, kept, desk.clock())
    if before is None or any(before.get(name) != kept[name] for name in ("bot", "chat", "faults")):
        await _tell(office, await words_of(office), found, first=before is None)
    return found


def _kept(office: Office, found: Found) -> dict[str, Any]:
    return {
        "bot": office.bot_id, "username": found.username, "chat": found.chat_id, "title": found.title,
        "faults": list(found.faults), "bound": len(found.bound), "business": found.business,
        "at": office.desk.clock().isoformat(),
    }  # fmt: skip


async def _tell(office: Office, words: TeamWords, found: Found, *, first: bool) -> None:
    """Say it in the group where the bot can, else to managers. What cannot be told is in /readyz."""
    if found.faults:
        lines = [words.say(f"missing-{each.replace('_', '-')}") for each in found.faults]
        text = "\n".join([words.say("missing-title"), *(f"• {each}" for each in lines)])
    elif found.chat_id is None and first:
        return  # nothing is wrong, and cards simply come to private chats
    else:
        text = words.say("nothing-missing", title=html.escape(found.title or "–"))
    chats: Sequence[int] = ()
    if found.chat_id is not None and "no_group_rights" not in found.faults:
        chats = (found.chat_id,)
    else:
        async with looking(office.desk.engine) as connection:
            people = await telegram_staff.bound(connection, office.desk.shop_id, office.bot_id)
        chats = [each.user_id for each in _who_can_mend(people)]
    for chat_id in chats:
        try:
            await office.calls(SendMessage(chat_id=chat_id, text=text, parse_mode="HTML"))
        except TelegramTrouble as trouble:
            _log.warning("telegram.not_told", told=str(trouble)[:200])


def _who_can_mend(people: Sequence[AnyRow]) -> Sequence[AnyRow]:
    managers = [each for each in people if has_authority(each.role, "manager")]
    return managers or people


async def _show_commands(office: Office, shown: str) -> str:
    """Have Telegram show the commands, where they or those who see them have changed; what is shown now."""
    words = await words_of(office)
    async with looking(office.desk.engine) as connection:
        people = await telegram_staff.bound(connection, office.desk.shop_id, office.bot_id)
    accounts = sorted(each.user_id for each in people)
    wanted = f"{words.language} {office.team.chat_id} {accounts}"
    if wanted == shown:
        return shown
    if not shown:
        await set_commands(office)
    try:
        if office.team.chat_id is not None:
            await team_commands.set_group(office, words, office.team.chat_id)
        for user_id in accounts:
            await team_commands.set_private(office, words, user_id)
    except TelegramTrouble as trouble:
        _log.warning("telegram.commands_not_set", told=str(trouble)[:200])
    return wanted
