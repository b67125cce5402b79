"""Replies that people have let out: the examples that a model learns this team's tone from."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRevisionRow, DraftRow
from storage.knowledge_tables import KnowledgeEntryRow
from storage.lesson_tables import EditLessonRow, PriceExceptionRow, StyleExampleRow
from storage.talk_tables import BuyerRow, ConversationRow

_APPROVED = ("approved", "sending", "sent")


def withheld() -> ColumnElement[bool]:
    """Whether a draft's reply holds a price beside the list, or states what no manager has accepted: true of
    this one sale, and nothing to learn from."""
    lesson = EditLessonRow.draft_id == DraftRow.id
    unaccepted = (
        select(EditLessonRow.id)
        .outerjoin(KnowledgeEntryRow, KnowledgeEntryRow.id == EditLessonRow.entry_id)
        .where(
            lesson,
            EditLessonRow.kind.in_(("fact", "policy", "unsorted")),
            KnowledgeEntryRow.state.is_distinct_from("accepted"),
        )
    )
    return or_(
        select(PriceExceptionRow.id).where(PriceExceptionRow.draft_id == DraftRow.id).exists(),
        select(EditLessonRow.id).where(lesson, EditLessonRow.kind == "price_exception").exists(),
        unaccepted.exists(),
    )


async def approved_replies(
    connection: AsyncConnection, shop_id: int, intent: str, language: str, most: int = 30
) -> Sequence[AnyRow]:
    """The newest replies of one shop for one intent and language that a person approved: pinned ones first,
    then those whose tone a person has changed, then other edited ones.

    Columns: `text`, `answer` (with all intents), `author`, `pinned`, `toned`, and the buyer's `name`,
    `company`, `phone` and `email`, which whoever shows the text to anybody else takes out. Left out: replies
    to erased buyers, banned ones, and `withheld` ones.
    """
    pinned = StyleExampleRow.choice.is_not_distinct_from("pinned")
    toned = (
        select(EditLessonRow.id)
        .where(EditLessonRow.draft_id == DraftRow.id, EditLessonRow.kind == "tone")
        .exists()
    )
    newest = and_(DraftRevisionRow.draft_id == DraftRow.id, DraftRevisionRow.revision == DraftRow.revision)
    return (
        await connection.execute(
            select(
                DraftRevisionRow.text,
                DraftRow.answer,
                DraftRevisionRow.author,
                pinned.label("pinned"),
                toned.label("toned"),
                BuyerRow.name,
                BuyerRow.company,
                BuyerRow.phone,
                BuyerRow.email,
            )
            .join(DraftRevisionRow, newest)
            .join(ConversationRow, ConversationRow.id == DraftRow.conversation_id)
            .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
            .outerjoin(StyleExampleRow, StyleExampleRow.draft_id == DraftRow.id)
            .where(
                DraftRow.shop_id == shop_id,
                DraftRow.intent == intent,
                DraftRow.language == language,
                DraftRow.state.in_(_APPROVED),
                DraftRow.decided_by.is_not(None),
                BuyerRow.erased_at.is_(None),
                StyleExampleRow.choice.is_distinct_from("banned"),
                ~withheld(),
            )
            .order_by(
                pinned.desc(),
                toned.desc(),
                DraftRow.edited.desc(),
                DraftRow.decided_at.desc().nulls_last(),
                DraftRow.id.desc(),
            )
            .limit(most)
        )
    ).all()
