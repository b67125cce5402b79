"""The team's own answers: proposed, decided, changed, and those that are in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.knowledge_tables import KnowledgeEntryRow, KnowledgeVersionRow
from storage.tables import ShopRow

_ENTRY = tuple(KnowledgeEntryRow.__table__.columns)
_VERSION = tuple(KnowledgeVersionRow.__table__.columns)


async def propose(
    connection: AsyncConnection,
    shop_id: int,
    *,
    question: str,
    text: str,
    language: str,
    about: str | None,
    lesson_id: int | None,
    by: str,
    at: datetime,
    gap_id: int | None = None,
) -> int:
    """A new entry that waits for a manager; its id. `by` names who proposes it, `language` is that of `text`.

    The same answer that waits already, or with its question is in force, gives the entry that there is.
    """
    waits = KnowledgeEntryRow.state == "proposed"
    holds = (KnowledgeEntryRow.state == "accepted") & (KnowledgeEntryRow.question == question)
    known = (
        await connection.execute(
            select(KnowledgeEntryRow.id, KnowledgeEntryRow.gap_id)
            .where(KnowledgeEntryRow.shop_id == shop_id, KnowledgeEntryRow.text == text, waits | holds)
            .order_by(waits.desc())
            .limit(1)
        )
    ).first()
    if known is not None:
        if gap_id is not None and known.gap_id is None:
            await change(connection, known.id, gap_id=gap_id)
        return int(known.id)
    made: int = (
        await connection.execute(
            insert(KnowledgeEntryRow)
            .values(
                shop_id=shop_id, state="proposed", question=question, text=text, language=language,
                about=about, lesson_id=lesson_id, gap_id=gap_id, proposed_by=by, proposed_at=at,
            )
            .returning(KnowledgeEntryRow.id)
        )
    ).scalar_one()  # fmt: skip
    return made


async def entry(
    connection: AsyncConnection, shop_id: int, entry_id: int, *, locked: bool = False
) -> AnyRow | None:
    query = select(*_ENTRY).where(KnowledgeEntryRow.shop_id == shop_id, KnowledgeEntryRow.id == entry_id)
    return (await connection.execute(query.with_for_update() if locked else query)).first()


async def change(connection: AsyncConnection, entry_id: int, **values: Any) -> None:
    """Columns of KnowledgeEntryRow."""
    await connection.execute(
        update(KnowledgeEntryRow).where(KnowledgeEntryRow.id == entry_id).values(**values)
    )


async def add_version(connection: AsyncConnection, shop_id: int, **values: Any) -> None:
    """Columns of KnowledgeVersionRow. From the commit on, all processes answer by it."""
    await connection.execute(insert(KnowledgeVersionRow).values(**values))
    await connection.execute(
        update(ShopRow).where(ShopRow.id == shop_id).values(knowledge_revision=ShopRow.knowledge_revision + 1)
    )


async def versions(connection: AsyncConnection, entry_id: int) -> Sequence[AnyRow]:
    """All of them, newest first."""
    return (
        await connection.execute(
            select(*_VERSION)
            .where(KnowledgeVersionRow.entry_id == entry_id)
            .order_by(KnowledgeVersionRow.number.desc())
        )
    ).all()


async def listed(
    connection: AsyncConnection, shop_id: int, state: str | None = None, most: int = 1000
) -> Sequence[AnyRow]:
    """Entries, those that wait for a manager first, then the newest decided; `state`: only those."""
    query = select(*_ENTRY).where(KnowledgeEntryRow.shop_id == shop_id)
    if state is not None:
        query = query.where(KnowledgeEntryRow.state == state)
    newest = func.coalesce(KnowledgeEntryRow.decided_at, KnowledgeEntryRow.proposed_at)
    return (
        await connection.execute(
            query.order_by(
                (KnowledgeEntryRow.state == "proposed").desc(), newest.desc(), KnowledgeEntryRow.id.desc()
            ).limit(most)
        )
    ).all()


async def counts(connection: AsyncConnection, shop_id: int) -> dict[str, int]:
    """How many there are of each state."""
    rows = await connection.execute(
        select(KnowledgeEntryRow.state, func.count().label("number"))
        .where(KnowledgeEntryRow.shop_id == shop_id)
        .group_by(KnowledgeEntryRow.state)
    )
    return {row.state: row.number for row in rows}


async def have_changed(connection: AsyncConnection, told: Sequence[tuple[int, int]]) -> bool:
    """Whether one of these (entry, version) is not in force any more."""
    if not told:
        return False
    rows = await connection.execute(
        select(KnowledgeEntryRow.id, KnowledgeEntryRow.version).where(
            KnowledgeEntryRow.id.in_([entry_id for entry_id, _ in told]),
            KnowledgeEntryRow.state == "accepted",
        )
    )
    in_force = {(row.id, row.version) for row in rows}
    return any(each not in in_force for each in told)


async def drafts_with(connection: AsyncConnection, shop_id: int, entry_id: int) -> list[tuple[int, int]]:
    """(draft, conversation) of the drafts that wait and were made with an entry."""
    rows = await connection.execute(
        select(DraftRow.id, DraftRow.conversation_id)
        .where(
            DraftRow.shop_id == shop_id,
            DraftRow.state == "waiting",
            DraftRow.answer.contains({"evidence": [{"team": {"entry": entry_id}}]}),
        )
        .order_by(DraftRow.id)
    )
    return [(row.id, row.conversation_id) for row in rows]


async def of_gap(connection: AsyncConnection, gap_id: int) -> Sequence[AnyRow]:
    """The entries that were proposed for a gap, newest first."""
    return (
        await connection.execute(
            select(*_ENTRY).where(KnowledgeEntryRow.gap_id == gap_id).order_by(KnowledgeEntryRow.id.desc())
        )
    ).all()
