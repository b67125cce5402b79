"""The tables of what is learnt from edits: lessons, prices given beside the list, chosen style examples."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class EditLessonRow(Base):
    """One passage that a person changed in a reply before it was approved, and what the change is about.

    The buyer's name, company, numbers and addresses do not stand in any of its texts.
    """

    __tablename__ = "edit_lessons"
    __table_args__ = (
        UniqueConstraint("draft_id", "number"),
        Index("ix_edit_lessons_shop", "shop_id", "id"),
        Index("ix_edit_lessons_conversation", "conversation_id"),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"))
    number: Mapped[int]
    """From 1 in a draft, in the order of its text."""
    kind: Mapped[str]
    """tone, fact, price_exception, policy or unsorted."""
    sorted_by: Mapped[str]
    """code, model or person."""
    signs: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    """What code saw that decided it: names such as unsupported_amount or warranty."""
    language: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    about: Mapped[str | None]
    """The SKU or the topic of the policy that it concerns."""
    proposal: Mapped[str | None]
    """A fact or policy as a neutral sentence of a model, held against the person's words."""
    entry_id: Mapped[int | None]
    """The knowledge entry that was proposed of it."""
    state: Mapped[str]
    """noted; open (a person sorts it); proposed (as a knowledge entry); dismissed."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """Who made the edit."""
    made_at: Mapped[datetime] = mapped_column(server_default=func.now())
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """Who sorted or dismissed it."""
    decided_at: Mapped[datetime | None]


class PriceExceptionRow(Base):
    """Something that a buyer got on other terms than the list's. Amounts in `currency`."""

    __tablename__ = "price_exceptions"
    __table_args__ = (
        UniqueConstraint("draft_id", "number"),
        Index("ix_price_exceptions_shop", "shop_id", "at"),
        Index("ix_price_exceptions_conversation", "conversation_id"),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    buyer_id: Mapped[int] = mapped_column(ForeignKey("buyers.id", ondelete="CASCADE"))
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"))
    number: Mapped[int]
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("edit_lessons.id", ondelete="SET NULL"))
    """The edit that it was read from; None: granted in the quote editor."""
    what: Mapped[str]
    """price, discount, minimum, sample, freight, payment or other."""
    sku: Mapped[str | None]
    currency: Mapped[str]
    list_price: Mapped[Decimal | None]
    """What the list says: a unit price, or the amount that the draft named."""
    given_price: Mapped[Decimal | None]
    percent: Mapped[Decimal | None]
    quantity: Mapped[int | None]
    given_away: Mapped[Decimal | None]
    """(list_price - given_price) x quantity; None where the words tell no figure, or another currency's."""
    reason: Mapped[str | None]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """Who wrote it into the reply or the quote."""
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    quote_number: Mapped[str | None]
    at: Mapped[datetime]


class StyleExampleRow(Base):
    """A sent reply that a manager wants the model to learn from, or never to."""

    __tablename__ = "style_examples"

    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    choice: Mapped[str]
    """pinned or banned."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(server_default=func.now())
