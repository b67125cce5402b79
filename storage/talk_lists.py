"""Conversations as programs list them, in pages; and a conversation's quotes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import QuoteRevisionRow, QuoteRow
from storage.talk_tables import BuyerRow, ConversationRow

_BUYER = (
    BuyerRow.name.label("buyer_name"),
    BuyerRow.company.label("buyer_company"),
    BuyerRow.country.label("buyer_country"),
)


async def page(
    connection: AsyncConnection,
    shop_id: int,
    state: str,
    *,
    waiting: bool | None = None,
    assignee: int | None = None,
    language: str | None = None,
    before: tuple[datetime, int] | None = None,
    limit: int = 50,
) -> Sequence[AnyRow]:
    """Conversations in `state`, the newest message first; those older than `before`, (time, id) of the last
    one of the page before.

    The columns of the conversation, and `buyer_name`, `buyer_company`, `buyer_country`.
    """
    wanted = _with_buyer(shop_id).where(ConversationRow.state == state)
    if waiting is not None:
        since = ConversationRow.waiting_since
        wanted = wanted.where(since.is_not(None) if waiting else since.is_(None))
    if assignee is not None:
        wanted = wanted.where(ConversationRow.assignee_id == assignee)
    if language is not None:
        wanted = wanted.where(ConversationRow.language == language)
    if before is not None:
        wanted = wanted.where(tuple_(ConversationRow.last_message_at, ConversationRow.id) < tuple_(*before))
    newest_first = wanted.order_by(ConversationRow.last_message_at.desc(), ConversationRow.id.desc())
    rows: Sequence[AnyRow] = (await connection.execute(newest_first.limit(limit))).all()
    return rows


async def one(connection: AsyncConnection, shop_id: int, conversation_id: int) -> AnyRow | None:
    """One conversation with the same columns."""
    wanted = _with_buyer(shop_id).where(ConversationRow.id == conversation_id)
    row: AnyRow | None = (await connection.execute(wanted)).first()
    return row


async def quotes_of(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """Its quotes with their newest figures, newest first: id, number, revision, sent_revision, body."""
    return (
        await connection.execute(
            select(
                QuoteRow.id,
                QuoteRow.number,
                QuoteRow.revision,
                QuoteRow.sent_revision,
                QuoteRow.created_at,
                QuoteRevisionRow.body,
            )
            .join(
                QuoteRevisionRow,
                (QuoteRevisionRow.quote_id == QuoteRow.id) & (QuoteRevisionRow.revision == QuoteRow.revision),
            )
            .where(QuoteRow.conversation_id == conversation_id)
            .order_by(QuoteRow.id.desc())
        )
    ).all()


def _with_buyer(shop_id: int) -> Any:
    return (
        select(*ConversationRow.__table__.columns, *_BUYER)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .where(ConversationRow.shop_id == shop_id)
    )
