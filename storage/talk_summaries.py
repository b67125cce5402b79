"""Summaries of conversations for those who take them on."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.inside_tables import TalkSummaryRow

_ROW = tuple(TalkSummaryRow.__table__.columns)


async def put(connection: AsyncConnection, **values: Any) -> int:
    """A new one (columns of TalkSummaryRow); its id."""
    added: int = (
        await connection.execute(insert(TalkSummaryRow).values(**values).returning(TalkSummaryRow.id))
    ).scalar_one()
    return added


async def by_id(connection: AsyncConnection, summary_id: int) -> AnyRow | None:
    return (await connection.execute(select(*_ROW).where(TalkSummaryRow.id == summary_id))).first()


async def newest(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """The last one of a conversation."""
    return (
        await connection.execute(
            select(*_ROW)
            .where(TalkSummaryRow.conversation_id == conversation_id)
            .order_by(TalkSummaryRow.id.desc())
            .limit(1)
        )
    ).first()


async def tell(
    connection: AsyncConnection, summary_id: int, *, told: dict[str, str], writer: str, outcome: str | None
) -> bool:
    """What came of asking a model. False where it was not being asked (any more), or was erased."""
    done = await connection.execute(
        update(TalkSummaryRow)
        .where(TalkSummaryRow.id == summary_id, TalkSummaryRow.state == "asked")
        .values(state="made", told=told, writer=writer, outcome=outcome)
    )
    return done.rowcount == 1
