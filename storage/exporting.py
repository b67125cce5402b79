"""Everything that is kept of one buyer, as plain values: what a buyer may ask for."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import translations
from storage.base import AnyRow
from storage.buyers import buyer, conversations_of
from storage.complaint_tables import ComplaintNoteRow, ComplaintRow
from storage.desk_tables import (
    DraftRevisionRow,
    DraftRow,
    EventRow,
    OutboxRow,
    QuoteRevisionRow,
    QuoteRow,
)
from storage.follow_up_tables import ContactStopRow, FollowUpRow, PromiseRow
from storage.inside_tables import TalkSummaryRow
from storage.knowledge_tables import UnansweredQuestionRow
from storage.lesson_tables import EditLessonRow, PriceExceptionRow
from storage.orders_tables import OrderEventRow, OrderRow
from storage.sourcing_tables import SourcingNoteRow, SourcingOfferRow, SourcingRequestRow
from storage.talk_tables import AttachmentContentRow, AttachmentRow, MessageRow, WebSessionRow
from storage.telegram_payment_tables import TelegramInvoiceRow, TelegramPaymentRow
from storage.telegram_tables import TelegramChatRow

_INTERNAL = frozenset({"shop_id", "token_hash", "basis"})
"""Columns that say nothing of the buyer. `basis` repeats what the guard needs of the shop's own facts."""


async def export(connection: AsyncConnection, shop_id: int, buyer_id: int) -> dict[str, Any] | None:
    """All rows on a buyer as JSON values; None where the shop has no such buyer.

    {"buyer", "conversations": [{…, "messages", "files", "drafts", "quotes", "orders", "complaints",
    "invoices", "summaries", "sourcing", "follow_ups", "promises", "stops", "translations", "questions",
    "lessons", "exceptions", "outbox", "sessions", "telegram", "events"}]}; times are ISO 8601, amounts
    strings, bytes of files base64 in "content".
    """
    found = await buyer(connection, shop_id, buyer_id)
    if found is None:
        return None
    talks = [
        _plain(talk, leave_out={"files"}) | await _of_talk(connection, talk.id)
        for talk in await conversations_of(connection, buyer_id)
    ]
    return {"buyer": _plain(found), "conversations": talks}


async def _of_talk(connection: AsyncConnection, conversation_id: int) -> dict[str, Any]:
    async def rows(table: Any, *order: Any) -> Sequence[AnyRow]:
        wanted = select(*table.__table__.columns).where(table.conversation_id == conversation_id)
        return (await connection.execute(wanted.order_by(*order))).all()

    drafts = [_plain(row) for row in await rows(DraftRow, DraftRow.id)]
    quotes = [_plain(row) for row in await rows(QuoteRow, QuoteRow.id)]
    orders = [_plain(row) for row in await rows(OrderRow, OrderRow.id)]
    for order in orders:
        known = select(*OrderEventRow.__table__.columns).where(OrderEventRow.order_id == order["id"])
        order["events"] = _plains((await connection.execute(known.order_by(OrderEventRow.id))).all())
    cases = [_plain(row) for row in await rows(ComplaintRow, ComplaintRow.id)]
    for case in cases:
        noted = select(*ComplaintNoteRow.__table__.columns).where(ComplaintNoteRow.complaint_id == case["id"])
        case["notes"] = _plains((await connection.execute(noted.order_by(ComplaintNoteRow.id))).all())
    invoices = [_plain(row) for row in await rows(TelegramInvoiceRow, TelegramInvoiceRow.id)]
    for invoice in invoices:
        paid = select(*TelegramPaymentRow.__table__.columns).where(
            TelegramPaymentRow.invoice_id == invoice["id"]
        )
        invoice["payments"] = _plains((await connection.execute(paid.order_by(TelegramPaymentRow.id))).all())
    for draft in drafts:
        made = select(*DraftRevisionRow.__table__.columns).where(DraftRevisionRow.draft_id == draft["id"])
        draft["revisions"] = _plains(
            (await connection.execute(made.order_by(DraftRevisionRow.revision))).all()
        )
    for quote in quotes:
        kept = select(*QuoteRevisionRow.__table__.columns).where(QuoteRevisionRow.quote_id == quote["id"])
        quote["revisions"] = _plains(
            (await connection.execute(kept.order_by(QuoteRevisionRow.revision))).all()
        )
    files = await connection.execute(
        select(*AttachmentRow.__table__.columns, AttachmentContentRow.content)
        .outerjoin(AttachmentContentRow, AttachmentContentRow.attachment_id == AttachmentRow.id)
        .where(AttachmentRow.conversation_id == conversation_id)
        .order_by(AttachmentRow.seq, AttachmentRow.name, AttachmentRow.id)
    )
    return {
        "messages": _plains(await rows(MessageRow, MessageRow.seq)),
        "files": _plains(files.all()),
        "drafts": drafts,
        "quotes": quotes,
        "orders": orders,
        "complaints": cases,
        "invoices": invoices,
        "sourcing": await _sourcing(connection, await rows(SourcingRequestRow, SourcingRequestRow.id)),
        "summaries": _plains(await rows(TalkSummaryRow, TalkSummaryRow.id)),
        "follow_ups": _plains(await rows(FollowUpRow, FollowUpRow.id)),
        "promises": _plains(await rows(PromiseRow, PromiseRow.id)),
        "stops": _plains(await rows(ContactStopRow, ContactStopRow.id)),
        "translations": _plains(await translations.of_conversation(connection, conversation_id)),
        "questions": _plains(
            await rows(UnansweredQuestionRow, UnansweredQuestionRow.id), leave_out={"vector"}
        ),
        "lessons": _plains(await rows(EditLessonRow, EditLessonRow.id)),
        "exceptions": _plains(await rows(PriceExceptionRow, PriceExceptionRow.id)),
        "outbox": _plains(await rows(OutboxRow, OutboxRow.id)),
        "sessions": _plains(await rows(WebSessionRow, WebSessionRow.created_at)),
        "telegram": _plains(await rows(TelegramChatRow, TelegramChatRow.id)),
        "events": _plains(await rows(EventRow, EventRow.id)),
    }


async def _sourcing(connection: AsyncConnection, requests: Sequence[AnyRow]) -> list[dict[str, Any]]:
    """Requests with what was said about them and what was offered: nothing of what the supplier takes."""
    told = [_plain(row) for row in requests]
    for each in told:
        notes = select(*SourcingNoteRow.__table__.columns).where(SourcingNoteRow.request_id == each["id"])
        each["notes"] = _plains((await connection.execute(notes.order_by(SourcingNoteRow.id))).all())
        made = select(*SourcingOfferRow.__table__.columns).where(SourcingOfferRow.request_id == each["id"])
        each["offers"] = _plains((await connection.execute(made.order_by(SourcingOfferRow.id))).all())
    return told


def _plains(rows: Iterable[AnyRow], leave_out: Iterable[str] = ()) -> list[dict[str, Any]]:
    return [_plain(row, leave_out) for row in rows]


def _plain(row: AnyRow, leave_out: Iterable[str] = ()) -> dict[str, Any]:
    skipped = _INTERNAL | set(leave_out)
    return {name: _value(held) for name, held in row._mapping.items() if name not in skipped}


def _value(held: Any) -> Any:
    if isinstance(held, datetime | date):
        return held.isoformat()
    if isinstance(held, Decimal | UUID):
        return str(held)
    if isinstance(held, bytes):
        return base64.b64encode(held).decode("ascii")
    return held
