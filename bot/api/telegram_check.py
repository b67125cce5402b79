"""What /readyz says of Telegram: what the bot found out last, without asking Telegram anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bot.desk.context import Desk
from bot.settings import Settings
from storage import shop_settings, telegram_updates
from storage.live import reading

STATE, PROBLEMS = "telegram_state", "telegram_problems"
"""Of `shop_settings`, as the Telegram side keeps them."""
_FOUND: Mapping[str, tuple[str, str]] = {
    "no_group_rights": ("the team's group is out of reach", "add the bot, or correct TELEGRAM_TEAM_CHAT"),
    "basic_group": ("the team's group has no topics", "switch on Topics in its settings"),
    "not_a_forum": ("topics are off in the team's group", "switch on Topics in its settings"),
    "not_admin": ("the bot is no administrator of the group", "make it one"),
    "no_topic_rights": ("the bot may not manage topics", "grant it in the group's administrators"),
    "no_pin_rights": ("the bot may not pin messages", "grant it in the group's administrators"),
    "no_delete_rights": ("the bot may not delete messages", "grant it in the group's administrators"),
    "nobody_bound": ("nobody of the team is bound", "run: supercargo staff telegram NAME"),
    "blocked": ("nobody of the team lets the bot write", "open the private chat with it and start it"),
}


async def telegram_found(desk: Desk, settings: Settings) -> tuple[Literal["ok", "warn"], str, str]:
    """(state, what there is, what to do). Telegram missing does not make the service unready: web and console
    go on without."""
    if settings.telegram_token is None:
        return "ok", "not set up.", ""
    bot_id = int(settings.telegram_token.get_secret_value().partition(":")[0])
    async with reading(desk.engine) as connection:
        state = await shop_settings.value(connection, desk.shop_id, STATE) or {}
        problems = await shop_settings.value(connection, desk.shop_id, PROBLEMS) or {}
        updates = await telegram_updates.newest(connection, bot_id)
    if state.get("bot") != bot_id:
        advice = "A worker asks as soon as it can reach Telegram: supercargo doctor says whether it can."
        return "warn", "the bot has not been looked at yet.", advice
    faults = [name for name in _FOUND if name in state["faults"] or name in problems]
    waiting = f", {updates.waiting} updates wait" if updates.waiting else ""
    failed = f", {updates.failed} updates could not be handled" if updates.failed else ""
    found = f"@{state['username']}, {state['bound']} of the team bound{waiting}{failed}"
    if not faults:
        return ("warn" if updates.failed else "ok"), f"{found}.", ""
    told = "; ".join(_FOUND[name][0] for name in faults)
    advice = "; ".join(dict.fromkeys(_FOUND[name][1] for name in faults))
    return "warn", f"{found}: {told}.", f"{advice[0].upper()}{advice[1:]}."
