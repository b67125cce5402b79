"""The tables that managers' figures are counted from: facts of talks, rebuilt whole whenever a talk changes.

Facts follow from messages, drafts, orders and events alone. Triggers note which talks have changed
(`metric_touched`); `metrics.facts.catch_up` works their facts out again. Spam and tests have no facts.
`day` is the shop's own date. Seconds `worked` are those in which the shop was open.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Identity, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


def _covering(name: str, at: str, *columns: str, where: str | None = None) -> Index:
    """In the order of time, with all that figures are counted from: facts lie in the order in which they were
    worked out, and a month of them would be read from all over the table."""
    dimensions = ("channel", "source", "country", "language", "staff_id")
    return Index(
        name, "shop_id", at, postgresql_include=[*dimensions, *columns],
        postgresql_where=None if where is None else sql(where),
    )  # fmt: skip


class MetricTouchedRow(Base):
    """A talk whose facts are to be worked out again; triggers write it, in the transaction of the change."""

    __tablename__ = "metric_touched"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    conversation_id: Mapped[int] = mapped_column(index=True)


class WorkSpanRow(Base):
    """A stretch in which the shop is open, and the seconds of all stretches before it: what lies between two
    moments is one subtraction. `before_s` counts from the first stretch that was kept and may be negative."""

    __tablename__ = "work_spans"

    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True)
    opens_at: Mapped[datetime] = mapped_column(primary_key=True)
    closes_at: Mapped[datetime]
    before_s: Mapped[int]


class TalkFactRow(Base):
    """A talk in which a buyer has written. Amounts in the shop's currency."""

    __tablename__ = "metric_talks"
    __table_args__ = (
        _covering(
            "ix_metric_talks_started", "started_at", "intent", "day", "qualified_at", "quoted_at",
            "accepted_at", "paid_at", "messages_in", "messages_out",
        ),
        Index(
            "ix_metric_talks_signal", "shop_id", "signal_at", postgresql_where=sql("signal_at IS NOT NULL")
        ),
    )  # fmt: skip

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    channel: Mapped[str]
    source: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    staff_id: Mapped[int | None]
    """Whose talk it is."""
    intent: Mapped[str | None]
    """The first one of the first draft."""
    grade: Mapped[str | None]
    started_at: Mapped[datetime]
    """The buyer's first message."""
    day: Mapped[date]
    qualified_at: Mapped[datetime | None]
    """The first reading with grade A or B, or what comes after it in the funnel."""
    quoted_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    """Paid on the platform."""
    signal_at: Mapped[datetime | None]
    """When the buyer first wished to pay or to carry on elsewhere."""
    messages_in: Mapped[int]
    messages_out: Mapped[int]


class WaitFactRow(Base):
    """A stretch in which a buyer waited: from the first message that nobody had answered to its answer."""

    __tablename__ = "metric_waits"
    __table_args__ = (
        Index("ix_metric_waits_asked", "shop_id", "asked_at"),
        _covering(
            "ix_metric_waits_first", "asked_at", "day", "wall_s", "worked_s",
            where="first AND answered_by = 'person'",
        ),
        _covering("ix_metric_waits_person", "asked_at", "day", "wall_s", where="answered_by = 'person'"),
        Index(
            "ix_metric_waits_rule", "shop_id", "asked_at",
            postgresql_where=sql("first AND answered_by = 'rule'"),
        ),
        Index("ix_metric_waits_open", "shop_id", "asked_at", postgresql_where=sql("waits")),
    )  # fmt: skip

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    asked_seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    channel: Mapped[str]
    source: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    staff_id: Mapped[int | None]
    """Who answered; whose talk it is where nobody has."""
    first: Mapped[bool]
    """The first of its talk."""
    asked_at: Mapped[datetime]
    day: Mapped[date]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None]
    """person, or rule (earned autonomy); an acknowledgement is no answer."""
    waits: Mapped[bool]
    """Nobody has answered, and somebody still should."""
    wall_s: Mapped[float | None]
    worked_s: Mapped[float | None]


class DayFactRow(Base):
    """A buyer's first message of a day in a talk, and the first words of a person after it."""

    __tablename__ = "metric_days"
    __table_args__ = (_covering("ix_metric_days_first", "first_at", "day", "person_at"),)

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    day: Mapped[date] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    channel: Mapped[str]
    source: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    staff_id: Mapped[int | None]
    first_at: Mapped[datetime]
    person_at: Mapped[datetime | None]


