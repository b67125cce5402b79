"""The tables of sourcing: what purchasers are asked for, what was said about it, what they offer."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

_WAITS = sql("state IN ('open', 'claimed', 'asked')")


class SourcingRequestRow(Base):
    """Goods that a buyer asks for and the catalogue lacks; `version` counts its changes."""

    __tablename__ = "sourcing_requests"
    __table_args__ = (
        UniqueConstraint("shop_id", "number"),
        Index("ix_sourcing_requests_recent", "shop_id", "changed_at", "id"),
        Index("ix_sourcing_requests_due", "shop_id", "due_at", postgresql_where=_WAITS),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    number: Mapped[int]
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[str]
    """One of bot.domain.sourcing.STATES."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    key: Mapped[str]
    """The trade words that know the goods again within one talk."""
    heads: Mapped[list[str]]
    qualities: Mapped[list[str]] = mapped_column(server_default=sql("'{}'"))
    asked: Mapped[str]
    """The buyer's words, without anything that tells who the buyer is."""
    language: Mapped[str]
    need: Mapped[dict[str, Any]]
    """{field: {value, source, words, by}}, see bot.domain.sourcing.FIELDS."""
    files: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    """[{"id", "media_type"}] of what the buyer has shown."""
    note: Mapped[str | None]
    """The salesperson's, to the purchasers."""
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """None though sent: by the shop's rule."""
    due_at: Mapped[datetime | None]
    reminded: Mapped[int] = mapped_column(server_default=sql("0"))
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"), index=True)
    claimed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    """Of bot.domain.sourcing.DECLINE_REASONS."""
    reason_note: Mapped[str | None]
    quoted_at: Mapped[datetime | None]
    """When the buyer has got a quote with the offer."""
    waits_for_person: Mapped[bool] = mapped_column(server_default=sql("false"))
    """Answered, and not drafted by itself: the talk had moved on."""


class SourcingOfferRow(Base):
    """What a purchaser has found, as it may be sold; a corrected answer is another row, the last one counts.

    Prices to buyers are in `currency`, the shop's; what the supplier takes in `cost_currency`.
    """

    __tablename__ = "sourcing_offers"
    __table_args__ = (Index("ix_sourcing_offers_in_force", "shop_id", "valid_until"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    request_id: Mapped[int] = mapped_column(
        ForeignKey("sourcing_requests.id", ondelete="CASCADE"), index=True
    )
    item: Mapped[dict[str, Any]]
    """A bot.domain.facts.CatalogItem."""
    currency: Mapped[str]
    valid_until: Mapped[date]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    """A later row counts instead, or it was taken back."""
    for_all_at: Mapped[datetime | None]
    """Since when every buyer who asks for such goods may be quoted it."""
    for_all_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))


class SourcingCostRow(Base):
    """What the supplier takes: for purchasers and managers, and apart from all that makes a reply."""

    __tablename__ = "sourcing_costs"

    offer_id: Mapped[int] = mapped_column(
        ForeignKey("sourcing_offers.id", ondelete="CASCADE"), primary_key=True
    )
    unit_cost: Mapped[Decimal]
    cost_currency: Mapped[str]
    supplier: Mapped[str | None]
    margin_percent: Mapped[Decimal | None]
    """The rule that the sales prices were made by; None: set by hand."""


class SourcingNoteRow(Base):
    """What salesperson and purchaser say to each other, and each step of a request."""

    __tablename__ = "sourcing_notes"
    __table_args__ = (Index("ix_sourcing_notes_request", "request_id", "id"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("sourcing_requests.id", ondelete="CASCADE"))
    kind: Mapped[str]
    """proposed, sent, claimed, released, asked, told, corrected, renewed, answered, declined, withdrawn,
    dismissed, reminded, for_all, quoted, pictured or opened."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    text: Mapped[str | None]


class SourcingPhotoRow(Base):
    """A picture of the goods, by the purchaser."""

    __tablename__ = "sourcing_photos"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("sourcing_requests.id", ondelete="CASCADE"), index=True
    )
    media_type: Mapped[str]
    content: Mapped[bytes]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    at: Mapped[datetime]


class SourcingTellingRow(Base):
    """What a purchaser was told of a request in the messenger, once: claimed before the call."""

    __tablename__ = "sourcing_tellings"

    note_id: Mapped[int] = mapped_column(
        ForeignKey("sourcing_notes.id", ondelete="CASCADE"), primary_key=True
    )
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[int | None]
    """None: on its way, or nobody can tell whether it arrived."""
