"""getUpdates: hands out what waits, or waits for it; a newer poller ends an older one."""

from __future__ import annotations

import asyncio
from typing import Any

from .errors import OTHER_POLLER, WEBHOOK_ACTIVE, conflict
from .reading import Request
from .world import World

_LONGEST_SECONDS = 50


class Poller:
    """Lives in the server's loop."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._loop = asyncio.get_running_loop()
        self._turn = 0
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """From any thread: there may be something new."""
        self._loop.call_soon_threadsafe(self._woken.set)

    async def poll(self, request: Request) -> list[Any]:
        self._turn += 1
        turn = self._turn
        self._woken.set()
        wait = min(request.get("timeout") or 0, _LONGEST_SECONDS)
        deadline = self._loop.time() + wait
        self._prepare(request)
        while True:
            self._woken.clear()
            if turn != self._turn:
                raise conflict(OTHER_POLLER)
            found = self._look(request)
            left = deadline - self._loop.time()
            if found or left <= 0:
                return found
            try:
                async with asyncio.timeout(left):
                    await self._wait()
            except TimeoutError:
                continue

    async def _wait(self) -> None:
        await self._woken.wait()

    def _prepare(self, request: Request) -> None:
        updates = self._world.updates
        with self._world.lock:
            if updates.webhook.url:
                raise conflict(WEBHOOK_ACTIVE)
            if request.get("allowed_updates") is not None:
                updates.allowed = list(request.get("allowed_updates")) or None
            if request.get("offset") is not None and request.get("offset") != 0:
                updates.confirm(request.get("offset"))
                self._world.touch()

    def _look(self, request: Request) -> list[Any]:
        with self._world.lock:
            if self._world.updates.webhook.url:
                raise conflict("terminated by setWebhook request")
            return self._world.updates.batch(min(max(request.get("limit", 100), 1), 100))
