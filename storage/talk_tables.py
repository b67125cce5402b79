"""The tables of the talk: buyers, conversations, their messages and files, web chat sessions.

A message is stored once per conversation and id, in the order of `seq`; nothing here is ever changed but a
message's edit, its ticks, that it was taken back, and what erasing a buyer takes away.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class BuyerRow(Base):
    """Who writes. Every fact may be unknown; `country_basis` is the contract's (`stated`, `profile`, …)."""

    __tablename__ = "buyers"
    __table_args__ = (
        Index("ix_buyers_recent", "shop_id", "seen_at", "id"),
        Index("ix_buyers_country", "shop_id", "country"),
        Index(
            "ix_buyers_words",
            # As PostgreSQL writes it, so that the comparison with the migrations finds it the same.
            sql("search_words((COALESCE(name, ''::text) || ' '::text) || COALESCE(company, ''::text))"),
            postgresql_using="gin",
        ),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    name: Mapped[str | None]
    company: Mapped[str | None]
    country: Mapped[str | None]
    country_basis: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    locale: Mapped[str | None]
    """The language that the buyer's messenger or browser asks for."""
    source: Mapped[str | None]
    """Where the buyer came from: a listing, a fair, a page of the shop's site."""
    note: Mapped[str | None]
    """The team's own words on the buyer; never shown to the buyer."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    seen_at: Mapped[datetime] = mapped_column(server_default=func.now())
    """When the buyer last wrote, to the minute."""
    erased_at: Mapped[datetime | None]


class ConversationRow(Base):
    """One talk with one buyer in one channel, with what the inbox sorts and filters by."""

    __tablename__ = "conversations"
    __table_args__ = (
        Index(
            "ix_conversations_queue",
            "shop_id",
            "waiting_since",
            "id",
            postgresql_where=sql("waiting_since IS NOT NULL"),
        ),
        Index("ix_conversations_recent", "shop_id", "state", "last_message_at", "id"),
        Index("ix_conversations_newest", "shop_id", "last_message_at", "id"),
        Index(
            "ix_conversations_active",
            "shop_id",
            "last_message_at",
            "id",
            postgresql_where=sql("state IN ('open', 'taken_over')"),
        ),
        Index("ix_conversations_language", "shop_id", "language"),
        Index("ix_conversations_assignee", "assignee_id", postgresql_where=sql("waiting_since IS NOT NULL")),
        Index("ix_conversations_snoozed", "snoozed_until", postgresql_where=sql("snoozed_until IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    buyer_id: Mapped[int] = mapped_column(ForeignKey("buyers.id", ondelete="CASCADE"), index=True)
    channel: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=sql("'open'"))
    """open, taken_over, snoozed, closed or spam."""
    is_test: Mapped[bool] = mapped_column(server_default=sql("false"))
    """Somebody of the team tries something out: no figure counts it."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    last_seq: Mapped[int] = mapped_column(server_default=sql("0"))
    """Of the newest message, whoever wrote it."""
    last_buyer_seq: Mapped[int] = mapped_column(server_default=sql("0"))
    drafted_seq: Mapped[int] = mapped_column(server_default=sql("0"))
    """Up to which message of the buyer a draft was made or a person answered."""
    spam_seq: Mapped[int] = mapped_column(server_default=sql("0"))
    """Up to which message the talk was put aside as spam: what comes after is read on its own. -1: a person
    has said that it is none, and no rule says otherwise."""
    last_message_at: Mapped[datetime] = mapped_column(server_default=func.now())
    excerpt: Mapped[str] = mapped_column(server_default=sql("''"))
    """The beginning of the newest message, for the inbox."""
    burst_started_at: Mapped[datetime | None]
    burst_due_at: Mapped[datetime | None]
    """When the burst counts as over and is answered."""
    waiting_since: Mapped[datetime | None]
    """When the oldest message that nobody has answered came in: the start of the reply clock."""
    draft_id: Mapped[int | None]
    """The newest draft."""
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    taken_over_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    snoozed_until: Mapped[datetime | None]
    language: Mapped[str | None]
    intents: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    risks: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    grade: Mapped[str | None]
    needs: Mapped[str | None]
    """Who must approve the newest draft: salesperson, manager or nobody."""
    quote_total: Mapped[Decimal | None]
    """Of the newest quote, in the shop's currency."""
    frozen_at: Mapped[datetime | None]
    """Since when nothing goes out but by a manager with a reason; None: it is not frozen."""
    frozen_why: Mapped[str | None]
    """account_changed, or by_hand."""


class MessageRow(Base):
    """One message of a talk. Who wrote it (the buyer's browser) made `id`: the same id is stored once."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "id"),
        Index("ix_messages_words", sql("search_words(text)"), postgresql_using="gin"),
    )

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[uuid.UUID]
    sender: Mapped[str]
    """buyer or seller."""
    author: Mapped[str]
    """Who caused it: buyer, person, rule or model."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    text: Mapped[str]
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    outbox_id: Mapped[int | None] = mapped_column(unique=True)
    """What it was sent from: one row of the outbox gives one message, ever."""
    draft_id: Mapped[int | None]
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("quotes.id", ondelete="SET NULL"))
    quote_revision: Mapped[int | None]
    choices: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    """Answers that the buyer can tap: [{"label", "text"}, …]."""
    delivered_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    edited_at: Mapped[datetime | None]
    earlier: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    """Its texts before the edits, oldest first: [{"text", "until"}, …]."""
    deleted_at: Mapped[datetime | None]
    """Whoever wrote it has taken it back in the messenger; the words stay here."""
    about: Mapped[str | None]
    """The SKU of the product whose link the buyer had opened when this was written."""


class AttachmentRow(Base):
    """A file that came with a message; its bytes are apart, so that a list of files costs nothing."""

    __tablename__ = "attachments"
    __table_args__ = (Index("ix_attachments_message", "conversation_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    seq: Mapped[int]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    """Bytes."""
    sha256: Mapped[str]


class AttachmentContentRow(Base):
    __tablename__ = "attachment_contents"

    attachment_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("attachments.id", ondelete="CASCADE"), primary_key=True
    )
    content: Mapped[bytes]


class WebSessionRow(Base):
    """A browser that may read and write one conversation. The token itself is never stored, only its hash."""

    __tablename__ = "web_sessions"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    locale: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    seen_at: Mapped[datetime] = mapped_column(server_default=func.now())
