"""The table of calls to a language model: what each was for, what it cost, how it ended; never its words."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Identity, Index, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ModelCallRow(Base):
    """One question to the model, also one that was stopped before it was sent.

    Conversation and draft have no foreign key: its check would lock the talk that is being worked on, and the
    cost of a call stays when the talk is gone.
    """

    __tablename__ = "model_calls"
    __table_args__ = (
        Index("ix_model_calls_day", "shop_id", "at"),
        Index("ix_model_calls_conversation", "conversation_id"),
        Index("ix_model_calls_draft", "draft_id", postgresql_where=sql("draft_id IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    """Its end."""
    conversation_id: Mapped[int | None]
    draft_id: Mapped[int | None]
    purpose: Mapped[str]
    prompt: Mapped[str]
    prompt_version: Mapped[int]
    prompt_hash: Mapped[str]
    """sha256 of the prompt file, hexadecimal."""
    model_asked: Mapped[str]
    """`provider:model`"""
    model_answering: Mapped[str | None]
    """As the provider says; None where nobody answered."""
    tokens_in: Mapped[int]
    tokens_out: Mapped[int]
    tokens_cached: Mapped[int]
    """Of `tokens_in`, those from the provider's cache."""
    cost: Mapped[Decimal | None]
    """USD by the price table; None where it does not hold the model."""
    counted: Mapped[Decimal]
    """USD against the day's budget: the cost, or a cautious guess where nobody tells it."""
    ms: Mapped[float]
    """Until the caller could go on, all tries and waits included."""
    tries: Mapped[int]
    """0: stopped before anything was sent."""
    outcome: Mapped[str]
    """"ok", or the kind of trouble: timeout, unavailable, rate_limited, budget, broken, empty, refused."""
    breaker: Mapped[str]
    """State in which the call was made: closed, half_open, open."""
    cache_hit: Mapped[bool]
