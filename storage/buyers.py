"""Buyers as the team looks them up: lists, one buyer with everything that hangs on it, changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import QuoteRevisionRow, QuoteRow
from storage.talk_tables import AttachmentRow, BuyerRow, ConversationRow


async def listed(
    connection: AsyncConnection,
    shop_id: int,
    *,
    words: str | None = None,
    country: str | None = None,
    source: str | None = None,
    before: tuple[datetime, int] | None = None,
    limit: int = 50,
) -> Sequence[AnyRow]:
    """Buyers with the numbers of their conversations and quotes, the last seen first.

    `words` are looked for in name, company, e-mail and phone; `before` is (seen_at, id) of the last one that
    was shown already.
    """
    conversations = (
        select(func.count())
        .where(ConversationRow.buyer_id == BuyerRow.id)
        .correlate(BuyerRow)
        .scalar_subquery()
    )
    quotes = (
        select(func.count())
        .select_from(QuoteRow)
        .join(ConversationRow, ConversationRow.id == QuoteRow.conversation_id)
        .where(ConversationRow.buyer_id == BuyerRow.id)
        .correlate(BuyerRow)
        .scalar_subquery()
    )
    wanted = select(
        *BuyerRow.__table__.columns, conversations.label("conversations"), quotes.label("quotes")
    ).where(BuyerRow.shop_id == shop_id)
    if words:
        searched = (BuyerRow.name, BuyerRow.company, BuyerRow.email, BuyerRow.phone)
        wanted = wanted.where(or_(*(column.icontains(words, autoescape=True) for column in searched)))
    if country:
        wanted = wanted.where(BuyerRow.country == country)
    if source:
        wanted = wanted.where(BuyerRow.source == source)
    if before is not None:
        wanted = wanted.where(tuple_(BuyerRow.seen_at, BuyerRow.id) < before)
    ordered = wanted.order_by(BuyerRow.seen_at.desc(), BuyerRow.id.desc()).limit(limit)
    return (await connection.execute(ordered)).all()


async def known_values(connection: AsyncConnection, shop_id: int) -> tuple[list[str], list[str]]:
    """(countries, sources) that buyers of the shop have, the most frequent first."""

    async def values(column: Any) -> list[str]:
        rows = await connection.execute(
            select(column)
            .where(BuyerRow.shop_id == shop_id, column.is_not(None))
            .group_by(column)
            .order_by(func.count().desc(), column)
            .limit(200)
        )
        return list(rows.scalars())

    return await values(BuyerRow.country), await values(BuyerRow.source)


async def buyer(
    connection: AsyncConnection, shop_id: int, buyer_id: int, *, locked: bool = False
) -> AnyRow | None:
    """One buyer of this shop; `locked` keeps others from changing the row until the transaction ends."""
    found = select(*BuyerRow.__table__.columns).where(BuyerRow.id == buyer_id, BuyerRow.shop_id == shop_id)
    return (await connection.execute(found.with_for_update() if locked else found)).first()


async def ids(connection: AsyncConnection, shop_id: int) -> list[int]:
    """Every buyer who was not erased, in the order of their ids."""
    rows = await connection.execute(
        select(BuyerRow.id)
        .where(BuyerRow.shop_id == shop_id, BuyerRow.erased_at.is_(None))
        .order_by(BuyerRow.id)
    )
    return list(rows.scalars())


async def conversations_of(connection: AsyncConnection, buyer_id: int) -> Sequence[AnyRow]:
    """The buyer's conversations, the newest first, with the number of their files."""
    files = (
        select(func.count())
        .select_from(AttachmentRow)
        .where(AttachmentRow.conversation_id == ConversationRow.id)
        .correlate(ConversationRow)
        .scalar_subquery()
    )
    return (
        await connection.execute(
            select(*ConversationRow.__table__.columns, files.label("files"))
            .where(ConversationRow.buyer_id == buyer_id)
            .order_by(ConversationRow.last_message_at.desc(), ConversationRow.id.desc())
        )
    ).all()


async def quotes_of(connection: AsyncConnection, buyer_id: int) -> Sequence[AnyRow]:
    """The buyer's quotes with the figures of their newest revision, the newest first."""
    return (
        await connection.execute(
            select(
                *QuoteRow.__table__.columns,
                QuoteRevisionRow.currency,
                QuoteRevisionRow.total,
                QuoteRevisionRow.valid_until,
            )
            .join(ConversationRow, ConversationRow.id == QuoteRow.conversation_id)
            .join(
                QuoteRevisionRow,
                (QuoteRevisionRow.quote_id == QuoteRow.id) & (QuoteRevisionRow.revision == QuoteRow.revision),
            )
            .where(ConversationRow.buyer_id == buyer_id)
            .order_by(QuoteRow.id.desc())
        )
    ).all()


async def change(connection: AsyncConnection, buyer_id: int, **values: Any) -> None:
    """Change facts of a buyer (columns of BuyerRow)."""
    await connection.execute(update(BuyerRow).where(BuyerRow.id == buyer_id).values(**values))


async def silent_since(
    connection: AsyncConnection, shop_id: int, day: datetime, limit: int = 100
) -> list[int]:
    """Buyers who have written nothing since `day`, and whom nobody has written to since; those first who have
    been silent for longest."""
    recent = (
        select(ConversationRow.id)
        .where(ConversationRow.buyer_id == BuyerRow.id, ConversationRow.last_message_at >= day)
        .correlate(BuyerRow)
        .exists()
    )
    rows = await connection.execute(
        select(BuyerRow.id)
        .where(BuyerRow.shop_id == shop_id, BuyerRow.erased_at.is_(None), BuyerRow.seen_at < day, ~recent)
        .order_by(BuyerRow.seen_at, BuyerRow.id)
        .limit(limit)
    )
    return list(rows.scalars())
