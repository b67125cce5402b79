"""Who has looked at what: the buyer at our messages, the team at the buyer's."""

from __future__ import annotations

from bot.desk.context import Desk
from storage import ticks
from storage.live import writing
from storage.notices import notify

TICK = "tick"
"""Topic of the notice: {"shop", "conversation", "by": "team" or "buyer"}."""


async def opened_by_team(desk: Desk, conversation_id: int, through: int) -> None:
    """A person of the team has the buyer's messages up to `through` on the screen."""
    async with writing(desk.engine) as connection:
        if await ticks.mark(connection, conversation_id, "buyer", through, desk.clock(), seen=True):
            await notify(connection, TICK, shop=desk.shop_id, conversation=conversation_id, by="team")


async def reached_buyer(desk: Desk, conversation_id: int, through: int, *, seen: bool) -> None:
    """The buyer's page has our messages up to `through`, and shows them where `seen`."""
    async with writing(desk.engine) as connection:
        if await ticks.mark(connection, conversation_id, "seller", through, desk.clock(), seen=seen):
            await notify(connection, TICK, shop=desk.shop_id, conversation=conversation_id, by="buyer")
