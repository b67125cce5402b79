"""Digests and alerts as they are kept, and what of them the team was told where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.notice_tables import AlertRow, DigestRow, TeamNewsRow

NewsKind = Literal["digest_picture", "digest", "alert"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that is the case now. `data`: the values of its words, as JSON."""

    kind: str
    subject: str
    data: Mapping[str, Any]


async def has_digest(connection: AsyncConnection, shop_id: int, week: date) -> bool:
    wanted = select(DigestRow.id).where(DigestRow.shop_id == shop_id, DigestRow.week == week)
    return (await connection.execute(wanted)).first() is not None


async def keep_digest(connection: AsyncConnection, shop_id: int, week: date, **values: Any) -> bool:
    """False where that week has one."""
    added = await connection.execute(
        postgresql.insert(DigestRow)
        .values(shop_id=shop_id, week=week, **values)
        .on_conflict_do_nothing()
        .returning(DigestRow.id)
    )
    return added.first() is not None


async def newest_digest(connection: AsyncConnection, shop_id: int) -> AnyRow | None:
    """(id, week, made_at, figures, texts, picture)"""
    wanted = (
        select(*DigestRow.__table__.columns)
        .where(DigestRow.shop_id == shop_id)
        .order_by(DigestRow.week.desc())
        .limit(1)
    )
    return (await connection.execute(wanted)).first()


async def untold_digest(
    connection: AsyncConnection, shop_id: int, since: datetime, kind: NewsKind, chat_id: int
) -> AnyRow | None:
    """The newest digest made after `since`, where this chat was not told of it."""
    row = await newest_digest(connection, shop_id)
    if row is None or row.made_at <= since:
        return None
    told = select(TeamNewsRow.chat_id).where(
        TeamNewsRow.kind == kind, TeamNewsRow.subject_id == row.id, TeamNewsRow.chat_id == chat_id
    )
    return None if (await connection.execute(told)).first() is not None else row


async def keep_alerts(
    connection: AsyncConnection, shop_id: int, causes: Sequence[Cause], now: datetime
) -> tuple[int, int]:
    """Open an alert for each cause that has none, renew the values of the others, and end those whose cause
    is not among them; how many were opened and ended."""
    opened = 0
    for cause in causes:
        made = postgresql.insert(AlertRow).values(
            shop_id=shop_id, kind=cause.kind, subject=cause.subject, data=dict(cause.data), since=now
        )
        row = await connection.execute(
            made.on_conflict_do_update(
                index_elements=["shop_id", "kind", "subject"], index_where=AlertRow.ended_at.is_(None),
                set_={"data": made.excluded.data},
            ).returning(AlertRow.since)
        )  # fmt: skip
        opened += row.scalar_one() == now
    known = {(cause.kind, cause.subject) for cause in causes}
    gone = [row.id for row in await open_alerts(connection, shop_id) if (row.kind, row.subject) not in known]
    if gone:
        await connection.execute(update(AlertRow).where(AlertRow.id.in_(gone)).values(ended_at=now))
    return opened, len(gone)


async def open_alerts(connection: AsyncConnection, shop_id: int) -> Sequence[AnyRow]:
    """Those whose cause is still there, the newest first."""
    wanted = select(AlertRow.id, AlertRow.kind, AlertRow.subject, AlertRow.data, AlertRow.since).where(
        AlertRow.shop_id == shop_id, AlertRow.ended_at.is_(None)
    )
    return (await connection.execute(wanted.order_by(AlertRow.since.desc(), AlertRow.id.desc()))).all()


async def ended_alerts(connection: AsyncConnection, shop_id: int, limit: int) -> Sequence[AnyRow]:
    """The newest of those that are over (kind, subject, data, since, ended_at)."""
    wanted = (
        select(AlertRow.kind, AlertRow.subject, AlertRow.data, AlertRow.since, AlertRow.ended_at)
        .where(AlertRow.shop_id == shop_id, AlertRow.ended_at.is_not(None))
        .order_by(AlertRow.since.desc(), AlertRow.id.desc())
        .limit(limit)
    )
    return (await connection.execute(wanted)).all()


async def newest_open(connection: AsyncConnection, shop_id: int) -> AnyRow | None:
    """The newest alert whose cause is still there (kind, data), and `many`: how many there are."""
    wanted = (
        select(AlertRow.kind, AlertRow.data, func.count().over().label("many"))
        .where(AlertRow.shop_id == shop_id, AlertRow.ended_at.is_(None))
        .order_by(AlertRow.since.desc(), AlertRow.id.desc())
        .limit(1)
    )
    return (await connection.execute(wanted)).first()


async def untold_alerts(connection: AsyncConnection, shop_id: int, chat_id: int) -> Sequence[AnyRow]:
    """Open alerts that this chat was not told of, the oldest first (id, kind, subject, data, since)."""
    told = exists().where(
        TeamNewsRow.kind == "alert", TeamNewsRow.subject_id == AlertRow.id, TeamNewsRow.chat_id == chat_id
    )
    wanted = select(AlertRow.id, AlertRow.kind, AlertRow.subject, AlertRow.data, AlertRow.since).where(
        AlertRow.shop_id == shop_id, AlertRow.ended_at.is_(None), ~told
    )
    return (await connection.execute(wanted.order_by(AlertRow.since, AlertRow.id))).all()


async def claim(
    connection: AsyncConnection, kind: NewsKind, subjects: Sequence[int], chat_id: int
) -> list[int]:
    """Those of `subjects` that are to be told in this chat now: by whoever asks first."""
    claimed = await connection.execute(
        postgresql.insert(TeamNewsRow)
        .values([{"kind": kind, "subject_id": each, "chat_id": chat_id} for each in subjects])
        .on_conflict_do_nothing()
        .returning(TeamNewsRow.subject_id)
    )
    return list(claimed.scalars())


async def told(
    connection: AsyncConnection, kind: NewsKind, subjects: Sequence[int], chat_id: int, message_id: int
) -> None:
    await connection.execute(
        update(TeamNewsRow).where(*_those(kind, subjects, chat_id)).values(message_id=message_id)
    )


async def let_go(connection: AsyncConnection, kind: NewsKind, subjects: Sequence[int], chat_id: int) -> None:
    """They were not told: Telegram has refused it."""
    await connection.execute(delete(TeamNewsRow).where(*_those(kind, subjects, chat_id)))


def _those(kind: NewsKind, subjects: Sequence[int], chat_id: int) -> tuple[Any, ...]:
    return (
        TeamNewsRow.kind == kind, TeamNewsRow.subject_id.in_(subjects), TeamNewsRow.chat_id == chat_id,
    )  # fmt: skip
