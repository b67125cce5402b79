"""A command's work at the desk: the database opened, the desk put together, refusals told in words."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from bot.cli.opening import told
from bot.domain.desk import DeskRefusal
from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    from bot.desk.context import Desk
    from bot.settings import Settings

Result = TypeVar("Result")


def at_the_desk(settings: Settings, work: Callable[[Desk], Awaitable[Result]]) -> Result:
    """What `work` gives for the desk of the settings' shop. SupercargoError says what to do next."""
    from bot.app import open_data
    from bot.service.parts import desk_parts
    from knowledge.index.exact import ExactStore

    with told(), open_data(settings) as engine:

        async def run() -> Result:
            async with desk_parts(settings, engine, ExactStore(), connections=2) as parts:
                return await work(parts.desk)

        try:
            return asyncio.run(run())
        except DeskRefusal as refused:
            raise SupercargoError(refused.text) from refused
