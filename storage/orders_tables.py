"""The tables of the order ledger: an entry for each quote that a buyer has, what happened to it, what a
platform reported that fits no quote, and the signed calls that were taken.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

_HAS_NUMBER = sql("platform_key IS NOT NULL")


class OrderRow(Base):
    """A quote on its way to the review; `version` counts its changes. Amounts of the quote in `currency`,
    amounts received in `paid_currency`."""

    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_recent", "shop_id", "changed_at", "id"),
        Index("ix_orders_state", "shop_id", "state", "changed_at", "id"),
        Index("ix_orders_platform", "shop_id", "platform_key", postgresql_where=_HAS_NUMBER),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    quote_id: Mapped[int] = mapped_column(ForeignKey("quotes.id", ondelete="CASCADE"), unique=True)
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[str] = mapped_column(server_default=sql("'quoted'"))
    """One of bot.domain.orders.STATES."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    revision: Mapped[int]
    """Of the quote: the one that the buyer has."""
    currency: Mapped[str]
    total: Mapped[Decimal | None]
    """None: the quote offers alternatives."""
    quoted_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    link_sent_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    shipped_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    off_platform_at: Mapped[datetime | None]
    lost_at: Mapped[datetime | None]
    """When each state was reached, by the platform's time where it told one; None: not, or nobody knows."""
    said: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    """{state: time or null}: what the platform has reported, so that an old report is known again."""
    platform_number: Mapped[str | None]
    platform_key: Mapped[str | None]
    """The number's letters and digits alone: what is compared."""
    tracking: Mapped[str | None]
    carrier: Mapped[str | None]
    deposit_paid: Mapped[Decimal | None]
    balance_paid: Mapped[Decimal | None]
    total_paid: Mapped[Decimal | None]
    paid_currency: Mapped[str | None]
    lost_reason: Mapped[str | None]
    """A code of bot.domain.orders.LOST_REASONS, or words of the shop's own list."""
    lost_note: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now())


class OrderEventRow(Base):
    """One change of an entry; never changed itself, but for words that erasing takes away."""

    __tablename__ = "order_events"
    __table_args__ = (
        Index("ix_order_events_order", "order_id", "id"),
        Index("ix_order_events_reached", "shop_id", "after", "at", postgresql_where=sql("kind = 'moved'")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"))
    kind: Mapped[str]
    """started, moved, back, noted (facts alone), revised (another revision of the quote was sent), refunded
    or twice (money through Telegram that went back, or came a second time)."""
    cause: Mapped[str]
    """buyer, person, rule, import or hook."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    before: Mapped[str]
    after: Mapped[str]
    at: Mapped[datetime]
    """When it happened: the platform's time where it told one."""
    noted_at: Mapped[datetime]
    reason: Mapped[str | None]
    note: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    """The facts that changed, by column, as they are now."""


class OrderStrayRow(Base):
    """What a platform told of an order that no quote of ours was found for: a person matches it, or says that
    it is none of ours."""

    __tablename__ = "order_strays"
    __table_args__ = (
        UniqueConstraint("shop_id", "key"),
        Index("ix_order_strays_open", "shop_id", "id", postgresql_where=sql("settled_at IS NULL")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    key: Mapped[str]
    """The platform's number, or the quote's where there is none: the same order is kept once."""
    why: Mapped[str]
    """unknown_quote, not_sent, several_quotes, no_number or other_number."""
    source: Mapped[str]
    """import, hook or telegram."""
    file: Mapped[str | None]
    line: Mapped[int | None]
    quote_number: Mapped[str | None]
    platform_number: Mapped[str | None]
    buyer: Mapped[str | None]
    """As the platform names the buyer, for whoever matches; gone once it is settled."""
    report: Mapped[dict[str, Any]]
    first_at: Mapped[datetime] = mapped_column(server_default=func.now())
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id", ondelete="SET NULL"))
    """The order that it was matched with; None though settled: none of ours."""


class HookEventRow(Base):
    """A signed call that was taken: the same event again is known by its id."""

    __tablename__ = "hook_events"

    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True)
    event_id: Mapped[str] = mapped_column(primary_key=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id", ondelete="SET NULL"))
    outcome: Mapped[str]
    """moved, noted or unchanged."""
    received_at: Mapped[datetime]
