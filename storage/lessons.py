"""What is learnt from edits: kept by the job, listed for the team, sorted by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.lesson_tables import EditLessonRow, PriceExceptionRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow, ConversationRow

_LESSON = tuple(EditLessonRow.__table__.columns)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the lessons is listed; None does not filter. `before`: only those older than this id."""

    kind: str | None = None
    staff_id: int | None = None
    state: str | None = None
    before: int | None = None


async def are_kept(connection: AsyncConnection, draft_id: int) -> bool:
    """Whether the edits of a draft were learnt from already."""
    for table in (EditLessonRow, PriceExceptionRow):
        found = await connection.execute(select(table.id).where(table.draft_id == draft_id).limit(1))
        if found.first() is not None:
            return True
    return False


async def add(connection: AsyncConnection, **values: Any) -> int:
    """A lesson (columns of EditLessonRow); its id."""
    added: int = (
        await connection.execute(insert(EditLessonRow).values(**values).returning(EditLessonRow.id))
    ).scalar_one()
    return added


async def lesson(
    connection: AsyncConnection, shop_id: int, lesson_id: int, *, locked: bool = False
) -> AnyRow | None:
    """One lesson of the shop."""
    wanted = select(*_LESSON).where(EditLessonRow.id == lesson_id, EditLessonRow.shop_id == shop_id)
    return (await connection.execute(wanted.with_for_update() if locked else wanted)).first()


async def change(connection: AsyncConnection, lesson_id: int, **values: Any) -> None:
    """Change columns of a lesson."""
    await connection.execute(update(EditLessonRow).where(EditLessonRow.id == lesson_id).values(**values))


async def listed(
    connection: AsyncConnection, shop_id: int, wanted: Wanted, limit: int = 50
) -> Sequence[AnyRow]:
    """The newest first, with `staff_name` and the `buyer_name` of the conversation.

    Those of erased buyers have no words left and are left out.
    """
    rows = (
        select(*_LESSON, StaffRow.name.label("staff_name"), BuyerRow.name.label("buyer_name"))
        .join(ConversationRow, ConversationRow.id == EditLessonRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .outerjoin(StaffRow, StaffRow.id == EditLessonRow.staff_id)
        .where(EditLessonRow.shop_id == shop_id, BuyerRow.erased_at.is_(None))
    )
    if wanted.kind is not None:
        rows = rows.where(EditLessonRow.kind == wanted.kind)
    if wanted.state is not None:
        rows = rows.where(EditLessonRow.state == wanted.state)
    if wanted.staff_id is not None:
        rows = rows.where(EditLessonRow.staff_id == wanted.staff_id)
    if wanted.before is not None:
        rows = rows.where(EditLessonRow.id < wanted.before)
    return (await connection.execute(rows.order_by(EditLessonRow.id.desc()).limit(limit))).all()


async def counts(
    connection: AsyncConnection, shop_id: int, since: datetime, staff_id: int | None = None
) -> Mapping[str, int]:
    """Kind -> how many lessons since then, whoever made the edits or one person; without erased buyers'."""
    wanted = (
        select(EditLessonRow.kind, func.count())
        .join(ConversationRow, ConversationRow.id == EditLessonRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .where(EditLessonRow.shop_id == shop_id, EditLessonRow.made_at >= since, BuyerRow.erased_at.is_(None))
        .group_by(EditLessonRow.kind)
    )
    if staff_id is not None:
        wanted = wanted.where(EditLessonRow.staff_id == staff_id)
    return {row[0]: row[1] for row in await connection.execute(wanted)}
