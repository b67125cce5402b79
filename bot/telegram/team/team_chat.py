"""Which chat is the team's: the one that the settings name, or what it has become since."""

from __future__ import annotations

from bot.desk.context import Desk
from bot.log import logger
from bot.telegram.office import Office
from storage import shop_settings, telegram_found
from storage.live import looking, writing

SETTING = "telegram_group"
"""Of `shop_settings`: {"bot": the bot's id, "was": ids that it had, "is": the id by now}."""
_log = logger("telegram")


async def team_chat_of(desk: Desk, bot_id: int, named: int | None) -> int | None:
    """The team's chat. A group that became a supergroup has another id; `named` is the one in the settings.

    Also right where `named` is what it has become.
    """
    if named is None:
        return None
    async with looking(desk.engine) as connection:
        held = await shop_settings.value(connection, desk.shop_id, SETTING) or {}
    if held.get("bot") == bot_id and named in held.get("was", ()):
        now: int = held["is"]
        return now
    return named


async def moved(office: Office, before: int, chat_id: int) -> None:
    """The team's group `before` has another id from now on, for this process and all others."""
    desk = office.desk
    if before == chat_id:
        return
    async with writing(desk.engine) as connection:
        held = await shop_settings.value(connection, desk.shop_id, SETTING, locked=True) or {}
        was = held.get("was", []) if held.get("bot") == office.bot_id else []
        kept = {"bot": office.bot_id, "was": sorted({*was, before} - {chat_id}), "is": chat_id}
        await shop_settings.put(connection, desk.shop_id, SETTING, kept, desk.clock())
        await telegram_found.leave_chat(connection, before)
    office.team.chat_id = chat_id
    _log.warning("telegram.group_moved", before=before, now=chat_id)


async def is_team_chat(office: Office, chat_id: int) -> bool:
    """Whether this is the team's chat; another process may have learned that it has moved."""
    if office.team.chat_id is None:
        return False
    if chat_id == office.team.chat_id:
        return True
    now = await team_chat_of(office.desk, office.bot_id, office.team.chat_id)
    if now is not None and now != office.team.chat_id:
        office.team.chat_id = now
    return chat_id == now
