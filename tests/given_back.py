"""No test ends while somebody still holds a connection: it would be left open, and found in another test."""

from __future__ import annotations

import asyncio

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool

_SECONDS = 10
"""For tasks that were cancelled and have a rollback to wait for, on a machine that has much to do."""


async def all_given_back(engine: AsyncEngine) -> None:
    """Return when every connection is back in the pool; fail, and say who is still at work, if one is not."""
    pool = engine.sync_engine.pool
    assert isinstance(pool, QueuePool)
    for _ in range(_SECONDS * 100):
        if not pool.checkedout():
            return
        await asyncio.sleep(0.01)
    tasks = "\n".join(repr(task) for task in asyncio.all_tasks() if task is not asyncio.current_task())
    raise AssertionError(f"{pool.checkedout()} connections are still held; at work are:\n{tasks}")
