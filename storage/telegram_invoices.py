"""Invoices that buyers get in Telegram, and what they have paid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.telegram_payment_tables import TelegramInvoiceRow, TelegramPaymentRow

_INVOICE = tuple(TelegramInvoiceRow.__table__.columns)
_PAYMENT = tuple(TelegramPaymentRow.__table__.columns)


async def add(connection: AsyncConnection, **values: Any) -> int:
    """A new open invoice (columns of TelegramInvoiceRow); the one that was open is replaced."""
    await connection.execute(
        update(TelegramInvoiceRow)
        .where(TelegramInvoiceRow.order_id == values["order_id"], TelegramInvoiceRow.state == "open")
        .values(state="replaced")
    )
    added: int = (
        await connection.execute(insert(TelegramInvoiceRow).values(**values).returning(TelegramInvoiceRow.id))
    ).scalar_one()
    return added


async def open_of(connection: AsyncConnection, order_id: int) -> AnyRow | None:
    """The open invoice of an order, with `sending`: the state of its outbox row."""
    return (
        await connection.execute(
            select(*_INVOICE, OutboxRow.state.label("sending"))
            .join(OutboxRow, OutboxRow.id == TelegramInvoiceRow.outbox_id)
            .where(TelegramInvoiceRow.order_id == order_id, TelegramInvoiceRow.state == "open")
        )
    ).first()


async def of_outbox(connection: AsyncConnection, outbox_id: int) -> AnyRow | None:
    """The invoice that an outbox row sends; None where it is a reply."""
    return (
        await connection.execute(select(*_INVOICE).where(TelegramInvoiceRow.outbox_id == outbox_id))
    ).first()


async def by_payload(connection: AsyncConnection, payload: str, *, locked: bool = False) -> AnyRow | None:
    """The invoice that Telegram asks or tells about; None where the payload is none of ours."""
    try:
        wanted = UUID(payload)
    except ValueError:
        return None
    found = select(*_INVOICE).where(TelegramInvoiceRow.payload == wanted)
    return (await connection.execute(found.with_for_update() if locked else found)).first()


async def change(connection: AsyncConnection, invoice_id: int, **values: Any) -> None:
    await connection.execute(
        update(TelegramInvoiceRow).where(TelegramInvoiceRow.id == invoice_id).values(**values)
    )


async def of_orders(
    connection: AsyncConnection, order_ids: Sequence[int]
) -> tuple[Sequence[AnyRow], Sequence[AnyRow]]:
    """(invoices with `sending`, payments with `order_id` and `part`), each the newest first."""
    invoices = await connection.execute(
        select(*_INVOICE, OutboxRow.state.label("sending"))
        .join(OutboxRow, OutboxRow.id == TelegramInvoiceRow.outbox_id)
        .where(TelegramInvoiceRow.order_id.in_(order_ids))
        .order_by(TelegramInvoiceRow.id.desc())
    )
    payments = await connection.execute(
        select(*_PAYMENT, TelegramInvoiceRow.order_id, TelegramInvoiceRow.part)
        .join(TelegramInvoiceRow, TelegramInvoiceRow.id == TelegramPaymentRow.invoice_id)
        .where(TelegramInvoiceRow.order_id.in_(order_ids))
        .order_by(TelegramPaymentRow.id.desc())
    )
    return invoices.all(), payments.all()


# ---------------------------------------------------------------- payments
async def keep_payment(connection: AsyncConnection, **values: Any) -> int | None:
    """A payment (columns of TelegramPaymentRow); None where its charge is known already."""
    added: int | None = (
        await connection.execute(
            postgresql.insert(TelegramPaymentRow)
            .values(**values)
            .on_conflict_do_nothing(index_elements=["charge_id"])
            .returning(TelegramPaymentRow.id)
        )
    ).scalar()
    return added


async def settle_payment(connection: AsyncConnection, payment_id: int, outcome: str) -> None:
    await connection.execute(
        update(TelegramPaymentRow).where(TelegramPaymentRow.id == payment_id).values(outcome=outcome)
    )


async def refund(connection: AsyncConnection, charge_id: str, minor: int, at: datetime) -> AnyRow | None:
    """The payment, given back from now on, with `order_id` and `conversation_id`; None where it is not known
    or was given back before."""
    done: int | None = (
        await connection.execute(
            update(TelegramPaymentRow)
            .where(TelegramPaymentRow.charge_id == charge_id, TelegramPaymentRow.refunded_at.is_(None))
            .values(refunded_at=at, refunded_minor=minor)
            .returning(TelegramPaymentRow.id)
        )
    ).scalar()
    if done is None:
        return None
    return (
        await connection.execute(
            select(*_PAYMENT, TelegramInvoiceRow.order_id, TelegramInvoiceRow.conversation_id)
            .outerjoin(TelegramInvoiceRow, TelegramInvoiceRow.id == TelegramPaymentRow.invoice_id)
            .where(TelegramPaymentRow.id == done)
        )
    ).one()
