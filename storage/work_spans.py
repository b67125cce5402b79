"""The stretches in which a shop is open, kept for the database to count seconds of work by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import Shop
from bot.domain.working_hours import spans
from storage.metric_tables import WorkSpanRow

_AHEAD = timedelta(days=400)
_RENEWED = timedelta(days=60)
"""So long before the end of what is known, it goes on."""


async def keep(connection: AsyncConnection, shop_id: int, shop: Shop, since: datetime, now: datetime) -> None:
    """Know the stretches from `since` on until a year from `now`.

    Hours that a shop changes hold from `now` on: what was worked before keeps the hours of its time.
    """
    mine = WorkSpanRow.shop_id == shop_id
    first = await connection.scalar(select(func.min(WorkSpanRow.opens_at)).where(mine))
    if first is None:
        await _add(connection, shop_id, _of(shop, since, now + _AHEAD), 0)
        return
    if since < first:
        earlier = [span for span in _of(shop, since, first) if span[0] < first]
        base = await connection.scalar(
            select(WorkSpanRow.before_s).where(mine, WorkSpanRow.opens_at == first)
        )
        await _add(connection, shop_id, earlier, (base or 0) - sum(_seconds(span) for span in earlier))
    kept = (
        await connection.execute(
            select(WorkSpanRow.opens_at, WorkSpanRow.closes_at)
            .where(mine, WorkSpanRow.opens_at > now)
            .order_by(WorkSpanRow.opens_at)
        )
    ).all()
    coming = [span for span in _of(shop, now, now + _AHEAD) if span[0] > now]
    known = [(row.opens_at, row.closes_at) for row in kept]
    if known and known == coming[: len(known)] and known[-1][0] > now + _AHEAD - _RENEWED:
        return
    await connection.execute(delete(WorkSpanRow).where(mine, WorkSpanRow.opens_at > now))
    newest = (
        await connection.execute(
            select(WorkSpanRow).where(mine).order_by(WorkSpanRow.opens_at.desc()).limit(1)
        )
    ).first()
    if newest is None:
        await _add(connection, shop_id, coming, 0)
        return
    # What is open at this moment stays as it is; new hours begin after it.
    coming = [(max(opens, newest.closes_at), closes) for opens, closes in coming if closes > newest.closes_at]
    before = newest.before_s + _seconds((newest.opens_at, newest.closes_at))
    await _add(connection, shop_id, coming, before)


def _of(shop: Shop, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
    return list(spans(shop, since, until))


def _seconds(span: tuple[datetime, datetime]) -> int:
    return round((span[1] - span[0]).total_seconds())


async def _add(
    connection: AsyncConnection, shop_id: int, wanted: Sequence[tuple[datetime, datetime]], before: int
) -> None:
    rows = []
    for opens, closes in wanted:
        rows.append({"shop_id": shop_id, "opens_at": opens, "closes_at": closes, "before_s": before})
        before += _seconds((opens, closes))
    if rows:
        await connection.execute(insert(WorkSpanRow), rows)
