"""The cells of autonomy (first intent × language): what was approved in each, and which ones are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.follow_up_facts import INTENT
from storage.desk_tables import AutonomyCellRow, DraftRow


@dataclass(frozen=True, slots=True)
class Cell:
    """`approved` by people, of which `as_they_were`; open since `enabled_at` while `ended_at` is None."""

    intent: str
    language: str
    approved: int = 0
    as_they_were: int = 0
    enabled_at: datetime | None = None
    ended_at: datetime | None = None
    ended_why: str | None = None

    @property
    def open(self) -> bool:
        return self.enabled_at is not None and self.ended_at is None


async def cells(connection: AsyncConnection, shop_id: int) -> tuple[Cell, ...]:
    """Every cell in which something was approved or switched, the open ones first, then by approvals.

    Follow-ups are none: they go out by no rule.
    """
    counted = await connection.execute(
        select(
            DraftRow.intent,
            DraftRow.language,
            func.count().label("approved"),
            func.count().filter(~DraftRow.edited).label("as_they_were"),
        )
        .where(
            DraftRow.shop_id == shop_id,
            DraftRow.state.in_(("approved", "sending", "sent")),
            DraftRow.decided_by.is_not(None),
            DraftRow.intent != INTENT,
        )
        .group_by(DraftRow.intent, DraftRow.language)
    )
    switched = await connection.execute(
        select(*AutonomyCellRow.__table__.columns).where(AutonomyCellRow.shop_id == shop_id)
    )
    approved = {(row.intent, row.language): (row.approved, row.as_they_were) for row in counted}
    state = {(row.intent, row.language): (row.enabled_at, row.ended_at, row.ended_why) for row in switched}
    found = [
        Cell(*key, *approved.get(key, (0, 0)), *state.get(key, (None, None, None)))
        for key in approved.keys() | state.keys()
    ]
    return tuple(sorted(found, key=lambda cell: (not cell.open, -cell.approved, cell.intent, cell.language)))
