"""The database of the running service: asynchronous connections, one short transaction a step."""

from __future__ import annotations

import select
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.database import driver_url


def live_engine(url: URL | str, *, connections: int = 10) -> AsyncEngine:
    """An asynchronous engine on a PostgreSQL. Nothing is connected yet; dispose of it at the end."""
    engine = create_async_engine(
        url if isinstance(url, URL) else driver_url(url),
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "checkout", _must_be_open)
    return engine


def _must_be_open(connection: Any, _record: object, _proxy: object) -> None:
    """A connection that the server has closed is not handed out. Asking the server instead (`pool_pre_ping`)
    would cost as much as the statement that follows.

    Whoever is idle has nothing to read but the end: of that or of anything else, the pool is made anew.
    """
    raw = connection.driver_connection
    if raw.closed:
        raise InvalidatePoolError
    waiting = select.poll()
    waiting.register(raw.fileno(), select.POLLIN)
    if waiting.poll(0):
        raise InvalidatePoolError


@asynccontextmanager
async def writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """One transaction: committed at the end, rolled back by an error."""
    async with engine.begin() as connection:
        yield connection


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """One consistent view for several reads; writes nothing."""
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        async with connection.begin():
            yield connection


@asynccontextmanager
async def looking(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """For one read alone: no transaction around it, and so a third of the way to the server and back."""
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        yield connection


def libpq_url(url: URL) -> str:
    """`url` for a driver that is not SQLAlchemy (procrastinate, LISTEN). Holds the password."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
