"""The tables of follow-ups: what comes next in each talk, who wants no more, campaigns, what was promised."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

_OPEN = sql("state IN ('planned', 'drafted', 'approved')")


class FollowUpRow(Base):
    """One follow-up: planned, then a draft, then sent; or cancelled, with the reason. Holds no words."""

    __tablename__ = "follow_ups"
    __table_args__ = (
        # One comes next in a conversation, whatever two workers do.
        Index("uq_follow_ups_open", "conversation_id", unique=True, postgresql_where=_OPEN),
        Index("ix_follow_ups_calendar", "shop_id", "arrives_at", "id"),
        Index("ix_follow_ups_buyer", "buyer_id", "state"),
        Index("ix_follow_ups_draft", "draft_id", postgresql_where=sql("draft_id IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    buyer_id: Mapped[int] = mapped_column(ForeignKey("buyers.id", ondelete="CASCADE"))
    kind: Mapped[str]
    """One of bot.domain.follow_up_facts.KINDS."""
    subject: Mapped[str]
    """What it is about, made of ids: "quote:7", "festival:diwali:2027-10-29", "campaign:3"."""
    step: Mapped[int]
    """Which of several of its kind, from 0."""
    state: Mapped[str] = mapped_column(server_default=sql("'planned'"))
    """planned, drafted (a person decides), approved (it leaves in the buyer's hours), sent, cancelled."""
    due_at: Mapped[datetime]
    """When it is wanted."""
    arrives_at: Mapped[datetime]
    """The first moment after it at which the buyer is at work; once it is sent, when it was."""
    until_at: Mapped[datetime]
    """After that it makes no sense any more."""
    draft_at: Mapped[datetime]
    """When its draft is made: while the team is at work."""
    moved_to: Mapped[datetime | None]
    """Where a person has put it."""
    at_once: Mapped[bool] = mapped_column(server_default=sql("false"))
    """A person wants it to leave whatever time it is where the buyer is."""
    why: Mapped[str | None]
    """Why it was cancelled: person, replaced, or one of bot.domain.follow_up_facts.Silence."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """Who moved or cancelled it."""
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("drafts.id", ondelete="SET NULL"))
    """The newest."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    drafted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    """When it was sent or cancelled."""


class FollowUpTalkRow(Base):
    """How far a talk was read for stops and promises, and what came of the last planning."""

    __tablename__ = "follow_up_talks"

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    read_seq: Mapped[int] = mapped_column(server_default=sql("0"))
    silence: Mapped[str | None]
    """Why nothing comes next; None: something does."""
    planned_at: Mapped[datetime]


class ContactStopRow(Base):
    """A buyer who wants no messages but answers. `lifted_at`: a person has noted that it is taken back."""

    __tablename__ = "contact_stops"
    __table_args__ = (
        Index("uq_contact_stops_held", "buyer_id", unique=True, postgresql_where=sql("lifted_at IS NULL")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    buyer_id: Mapped[int] = mapped_column(ForeignKey("buyers.id", ondelete="CASCADE"))
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    seq: Mapped[int | None]
    """The message; None: a person has noted it."""
    at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))


class CampaignRow(Base):
    """What a manager tells buyers whose inquiry it concerns. `texts`: by language."""

    __tablename__ = "follow_up_campaigns"
    __table_args__ = (Index("ix_follow_up_campaigns_shop", "shop_id", "id"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    name: Mapped[str]
    texts: Mapped[dict[str, Any]]
    skus: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    intents: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    countries: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    categories: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    stages: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    """Empty: whatever it is."""
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(server_default=sql("'running'"))
    """running or ended."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    created_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))


class CampaignTargetRow(Base):
    """A conversation that a campaign concerns, as it was when the manager began it."""

    __tablename__ = "follow_up_campaign_targets"
    __table_args__ = (Index("ix_follow_up_campaign_targets_talk", "conversation_id"),)

    campaign_id: Mapped[int] = mapped_column(
        ForeignKey("follow_up_campaigns.id", ondelete="CASCADE"), primary_key=True
    )
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )


class PromiseRow(Base):
    """Something that one side has said it will do by a day, read by rule or noted by a person."""

    __tablename__ = "promises"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq", "place"),
        Index("ix_promises_open", "shop_id", "due_on", "id", postgresql_where=sql("state = 'open'")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    seq: Mapped[int | None]
    """The message; None: a person has noted it."""
    place: Mapped[int | None]
    """Where its sentence begins in the message."""
    side: Mapped[str]
    """buyer or seller: who has promised."""
    words: Mapped[str]
    """The sentence."""
    due_on: Mapped[date]
    """The day named, where the shop is."""
    state: Mapped[str] = mapped_column(server_default=sql("'open'"))
    """open, done, broken, or not_a_promise."""
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    found_at: Mapped[datetime] = mapped_column(server_default=func.now())
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    reminded_at: Mapped[datetime | None]
    """When the team was told that its day has passed."""
