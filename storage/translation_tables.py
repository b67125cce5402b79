"""The tables of what was said in the language of whoever works on it: for reading only, never sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Identity, Index, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class TranslationRow(Base):
    """One text in one language, as one version of the prompt had it made. Nobody asks for it twice."""

    __tablename__ = "translations"
    __table_args__ = (
        Index("uq_translations_text", "shop_id", "original", "language", "prompt", unique=True),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    original: Mapped[str]
    """sha256 of the text, 64 hex digits; the text itself stands in its message or draft alone."""
    language: Mapped[str]
    prompt: Mapped[int]
    """The version of the prompt."""
    state: Mapped[str] = mapped_column(server_default=sql("'asked'"))
    """asked, made, or failed."""
    text: Mapped[str] = mapped_column(server_default=sql("''"))
    outcome: Mapped[str | None]
    """Why it failed: a trouble of the model, `other_language` or `too_long`."""
    model: Mapped[str | None]
    """Who answered."""
    asked_at: Mapped[datetime] = mapped_column(server_default=func.now())
    ended_at: Mapped[datetime | None]


class TranslationUseRow(Base):
    """In which conversation a text stands: with its last one a translation goes."""

    __tablename__ = "translation_uses"
    __table_args__ = (Index("ix_translation_uses_conversation", "conversation_id"),)

    translation_id: Mapped[int] = mapped_column(
        ForeignKey("translations.id", ondelete="CASCADE"), primary_key=True
    )
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
