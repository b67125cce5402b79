"""What happened in one conversation, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import EventRow
from storage.staff_tables import StaffRow

_MOST = 100


async def of_conversation(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """(at, kind, actor, data, draft_id, staff) of the newest events; `staff` is the person's name."""
    return (
        await connection.execute(
            select(
                EventRow.id, EventRow.at, EventRow.kind, EventRow.actor, EventRow.data, EventRow.draft_id,
                StaffRow.name.label("staff"),
            )
            .outerjoin(StaffRow, StaffRow.id == EventRow.staff_id)
            .where(EventRow.conversation_id == conversation_id)
            .order_by(EventRow.at.desc(), EventRow.id.desc())
            .limit(_MOST)
        )
    ).all()  # fmt: skip
