"""A lease: of all processes one at a time does a thing, and whoever dies leaves it to another at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg

_TAKE = "SELECT pg_try_advisory_lock(%s, %s)"


class Lease:
    """Held by an open connection to the database, and by nothing else."""

    def __init__(self, connection: psycopg.AsyncConnection[tuple[bool]]) -> None:
        self._connection = connection

    async def must_hold(self) -> None:
        """psycopg.OperationalError where the connection is gone, and with it the lease."""
        await self._connection.execute("SELECT true")


@asynccontextmanager
async def try_lease(address: str, kind: int, of: int) -> AsyncIterator[Lease | None]:
    """The lease of `kind` (32 bits) of `of`; None where another process has it.

    `address` is a libpq URL. psycopg.OperationalError where the database cannot be reached.
    """
    connection: psycopg.AsyncConnection[tuple[bool]] = await psycopg.AsyncConnection.connect(
        address, autocommit=True, connect_timeout=5
    )
    async with connection:
        # Two keys of 32 bits: the number of a bot has more, and its lower half tells bots apart well enough.
        row = await (await connection.execute(_TAKE, (kind, of % 2**31))).fetchone()
        yield Lease(connection) if row is not None and row[0] else None
