"""Who of the team is who in Telegram."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.desk import Person
from storage.base import AnyRow
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


async def bound(connection: AsyncConnection, shop_id: int, bot_id: int | None = None) -> Sequence[AnyRow]:
    """(staff_id, name, role, user_id, username, bound_at) of the active members who have bound an account of
    this bot, or of any."""
    wanted = (
        select(
            TelegramStaffRow.staff_id, StaffRow.name, StaffRow.role, TelegramStaffRow.user_id,
            TelegramStaffRow.username, TelegramStaffRow.bound_at,
        )
        .join(StaffRow, StaffRow.id == TelegramStaffRow.staff_id)
        .where(StaffRow.shop_id == shop_id, StaffRow.active)
        .order_by(StaffRow.name)
    )  # fmt: skip
    if bot_id is not None:
        wanted = wanted.where(TelegramStaffRow.bot_id == bot_id)
    return (await connection.execute(wanted)).all()


async def account_of(connection: AsyncConnection, bot_id: int, staff_id: int) -> int | None:
    """The account that a person has bound, which is also the id of the private chat."""
    found: int | None = (
        await connection.execute(
            select(TelegramStaffRow.user_id).where(
                TelegramStaffRow.bot_id == bot_id, TelegramStaffRow.staff_id == staff_id
            )
        )
    ).scalar()
    return found


async def bind(
    connection: AsyncConnection,
    *,
    bot_id: int,
    staff_id: int,
    user_id: int,
    username: str | None,
    at: datetime,
) -> int | None:
    """This account is this person's from now on, and no other's; the account that the person had before.

    A person has one account, an account belongs to one person.
    """
    before = await account_of(connection, bot_id, staff_id)
    await connection.execute(
        delete(TelegramStaffRow).where(
            TelegramStaffRow.bot_id == bot_id,
            (TelegramStaffRow.user_id == user_id) | (TelegramStaffRow.staff_id == staff_id),
        )
    )
    await connection.execute(
        insert(TelegramStaffRow).values(
            staff_id=staff_id, bot_id=bot_id, user_id=user_id, username=username, bound_at=at
        )
    )
    return before if before != user_id else None


async def unbind(connection: AsyncConnection, staff_id: int) -> int:
    """No account is this person's any more; how many were."""
    gone = await connection.execute(delete(TelegramStaffRow).where(TelegramStaffRow.staff_id == staff_id))
    return gone.rowcount
