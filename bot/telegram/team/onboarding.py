"""What is missing before the team can work in Telegram."""

from __future__ import annotations

import asyncio

from bot.desk.context import Desk
from bot.telegram.office import Office


async def team_chat_of(desk: Desk, bot_id: int, named: int | None) -> int | None:
    """The team's chat: the one that is named, or what it has become since."""
    return named


async def introduce(office: Office) -> None:
    """For ever: say what is missing."""
    await asyncio.Event().wait()
