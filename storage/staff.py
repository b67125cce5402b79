"""The team: who is in it, how people sign in, and who is to get the next conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.staff_tables import ApiTokenRow, LoginLinkRow, StaffRow, StaffSessionRow
from storage.talk_tables import ConversationRow

_PERSON = (
    StaffRow.id, StaffRow.name, StaffRow.role, StaffRow.languages, StaffRow.active, StaffRow.shop_id,
    StaffRow.purchasing,
)  # fmt: skip


async def add(
    connection: AsyncConnection, shop_id: int, name: str, role: str, languages: Sequence[str] = ()
) -> int:
    """A new member of the team. IntegrityError where the shop has somebody of that name."""
    added: int = (
        await connection.execute(
            insert(StaffRow)
            .values(shop_id=shop_id, name=name, role=role, languages=list(languages))
            .returning(StaffRow.id)
        )
    ).scalar_one()
    return added


async def by_name(connection: AsyncConnection, shop_id: int, name: str) -> AnyRow | None:
    """Letter case does not count."""
    return (
        await connection.execute(
            select(*_PERSON).where(StaffRow.shop_id == shop_id, func.lower(StaffRow.name) == name.lower())
        )
    ).first()


async def by_id(connection: AsyncConnection, staff_id: int) -> AnyRow | None:
    return (await connection.execute(select(*_PERSON).where(StaffRow.id == staff_id))).first()


async def everybody(connection: AsyncConnection, shop_id: int) -> Sequence[AnyRow]:
    return (
        await connection.execute(
            select(*_PERSON, StaffRow.created_at)
            .where(StaffRow.shop_id == shop_id)
            .order_by(StaffRow.active.desc(), func.lower(StaffRow.name))
        )
    ).all()


async def change(connection: AsyncConnection, staff_id: int, **values: Any) -> None:
    """Change the name, role, languages, or whether the person is active. Whoever is not is signed out."""
    await connection.execute(update(StaffRow).where(StaffRow.id == staff_id).values(**values))
    if values.get("active") is False:
        await connection.execute(delete(StaffSessionRow).where(StaffSessionRow.staff_id == staff_id))


async def least_busy(connection: AsyncConnection, shop_id: int, *, besides: int | None = None) -> int | None:
    """The active salesperson (where there is none: anybody active) with the fewest buyers who wait."""
    waiting = (
        select(func.count())
        .select_from(ConversationRow)
        .where(ConversationRow.assignee_id == StaffRow.id, ConversationRow.waiting_since.is_not(None))
        .scalar_subquery()
    )
    found: int | None = (
        await connection.execute(
            select(StaffRow.id)
            .where(
                StaffRow.shop_id == shop_id,
                StaffRow.active,
                StaffRow.id != (besides or 0),
                StaffRow.purchasing != "only",
            )
            .order_by(StaffRow.role != "salesperson", waiting, StaffRow.id)
            .limit(1)
        )
    ).scalar()
    return found


# ---------------------------------------------------------------- signing in
async def add_login_link(
    connection: AsyncConnection, staff_id: int, token_hash: bytes, expires_at: datetime
) -> None:
    await connection.execute(
        insert(LoginLinkRow).values(token_hash=token_hash, staff_id=staff_id, expires_at=expires_at)
    )


async def of_login_link(connection: AsyncConnection, token_hash: bytes, now: datetime) -> AnyRow | None:
    """The person whom a link that is still good would sign in; the link stays good."""
    return (
        await connection.execute(
            select(*_PERSON)
            .join(LoginLinkRow, LoginLinkRow.staff_id == StaffRow.id)
            .where(
                LoginLinkRow.token_hash == token_hash,
                LoginLinkRow.used_at.is_(None),
                LoginLinkRow.expires_at > now,
                StaffRow.active,
            )
        )
    ).first()


async def use_login_link(connection: AsyncConnection, token_hash: bytes, now: datetime) -> int | None:
    """The person whom the link signs in, once; None where it is unknown, used, too old or the person gone."""
    used: int | None = (
        await connection.execute(
            update(LoginLinkRow)
            .where(
                LoginLinkRow.token_hash == token_hash,
                LoginLinkRow.used_at.is_(None),
                LoginLinkRow.expires_at > now,
                LoginLinkRow.staff_id.in_(select(StaffRow.id).where(StaffRow.active)),
            )
            .values(used_at=now)
            .returning(LoginLinkRow.staff_id)
        )
    ).scalar()
    return used


async def has_signed_in(connection: AsyncConnection, staff_id: int) -> bool:
    """Whether the person has ever used a link."""
    used = select(LoginLinkRow.staff_id).where(
        LoginLinkRow.staff_id == staff_id, LoginLinkRow.used_at.is_not(None)
    )
    return (await connection.execute(used.limit(1))).first() is not None


async def add_session(
    connection: AsyncConnection, staff_id: int, token_hash: bytes, csrf: str, now: datetime, lasts: timedelta
) -> None:
    await connection.execute(
        insert(StaffSessionRow).values(
            token_hash=token_hash,
            staff_id=staff_id,
            csrf=csrf,
            created_at=now,
            seen_at=now,
            expires_at=now + lasts,
        )
    )


async def session(connection: AsyncConnection, token_hash: bytes, now: datetime) -> AnyRow | None:
    """(the person's columns, csrf, seen_at) of a cookie that is still good."""
    return (
        await connection.execute(
            select(*_PERSON, StaffSessionRow.csrf, StaffSessionRow.seen_at)
            .join(StaffRow, StaffRow.id == StaffSessionRow.staff_id)
            .where(
                StaffSessionRow.token_hash == token_hash, StaffSessionRow.expires_at > now, StaffRow.active
            )
        )
    ).first()


async def end_session(connection: AsyncConnection, token_hash: bytes) -> None:
    await connection.execute(delete(StaffSessionRow).where(StaffSessionRow.token_hash == token_hash))


async def add_api_token(connection: AsyncConnection, staff_id: int, token_hash: bytes) -> None:
    await connection.execute(insert(ApiTokenRow).values(token_hash=token_hash, staff_id=staff_id))


async def of_api_token(connection: AsyncConnection, token_hash: bytes) -> AnyRow | None:
    """The person with whose rights the holder of this token acts."""
    return (
        await connection.execute(
            select(*_PERSON)
            .join(ApiTokenRow, ApiTokenRow.staff_id == StaffRow.id)
            .where(ApiTokenRow.token_hash == token_hash, ApiTokenRow.revoked_at.is_(None), StaffRow.active)
        )
    ).first()
