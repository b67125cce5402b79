"""Rewrites of drafts on a tap: asked, ended, shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.inside_tables import DraftRewriteRow

_ROW = tuple(DraftRewriteRow.__table__.columns)


async def ask(connection: AsyncConnection, **values: Any) -> int | None:
    """A new one that is asked for; None where one of the draft is being made already."""
    asked: int | None = (
        await connection.execute(
            insert(DraftRewriteRow)
            .values(state="asked", **values)
            # As the index says it, letter by letter: a parameter in its place fits no index once the driver
            # has prepared the statement.
            .on_conflict_do_nothing(index_elements=["draft_id"], index_where=text("state = 'asked'"))
            .returning(DraftRewriteRow.id)
        )
    ).scalar()
    return asked


async def put(connection: AsyncConnection, **values: Any) -> None:
    """One that was done at once (columns of DraftRewriteRow)."""
    await connection.execute(insert(DraftRewriteRow).values(**values))


async def end(
    connection: AsyncConnection,
    rewrite_id: int,
    *,
    at: datetime,
    made: int | None = None,
    outcome: str | None = None,
    found: Sequence[str] = (),
) -> bool:
    """It has made a revision, or the draft stays as it was (`made` is None). False where it had ended."""
    done = await connection.execute(
        update(DraftRewriteRow)
        .where(DraftRewriteRow.id == rewrite_id, DraftRewriteRow.state == "asked")
        .values(
            state="kept" if made is None else "made", made=made, outcome=outcome, found=list(found),
            ended_at=at,
        )
    )  # fmt: skip
    return done.rowcount == 1


async def by_id(connection: AsyncConnection, rewrite_id: int) -> AnyRow | None:
    return (await connection.execute(select(*_ROW).where(DraftRewriteRow.id == rewrite_id))).first()


async def newest(connection: AsyncConnection, draft_id: int) -> AnyRow | None:
    """The last one that was asked for."""
    return (
        await connection.execute(
            select(*_ROW)
            .where(DraftRewriteRow.draft_id == draft_id)
            .order_by(DraftRewriteRow.id.desc())
            .limit(1)
        )
    ).first()


async def that_made(connection: AsyncConnection, draft_id: int, revision: int) -> AnyRow | None:
    """The one that this revision of the draft came of; None: it is no rewrite."""
    return (
        await connection.execute(
            select(*_ROW).where(DraftRewriteRow.draft_id == draft_id, DraftRewriteRow.made == revision)
        )
    ).first()
