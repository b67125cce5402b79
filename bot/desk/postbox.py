"""Many buyers who write at the same moment: one transaction stores what all of them wrote.

A message that comes alone is stored at once. While one transaction runs, what comes meanwhile gathers for the
next, so that under load the cost of a commit is shared, and nobody waits for a timer.
"""

from __future__ import annotations

import asyncio
from contextvars import Context
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.arrivals import Arrival, Burst, Stored, store_free, store_message
from storage.live import writing

_MOST = 100
"""Messages of one transaction: some milliseconds of work."""
_Waiting = tuple[Arrival, asyncio.Future[Stored | None]]


class Postbox:
    """One process's. To be used from one event loop."""

    def __init__(self, engine: AsyncEngine, burst: Burst) -> None:
        self._engine = engine
        self._burst = burst
        self._waiting: list[_Waiting] = []
        self._carrier: asyncio.Task[None] | None = None
        self._alone: dict[int, asyncio.Task[None]] = {}

    async def store(self, arrival: Arrival) -> Stored | None:
        """Once this returns the message is safe. None: there is no such conversation."""
        stored: asyncio.Future[Stored | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, stored))
        self._go()
        return await stored

    def _go(self) -> None:
        if self._carrier is None and self._waiting:
            # In a context of its own: what it logs belongs to no single request.
            self._carrier = asyncio.create_task(self._carry(), name="postbox", context=Context())

    async def _carry(self) -> None:
        try:
            while those := self._next():
                await self._store(those)
        finally:
            self._carrier = None

    def _next(self) -> list[_Waiting]:
        """One message of each conversation, in the order in which they came."""
        taken: dict[int, _Waiting] = {}
        left: list[_Waiting] = []
        for each in self._waiting:
            conversation = each[0].conversation_id
            if len(taken) < _MOST and conversation not in taken and conversation not in self._alone:
                taken[conversation] = each
            else:
                left.append(each)
        self._waiting = left
        return list(taken.values())

    async def _store(self, those: list[_Waiting]) -> None:
        found: dict[tuple[int, UUID], Stored] = {}
        try:
            async with writing(self._engine) as connection:
                found = await store_free(connection, [arrival for arrival, _ in those], self._burst)
        except Exception:  # each on its own then: one that cannot be stored keeps no other back, and is told
            found = {}
        for arrival, stored in those:
            at = found.get((arrival.conversation_id, arrival.id))
            if at is None:
                self._alone[arrival.conversation_id] = asyncio.create_task(self._store_alone(arrival, stored))
            elif not stored.done():  # it is where whoever asked has gone
                stored.set_result(at)

    async def _store_alone(self, arrival: Arrival, stored: asyncio.Future[Stored | None]) -> None:
        """One that waits for whoever is changing its conversation; later ones of its talk come after it."""
        try:
            async with writing(self._engine) as connection:
                at = await store_message(connection, arrival, self._burst)
        except Exception as error:
            if not stored.done():
                stored.set_exception(error)
        else:
            if not stored.done():
                stored.set_result(at)
        finally:
            del self._alone[arrival.conversation_id]
            self._go()
