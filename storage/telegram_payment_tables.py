"""The tables of payments through Telegram: invoices in the chat, and what buyers have paid."""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

_OPEN = sql("state = 'open'")


class TelegramInvoiceRow(Base):
    """One invoice that a person has sent. Of an order one is open: the next one takes its place."""

    __tablename__ = "telegram_invoices"
    __table_args__ = (
        Index("ix_telegram_invoices_order", "order_id", "id"),
        Index("uq_telegram_invoices_open", "order_id", unique=True, postgresql_where=_OPEN),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"))
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id", ondelete="CASCADE"), unique=True)
    payload: Mapped[uuid.UUID] = mapped_column(unique=True)
    """What Telegram gives back with every question and payment; buyers do not see it."""
    part: Mapped[str]
    """deposit, balance or total."""
    revision: Mapped[int]
    """Of the quote."""
    currency: Mapped[str]
    amount: Mapped[Decimal]
    minor: Mapped[int]
    """The same in the currency's smallest unit, as Telegram counts."""
    words: Mapped[dict[str, Any]]
    """{"title", "description", "label"}, as they were approved."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    seen: Mapped[int]
    """The version of the order that the person looked at: the same tap again is known by it."""
    state: Mapped[str] = mapped_column(server_default=sql("'open'"))
    """open, paid, replaced (by a newer one) or void (the buyer was erased)."""
    checkout_id: Mapped[str | None]
    """Telegram's question that was answered with yes last, and when: two devices shall not pay at once."""
    checkout_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class TelegramPaymentRow(Base):
    """Money that Telegram says was paid: kept once, whatever becomes of it."""

    __tablename__ = "telegram_payments"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), index=True)
    invoice_id: Mapped[int | None] = mapped_column(
        ForeignKey("telegram_invoices.id", ondelete="SET NULL"), index=True
    )
    """None: the payment names no invoice of ours."""
    charge_id: Mapped[str] = mapped_column(unique=True)
    """Telegram's own, by which a payment is known again."""
    provider_charge_id: Mapped[str]
    """Under which the payment provider knows it."""
    currency: Mapped[str]
    minor: Mapped[int]
    outcome: Mapped[str]
    """moved, noted, unchanged, twice (the invoice had been paid before) or open (a person matches it)."""
    paid_at: Mapped[datetime]
    refunded_at: Mapped[datetime | None]
    refunded_minor: Mapped[int | None]
