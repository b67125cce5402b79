"""Live updates: one LISTEN connection a process, fanned out to the pages that are open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

from storage.notices import Notice, Reconnected, listen

_MOST_WAITING = 200
Queue = asyncio.Queue[Notice | Reconnected]


class Hub:
    """Gives every subscriber every notice of this database. A slow one is told to read the store again."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._subscribers: set[Queue] = set()
        self._followers: dict[int, set[Queue]] = {}
        self._task: asyncio.Task[None] | None = None
        self.connected = 0
        """How often the connection that listens was made: more than once, and it broke in between."""

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
        queue: Queue = asyncio.Queue(_MOST_WAITING)
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

    @contextmanager
    def following(self, conversation_id: int) -> Iterator[Queue]:
        """What moves in one conversation from now on, and every `Reconnected`; others do not wake it."""
        queue: Queue = asyncio.Queue(_MOST_WAITING)
        followers = self._followers.setdefault(conversation_id, set())
        followers.add(queue)
        try:
            yield queue
        finally:
            followers.discard(queue)
            if not followers and self._followers.get(conversation_id) is followers:
                del self._followers[conversation_id]

    async def _run(self) -> None:
        async for notice in listen(self._address):
            self.connected += isinstance(notice, Reconnected)
            for queue in (*self._subscribers, *self._concerned(notice)):
                if queue.full():
                    while not queue.empty():
                        queue.get_nowait()
                    queue.put_nowait(Reconnected())
                else:
                    queue.put_nowait(notice)

    def _concerned(self, notice: Notice | Reconnected) -> tuple[Queue, ...]:
        if isinstance(notice, Reconnected):
            return tuple(queue for followers in self._followers.values() for queue in followers)
        return tuple(self._followers.get(notice.ids.get("conversation", 0), ()))


def _is_of(notice: Notice, topics: frozenset[str], ids: dict[str, Any]) -> bool:
    return notice.topic in topics and ids.items() <= notice.ids.items()
