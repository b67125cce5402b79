"""Sent replies that managers have chosen for the model to learn from, or never to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.approved_replies import withheld
from storage.base import AnyRow
from storage.desk_tables import DraftRevisionRow, DraftRow
from storage.lesson_tables import EditLessonRow, StyleExampleRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow, ConversationRow

PINNED, BANNED = "pinned", "banned"
_SENT = ("approved", "sending", "sent")


async def choose(
    connection: AsyncConnection, shop_id: int, draft_id: int, choice: str | None, staff_id: int, at: datetime
) -> None:
    """Pin or ban a reply; None: neither any more."""
    if choice is None:
        await connection.execute(delete(StyleExampleRow).where(StyleExampleRow.draft_id == draft_id))
        return
    values = {"choice": choice, "staff_id": staff_id, "at": at}
    row = insert(StyleExampleRow).values(draft_id=draft_id, shop_id=shop_id, **values)
    await connection.execute(row.on_conflict_do_update(index_elements=["draft_id"], set_=values))


async def listed(
    connection: AsyncConnection, shop_id: int, staff_id: int | None = None, limit: int = 40
) -> Sequence[AnyRow]:
    """Approved replies whose words a person has changed in tone, and those that are pinned or banned; the
    pinned first, then the newest. `text`, buyer's columns, `choice`, `withheld`, `staff_name`."""
    newest = and_(DraftRevisionRow.draft_id == DraftRow.id, DraftRevisionRow.revision == DraftRow.revision)
    toned = (
        select(EditLessonRow.id)
        .where(EditLessonRow.draft_id == DraftRow.id, EditLessonRow.kind == "tone")
        .exists()
    )
    rows = (
        select(
            DraftRow.id,
            DraftRow.conversation_id,
            DraftRow.language,
            DraftRow.intent,
            DraftRow.decided_at,
            DraftRevisionRow.text,
            BuyerRow.name,
            BuyerRow.company,
            BuyerRow.phone,
            BuyerRow.email,
            StyleExampleRow.choice,
            withheld().label("withheld"),
            StaffRow.name.label("staff_name"),
        )
        .join(DraftRevisionRow, newest)
        .join(ConversationRow, ConversationRow.id == DraftRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .outerjoin(StyleExampleRow, StyleExampleRow.draft_id == DraftRow.id)
        .outerjoin(StaffRow, StaffRow.id == DraftRow.decided_by)
        .where(
            DraftRow.shop_id == shop_id,
            DraftRow.state.in_(_SENT),
            BuyerRow.erased_at.is_(None),
            toned | StyleExampleRow.choice.is_not(None),
        )
        .order_by(
            (StyleExampleRow.choice == PINNED).desc().nulls_last(),
            DraftRow.decided_at.desc().nulls_last(),
            DraftRow.id.desc(),
        )
        .limit(limit)
    )
    if staff_id is not None:
        rows = rows.where(DraftRow.decided_by == staff_id)
    return (await connection.execute(rows)).all()
