"""A change of the order ledger as it is kept: the order, its own history, the audit trail, the notice.

All in the caller's transaction, which holds the order's row.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.planning import plan_talk
from bot.domain.orders import Cause, Entry
from storage import orders
from storage.base import AnyRow
from storage.events import record
from storage.notices import notify

Kind = Literal["moved", "back", "noted"]
ORDERS = "orders"
"""Topic of the notice that the ledger has moved; with "conversation" and "order" where it is one order's."""


async def keep_change(
    desk: Desk, connection: AsyncConnection, row: AnyRow, after: Entry, *, kind: Kind, cause: Cause,
    at: datetime, now: datetime, staff_id: int | None = None, reason: str | None = None,
    note: str | None = None,
) -> None:  # fmt: skip
    """Make `row` (with `orders.COLUMNS`, locked) say `after`, which happened `at` and is noted `now`.

    `note` is free words: it stays with the order, the audit trail gets none.
    """
    before = orders.entry_of(row)
    await orders.change(connection, row.id, now, **orders.values_of(after))
    await orders.add_event(
        connection, shop_id=desk.shop_id, order_id=row.id, kind=kind, cause=cause, staff_id=staff_id,
        before=before.state, after=after.state, at=at, noted_at=now, reason=reason, note=note,
        data=orders.changed_facts(before, after),
    )  # fmt: skip
    await record(
        connection, f"order.{kind}", at=now, shop_id=desk.shop_id, actor=cause, staff_id=staff_id,
        conversation_id=row.conversation_id,
        data={"order": row.id, "quote": row.number, "from": before.state, "to": after.state,
              "happened": at.isoformat()},
    )  # fmt: skip
    await plan_talk(desk, connection, row.conversation_id, now)
    await tell(desk, connection, row)


async def tell(desk: Desk, connection: AsyncConnection, row: AnyRow) -> None:
    """Cards, the conversation's page and the ledger's are drawn anew once this is committed."""
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id)
    await notify(connection, ORDERS, shop=desk.shop_id, conversation=row.conversation_id, order=row.id)
