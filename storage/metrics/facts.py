"""Facts kept up with what happens: the talks that have changed are worked out again, a batch at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rapidfuzz.distance import Indel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.facts import Shop
from storage import work_spans
from storage.live import looking, writing
from storage.metrics.sql import BUILT, statement
from storage.serving_terms import serving_terms

BATCH = 500
_NOTES = 20_000
"""Looked through for the talks of a batch."""
_LOCK = 0x5C09E7
"""First half of the advisory lock of whoever works facts out; the shop is the second."""
_NEXT = text(
    """
    SELECT DISTINCT conversation_id FROM (
      SELECT t.conversation_id FROM metric_touched t LEFT JOIN conversations c ON c.id = t.conversation_id
      WHERE c.shop_id = :shop OR c.id IS NULL ORDER BY t.id LIMIT :most
    ) oldest
    """
)
_TAKE = text("DELETE FROM metric_touched WHERE conversation_id = ANY(:ids)")
_WITHOUT_JIT = text("SET LOCAL jit = off")
_OLDEST = text(
    "SELECT min(m.at) FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.id = ANY(:ids)"
)
_LEFT = text("SELECT count(*) FROM (SELECT 1 FROM metric_touched LIMIT :most) t")


async def catch_up(engine: AsyncEngine, shop_id: int, now: datetime, *, batches: int | None = None) -> int:
    """Work out the talks that have changed, in `batches` at most; how many they were.

    Each batch is a transaction: the notes go with the facts that follow from them. Nothing is done where
    somebody else is at it.
    """
    taken = 0
    while batches is None or batches > 0:
        async with writing(engine) as connection:
            if not await connection.scalar(
                text("SELECT pg_try_advisory_xact_lock(:lock, CAST(:shop AS int))"),
                {"lock": _LOCK, "shop": shop_id},
            ):
                return taken
            found = await connection.scalars(_NEXT, {"shop": shop_id, "most": _NOTES})
            ids = sorted(found.all())[:BATCH]
            if not ids:
                return taken
            # All notes of these talks that are there now go: what is written later has notes of its own.
            await connection.execute(_TAKE, {"ids": ids})
            await rebuild(connection, shop_id, ids, now)
        taken += len(ids)
        batches = None if batches is None else batches - 1
    return taken


async def behind(engine: AsyncEngine, most: int = 10_000) -> int:
    """How many changes are not counted yet, `most` at most."""
    async with looking(engine) as connection:
        return int(await connection.scalar(_LEFT, {"most": most}) or 0)


async def rebuild(connection: AsyncConnection, shop_id: int, ids: Sequence[int], now: datetime) -> None:
    """Work out the facts of talks of a shop anew, whatever was there. LookupError: it was never loaded."""
    shop = await serving_terms(connection, shop_id)
    await connection.execute(_WITHOUT_JIT)  # takes longer than the statements themselves
    oldest = await connection.scalar(_OLDEST, {"ids": list(ids)})
    if oldest is not None:
        await work_spans.keep(connection, shop_id, shop, min(oldest, now), now)
    for begin in range(0, len(ids), BATCH):
        await _batch(connection, shop_id, shop, ids[begin : begin + BATCH])


async def _batch(connection: AsyncConnection, shop_id: int, shop: Shop, ids: Sequence[int]) -> None:
    known = {
        "ids": list(ids), "shop": shop_id, "zone": shop.company.timezone, "currency": shop.company.currency,
    }  # fmt: skip
    edited = (await connection.execute(statement("edited"), known)).all()
    likeness = {
        "edited": [row.id for row in edited],
        "similarities": [Indel.normalized_similarity(row.before, row.after) for row in edited],
    }
    for name in BUILT:
        await connection.execute(
            text(f"DELETE FROM metric_{name} WHERE conversation_id = ANY(:ids)"),  # noqa: S608 - a name of ours
            known,
        )
        await connection.execute(statement(name), known | (likeness if name == "drafts" else {}))
