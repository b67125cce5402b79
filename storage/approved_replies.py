"""Replies that people have let out: the examples that a model learns this team's tone from."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRevisionRow, DraftRow
from storage.talk_tables import BuyerRow, ConversationRow

_APPROVED = ("approved", "sending", "sent")


async def approved_replies(
    connection: AsyncConnection, shop_id: int, intent: str, language: str, most: int = 30
) -> Sequence[AnyRow]:
    """The newest replies of one shop for one intent and language that a person approved, edited ones first.

    Columns: `text`, `answer` (with all intents), `author`, and the buyer's `name`, `company`, `phone` and
    `email`, which whoever shows the text to anybody else takes out. Replies to erased buyers are left out.
    """
    newest = and_(DraftRevisionRow.draft_id == DraftRow.id, DraftRevisionRow.revision == DraftRow.revision)
    return (
        await connection.execute(
            select(
                DraftRevisionRow.text,
                DraftRow.answer,
                DraftRevisionRow.author,
                BuyerRow.name,
                BuyerRow.company,
                BuyerRow.phone,
                BuyerRow.email,
            )
            .join(DraftRevisionRow, newest)
            .join(ConversationRow, ConversationRow.id == DraftRow.conversation_id)
            .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
            .where(
                DraftRow.shop_id == shop_id,
                DraftRow.intent == intent,
                DraftRow.language == language,
                DraftRow.state.in_(_APPROVED),
                DraftRow.decided_by.is_not(None),
                BuyerRow.erased_at.is_(None),
            )
            .order_by(DraftRow.edited.desc(), DraftRow.decided_at.desc().nulls_last(), DraftRow.id.desc())
            .limit(most)
        )
    ).all()
