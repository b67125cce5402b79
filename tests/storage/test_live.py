"""Connections of the running service: none that the server has closed is ever handed out."""

from __future__ import annotations

import asyncio

from sqlalchemy import Engine, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.live import live_engine, looking, reading, writing


def end_all_connections(engine: Engine) -> None:
    """What a server that was killed does, or an administrator."""
    with engine.begin() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


def test_after_the_server_has_gone_and_come_back_the_next_statement_works(engine: Engine) -> None:
    async def story() -> None:
        live = live_engine(engine.url, connections=3)
        try:
            await asyncio.gather(*(one(live) for _ in range(3)))
            await asyncio.to_thread(end_all_connections, engine)
            await asyncio.sleep(0.2)
            assert await asyncio.gather(*(one(live) for _ in range(3))) == [1, 1, 1]
        finally:
            await live.dispose()

    asyncio.run(story())


async def one(live: AsyncEngine) -> int:
    async with looking(live) as connection:
        await connection.execute(text("SELECT pg_sleep(0.05)"))
        found: int = (await connection.execute(text("SELECT 1"))).scalar_one()
        return found


def test_a_look_leaves_the_connection_as_it_was(engine: Engine) -> None:
    async def story() -> None:
        live = live_engine(engine.url, connections=1)
        try:
            await one(live)
            async with writing(live) as connection:
                await connection.execute(text("CREATE TABLE kept (n int)"))
            async with reading(live) as connection:
                level = (await connection.execute(text("SHOW transaction_isolation"))).scalar_one()
                assert level == "repeatable read"
            await one(live)
            async with writing(live) as connection:
                level = (await connection.execute(text("SHOW transaction_isolation"))).scalar_one()
                assert level == "read committed"
        finally:
            await live.dispose()

    asyncio.run(story())
