"""The shop as the running service sees it: the version that serves now, loaded anew when it changes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.context import ServingShop
from bot.domain.errors import SupercargoError
from storage import knowledge_in_force
from storage.live import looking

Load = Callable[[], ServingShop]
"""Loads the version that serves; slow, and run in a thread."""


class ShopCounter:
    """Gives the serving shop; a new version is loaded once, while the old one goes on serving reads."""

    def __init__(self, engine: AsyncEngine, shop_id: int, load: Load) -> None:
        self._engine = engine
        self._shop_id = shop_id
        self._load = load
        self._loading = asyncio.Lock()
        self._serving: ServingShop | None = None
        self._thread = ThreadPoolExecutor(1, "shop")

    async def serving(self) -> ServingShop:
        """The version that serves now. SupercargoError where it cannot be loaded."""
        async with looking(self._engine) as connection:
            version, revision = await knowledge_in_force.serving(connection, self._shop_id)
        held = self._serving
        if held is not None and held.version_id == version and held.revision == revision:
            return held
        async with self._loading:
            held = self._serving
            if held is None or held.version_id != version:
                held = await asyncio.get_running_loop().run_in_executor(self._thread, self._load)
            # Never back: who looked earlier and waited longer would undo a change of the team's own answers.
            if held.revision < revision or self._serving is not held:
                held = held.at(max(revision, held.revision))
            self._serving = held
        if version is None:
            raise SupercargoError("No shop is loaded. Load one: supercargo ingest DIR")
        return held

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
