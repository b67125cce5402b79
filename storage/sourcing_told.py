"""What purchasers are told of requests in the messenger: what is still to be told, each once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.sourcing_tables import SourcingNoteRow, SourcingRequestRow, SourcingTellingRow
from storage.staff_tables import StaffRow
from storage.telegram_tables import TelegramStaffRow

_OLD = timedelta(hours=2)
"""What could not be told for so long is told no more: the page shows it."""
_TOLD_OF = ("sent", "told", "reminded", "withdrawn")


async def open_tellings(
    connection: AsyncConnection, shop_id: int, bot_id: int, now: datetime
) -> Sequence[AnyRow]:
    """(note_id, kind, text, request_id, number, need, due_at, state, staff_id, user_id) of what purchasers
    with an account were not told: all of them while nobody has claimed it, then whoever has."""
    told = (
        select(SourcingTellingRow.note_id)
        .where(SourcingTellingRow.note_id == SourcingNoteRow.id, SourcingTellingRow.staff_id == StaffRow.id)
        .exists()
    )
    wanted = (
        select(
            SourcingNoteRow.id.label("note_id"), SourcingNoteRow.kind, SourcingNoteRow.text,
            SourcingRequestRow.id.label("request_id"), SourcingRequestRow.number, SourcingRequestRow.need,
            SourcingRequestRow.due_at, SourcingRequestRow.state, StaffRow.id.label("staff_id"),
            TelegramStaffRow.user_id,
        )
        .join(SourcingRequestRow, SourcingRequestRow.id == SourcingNoteRow.request_id)
        .join(StaffRow, StaffRow.shop_id == SourcingRequestRow.shop_id)
        .join(TelegramStaffRow, TelegramStaffRow.staff_id == StaffRow.id)
        .where(
            SourcingRequestRow.shop_id == shop_id,
            SourcingNoteRow.kind.in_(_TOLD_OF),
            SourcingNoteRow.at > now - _OLD,
            TelegramStaffRow.bot_id == bot_id,
            StaffRow.active,
            StaffRow.purchasing != "no",
            or_(SourcingRequestRow.claimed_by.is_(None), SourcingRequestRow.claimed_by == StaffRow.id),
            or_(SourcingNoteRow.staff_id.is_(None), SourcingNoteRow.staff_id != StaffRow.id),
            or_(
                SourcingNoteRow.kind == "withdrawn",
                SourcingRequestRow.state.in_(("open", "claimed", "asked")),
            ),
            ~told,
        )
        .order_by(SourcingNoteRow.id)
        .limit(200)
    )  # fmt: skip
    return (await connection.execute(wanted)).all()


async def claim(connection: AsyncConnection, note_id: int, staff_id: int) -> bool:
    """Whether it is to be told now: by whoever asks first."""
    claimed = await connection.execute(
        postgresql.insert(SourcingTellingRow)
        .values(note_id=note_id, staff_id=staff_id)
        .on_conflict_do_nothing()
        .returning(SourcingTellingRow.note_id)
    )
    return claimed.first() is not None


async def told(connection: AsyncConnection, note_id: int, staff_id: int, message_id: int) -> None:
    await connection.execute(
        update(SourcingTellingRow)
        .where(SourcingTellingRow.note_id == note_id, SourcingTellingRow.staff_id == staff_id)
        .values(message_id=message_id)
    )


async def let_go(connection: AsyncConnection, note_id: int, staff_id: int) -> None:
    """It was not told: Telegram has refused it."""
    await connection.execute(
        delete(SourcingTellingRow).where(
            SourcingTellingRow.note_id == note_id, SourcingTellingRow.staff_id == staff_id
        )
    )
