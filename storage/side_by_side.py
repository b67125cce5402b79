"""Several reads of one consistent view at the same time, on connections of their own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.live import reading

Read = Callable[[AsyncConnection], Awaitable[Any]]
LANES = 2
_SECOND: WeakKeyDictionary[AsyncEngine, asyncio.Lock] = WeakKeyDictionary()


class Lanes:
    """Connections that see the same; each read takes whichever is free."""

    def __init__(self, connections: Sequence[AsyncConnection]) -> None:
        self._free: asyncio.Queue[AsyncConnection] = asyncio.Queue()
        for each in connections:
            self._free.put_nowait(each)

    async def gather(self, *reads: Read) -> list[Any]:
        """What each of them gives, in their order. The first error is raised once all have ended."""
        done = await asyncio.gather(*(self._read(each) for each in reads), return_exceptions=True)
        for each in done:
            if isinstance(each, BaseException):
                raise each
        return done

    async def _read(self, read: Read) -> Any:
        connection = await self._free.get()
        try:
            return await read(connection)
        finally:
            self._free.put_nowait(connection)


@asynccontextmanager
async def side_by_side(engine: AsyncEngine, prepare: Read) -> AsyncIterator[Lanes]:
    """LANES connections for one at a time who asks, one for the others: whoever holds a connection and waits
    for a second would starve those who do the same. Each is made ready by `prepare`. Writes nothing."""
    second = _SECOND.setdefault(engine, asyncio.Lock())
    async with AsyncExitStack() as held:
        many = 1 if second.locked() else LANES
        if many > 1:
            await held.enter_async_context(second)
        lanes = [await held.enter_async_context(reading(engine))]
        view = await lanes[0].scalar(text("SELECT pg_export_snapshot()")) if many > 1 else ""
        for _ in range(many - 1):
            other = await held.enter_async_context(reading(engine))
            await other.execute(text(f"SET TRANSACTION SNAPSHOT '{view}'"))
            lanes.append(other)
        for each in lanes:
            await prepare(each)
        yield Lanes(lanes)
