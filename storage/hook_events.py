"""Signed calls that were taken, each once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.orders_tables import HookEventRow


async def claim(connection: AsyncConnection, shop_id: int, event_id: str, at: datetime) -> bool:
    """Whether this event comes for the first time; a second one at the same moment waits for the first."""
    claimed = await connection.execute(
        postgresql.insert(HookEventRow)
        .values(shop_id=shop_id, event_id=event_id, outcome="taken", received_at=at)
        .on_conflict_do_nothing()
        .returning(HookEventRow.event_id)
    )
    return claimed.first() is not None


async def settle(
    connection: AsyncConnection, shop_id: int, event_id: str, order_id: int, outcome: str
) -> None:
    """What it has done, to which order."""
    await connection.execute(
        update(HookEventRow)
        .where(HookEventRow.shop_id == shop_id, HookEventRow.event_id == event_id)
        .values(order_id=order_id, outcome=outcome)
    )


async def order_of(connection: AsyncConnection, shop_id: int, event_id: str) -> int | None:
    """The order of an event that was taken."""
    found: int | None = (
        await connection.execute(
            select(HookEventRow.order_id).where(
                HookEventRow.shop_id == shop_id, HookEventRow.event_id == event_id
            )
        )
    ).scalar()
    return found
