"""Questions that nothing answered, and the gaps that they were put to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import and_, delete, exists, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.knowledge_tables import KnowledgeEntryRow, KnowledgeGapRow, UnansweredQuestionRow

_GAP = tuple(KnowledgeGapRow.__table__.columns)
_LOCK = 0x5C09E5
_QUESTION = UnansweredQuestionRow
_OVER = ("approved", "sending", "sent", "failed")
_DROPPED = ("superseded", "expired", "refused")


async def ask(connection: AsyncConnection, conversation_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """Keep the questions of a new draft (columns of UnansweredQuestionRow). It takes the place of drafts of
    the same talk that were never sent: their questions are asked in it again."""
    dropped = select(DraftRow.id).where(
        DraftRow.conversation_id == conversation_id, DraftRow.state.in_(("superseded", "expired"))
    )
    await connection.execute(
        delete(_QUESTION).where(_QUESTION.conversation_id == conversation_id, _QUESTION.draft_id.in_(dropped))
    )
    if rows:
        await connection.execute(insert(_QUESTION), list(rows))


async def settle(connection: AsyncConnection, shop_id: int) -> Sequence[AnyRow]:
    """Questions that counted only if a person added words: `id`, `draft_id`, `text` and `language` of those
    whose draft a person has changed and sent. Those of other drafts that are decided are let go."""
    decided = select(DraftRow.id).where(
        DraftRow.id == _QUESTION.draft_id,
        or_(DraftRow.state.in_(_DROPPED), and_(DraftRow.state.in_(_OVER), ~DraftRow.edited)),
    )
    possible = and_(_QUESTION.shop_id == shop_id, _QUESTION.state == "possible")
    await connection.execute(delete(_QUESTION).where(possible, exists(decided)))
    return (
        await connection.execute(
            select(_QUESTION.id, _QUESTION.draft_id, _QUESTION.text, _QUESTION.core, _QUESTION.language)
            .join(DraftRow, DraftRow.id == _QUESTION.draft_id)
            .where(possible, DraftRow.state.in_(_OVER), DraftRow.edited)
            .order_by(_QUESTION.id)
            .limit(500)
        )
    ).all()


async def count(connection: AsyncConnection, ids: Collection[int], dropped: Collection[int]) -> None:
    """Possible questions `ids` count from now on, `dropped` do not."""
    if ids:
        await connection.execute(update(_QUESTION).where(_QUESTION.id.in_(ids)).values(state="new"))
    if dropped:
        await connection.execute(delete(_QUESTION).where(_QUESTION.id.in_(dropped)))


async def are_waiting(connection: AsyncConnection, shop_id: int) -> bool:
    """Whether there is anything to be placed."""
    found = select(_QUESTION.id).where(_QUESTION.shop_id == shop_id, _QUESTION.state == "new").limit(1)
    return (await connection.execute(found)).first() is not None


async def lock(connection: AsyncConnection, shop_id: int) -> None:
    """One placing of a shop at a time, until this transaction ends."""
    await connection.execute(
        text("SELECT pg_advisory_xact_lock(:kind, :shop)"), {"kind": _LOCK, "shop": shop_id}
    )


async def to_be_placed(connection: AsyncConnection, shop_id: int, most: int) -> Sequence[AnyRow]:
    """Questions without a gap, oldest first."""
    return (
        await connection.execute(
            select(_QUESTION.id, _QUESTION.core, _QUESTION.language, _QUESTION.about)
            .where(_QUESTION.shop_id == shop_id, _QUESTION.state == "new")
            .order_by(_QUESTION.id)
            .limit(most)
        )
    ).all()


async def middles(connection: AsyncConnection, shop_id: int, encoder: str) -> Sequence[AnyRow]:
    """`id`, `middle`, `asked` (so many questions), `about`, `state` of all gaps with vectors of `encoder`."""
    counted = (
        select(_QUESTION.gap_id, func.count().label("asked"))
        .where(_QUESTION.shop_id == shop_id, _QUESTION.gap_id.is_not(None))
        .group_by(_QUESTION.gap_id)
        .subquery()
    )
    return (
        await connection.execute(
            select(
                KnowledgeGapRow.id,
                KnowledgeGapRow.middle,
                counted.c.asked,
                KnowledgeGapRow.about,
                KnowledgeGapRow.state,
            )
            .join(counted, counted.c.gap_id == KnowledgeGapRow.id)
            .where(
                KnowledgeGapRow.shop_id == shop_id,
                KnowledgeGapRow.encoder == encoder,
                KnowledgeGapRow.middle.is_not(None),
            )
            .order_by(KnowledgeGapRow.id)
        )
    ).all()


async def add(connection: AsyncConnection, **values: Any) -> int:
    """A gap (columns of KnowledgeGapRow); its id."""
    made: int = (
        await connection.execute(insert(KnowledgeGapRow).values(**values).returning(KnowledgeGapRow.id))
    ).scalar_one()
    return made


async def change(connection: AsyncConnection, gap_id: int, **values: Any) -> None:
    await connection.execute(update(KnowledgeGapRow).where(KnowledgeGapRow.id == gap_id).values(**values))


async def put(connection: AsyncConnection, gap_id: int, placed: Sequence[tuple[int, bytes]]) -> None:
    """These (question, its vector) are in the gap."""
    for question_id, vector in placed:
        await connection.execute(
            update(_QUESTION)
            .where(_QUESTION.id == question_id)
            .values(gap_id=gap_id, vector=vector, state="kept")
        )


async def join(connection: AsyncConnection, gap_id: int, gone: Collection[int]) -> None:
    """What is in the gaps `gone` is in `gap_id` from now on."""
    for table in (_QUESTION, KnowledgeEntryRow):
        await connection.execute(update(table).where(table.gap_id.in_(gone)).values(gap_id=gap_id))
    await connection.execute(delete(KnowledgeGapRow).where(KnowledgeGapRow.id.in_(gone)))


async def move(connection: AsyncConnection, questions: Collection[int], gap_id: int) -> None:
    await connection.execute(update(_QUESTION).where(_QUESTION.id.in_(questions)).values(gap_id=gap_id))


async def split(connection: AsyncConnection, row: AnyRow, apart: Sequence[AnyRow]) -> int:
    """An open gap of its own for these questions of a gap; its id."""
    import numpy as np

    total = sum((np.frombuffer(each.vector, "<f4") for each in apart if each.vector), np.float32(0))
    middle = np.asarray(total, "<f4").tobytes()
    made = await add(
        connection, shop_id=row.shop_id, state="open", shown_id=apart[0].id, about=row.about, middle=middle,
        encoder=row.encoder,
    )  # fmt: skip
    await move(connection, [each.id for each in apart], made)
    if row.middle:
        left = np.frombuffer(row.middle, "<f4") - total
        await change(connection, row.id, middle=np.asarray(left, "<f4").tobytes())
    return made


async def confirm(connection: AsyncConnection, gap_id: int) -> None:
    """A manager has said that the gap's answer answers all that is in it now."""
    await connection.execute(update(_QUESTION).where(_QUESTION.gap_id == gap_id).values(confirmed=True))


async def let_go_of_empty(connection: AsyncConnection, shop_id: int) -> None:
    """Open gaps whose questions are all gone (buyers were erased)."""
    held = exists().where(_QUESTION.gap_id == KnowledgeGapRow.id)
    await connection.execute(
        delete(KnowledgeGapRow).where(
            KnowledgeGapRow.shop_id == shop_id, KnowledgeGapRow.state == "open", ~held
        )
    )


async def gap(
    connection: AsyncConnection, shop_id: int, gap_id: int, *, locked: bool = False
) -> AnyRow | None:
    query = select(*_GAP).where(KnowledgeGapRow.shop_id == shop_id, KnowledgeGapRow.id == gap_id)
    return (await connection.execute(query.with_for_update() if locked else query)).first()
