"""The tables of what is made for the team beside a draft: rewrites on a tap, summaries at a hand-over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class DraftRewriteRow(Base):
    """One tap on "shorter", "warmer", …: what it was asked of, and what came of it. Holds no words."""

    __tablename__ = "draft_rewrites"
    __table_args__ = (
        Index("ix_draft_rewrites_draft", "draft_id", "id"),
        # Taps in a row ask once, whatever two processes do.
        Index("uq_draft_rewrites_asked", "draft_id", unique=True, postgresql_where=sql("state = 'asked'")),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"))
    revision: Mapped[int]
    """The one that the person saw."""
    fingerprint: Mapped[str]
    how: Mapped[str]
    """shorter, warmer, firmer, certificate, or back: the words before the last rewrite again."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(server_default=sql("'asked'"))
    """asked, made (a revision came of it), or kept (the draft is as it was)."""
    outcome: Mapped[str | None]
    """What there is to say of it: a rule of the guard, a trouble of the model, same, moved; None: nothing."""
    found: Mapped[list[Any]] = mapped_column(server_default=sql("'[]'"))
    """Names of the rules that an answer of the model broke."""
    made: Mapped[int | None]
    """The new revision."""
    asked_at: Mapped[datetime] = mapped_column(server_default=func.now())
    ended_at: Mapped[datetime | None]


class TalkSummaryRow(Base):
    """A conversation in a few lines, made for the person who takes it on."""

    __tablename__ = "talk_summaries"
    __table_args__ = (
        Index("ix_talk_summaries_conversation", "conversation_id", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    """Whom it is for."""
    from_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """Who had the conversation before."""
    why: Mapped[str]
    """handed_over, assigned or taken_over."""
    language: Mapped[str]
    """That the words of `told` are in: the receiver's."""
    known: Mapped[dict[str, Any]]
    """What code knows: codes, names and figures, in no language."""
    told: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    """A model's lines by subject (wants, promised, open, mood), every figure verified; {}: there are none."""
    state: Mapped[str] = mapped_column(server_default=sql("'made'"))
    """asked: a model is being asked; made."""
    writer: Mapped[str] = mapped_column(server_default=sql("'rules'"))
    """"rules", or the model's name."""
    outcome: Mapped[str | None]
    """What happened with the model; None: nothing to say."""
    through_seq: Mapped[int]
    """The newest message that it tells of."""
    made_at: Mapped[datetime] = mapped_column(server_default=func.now())
