"""A change of a request with everything that belongs to it: the row, its history, an event, a notice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from storage import sourcing
from storage.base import AnyRow
from storage.events import record
from storage.notices import notify
from storage.storable import storable


async def keep(
    desk: Desk, connection: AsyncConnection, row: AnyRow, kind: str, now: datetime, *,
    staff_id: int | None = None, words: str | None = None, told: dict[str, Any] | None = None, **values: Any,
) -> None:  # fmt: skip
    """`kind` is that of the history and, behind `sourcing.`, of the event; `words` stay in the history alone.

    `told` is the event's data besides the request and its number.
    """
    if values:
        await sourcing.change(connection, row.id, now, **values)
    await sourcing.note(connection, row.id, kind, now, staff_id=staff_id, words=words)
    await record(
        connection, f"sourcing.{kind}", at=now, shop_id=desk.shop_id,
        actor="rule" if staff_id is None else "person", staff_id=staff_id,
        conversation_id=row.conversation_id,
        data={"request": row.id, "number": row.number, **(told or {})},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id)
    await notify(connection, "sourcing", shop=desk.shop_id, request=row.id, kind=kind)


def short(words: str | None, most: int = 1000) -> str | None:
    """On one line, without what cannot be stored; None where nothing is left."""
    return " ".join(str(storable(words)).split())[:most] or None if words else None
