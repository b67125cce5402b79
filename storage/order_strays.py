"""Reports of a platform that fit no quote: kept once, until a person has settled them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, func, literal_column, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.orders_tables import OrderStrayRow

_IS_NEW = literal_column("(order_strays.xmax = 0)", Boolean)
"""PostgreSQL's own mark of a row that this statement has inserted, not changed."""


async def keep(connection: AsyncConnection, strays: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    """(new ones, known ones that say something new). Each has the columns of OrderStrayRow; of one `key` the
    last one counts, and one that is settled stays as it is."""
    if not strays:
        return 0, 0
    last = {each["key"]: dict(each) for each in strays}
    added = postgresql.insert(OrderStrayRow)
    told = ("why", "source", "file", "line", "quote_number", "platform_number", "buyer", "report")
    kept = added.on_conflict_do_update(
        index_elements=["shop_id", "key"],
        set_={name: added.excluded[name] for name in told},
        where=OrderStrayRow.settled_at.is_(None)
        & OrderStrayRow.report.is_distinct_from(added.excluded.report),
    ).returning(_IS_NEW.label("is_new"))
    news = list((await connection.execute(kept, list(last.values()))).scalars())
    return sum(news), len(news) - sum(news)


async def known(connection: AsyncConnection, shop_id: int, keys: Collection[str]) -> Sequence[AnyRow]:
    """(key, order_id, settled_at) of reports that were kept before."""
    return (
        await connection.execute(
            select(OrderStrayRow.key, OrderStrayRow.order_id, OrderStrayRow.settled_at).where(
                OrderStrayRow.shop_id == shop_id, OrderStrayRow.key == func.any(list(keys))
            )
        )
    ).all()


async def stray(connection: AsyncConnection, shop_id: int, stray_id: int) -> AnyRow | None:
    """One report, locked."""
    return (
        await connection.execute(
            select(*OrderStrayRow.__table__.columns)
            .where(OrderStrayRow.id == stray_id, OrderStrayRow.shop_id == shop_id)
            .with_for_update()
        )
    ).first()


async def waiting(connection: AsyncConnection, shop_id: int, limit: int) -> tuple[Sequence[AnyRow], int]:
    """(reports that wait for a person, the newest first, at most `limit`; how many there are)."""
    open_ones = (OrderStrayRow.shop_id == shop_id, OrderStrayRow.settled_at.is_(None))
    rows = await connection.execute(
        select(*OrderStrayRow.__table__.columns)
        .where(*open_ones)
        .order_by(OrderStrayRow.id.desc())
        .limit(limit)
    )
    count: int = (
        await connection.execute(select(func.count()).select_from(OrderStrayRow).where(*open_ones))
    ).scalar_one()
    return rows.all(), count


async def settle(
    connection: AsyncConnection, stray_id: int, at: datetime, staff_id: int, order_id: int | None
) -> None:
    """Matched with an order, or none of ours; the buyer's name is not needed any more."""
    await connection.execute(
        update(OrderStrayRow)
        .where(OrderStrayRow.id == stray_id)
        .values(settled_at=at, settled_by=staff_id, order_id=order_id, buyer=None)
    )


async def forget_buyers(connection: AsyncConnection, shop_id: int, before: datetime) -> int:
    """Take the buyers' names out of reports that have waited since `before`; how many."""
    done = await connection.execute(
        update(OrderStrayRow)
        .where(
            OrderStrayRow.shop_id == shop_id,
            OrderStrayRow.first_at < before,
            OrderStrayRow.buyer.is_not(None),
        )
        .values(buyer=None)
    )
    return done.rowcount
