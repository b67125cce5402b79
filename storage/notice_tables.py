"""The tables of what the team is told without asking: the week's digest, alerts, and where both were told.

Neither holds a name or a word of a buyer's: conversations stand in them by number.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

_OPEN = sql("ended_at IS NULL")


class DigestRow(Base):
    """One week's digest, made once."""

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("shop_id", "week"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    week: Mapped[date]
    """Its Monday, where the shop is."""
    made_at: Mapped[datetime]
    figures: Mapped[dict[str, Any]]
    """The report whole, as `supercargo report --json` writes it."""
    texts: Mapped[dict[str, Any]]
    """{language: HTML for Telegram}."""
    picture: Mapped[bytes]
    """A PNG."""


class AlertRow(Base):
    """Something that managers should look at, from when it was seen until it was gone. One of a kind and
    subject is open at a time."""

    __tablename__ = "alerts"
    __table_args__ = (
        Index("uq_alerts_open", "shop_id", "kind", "subject", unique=True, postgresql_where=_OPEN),
        Index("ix_alerts_since", "shop_id", "since"),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    kind: Mapped[str]
    """One of bot.domain.alerts.KINDS."""
    subject: Mapped[str] = mapped_column(server_default=sql("''"))
    """Which one of its kind: a conversation's number, a file."""
    data: Mapped[dict[str, Any]]
    """The values of its words."""
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class TeamNewsRow(Base):
    """A message of the bot to the team that a digest or an alert was told with: claimed before the call, let
    go where Telegram has refused it."""

    __tablename__ = "team_news"

    kind: Mapped[str] = mapped_column(primary_key=True)
    """digest or alert."""
    subject_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int | None]
    """None: on its way, or nobody can tell whether it arrived."""
    at: Mapped[datetime] = mapped_column(server_default=func.now())
