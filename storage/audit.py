"""The audit trail: events as people look through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import EventRow
from storage.staff_tables import StaffRow


@dataclass(frozen=True, slots=True)
class Asked:
    """What narrows the trail; None: everything. `since` <= at < `until`."""

    staff_id: int | None = None
    kind: str | None = None
    actor: str | None = None
    conversation_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


async def listed(
    connection: AsyncConnection,
    shop_id: int,
    asked: Asked,
    *,
    before: tuple[datetime, int] | None = None,
    limit: int = 100,
) -> Sequence[AnyRow]:
    """Events with the name of who did it (`staff_name`), the newest first, after the one at `before`."""
    return (await connection.execute(_wanted(shop_id, asked, before).limit(limit))).all()


async def kinds(connection: AsyncConnection, shop_id: int) -> list[str]:
    """The kinds of events that have happened; each is looked up in the index from the one before it."""
    first = select(EventRow.kind).where(EventRow.shop_id == shop_id).order_by(EventRow.kind).limit(1)
    found: list[str] = []
    kind = (await connection.execute(first)).scalar()
    while kind is not None:
        found.append(kind)
        kind = (await connection.execute(first.where(EventRow.kind > kind))).scalar()
    return found


def _wanted(shop_id: int, asked: Asked, before: tuple[datetime, int] | None) -> Any:
    wanted = (
        select(*EventRow.__table__.columns, StaffRow.name.label("staff_name"))
        .outerjoin(StaffRow, StaffRow.id == EventRow.staff_id)
        .where(EventRow.shop_id == shop_id)
        .order_by(EventRow.at.desc(), EventRow.id.desc())
    )
    for column, value in (
        (EventRow.staff_id, asked.staff_id), (EventRow.kind, asked.kind), (EventRow.actor, asked.actor),
        (EventRow.conversation_id, asked.conversation_id),
    ):  # fmt: skip
        if value is not None:
            wanted = wanted.where(column == value)
    if asked.since is not None:
        wanted = wanted.where(EventRow.at >= asked.since)
    if asked.until is not None:
        wanted = wanted.where(EventRow.at < asked.until)
    if before is not None:
        wanted = wanted.where(tuple_(EventRow.at, EventRow.id) < before)
    return wanted
