"""What a sent message means for the ledger: a quote is entered, a revision replaces it, the link is out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.order_changes import keep_change, tell
from bot.desk.sourcing.answering import mark_quoted
from bot.domain.orders import UNPAID, moved, steps_of
from storage import orders, quotes, telegram_invoices, terms
from storage.base import AnyRow
from storage.events import record

_NUMBER = "{quote_number}"


async def after_sending(desk: Desk, connection: AsyncConnection, sent: AnyRow, now: datetime) -> None:
    """Follow an outbox row that the buyer has got, in the transaction that says so; the talk is locked."""
    if sent.quote_id is not None and sent.quote_revision is not None:
        await _enter(desk, connection, sent, now)
    invoice = await telegram_invoices.of_outbox(connection, sent.id)
    if invoice is not None:
        await _invoiced(desk, connection, invoice.order_id, now)
        return
    link = await terms.order_link(connection, desk.shop_id)
    if link is not None and link.split(_NUMBER)[0] in sent.text:
        await _link_sent(desk, connection, sent, link, now)


async def _enter(desk: Desk, connection: AsyncConnection, sent: AnyRow, now: datetime) -> None:
    kept = await quotes.revision(connection, sent.quote_id, sent.quote_revision)
    if kept is None:
        return
    started = await orders.start(
        connection, shop_id=desk.shop_id, quote_id=sent.quote_id, conversation_id=sent.conversation_id,
        revision=kept.revision, currency=kept.currency, total=kept.total, at=now,
    )  # fmt: skip
    skus = [str(line["sku"]) for line in kept.body.get("lines", ())]
    await mark_quoted(desk, connection, sent.conversation_id, skus, now)
    row = await orders.of_quote(connection, sent.quote_id)
    assert row is not None
    kind = "started"
    if started is None:
        if row.revision == kept.revision:
            return
        kind = "revised"
        if row.state in UNPAID:  # what was paid keeps the figures that it was paid for
            await orders.change(
                connection, row.id, now, revision=kept.revision, currency=kept.currency, total=kept.total
            )
    await orders.add_event(
        connection, shop_id=desk.shop_id, order_id=row.id, kind=kind, cause="rule",
        before=row.state, after=row.state, at=now, noted_at=now,
        data={"revision": kept.revision, "currency": kept.currency,
              "total": None if kept.total is None else str(kept.total)},
    )  # fmt: skip
    await record(
        connection, f"order.{kind}", at=now, shop_id=desk.shop_id, actor="rule",
        conversation_id=sent.conversation_id, draft_id=sent.draft_id,
        data={"order": row.id, "quote": row.number, "revision": kept.revision},
    )  # fmt: skip
    await tell(desk, connection, row)


async def _invoiced(desk: Desk, connection: AsyncConnection, order_id: int, now: datetime) -> None:
    """An invoice in the chat is where the buyer may pay: as good as a link."""
    row = await orders.order(connection, order_id, locked=True)
    if row is None or row.state not in UNPAID:
        return
    entry = orders.entry_of(row)
    if any(step.to == "link_sent" and not step.back for step in steps_of(entry)):
        after = moved(entry, "link_sent", cause="rule", at=now, now=now)
        await keep_change(desk, connection, row, after, kind="moved", cause="rule", at=now, now=now)


async def _link_sent(desk: Desk, connection: AsyncConnection, sent: AnyRow, link: str, now: datetime) -> None:
    """The buyer was told where to order. In the message that brings an offer the link is part of the offer:
    it moves the order only once the buyer has said yes."""
    for row in await orders.of_conversation(connection, sent.conversation_id, locked=True):
        if row.state not in UNPAID or link.replace(_NUMBER, row.number) not in sent.text:
            continue
        entry = orders.entry_of(row)
        offered = row.quote_id == sent.quote_id and row.state == "quoted"
        if not offered and any(step.to == "link_sent" and not step.back for step in steps_of(entry)):
            after = moved(entry, "link_sent", cause="rule", at=now, now=now)
            await keep_change(desk, connection, row, after, kind="moved", cause="rule", at=now, now=now)
        if _NUMBER not in link:
            break  # one link for all orders: it is about the newest that is open