class DraftFactRow(Base):
    """What became of a draft."""

    __tablename__ = "metric_drafts"
    __table_args__ = (
        _covering("ix_metric_drafts_made", "made_at", "intent", "day", "follow_up", "outcome", "ours"),
        _covering(
            "ix_metric_drafts_by_person", "decided_at", "decided_day", "intent", "outcome", "waited_s",
            "worked_s", "rushed", "overridden",
            where="NOT follow_up AND outcome IN ('as_it_was', 'light', 'heavy', 'refused')",
        ),
        Index("ix_metric_drafts_decided", "shop_id", "decided_at"),
        Index(
            "ix_metric_drafts_rule", "shop_id", "decided_at",
            postgresql_where=sql("NOT follow_up AND outcome = 'by_rule'"),
        ),
        Index(
            "ix_metric_drafts_follow_up", "shop_id", "decided_at",
            postgresql_where=sql("follow_up AND followed IS NOT NULL"),
        ),
        Index("ix_metric_drafts_ours", "shop_id", "made_at", postgresql_where=sql("ours")),
        Index("ix_metric_drafts_conversation", "conversation_id"),
    )  # fmt: skip

    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    channel: Mapped[str]
    source: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    """Of the draft."""
    intent: Mapped[str]
    staff_id: Mapped[int | None]
    """Who decided; None: a rule, or nobody yet."""
    follow_up: Mapped[bool]
    made_at: Mapped[datetime]
    day: Mapped[date]
    decided_at: Mapped[datetime | None]
    decided_day: Mapped[date | None]
    outcome: Mapped[str]
    """waiting, as_it_was, light, heavy, by_rule, refused, superseded, expired or failed."""
    similarity: Mapped[float | None]
    """Of an edited text to the assistant's, 0 to 1."""
    waited_s: Mapped[float | None]
    worked_s: Mapped[float | None]
    rushed: Mapped[bool]
    """Approved as it was, and faster than it can be read."""
    overridden: Mapped[int]
    """Findings of the guard that a person overrode with a reason."""
    signal: Mapped[bool]
    """The buyer wished to pay or to carry on off the platform."""
    ours: Mapped[bool]
    """A person of ours wrote it into the draft."""
    followed: Mapped[bool | None]
    """Of a follow-up that was sent: the buyer wrote within seven days."""


class OrderFactRow(Base):
    """An entry of the order ledger. `value`: of the quote, in the shop's currency; None: alternatives, or
    another currency. `received`: what the platform has of it, likewise."""

    __tablename__ = "metric_orders"
    __table_args__ = (
        Index("ix_metric_orders_quoted", "shop_id", "quoted_at"),
        Index("ix_metric_orders_paid", "shop_id", "paid_at", postgresql_where=sql("paid_at IS NOT NULL")),
        Index("ix_metric_orders_off", "shop_id", "off_at", postgresql_where=sql("off_at IS NOT NULL")),
        Index("ix_metric_orders_lost", "shop_id", "lost_at", postgresql_where=sql("lost_at IS NOT NULL")),
        Index("ix_metric_orders_conversation", "conversation_id"),
    )

    order_id: Mapped[int] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    channel: Mapped[str]
    source: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    staff_id: Mapped[int | None]
    quoted_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    paid_at: Mapped[datetime | None]
    off_at: Mapped[datetime | None]
    lost_at: Mapped[datetime | None]
    lost_reason: Mapped[str | None]
    value: Mapped[Decimal | None]
    received: Mapped[Decimal | None]


class DemandFactRow(Base):
    """A product in a talk: asked for, quoted, won. `value`: of its lines in the newest sent quotes, in the
    shop's currency."""

    __tablename__ = "metric_demand"
    __table_args__ = (
        _covering("ix_metric_demand_asked", "asked_at", "sku", "quoted_at", "won_at", "value"),
        Index("ix_metric_demand_sku", "shop_id", "sku", "asked_at"),
    )

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    sku: Mapped[str] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    channel: Mapped[str]
    source: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    staff_id: Mapped[int | None]
    asked_at: Mapped[datetime]
    quantity: Mapped[int | None]
    """The largest that was asked for."""
    quoted_at: Mapped[datetime | None]
    value: Mapped[Decimal | None]
    won_at: Mapped[datetime | None]
