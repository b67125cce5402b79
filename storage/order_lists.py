"""The ledger as a list: filtered, searched, summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.orders import platform_key
from storage.base import AnyRow
from storage.desk_tables import QuoteRow
from storage.orders import COLUMNS
from storage.orders_tables import OrderRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow, ConversationRow

_COLUMNS = (
    *COLUMNS,
    BuyerRow.id.label("buyer_id"),
    BuyerRow.name.label("buyer"),
    BuyerRow.company,
    BuyerRow.country,
    ConversationRow.assignee_id,
    StaffRow.name.label("salesperson"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What narrows the list; None does not. `words` are looked for in the quote's and the platform's number,
    the tracking number, the buyer's name and company; `since`: changed at this time or later."""

    state: str | None = None
    words: str | None = None
    buyer_id: int | None = None
    assignee_id: int | None = None
    since: datetime | None = None


async def listed(
    connection: AsyncConnection, shop_id: int, asked: Asked, *, before: tuple[datetime, int] | None = None,
    limit: int = 50,
) -> Sequence[AnyRow]:  # fmt: skip
    """Orders with their buyers and salespeople, the last changed first. `before` is (changed_at, id) of the
    last one that was shown already."""
    wanted = _joined(select(*_COLUMNS)).where(*_narrowed(shop_id, asked))
    if before is not None:
        wanted = wanted.where(tuple_(OrderRow.changed_at, OrderRow.id) < before)
    ordered = wanted.order_by(OrderRow.changed_at.desc(), OrderRow.id.desc()).limit(limit)
    rows: Sequence[AnyRow] = (await connection.execute(ordered)).all()
    return rows


async def sums(
    connection: AsyncConnection, shop_id: int, asked: Asked, currency: str, rates: Mapping[str, Decimal]
) -> Sequence[AnyRow]:
    """(state, orders, total, unsaid) of each state that has orders: how many, what their quotes come to in
    `currency`, and of how many that cannot be said: alternatives, or a currency without a rate.

    `rates`: what one unit of `currency` is worth in others. The state of `asked` does not narrow the sums.
    """
    worth = case(
        (OrderRow.currency == currency, OrderRow.total),
        *((OrderRow.currency == code, OrderRow.total / rate) for code, rate in rates.items() if rate),
        else_=None,
    )
    counted = select(
        OrderRow.state,
        func.count().label("orders"),
        func.coalesce(func.sum(worth), 0).label("total"),
        func.count().filter(worth.is_(None)).label("unsaid"),
    )
    narrowed = _narrowed(shop_id, replace(asked, state=None))
    found = _joined(counted).where(*narrowed).group_by(OrderRow.state)
    rows: Sequence[AnyRow] = (await connection.execute(found)).all()
    return rows


def _joined(wanted: Select[Any]) -> Select[Any]:
    return (
        wanted.select_from(OrderRow)
        .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
        .join(ConversationRow, ConversationRow.id == OrderRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .outerjoin(StaffRow, StaffRow.id == ConversationRow.assignee_id)
    )


def _narrowed(shop_id: int, asked: Asked) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [OrderRow.shop_id == shop_id]
    if asked.state is not None:
        wanted.append(OrderRow.state == asked.state)
    if asked.buyer_id is not None:
        wanted.append(BuyerRow.id == asked.buyer_id)
    if asked.assignee_id is not None:
        wanted.append(ConversationRow.assignee_id == asked.assignee_id)
    if asked.since is not None:
        wanted.append(OrderRow.changed_at >= asked.since)
    if asked.words:
        named = (QuoteRow.number, OrderRow.tracking, BuyerRow.name, BuyerRow.company)
        found = [column.icontains(asked.words, autoescape=True) for column in named]
        key = platform_key(asked.words)
        if key is not None:
            found.append(OrderRow.platform_key.contains(key, autoescape=True))
        wanted.append(or_(*found))
    return wanted
