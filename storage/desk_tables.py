"""The tables of the desk: drafts and their revisions, quotes, the outbox, events, what managers have set.

Nothing is deleted: a draft that is refused or superseded stays with its reason.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class DraftRow(Base):
    """A reply that waits for a person, and what it is bound to.

    An approval holds only for this `revision`, its fingerprint, `through_seq` as the buyer's last message and
    `shop_version_id` as the serving price list.
    """

    __tablename__ = "drafts"
    __table_args__ = (
        Index("ix_drafts_conversation", "conversation_id", "id"),
        Index("ix_drafts_state", "shop_id", "state", "id"),
        Index("ix_drafts_made", "shop_id", "created_at"),
        Index("ix_drafts_decided", "shop_id", "decided_at"),
        Index("ix_drafts_cell", "shop_id", "intent", "language", "decided_at"),
        Index(
            "ix_drafts_approved", "shop_id", "intent", "language", postgresql_include=["edited"],
            postgresql_where=sql(
                "state IN ('approved', 'sending', 'sent') AND decided_by IS NOT NULL"
            ),
        ),
        # One draft waits in a conversation at a time, whatever two workers do.
        Index("uq_drafts_waiting", "conversation_id", unique=True, postgresql_where=sql("state = 'waiting'")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    state: Mapped[str]
    """waiting, approved, sending, sent, superseded, refused, expired or failed."""
    revision: Mapped[int]
    """The newest one; `draft_revisions` holds its text."""
    through_seq: Mapped[int]
    shop_version_id: Mapped[int]
    """Of `shop_versions`; no foreign key, for old versions are let go."""
    language: Mapped[str]
    intent: Mapped[str]
    """The first one."""
    needs: Mapped[str]
    answer: Mapped[dict[str, Any]]
    """What was understood, found and worked out: the contract's answer object, and more for the console."""
    basis: Mapped[dict[str, Any]]
    """The facts that the guard holds any text of this draft against."""
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("quotes.id"))
    choices: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """None where a rule decided."""
    reason: Mapped[str | None]
    """Why it was refused, superseded, expired or failed, or why its findings were overridden."""
    edited: Mapped[bool] = mapped_column(server_default=sql("false"))
    """A person changed the words or the quote before approving."""


class DraftRevisionRow(Base):
    """One state of a draft's words and quote; never changed."""

    __tablename__ = "draft_revisions"

    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    fingerprint: Mapped[str]
    """Of the text and the quote that go out together."""
    findings: Mapped[list[Any]]
    """[{"rule", "severity", "excerpt"}, …]"""
    writer: Mapped[str]
    """"templates", a model's name, or "person"."""
    author: Mapped[str]
    """rule, model or person."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    quote_revision: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class QuoteRow(Base):
    """A numbered quote; its figures stand in its revisions."""

    __tablename__ = "quotes"
    __table_args__ = (UniqueConstraint("shop_id", "number"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[str]
    """Q-2026-0001."""
    revision: Mapped[int]
    """The newest one."""
    sent_revision: Mapped[int | None]
    """The one that the buyer has."""
    check_code: Mapped[str] = mapped_column(
        # As PostgreSQL writes it, so that the comparison with the migrations finds it the same.
        server_default=sql("upper(substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 1, 10))")
    )
    """Forty random bits, printed on the document: who has it may see the total on the page of checks."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class QuoteRevisionRow(Base):
    """One state of a quote; never changed. Amounts in `currency`, strings inside `body`."""

    __tablename__ = "quote_revisions"

    quote_id: Mapped[int] = mapped_column(ForeignKey("quotes.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    currency: Mapped[str]
    total: Mapped[Decimal | None]
    valid_until: Mapped[date]
    body: Mapped[dict[str, Any]]
    """The domain's quote whole."""
    terms: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    """What its document says beside the figures, as the reply said it: `notes` (moves of the plan) and
    `deposit_percent`. Empty in revisions of an earlier program."""
    author: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    reason: Mapped[str | None]
    """Why a person changed it: the discount granted and for what."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class QuoteCounterRow(Base):
    """The last number given in a year, so that numbers have no gaps."""

    __tablename__ = "quote_counters"

    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class OutboxRow(Base):
    """What may go out: the only way to a buyer. An approval writes it, or a rule that a manager allowed."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_open", "state", postgresql_where=sql("state <> 'sent'")),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    channel: Mapped[str]
    dedup_key: Mapped[str] = mapped_column(unique=True)
    """Made of ids: what is approved twice goes out once."""
    message_id: Mapped[uuid.UUID]
    """The id that its message will have."""
    text: Mapped[str]
    author: Mapped[str]
    """Whose decision it was: person or rule."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("drafts.id", ondelete="SET NULL"))
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("quotes.id", ondelete="SET NULL"))
    quote_revision: Mapped[int | None]
    choices: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    answers_seq: Mapped[int | None]
    """Up to which message of the buyer it answers; None: it answers nothing, the reply clock goes on."""
    state: Mapped[str] = mapped_column(server_default=sql("'queued'"))
    """queued, sending, sent, failed, withdrawn (a follow-up that did not hold any more), or unknown: sent or
    not, nobody can tell, a person looks."""
    not_before: Mapped[datetime | None]
    """It waits until the buyer is at work; None: it leaves at once."""
    past_freeze: Mapped[datetime | None]
    """`frozen_at` of its talk as a manager sent it all the same: it leaves during that freeze, and during no
    other. None: a person sent it while the talk was not frozen, or a rule did."""
    attempts: Mapped[int] = mapped_column(server_default=sql("0"))
    error: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class EventRow(Base):
    """What happened and who caused it: the audit trail, and what every metric is counted from."""

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_shop_at", "shop_id", "at"),
        Index("ix_events_conversation", "conversation_id", "at"),
        Index("ix_events_kind", "shop_id", "kind", "at"),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    kind: Mapped[str]
    """What happened, in the past: draft.approved, conversation.taken_over, staff.signed_in …"""
    actor: Mapped[str]
    """buyer, person, rule or model."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    draft_id: Mapped[int | None]
    data: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    """Figures and codes; never the buyer's words."""


class AutonomyCellRow(Base):
    """An intent in a language whose replies go out by rule: switched on by a manager, ended by an edit."""

    __tablename__ = "autonomy_cells"

    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True)
    intent: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    enabled_at: Mapped[datetime]
    enabled_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[str | None]


class ShopSettingRow(Base):
    """What managers set in the console, by name."""

    __tablename__ = "shop_settings"

    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now())
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
