"""Messages that did not go out, or of which nobody can tell: what a person needs to decide about them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import outbox, telegram_sends
from storage.base import AnyRow


@dataclass(frozen=True, slots=True)
class Undelivered:
    """`why` is one of outbox.FAILURES, or "uncertain"; `told` the messenger's own words."""

    row: AnyRow
    why: str
    told: str
    arrived: int
    """How many of its `parts` the buyer has for certain."""
    parts: int

    @property
    def held(self) -> bool:
        """Nothing went wrong: its talk was frozen before it left."""
        return self.why == "frozen"

    @property
    def uncertain(self) -> bool:
        return bool(self.row.state == "unknown")


async def read_undelivered(connection: AsyncConnection, conversation_id: int) -> tuple[Undelivered, ...]:
    """All of a conversation, oldest first."""
    found = []
    for row in await outbox.undelivered(connection, conversation_id):
        why, told = outbox.why_of(row.error)
        parts = await telegram_sends.parts(connection, row.id)
        arrived = sum(part.state == "sent" for part in parts)
        if row.state == "unknown":
            why = "uncertain"
        elif why not in outbox.FAILURES:
            why, told = "fault", row.error or ""
        found.append(Undelivered(row, why, told, arrived, len(parts)))
    return tuple(found)
