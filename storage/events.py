"""What happened, kept for the audit trail and the metrics."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.desk_tables import EventRow

Actor = Literal["buyer", "person", "rule", "model", "import", "hook"]
"""import, hook: a platform, by its export or by a signed call."""


async def record(
    connection: AsyncConnection,
    kind: str,
    *,
    at: datetime,
    shop_id: int,
    actor: Actor,
    staff_id: int | None = None,
    conversation_id: int | None = None,
    draft_id: int | None = None,
    data: dict[str, Any] | None = None,
) -> None:
    """One event, in the transaction of what it tells of. `data` never holds the buyer's words."""
    await connection.execute(
        insert(EventRow).values(
            shop_id=shop_id,
            at=at,
            kind=kind,
            actor=actor,
            staff_id=staff_id,
            conversation_id=conversation_id,
            draft_id=draft_id,
            data=data or {},
        )
    )


async def recorded(
    connection: AsyncConnection, kind: str, conversation_id: int, data: dict[str, Any]
) -> bool:
    """Whether there is such an event of a conversation with (at least) this data."""
    found = select(EventRow.id).where(
        EventRow.conversation_id == conversation_id, EventRow.kind == kind, EventRow.data.contains(data)
    )
    return (await connection.execute(found.limit(1))).first() is not None
