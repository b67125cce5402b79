"""Questions that nothing answered, and the gaps that they were put to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.knowledge_tables import KnowledgeEntryRow, KnowledgeGapRow, UnansweredQuestionRow
from storage.lesson_tables import EditLessonRow

_GAP = tuple(KnowledgeGapRow.__table__.columns)
_QUESTION = UnansweredQuestionRow
_OVER = ("approved", "sending", "sent", "failed")
_DROPPED = ("superseded", "expired", "refused")
STATES = ("open", "answered", "dismissed")


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


async def to_be_placed(connection: AsyncConnection, shop_id: int, most: int) -> Sequence[AnyRow]:
    """Questions without a gap, oldest first, locked for this transaction."""
    return (
        await connection.execute(
            select(_QUESTION.id, _QUESTION.core, _QUESTION.language, _QUESTION.about)
            .where(_QUESTION.shop_id == shop_id, _QUESTION.state == "new")
            .order_by(_QUESTION.id)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
    ).all()


async def middles(connection: AsyncConnection, shop_id: int, encoder: str) -> Sequence[AnyRow]:
    """`id`, `middle`, `count`, `about`, `state` of all gaps whose vectors `encoder` has made."""
    counted = (
        select(_QUESTION.gap_id, func.count().label("count"))
        .where(_QUESTION.shop_id == shop_id, _QUESTION.gap_id.is_not(None))
        .group_by(_QUESTION.gap_id)
        .subquery()
    )
    return (
        await connection.execute(
            select(
                KnowledgeGapRow.id,
                KnowledgeGapRow.middle,
                counted.c.count,
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


async def questions(connection: AsyncConnection, gap_id: int, most: int = 50) -> Sequence[AnyRow]:
    """The newest questions of a gap, with everything but their draft's words."""
    return (
        await connection.execute(
            select(*_QUESTION.__table__.columns, DraftRow.state.label("draft_state"), DraftRow.edited)
            .join(DraftRow, DraftRow.id == _QUESTION.draft_id)
            .where(_QUESTION.gap_id == gap_id)
            .order_by(_QUESTION.asked_at.desc(), _QUESTION.id.desc())
            .limit(most)
        )
    ).all()


async def listed(
    connection: AsyncConnection, shop_id: int, state: str = "open", most: int = 200, *, newest: bool = False
) -> Sequence[AnyRow]:
    """Gaps with `asked` (how often), `talks`, `languages`, `first_at`, `last_at`, `question` and its
    `question_language`, `answers` (what people wrote into those replies) and `entries` that wait for it: most
    often asked first, or `newest`."""
    told = exists().where(
        EditLessonRow.draft_id == _QUESTION.draft_id, EditLessonRow.kind.in_(("fact", "policy")),
        EditLessonRow.after != "",
    )  # fmt: skip
    counted = (
        select(
            _QUESTION.gap_id,
            func.count().label("asked"),
            func.count(_QUESTION.conversation_id.distinct()).label("talks"),
            func.array_agg(_QUESTION.language.distinct()).label("languages"),
            func.min(_QUESTION.asked_at).label("first_at"),
            func.max(_QUESTION.asked_at).label("last_at"),
        )
        .where(_QUESTION.shop_id == shop_id, _QUESTION.gap_id.is_not(None))
        .group_by(_QUESTION.gap_id)
        .subquery()
    )
    order = (counted.c.last_at.desc(),) if newest else (counted.c.asked.desc(), counted.c.last_at.desc())
    first = (
        select(*_GAP, *(counted.c[name] for name in ("asked", "talks", "languages", "first_at", "last_at")))
        .join(counted, counted.c.gap_id == KnowledgeGapRow.id)
        .where(KnowledgeGapRow.shop_id == shop_id, KnowledgeGapRow.state == state)
        .order_by(*order, KnowledgeGapRow.id)
        .limit(most)
        .subquery()
    )
    waiting = (
        select(func.count())
        .where(KnowledgeEntryRow.gap_id == first.c.id, KnowledgeEntryRow.state == "proposed")
        .scalar_subquery()
    )
    answers = (
        select(func.count()).where(_QUESTION.gap_id == first.c.id, told).correlate(first).scalar_subquery()
    )
    shown = _QUESTION.__table__.alias("shown")
    return (
        await connection.execute(
            select(
                *first.c,
                shown.c.text.label("question"),
                shown.c.language.label("question_language"),
                waiting.label("entries"),
                answers.label("answers"),
            )
            .outerjoin(shown, shown.c.id == first.c.shown_id)
            .order_by(
                *((first.c.last_at.desc(),) if newest else (first.c.asked.desc(), first.c.last_at.desc())),
                first.c.id,
            )
        )
    ).all()


async def counts(connection: AsyncConnection, shop_id: int) -> dict[str, int]:
    """How many gaps there are of each state."""
    rows = await connection.execute(
        select(KnowledgeGapRow.state, func.count().label("number"))
        .where(KnowledgeGapRow.shop_id == shop_id)
        .group_by(KnowledgeGapRow.state)
    )
    return {row.state: row.number for row in rows}
