"""Numbered quotes and their revisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.orders import UNPAID
from storage.base import AnyRow
from storage.desk_tables import QuoteCounterRow, QuoteRevisionRow, QuoteRow
from storage.orders_tables import OrderRow
from storage.talk_tables import BuyerRow, ConversationRow, MessageRow


async def open_quote(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """The conversation's newest quote, while nobody has paid it or given it up: another inquiry in the same
    talk is its next revision."""
    ended = (
        select(OrderRow.id).where(OrderRow.quote_id == QuoteRow.id, OrderRow.state.not_in(UNPAID)).exists()
    )
    return (
        await connection.execute(
            select(*QuoteRow.__table__.columns)
            .where(QuoteRow.conversation_id == conversation_id, ~ended)
            .order_by(QuoteRow.id.desc())
            .limit(1)
            .with_for_update()
        )
    ).first()


async def add_quote(connection: AsyncConnection, shop_id: int, conversation_id: int, year: int) -> int:
    """A quote with the next number of `year`, and no revision yet. No gaps: a rollback frees the number."""
    counter = postgresql.insert(QuoteCounterRow).values(shop_id=shop_id, year=year, last=1)
    number: int = (
        await connection.execute(
            counter.on_conflict_do_update(
                index_elements=["shop_id", "year"], set_={"last": QuoteCounterRow.last + 1}
            ).returning(QuoteCounterRow.last)
        )
    ).scalar_one()
    added: int = (
        await connection.execute(
            insert(QuoteRow)
            .values(
                shop_id=shop_id,
                conversation_id=conversation_id,
                number=f"Q-{year}-{number:04d}",
                revision=0,
            )
            .returning(QuoteRow.id)
        )
    ).scalar_one()
    return added


async def add_revision(
    connection: AsyncConnection,
    quote_id: int,
    *,
    currency: str,
    total: Decimal | None,
    valid_until: date,
    body: dict[str, Any],
    terms: dict[str, Any],
    author: str,
    staff_id: int | None = None,
    reason: str | None = None,
) -> int:
    """The next revision of a quote; its number."""
    revision: int = (
        await connection.execute(
            update(QuoteRow)
            .where(QuoteRow.id == quote_id)
            .values(revision=QuoteRow.revision + 1)
            .returning(QuoteRow.revision)
        )
    ).scalar_one()
    await connection.execute(
        insert(QuoteRevisionRow).values(
            quote_id=quote_id,
            revision=revision,
            currency=currency,
            total=total,
            valid_until=valid_until,
            body=body,
            terms=terms,
            author=author,
            staff_id=staff_id,
            reason=reason,
        )
    )
    return revision


async def revision(connection: AsyncConnection, quote_id: int, number: int | None = None) -> AnyRow | None:
    """One revision (the newest, where None) with the quote's number and conversation."""
    wanted = QuoteRow.revision if number is None else number
    return (
        await connection.execute(
            select(
                *QuoteRevisionRow.__table__.columns,
                QuoteRow.number,
                QuoteRow.conversation_id,
                QuoteRow.shop_id,
                QuoteRow.sent_revision,
                QuoteRow.check_code,
            )
            .join(QuoteRow, QuoteRow.id == QuoteRevisionRow.quote_id)
            .where(QuoteRevisionRow.quote_id == quote_id, QuoteRevisionRow.revision == wanted)
        )
    ).first()


async def as_document(connection: AsyncConnection, shop_id: int, number: str, revision: int) -> AnyRow | None:
    """A revision as its document needs it: body, terms, created_at, check_code, the buyer's name, company
    and country, the language of the talk, and `sent`: whether the buyer has it."""
    sent = (
        select(MessageRow.seq)
        .where(
            MessageRow.conversation_id == QuoteRow.conversation_id,
            MessageRow.quote_id == QuoteRow.id,
            MessageRow.quote_revision == revision,
        )
        .exists()
    )
    return (
        await connection.execute(
            select(
                QuoteRevisionRow.body,
                QuoteRevisionRow.terms,
                QuoteRevisionRow.created_at,
                QuoteRow.check_code,
                BuyerRow.name,
                BuyerRow.company,
                BuyerRow.country,
                ConversationRow.language,
                sent.label("sent"),
            )
            .join(QuoteRow, QuoteRow.id == QuoteRevisionRow.quote_id)
            .join(ConversationRow, ConversationRow.id == QuoteRow.conversation_id)
            .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
            .where(
                QuoteRow.shop_id == shop_id,
                QuoteRow.number == number,
                QuoteRevisionRow.revision == revision,
            )
        )
    ).first()


async def to_check(connection: AsyncConnection, shop_id: int, number: str) -> AnyRow | None:
    """The revision of a quote that its buyer has: sent_revision, check_code, conversation_id, total,
    currency, valid_until, sent_at. None where none was sent."""
    return (
        await connection.execute(
            select(
                QuoteRow.sent_revision,
                QuoteRow.check_code,
                QuoteRow.conversation_id,
                QuoteRevisionRow.total,
                QuoteRevisionRow.currency,
                QuoteRevisionRow.valid_until,
                func.coalesce(
                    select(func.min(MessageRow.at))
                    .where(
                        MessageRow.conversation_id == QuoteRow.conversation_id,
                        MessageRow.quote_id == QuoteRow.id,
                        MessageRow.quote_revision == QuoteRow.sent_revision,
                    )
                    .scalar_subquery(),
                    QuoteRevisionRow.created_at,
                ).label("sent_at"),
            )
            .join(
                QuoteRevisionRow,
                (QuoteRevisionRow.quote_id == QuoteRow.id)
                & (QuoteRevisionRow.revision == QuoteRow.sent_revision),
            )
            .where(QuoteRow.shop_id == shop_id, QuoteRow.number == number)
        )
    ).first()


async def revisions(connection: AsyncConnection, quote_id: int) -> Sequence[AnyRow]:
    """All revisions, oldest first."""
    return (
        await connection.execute(
            select(*QuoteRevisionRow.__table__.columns)
            .where(QuoteRevisionRow.quote_id == quote_id)
            .order_by(QuoteRevisionRow.revision)
        )
    ).all()


async def mark_sent(connection: AsyncConnection, quote_id: int, number: int) -> None:
    """The buyer has this revision."""
    await connection.execute(update(QuoteRow).where(QuoteRow.id == quote_id).values(sent_revision=number))
