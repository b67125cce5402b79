"""Who of the team is who in Telegram."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.desk import Person
from storage.staff_tables import StaffRow
from storage.telegram_tables import TelegramStaffRow


async def bound_person(connection: AsyncConnection, shop_id: int, bot_id: int, user_id: int) -> Person | None:
    """The active member of the team who has bound this account of Telegram."""
    row = (
        await connection.execute(
            select(StaffRow.id, StaffRow.name, StaffRow.role)
            .join(TelegramStaffRow, TelegramStaffRow.staff_id == StaffRow.id)
            .where(
                StaffRow.shop_id == shop_id,
                StaffRow.active,
                TelegramStaffRow.bot_id == bot_id,
                TelegramStaffRow.user_id == user_id,
            )
        )
    ).first()
    return Person(row.id, row.name, row.role) if row is not None else None
