"""Live updates: one LISTEN connection a process, fanned out to the pages that are open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from storage.notices import Notice, Reconnected, listen

_MOST_WAITING = 200


class Hub:
    """Gives every subscriber every notice of this database. A slow one is told to read the store again."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._subscribers: set[asyncio.Queue[Notice | Reconnected]] = set()
        self._task: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self._task = asyncio.create_task(self._run(), name="hub")
        try:
            yield
        finally:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def notices(self) -> AsyncIterator[Notice | Reconnected]:
        """Every notice from now on, until the caller stops."""
        queue: asyncio.Queue[Notice | Reconnected] = asyncio.Queue(_MOST_WAITING)
        self._subscribers.add(queue)
        try:
            while True:
                yield await queue.get()
        finally:
            self._subscribers.discard(queue)

    async def matching(self, topics: frozenset[str], **ids: Any) -> AsyncIterator[Notice | Reconnected]:
        """Notices on one of `topics` whose ids hold all of `ids`, and every `Reconnected`."""
        async for notice in self.notices():
            if isinstance(notice, Reconnected) or _is_of(notice, topics, ids):
                yield notice

    async def _run(self) -> None:
        async for notice in listen(self._address):
            for queue in tuple(self._subscribers):
                if queue.full():
                    while not queue.empty():
                        queue.get_nowait()
                    queue.put_nowait(Reconnected())
                else:
                    queue.put_nowait(notice)


def _is_of(notice: Notice, topics: frozenset[str], ids: dict[str, Any]) -> bool:
    return notice.topic in topics and ids.items() <= notice.ids.items()
