"""The order ledger: one entry for each quote that a buyer has, and every change of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.orders import STATES, Entry, OrderState, Paid, platform_key
from storage.base import AnyRow
from storage.desk_tables import QuoteRow
from storage.orders_tables import OrderEventRow, OrderRow
from storage.staff_tables import StaffRow

_TIMES: dict[OrderState, str] = {
    "quoted": "quoted_at", "accepted": "accepted_at", "link_sent": "link_sent_at",
    "paid_on_platform": "paid_at", "shipped": "shipped_at", "delivered": "delivered_at",
    "reviewed": "reviewed_at", "paid_off_platform": "off_platform_at", "lost": "lost_at",
}  # fmt: skip
"""The column of a state's time."""
_BY_NAME: dict[str, OrderState] = {state: state for state in STATES}
_PAID = {
    "deposit": "deposit_paid",
    "balance": "balance_paid",
    "total": "total_paid",
    "currency": "paid_currency",
}
COLUMNS = (*OrderRow.__table__.columns, QuoteRow.number)
"""Of an order as it is read everywhere: its row with the quote's number."""


def entry_of(row: AnyRow) -> Entry:
    """The ledger's entry in a row with `COLUMNS`."""
    kept = row.said
    said: dict[OrderState, datetime | None] = {
        each: datetime.fromisoformat(kept[each]) if kept[each] else None for each in STATES if each in kept
    }
    times = {each: at for each, column in _TIMES.items() if (at := getattr(row, column)) is not None}
    return Entry(
        state=_BY_NAME[row.state],
        times=MappingProxyType(times),
        said=MappingProxyType(said),
        platform_number=row.platform_number,
        tracking=row.tracking,
        carrier=row.carrier,
        paid=Paid(**{name: getattr(row, column) for name, column in _PAID.items()}),
        lost_reason=row.lost_reason,
        lost_note=row.lost_note,
    )


def values_of(entry: Entry) -> dict[str, Any]:
    """The columns that keep an entry."""
    return (
        {
            "state": entry.state,
            "said": {each: at.isoformat() if at else None for each, at in sorted(entry.said.items())},
            "platform_number": entry.platform_number,
            "platform_key": platform_key(entry.platform_number),
            "tracking": entry.tracking,
            "carrier": entry.carrier,
            "lost_reason": entry.lost_reason,
            "lost_note": entry.lost_note,
        }
        | {column: entry.times.get(each) for each, column in _TIMES.items()}
        | {_PAID[each.name]: getattr(entry.paid, each.name) for each in fields(entry.paid)}
    )


def changed_facts(before: Entry, after: Entry) -> dict[str, Any]:
    """What an event keeps of a change besides its states: the columns that differ, as JSON values."""
    old, new = values_of(before), values_of(after)
    skipped = {"state", "said", "platform_key", "lost_reason", "lost_note"}
    return {
        name: value.isoformat() if isinstance(value, datetime) else str(value) if value is not None else None
        for name, value in new.items()
        if name not in skipped and value != old[name]
    }


async def order(connection: AsyncConnection, order_id: int, *, locked: bool = False) -> AnyRow | None:
    """One order; `locked`: nobody else changes it until the transaction ends."""
    wanted = select(*COLUMNS).join(QuoteRow, QuoteRow.id == OrderRow.quote_id).where(OrderRow.id == order_id)
    return (await connection.execute(wanted.with_for_update(of=OrderRow) if locked else wanted)).first()


async def of_conversation(
    connection: AsyncConnection, conversation_id: int, *, locked: bool = False
) -> Sequence[AnyRow]:
    """All orders of a talk, the newest first."""
    wanted = (
        select(*COLUMNS)
        .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
        .where(OrderRow.conversation_id == conversation_id)
        .order_by(OrderRow.id.desc())
    )
    return (await connection.execute(wanted.with_for_update(of=OrderRow) if locked else wanted)).all()


async def by_number(connection: AsyncConnection, shop_id: int, number: str) -> AnyRow | None:
    """The order of a quote's number."""
    wanted = select(*COLUMNS).join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
    found = wanted.where(OrderRow.shop_id == shop_id, QuoteRow.number == number)
    return (await connection.execute(found)).first()


async def start(
    connection: AsyncConnection, *, shop_id: int, quote_id: int, conversation_id: int, revision: int,
    currency: str, total: Decimal | None, at: datetime,
) -> int | None:  # fmt: skip
    """Enter a quote that the buyer has got; the order's id, None where it is entered already."""
    added: int | None = (
        await connection.execute(
            postgresql.insert(OrderRow)
            .values(
                shop_id=shop_id, quote_id=quote_id, conversation_id=conversation_id, revision=revision,
                currency=currency, total=total, quoted_at=at, created_at=at, changed_at=at,
            )
            .on_conflict_do_nothing(index_elements=["quote_id"])
            .returning(OrderRow.id)
        )
    ).scalar()  # fmt: skip
    return added


async def of_quote(connection: AsyncConnection, quote_id: int) -> AnyRow | None:
    """The order of a quote, locked."""
    wanted = select(*COLUMNS).join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
    found = wanted.where(OrderRow.quote_id == quote_id).with_for_update(of=OrderRow)
    return (await connection.execute(found)).first()


async def change(connection: AsyncConnection, order_id: int, at: datetime, **values: Any) -> None:
    """Write columns of an order; its version goes up."""
    await connection.execute(
        update(OrderRow)
        .where(OrderRow.id == order_id)
        .values(version=OrderRow.version + 1, changed_at=at, **values)
    )


async def add_event(connection: AsyncConnection, **values: Any) -> None:
    """One change (columns of OrderEventRow)."""
    await connection.execute(insert(OrderEventRow).values(**values))


async def events(connection: AsyncConnection, order_ids: Sequence[int]) -> Sequence[AnyRow]:
    """What happened to orders, the newest first, with the name of the person as `staff`."""
    return (
        await connection.execute(
            select(*OrderEventRow.__table__.columns, StaffRow.name.label("staff"))
            .outerjoin(StaffRow, StaffRow.id == OrderEventRow.staff_id)
            .where(OrderEventRow.order_id.in_(order_ids))
            .order_by(OrderEventRow.id.desc())
        )
    ).all()
