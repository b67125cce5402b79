"""The tables of what the team knows besides the shop's files, and of what it was asked and did not know."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class KnowledgeGapRow(Base):
    """Questions of buyers that mean the same and that nothing in the shop's data answers.

    What it is called is one of its questions (`shown_id`): words of buyers stand nowhere but there.
    """

    __tablename__ = "knowledge_gaps"
    __table_args__ = (Index("ix_knowledge_gaps_shop", "shop_id", "state", "id"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    state: Mapped[str]
    """open, answered (an entry was accepted for it) or dismissed."""
    shown_id: Mapped[int | None]
    """The question nearest to its middle when it was last looked at."""
    about: Mapped[str | None]
    """The SKU that its questions name."""
    middle: Mapped[bytes | None]
    """Sum of its questions' vectors, float32 little-endian."""
    encoder: Mapped[str | None]
    proposal: Mapped[str | None]
    """An answer made of what people wrote to these buyers."""
    proposal_language: Mapped[str | None]
    proposal_by: Mapped[str | None]
    """"person": their words as they stand; else the name of the model that put them into one sentence."""
    proposal_of: Mapped[str | None]
    """sha256 of the words that it was made of, so that the same words are not asked about twice."""
    reason: Mapped[str | None]
    """Why it was dismissed."""
    decided_by: Mapped[str | None]
    """The name of who answered or dismissed it."""
    decided_at: Mapped[datetime | None]
    made_at: Mapped[datetime] = mapped_column(server_default=func.now())


class UnansweredQuestionRow(Base):
    """A buyer's question that the shop's data did not answer, without names, addresses and long numbers."""

    __tablename__ = "unanswered_questions"
    __table_args__ = (
        UniqueConstraint("draft_id", "number"),
        Index("ix_unanswered_questions_conversation", "conversation_id"),
        Index("ix_unanswered_questions_gap", "gap_id", "asked_at"),
        Index(
            "ix_unanswered_questions_to_do", "shop_id", "id",
            postgresql_where=sql("state IN ('possible', 'new')"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"))
    number: Mapped[int]
    """From 1 in a draft."""
    state: Mapped[str]
    """possible: counted if a person adds words to the draft; new: to be put to a gap; kept: it is in one."""
    text: Mapped[str]
    core: Mapped[str]
    """The same without the words that name the goods: what is compared."""
    language: Mapped[str]
    intent: Mapped[str]
    about: Mapped[str | None]
    """The SKU whose name stands in the question."""
    vector: Mapped[bytes | None]
    """float32 little-endian, of length 1; None until it is kept."""
    gap_id: Mapped[int | None] = mapped_column(ForeignKey("knowledge_gaps.id", ondelete="SET NULL"))
    confirmed: Mapped[bool] = mapped_column(server_default=sql("false"))
    """A manager has said that the accepted answer of its gap answers it too."""
    asked_at: Mapped[datetime]


class KnowledgeEntryRow(Base):
    """A question and its answer that the team adds to the shop's files: proposed by anybody, accepted by a
    manager. `question` and `text` are the current words; while it is accepted, those of version `version`."""

    __tablename__ = "knowledge_entries"
    __table_args__ = (
        Index("ix_knowledge_entries_shop", "shop_id", "state", "id"),
        Index("ix_knowledge_entries_gap", "gap_id"),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    state: Mapped[str]
    """proposed, accepted, declined or withdrawn."""
    version: Mapped[int] = mapped_column(server_default=sql("0"))
    """0: never accepted."""
    question: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    """Of the text."""
    about: Mapped[str | None]
    """A SKU or the topic of a policy."""
    lesson_id: Mapped[int | None]
    """The edit that it was found in (edit_lessons)."""
    gap_id: Mapped[int | None] = mapped_column(ForeignKey("knowledge_gaps.id", ondelete="SET NULL"))
    proposed_by: Mapped[str]
    """A name as it was then, like those of deciders and versions."""
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None]
    """Who accepted, declined or withdrew it."""
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    """Why it was declined or withdrawn."""


class KnowledgeVersionRow(Base):
    """One state of an accepted entry. Rows are only added."""

    __tablename__ = "knowledge_versions"

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("knowledge_entries.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    """From 1."""
    change: Mapped[str]
    """accepted, changed, reverted or withdrawn."""
    reverted_to: Mapped[int | None]
    question: Mapped[str]
    question_language: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    by: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    at: Mapped[datetime]
