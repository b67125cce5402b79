"""Gaps as people look at them: the list, one gap's questions, and what people wrote to those buyers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.knowledge_tables import KnowledgeEntryRow, KnowledgeGapRow, UnansweredQuestionRow
from storage.lesson_tables import EditLessonRow
from storage.talk_tables import BuyerRow, ConversationRow, MessageRow

_GAP = tuple(KnowledgeGapRow.__table__.columns)
_QUESTION = UnansweredQuestionRow
STATES = ("open", "answered", "dismissed")
_TEACHES = ("fact", "policy", "unsorted", "price_exception")


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
        EditLessonRow.draft_id == _QUESTION.draft_id, EditLessonRow.kind.in_(_TEACHES),
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


async def written(connection: AsyncConnection, gap_id: int, most: int = 12) -> Sequence[AnyRow]:
    """What people changed in the replies to these questions, newest first: `lesson_id`, `after` (their words
    without the buyer's), `proposal` (a model's sentence, proven by them), `language`, `kind`, `entry_id`,
    `conversation_id`, `made_at`."""
    drafts = select(_QUESTION.draft_id).where(_QUESTION.gap_id == gap_id)
    return (
        await connection.execute(
            select(
                EditLessonRow.id.label("lesson_id"),
                EditLessonRow.after,
                EditLessonRow.proposal,
                EditLessonRow.language,
                EditLessonRow.kind,
                EditLessonRow.entry_id,
                EditLessonRow.conversation_id,
                EditLessonRow.made_at,
            )
            .where(
                EditLessonRow.draft_id.in_(drafts),
                EditLessonRow.kind.in_(_TEACHES),
                EditLessonRow.after != "",
            )
            .order_by(EditLessonRow.id.desc())
            .limit(most)
        )
    ).all()


async def answered_later(connection: AsyncConnection, gap_id: int, most: int = 6) -> Sequence[AnyRow]:
    """What people wrote by hand behind a draft that promised to look it up, until the buyer wrote again:
    `text`, `conversation_id`, `at`, `language`, and the buyer's `name`, `company`, `phone`, `email`, which
    whoever shows the text takes out."""
    back = (
        select(func.min(MessageRow.seq))
        .where(
            MessageRow.conversation_id == _QUESTION.conversation_id,
            MessageRow.sender == "buyer",
            MessageRow.seq > DraftRow.through_seq,
        )
        .correlate(_QUESTION, DraftRow)
        .scalar_subquery()
    )
    return (
        await connection.execute(
            select(
                MessageRow.text,
                MessageRow.conversation_id,
                MessageRow.at,
                _QUESTION.language,
                BuyerRow.name,
                BuyerRow.company,
                BuyerRow.phone,
                BuyerRow.email,
            )
            .select_from(_QUESTION)
            .join(DraftRow, DraftRow.id == _QUESTION.draft_id)
            .join(MessageRow, MessageRow.conversation_id == _QUESTION.conversation_id)
            .join(ConversationRow, ConversationRow.id == _QUESTION.conversation_id)
            .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
            .where(
                _QUESTION.gap_id == gap_id,
                MessageRow.sender == "seller",
                MessageRow.author == "person",
                MessageRow.draft_id.is_(None),
                MessageRow.deleted_at.is_(None),
                MessageRow.text != "",
                MessageRow.seq > DraftRow.through_seq,
                MessageRow.seq < func.coalesce(back, MessageRow.seq + 1),
            )
            .order_by(MessageRow.at.desc(), MessageRow.seq.desc())
            .limit(most)
        )
    ).all()


async def of_lesson(connection: AsyncConnection, lesson_id: int) -> AnyRow | None:
    """The open gap whose question was asked where a lesson was learnt: `gap_id`, `text`, `language`; None
    where there is none, or several."""
    rows = (
        await connection.execute(
            select(_QUESTION.gap_id, _QUESTION.text, _QUESTION.language)
            .join(EditLessonRow, EditLessonRow.draft_id == _QUESTION.draft_id)
            .join(KnowledgeGapRow, KnowledgeGapRow.id == _QUESTION.gap_id)
            .where(EditLessonRow.id == lesson_id, KnowledgeGapRow.state == "open")
            .order_by(_QUESTION.number)
        )
    ).all()
    return rows[0] if len({row.gap_id for row in rows}) == 1 else None
