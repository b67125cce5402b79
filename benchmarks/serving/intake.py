"""Buyers' messages at a steady rate into the running service, while it drafts."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import URL, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from benchmarks.serving.http_load import Load, get, post, send_at_rate
from benchmarks.serving.running import Running
from bot.desk import intake
from bot.desk.context import Desk, ServingShop
from storage.live import live_engine
from storage.tables import ShopRow

PER_SECOND = 500
_TALKS_AT_A_TIME = 100
"""Two messages of one buyer are a fifth of a second apart."""
_WORDS = (
    "Hello, what is your best price for 500 pcs mini bluetooth speaker 5 W?",
    "Delivery to Hamburg, Germany, please quote DAP",
    "We are a wholesaler and need our logo on it",
)


async def committed_rows(address: URL, count: int) -> list[float]:
    """Seconds of each of `count` transactions that insert one row, one after the other."""
    engine = live_engine(address, connections=1)
    taken = []
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE yardstick (id uuid PRIMARY KEY, words text)"))
    for _ in range(count):
        began = time.perf_counter()
        async with engine.begin() as connection:
            await connection.execute(
                text("INSERT INTO yardstick VALUES (:id, :words)"), {"id": uuid.uuid4(), "words": _WORDS[0]}
            )
        taken.append(time.perf_counter() - began)
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE yardstick"))
    await engine.dispose()
    return taken


async def empty_route(running: Running, seconds: float) -> Load:
    """An empty FastAPI route of the same service at the same rate."""
    request = get("/healthz", running.host)
    return await send_at_rate(running.host, running.port, [request] * int(PER_SECOND * seconds), PER_SECOND)


async def buyers_write(running: Running, address: URL, seconds: float) -> Load:
    """New buyers write three messages each, a moment apart, so that bursts begin and end all the time."""
    groups = max(1, round(PER_SECOND * seconds / (_TALKS_AT_A_TIME * len(_WORDS))))
    engine = live_engine(address, connections=4)
    tokens = await _talks(engine, groups * _TALKS_AT_A_TIME)
    await engine.dispose()
    requests = [
        post(
            "/api/chat/messages", running.host, token,
            json.dumps({"id": str(uuid.uuid4()), "text": words}).encode(),
        )
        for group in range(groups)
        for words in _WORDS
        for token in tokens[group * _TALKS_AT_A_TIME : (group + 1) * _TALKS_AT_A_TIME]
    ]  # fmt: skip
    return await send_at_rate(running.host, running.port, requests, PER_SECOND)


async def drafted(address: URL) -> int:
    """How many drafts there are by now."""
    engine = live_engine(address, connections=1)
    async with engine.connect() as connection:
        count: int = (await connection.execute(text("SELECT count(*) FROM drafts"))).scalar_one()
    await engine.dispose()
    return count


async def _talks(engine: AsyncEngine, count: int) -> Sequence[str]:
    """The tokens of that many new talks."""
    async with engine.connect() as connection:
        shop_id = (await connection.execute(select(ShopRow.id))).scalar_one()
    desk = Desk(engine, shop_id, NoCounter(), lambda: datetime.now(UTC))
    limit = asyncio.Semaphore(4)

    async def start() -> str:
        async with limit:
            return (await intake.start_web_talk(desk, locale="en")).token

    return await asyncio.gather(*(start() for _ in range(count)))


class NoCounter:
    """Beginning a talk asks for no shop."""

    async def serving(self) -> ServingShop:
        raise AssertionError("who begins a talk has asked for the shop")
