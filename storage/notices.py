"""Telling other processes that something moved, through PostgreSQL: sent when the transaction commits.

A notice carries ids alone. It may be lost when a connection breaks, so whoever listens reads the store again
after `Reconnected`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

CHANNEL = "supercargo"
_RETRY_SECONDS = 1.0
_NOTIFY = text("SELECT pg_notify(:channel, :payload)")


@dataclass(frozen=True, slots=True)
class Notice:
    """`topic` is what moved (talk, desk, shop, staff); `ids` says which."""

    topic: str
    ids: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reconnected:
    """Notices may have been missed."""


async def notify(connection: AsyncConnection, topic: str, **ids: Any) -> None:
    """Tell `topic` with `ids` (at most 7,900 bytes as JSON) once this transaction commits."""
    await connection.execute(
        _NOTIFY, {"channel": CHANNEL, "payload": json.dumps({"topic": topic, **ids}, separators=(",", ":"))}
    )


async def listen(address: str) -> AsyncIterator[Notice | Reconnected]:
    """Every notice from now on, for ever; first of all, and after each break, `Reconnected`.

    `address` is a libpq URL. Cancel the task to end it.
    """
    while True:
        try:
            connection = await psycopg.AsyncConnection.connect(address, autocommit=True, connect_timeout=5)
            async with connection:
                await connection.execute(f"LISTEN {CHANNEL}")
                yield Reconnected()
                async for message in connection.notifies():
                    ids = json.loads(message.payload)
                    yield Notice(ids.pop("topic"), ids)
        except psycopg.OperationalError:
            await asyncio.sleep(_RETRY_SECONDS)
