"""One-time codes that bind an account of a messenger to a person; only their hashes are kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.staff_tables import StaffRow
from storage.telegram_tables import StaffCodeRow


async def add(connection: AsyncConnection, staff_id: int, code_hash: bytes, expires_at: datetime) -> None:
    await connection.execute(
        insert(StaffCodeRow).values(code_hash=code_hash, staff_id=staff_id, expires_at=expires_at)
    )


async def drop_unused(connection: AsyncConnection, staff_id: int) -> None:
    """Codes of this person that were not used bind nobody any more."""
    await connection.execute(
        delete(StaffCodeRow).where(StaffCodeRow.staff_id == staff_id, StaffCodeRow.used_at.is_(None))
    )


async def use(connection: AsyncConnection, shop_id: int, code_hash: bytes, now: datetime) -> AnyRow | None:
    """(id, name, role) of the person whom the code binds, once; None where it is unknown, used, too old, or
    the person gone."""
    used = (
        update(StaffCodeRow)
        .where(
            StaffCodeRow.code_hash == code_hash,
            StaffCodeRow.used_at.is_(None),
            StaffCodeRow.expires_at > now,
            StaffCodeRow.staff_id.in_(
                select(StaffRow.id).where(StaffRow.shop_id == shop_id, StaffRow.active)
            ),
        )
        .values(used_at=now)
        .returning(StaffCodeRow.staff_id)
    )
    staff_id = (await connection.execute(used)).scalar()
    if staff_id is None:
        return None
    return (
        await connection.execute(
            select(StaffRow.id, StaffRow.name, StaffRow.role).where(StaffRow.id == staff_id)
        )
    ).first()


async def known(connection: AsyncConnection, code_hash: bytes) -> AnyRow | None:
    """(staff_id, expires_at, used_at) of a code, whether it is still good or not."""
    return (
        await connection.execute(
            select(StaffCodeRow.staff_id, StaffCodeRow.expires_at, StaffCodeRow.used_at).where(
                StaffCodeRow.code_hash == code_hash
            )
        )
    ).first()
