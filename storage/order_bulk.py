"""Many orders at once, for a platform's export: found by their numbers, changed in a few statements."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, text, union
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import QuoteRow
from storage.notices import CHANNEL
from storage.orders import COLUMNS
from storage.orders_tables import OrderRow
from storage.talk_tables import ConversationRow

_NOTIFY = text("SELECT pg_notify(:channel, payload) FROM unnest(CAST(:payloads AS text[])) AS payload")


async def find(
    connection: AsyncConnection, shop_id: int, numbers: Collection[str], keys: Collection[str],
    ids: Collection[int] = (),
) -> Sequence[AnyRow]:  # fmt: skip
    """Orders by their quotes' numbers, by the platform's (`platform_key`), or by their ids."""
    # Each by its own index: one condition over both tables would read all of both for every batch.
    of_quotes = (
        select(OrderRow.id)
        .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
        .where(QuoteRow.shop_id == shop_id, QuoteRow.number == func.any(list(numbers)))
    )
    of_platform = select(OrderRow.id).where(
        OrderRow.shop_id == shop_id, OrderRow.platform_key == func.any(list(keys))
    )
    by_id = select(OrderRow.id).where(OrderRow.id == func.any(list(ids)))
    wanted = union(of_quotes, of_platform, by_id).subquery()
    return (
        await connection.execute(
            select(*COLUMNS)
            .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
            .where(OrderRow.shop_id == shop_id, OrderRow.id.in_(select(wanted.c.id)))
            .order_by(OrderRow.id)
        )
    ).all()


async def unsent(connection: AsyncConnection, shop_id: int, numbers: Collection[str]) -> set[str]:
    """Those of `numbers` that are quotes which no buyer has got."""
    rows = await connection.execute(
        select(QuoteRow.number)
        .outerjoin(OrderRow, OrderRow.quote_id == QuoteRow.id)
        .where(QuoteRow.shop_id == shop_id, QuoteRow.number == func.any(list(numbers)), OrderRow.id.is_(None))
    )
    return set(rows.scalars())


async def locked(connection: AsyncConnection, ids: Collection[int]) -> dict[int, AnyRow]:
    """Orders that nobody else changes until the transaction ends, by id; their talks are held first, in the
    order of their ids, as everybody does who holds both."""
    talks = select(OrderRow.conversation_id).where(OrderRow.id == func.any(list(ids)))
    await connection.execute(
        select(ConversationRow.id)
        .where(ConversationRow.id.in_(talks))
        .order_by(ConversationRow.id)
        .with_for_update()
    )
    rows = await connection.execute(
        select(*COLUMNS)
        .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
        .where(OrderRow.id == func.any(list(ids)))
        .order_by(OrderRow.id)
        .with_for_update(of=OrderRow)
    )
    return {row.id: row for row in rows}


async def change(connection: AsyncConnection, changes: Sequence[Mapping[str, Any]]) -> None:
    """Write columns of many orders; each has its `id`, `version` (how often it has changed), and the same
    columns as the others."""
    if not changes:
        return
    names = [name for name in changes[0] if name not in ("id", "version")]
    await connection.execute(
        text(
            f"UPDATE orders SET version = orders.version + new.version, "  # noqa: S608 - names of columns
            f"{', '.join(f'{name} = new.{name}' for name in names)} "
            "FROM json_populate_recordset(NULL::orders, CAST(:rows AS json)) AS new WHERE orders.id = new.id"
        ),
        {"rows": _as_json(changes)},
    )


async def add_events(
    connection: AsyncConnection, history: Sequence[Mapping[str, Any]], trail: Sequence[Mapping[str, Any]]
) -> None:
    """Rows of order_events and of events; those of a table have the same columns."""
    for table, rows in (("order_events", history), ("events", trail)):
        if rows:
            names = ", ".join(rows[0])
            await connection.execute(
                text(
                    f"INSERT INTO {table} ({names}) SELECT {names} "  # noqa: S608 - names of columns
                    f"FROM json_populate_recordset(NULL::{table}, CAST(:rows AS json))"
                ),
                {"rows": _as_json(rows)},
            )


async def notify_all(connection: AsyncConnection, notices: Sequence[Mapping[str, Any]]) -> None:
    """Notices (with their `topic`) in one statement, told when the transaction commits."""
    payloads = [json.dumps(each, separators=(",", ":")) for each in notices]
    if payloads:
        await connection.execute(_NOTIFY, {"channel": CHANNEL, "payloads": payloads})


def _as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as PostgreSQL reads them into a table's own types: one statement, however many there are."""
    return json.dumps([dict(row) for row in rows], default=str)
