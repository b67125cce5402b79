"""Uploads for the shop folder between their check and a manager's word, kept in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from bot.desk.context import Desk
from storage import uploads
from storage.live import reading, writing

WAITS = timedelta(hours=24)
"""An upload that nobody loads or discards for so long is let go."""


async def keep(desk: Desk, number: str, put: Mapping[str, Path], removed: Sequence[str]) -> None:
    """Keep a change of the shop folder (path in it -> file; paths that go away), whole or not at all."""
    async with writing(desk.engine) as connection:
        await uploads.add(connection, desk.shop_id, number, removed, desk.clock())
        for path, file in put.items():
            await uploads.add_file(connection, number, path, await asyncio.to_thread(file.read_bytes))


async def fetch(desk: Desk, number: str, into: Path) -> tuple[dict[str, Path], tuple[str, ...]] | None:
    """What `keep` was given, its files written into the private folder `into`; None where it is gone."""
    await asyncio.to_thread(_private, into)
    put: dict[str, Path] = {}
    async with reading(desk.engine) as connection:
        found = await uploads.kept(connection, desk.shop_id, number)
        if found is None:
            return None
        paths, removed = found
        for ordinal, path in enumerate(paths):
            put[path] = into / str(ordinal)  # what a file is called decides nothing about where it lies
            content = await uploads.content(connection, number, path)
            await asyncio.to_thread(put[path].write_bytes, content)
    return put, tuple(removed)


async def drop(desk: Desk, number: str) -> None:
    async with writing(desk.engine) as connection:
        await uploads.drop(connection, number)


async def drop_abandoned(desk: Desk) -> int:
    """Let go of uploads that have waited for WAITS; how many."""
    async with writing(desk.engine) as connection:
        return await uploads.drop_before(connection, desk.shop_id, desk.clock() - WAITS)


def _private(folder: Path) -> None:
    """A price list may hold unit costs: nobody else on the machine reads it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
