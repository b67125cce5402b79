"""The tables of complaints: the cases, and what was done about each."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

_OPEN = sql("state = 'open'")


class ComplaintRow(Base):
    """Something is wrong with goods that a buyer got; `version` counts its changes. One is open for an order,
    and one in a talk that is for no order yet."""

    __tablename__ = "complaints"
    __table_args__ = (
        UniqueConstraint("shop_id", "number"),
        Index("ix_complaints_recent", "shop_id", "changed_at", "id"),
        Index(
            "ix_complaints_one_of_order", "order_id", unique=True,
            postgresql_where=sql("state = 'open' AND order_id IS NOT NULL"),
        ),
        Index(
            "ix_complaints_one_of_talk", "conversation_id", unique=True,
            postgresql_where=sql("state = 'open' AND order_id IS NULL"),
        ),
        Index("ix_complaints_open", "shop_id", "id", postgresql_where=_OPEN),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    number: Mapped[int]
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id", ondelete="SET NULL"), index=True)
    state: Mapped[str]
    """open, closed, or merged into `merged_into`."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    known: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    """{field: {value, by, seq, words}}, see bot.domain.complaints.FIELDS."""
    photos: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    """Ids of the talk's attachments that show what is wrong."""
    read_seq: Mapped[int] = mapped_column(server_default=sql("0"))
    """The buyer's words are read into the case up to this message."""
    opened_seq: Mapped[int]
    opened_at: Mapped[datetime]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """None: by the shop's rule, from the buyer's words."""
    changed_at: Mapped[datetime]
    warned: Mapped[int] = mapped_column(server_default=sql("0"))
    """Of the end of the dispute window: 1 the salesperson, 2 a manager."""
    warned_for: Mapped[datetime | None]
    """The end that was warned of: another end warns anew."""
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    outcome: Mapped[str | None]
    """One of bot.domain.complaints.OUTCOMES."""
    amount: Mapped[Decimal | None]
    currency: Mapped[str | None]
    note: Mapped[str | None]
    """The team's own words on the end; the buyer never reads them."""
    merged_into: Mapped[int | None] = mapped_column(
        ForeignKey("complaints.id", ondelete="SET NULL"), index=True
    )


class ComplaintNoteRow(Base):
    """One step of a case; never changed itself, but for words that erasing takes away."""

    __tablename__ = "complaint_notes"
    __table_args__ = (Index("ix_complaint_notes_complaint", "complaint_id", "id"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id", ondelete="CASCADE"))
    kind: Mapped[str]
    """opened, told, corrected, linked, merged, warned, closed or reopened."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    text: Mapped[str | None]
