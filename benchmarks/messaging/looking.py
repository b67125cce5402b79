"""What the database tells while the service works."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.live import live_engine

_EVERY_SECONDS = 0.1
_SAID = text(
    """
    SELECT conversation_id, text FROM messages JOIN conversations ON conversations.id = conversation_id
    WHERE sender = :sender AND channel = 'telegram' ORDER BY conversation_id, seq
    """
)


@dataclass(frozen=True, slots=True)
class Reached:
    """Seconds since `began` (of time.perf_counter) until something was so."""

    seconds: float


async def until(address: URL, began: float, limit: float, **wanted: tuple[str, int]) -> dict[str, Reached]:
    """When each count (SQL, how many) was reached, by its name. RuntimeError after `limit` seconds."""
    engine = live_engine(address, connections=1)
    reached: dict[str, Reached] = {}
    try:
        while len(reached) < len(wanted):
            if time.perf_counter() - began > limit:
                left = {name: await _count(engine, wanted[name][0]) for name in set(wanted) - set(reached)}
                raise RuntimeError(f"not reached in {limit:.0f} s: {left}")
            for name, (statement, count) in wanted.items():
                if name not in reached and await _count(engine, statement) >= count:
                    reached[name] = Reached(time.perf_counter() - began)
            await asyncio.sleep(_EVERY_SECONDS)
    finally:
        await engine.dispose()
    return reached


async def said(address: URL, sender: str) -> dict[int, list[str]]:
    """The texts of each conversation in Telegram, in their order: those of the sample shop are older."""
    engine = live_engine(address, connections=1)
    found: dict[int, list[str]] = {}
    async with engine.connect() as connection:
        for row in await connection.execute(_SAID, {"sender": sender}):
            found.setdefault(row.conversation_id, []).append(row.text)
    await engine.dispose()
    return found


async def _count(engine: AsyncEngine, statement: str) -> int:
    async with engine.connect() as connection:
        found: Any = (await connection.execute(text(statement))).scalar()
    return int(found or 0)
