"""Follow-ups and promises as the calendar shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.follow_up_tables import FollowUpRow
from storage.orders_tables import OrderRow
from storage.talk_tables import BuyerRow, ConversationRow

_MOST = 2_000


async def countries(connection: AsyncConnection, shop_id: int, limit: int = 40) -> list[str]:
    """Where the shop's buyers are who have a quote, the most of them first: ISO codes."""
    rows = await connection.execute(
        select(BuyerRow.country)
        .join(ConversationRow, ConversationRow.buyer_id == BuyerRow.id)
        .where(
            ConversationRow.shop_id == shop_id,
            BuyerRow.country.is_not(None),
            exists().where(OrderRow.conversation_id == ConversationRow.id),
        )
        .group_by(BuyerRow.country)
        .order_by(func.count().desc(), BuyerRow.country)
        .limit(limit)
    )
    return [str(code) for code in rows.scalars()]


async def between(
    connection: AsyncConnection,
    shop_id: int,
    start: datetime,
    end: datetime,
    *,
    assignee_id: int | None = None,
) -> Sequence[AnyRow]:
    """Follow-ups that arrive (or have) from `start` to before `end`, the soonest first, with the buyer's
    `name`, `company`, `country` and the talk's `assignee_id`. Those that were cancelled are left out."""
    wanted = (
        select(
            *FollowUpRow.__table__.columns, BuyerRow.name, BuyerRow.company, BuyerRow.country,
            ConversationRow.assignee_id,
        )
        .join(ConversationRow, ConversationRow.id == FollowUpRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == FollowUpRow.buyer_id)
        .where(
            FollowUpRow.shop_id == shop_id,
            FollowUpRow.arrives_at >= start,
            FollowUpRow.arrives_at < end,
            FollowUpRow.state != "cancelled",
        )
        .order_by(FollowUpRow.arrives_at, FollowUpRow.id)
        .limit(_MOST)
    )  # fmt: skip
    if assignee_id is not None:
        wanted = wanted.where(ConversationRow.assignee_id == assignee_id)
    return (await connection.execute(wanted)).all()
