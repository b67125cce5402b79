"""The team as its page shows it, and what changes when somebody leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.staff_tables import ApiTokenRow, LoginLinkRow, StaffRow, StaffSessionRow
from storage.talk_tables import ConversationRow


async def members(connection: AsyncConnection, shop_id: int, now: datetime) -> Sequence[AnyRow]:
    """Everybody, the active first: when last seen, API tokens in force, links not used, buyers who wait."""
    seen = (
        select(func.max(StaffSessionRow.seen_at)).where(StaffSessionRow.staff_id == StaffRow.id)
    ).scalar_subquery()
    tokens = (
        select(func.count())
        .where(ApiTokenRow.staff_id == StaffRow.id, ApiTokenRow.revoked_at.is_(None))
        .scalar_subquery()
    )
    links = (
        select(func.count())
        .where(
            LoginLinkRow.staff_id == StaffRow.id,
            LoginLinkRow.used_at.is_(None),
            LoginLinkRow.expires_at > now,
        )
        .scalar_subquery()
    )
    waiting = (
        select(func.count())
        .where(ConversationRow.assignee_id == StaffRow.id, ConversationRow.waiting_since.is_not(None))
        .scalar_subquery()
    )
    return (
        await connection.execute(
            select(
                *StaffRow.__table__.columns,
                seen.label("seen_at"),
                tokens.label("tokens"),
                links.label("links"),
                waiting.label("waiting"),
            )
            .where(StaffRow.shop_id == shop_id)
            .order_by(StaffRow.active.desc(), func.lower(StaffRow.name))
        )
    ).all()


async def locked(connection: AsyncConnection, shop_id: int) -> Sequence[AnyRow]:
    """Everybody's row, which nobody else changes until this transaction ends."""
    return (
        await connection.execute(
            select(*StaffRow.__table__.columns)
            .where(StaffRow.shop_id == shop_id)
            .order_by(StaffRow.id)
            .with_for_update(key_share=True)
        )
    ).all()


async def drop_links(connection: AsyncConnection, staff_id: int) -> None:
    """One-time links that were not used sign nobody in any more."""
    await connection.execute(
        delete(LoginLinkRow).where(LoginLinkRow.staff_id == staff_id, LoginLinkRow.used_at.is_(None))
    )


async def revoke_tokens(connection: AsyncConnection, staff_id: int, at: datetime) -> int:
    """Every API token of a person is void; how many were in force."""
    done = await connection.execute(
        update(ApiTokenRow)
        .where(ApiTokenRow.staff_id == staff_id, ApiTokenRow.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    return done.rowcount


async def release_talks(connection: AsyncConnection, staff_id: int) -> list[int]:
    """Conversations that a person has taken over are open again; their ids."""
    rows = await connection.execute(
        update(ConversationRow)
        .where(ConversationRow.taken_over_by == staff_id)
        .values(state="open", taken_over_by=None)
        .returning(ConversationRow.id)
    )
    return list(rows.scalars())


async def share_out(connection: AsyncConnection, staff_id: int, among: Sequence[int]) -> int:
    """Give a person's conversations that are not closed to others, in turn; how many."""
    if not among:
        return 0
    mine = await connection.execute(
        select(ConversationRow.id)
        .where(ConversationRow.assignee_id == staff_id, ConversationRow.state != "closed")
        .order_by(ConversationRow.id)
    )
    ids = list(mine.scalars())
    for turn, receiver in enumerate(among):
        share = ids[turn :: len(among)]
        if share:
            await connection.execute(
                update(ConversationRow).where(ConversationRow.id.in_(share)).values(assignee_id=receiver)
            )
    return len(ids)
