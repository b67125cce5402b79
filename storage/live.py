"""The database of the running service: asynchronous connections, one short transaction a step."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.database import driver_url


def live_engine(url: URL | str, *, connections: int = 10) -> AsyncEngine:
    """An asynchronous engine on a PostgreSQL. Nothing is connected yet; dispose of it at the end."""
    return create_async_engine(
        url if isinstance(url, URL) else driver_url(url),
        pool_size=connections,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
    )


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


def libpq_url(url: URL) -> str:
    """`url` for a driver that is not SQLAlchemy (procrastinate, LISTEN). Holds the password."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
