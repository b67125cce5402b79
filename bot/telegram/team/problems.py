"""What keeps cards from being where they should be, kept for whoever is told about it."""

from __future__ import annotations

from typing import Literal

from bot.log import logger
from bot.telegram.office import Office
from storage import shop_settings
from storage.live import looking, writing

Problem = Literal[
    "no_group_rights", "not_a_forum", "no_topic_rights", "no_pin_rights", "nobody_bound", "blocked"
]
"""The bot is not in the group, or may not write; topics are off; it may not make topics, or pin messages;
nobody of the team has bound an account; those who have do not let the bot write to them."""
GROUP_PROBLEMS = frozenset({"no_group_rights", "not_a_forum", "no_topic_rights"})
"""Those that keep cards out of the group."""
SETTING = "telegram_problems"
"""Of `shop_settings`: {problem: since when}."""
_log = logger("telegram")


async def problems_of(office: Office) -> dict[str, str]:
    """{problem: since when (ISO 8601)}."""
    async with looking(office.desk.engine) as connection:
        return await shop_settings.value(connection, office.desk.shop_id, SETTING) or {}


async def note_problem(office: Office, problem: Problem) -> None:
    """There is this problem; known ones keep their time."""
    await _change(office, problem, there=True)


async def clear_problem(office: Office, problem: Problem) -> None:
    await _change(office, problem, there=False)


async def _change(office: Office, problem: Problem, *, there: bool) -> None:
    held = await problems_of(office)
    if (problem in held) == there:
        return
    now = office.desk.clock()
    async with writing(office.desk.engine) as connection:
        held = await shop_settings.value(connection, office.desk.shop_id, SETTING, locked=True) or {}
        if there:
            held = held | {problem: now.isoformat()}
        else:
            held = {name: since for name, since in held.items() if name != problem}
        await shop_settings.put(connection, office.desk.shop_id, SETTING, held, now)
    _log.warning("telegram.problem", problem=problem, there=there)
