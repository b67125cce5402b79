"""The tables of the team: who works here, how they sign in, what programs may do for them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Identity, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class StaffRow(Base):
    __tablename__ = "staff"
    __table_args__ = (Index("uq_staff_shop_id_name", "shop_id", text("lower(name)"), unique=True),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    name: Mapped[str]
    role: Mapped[str]
    """salesperson, manager or admin."""
    languages: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    purchasing: Mapped[str] = mapped_column(server_default=text("'no'"))
    """no; also: a purchaser, too; only: a purchaser who sees nothing of buyers' talks."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class LoginLinkRow(Base):
    """A one-time link to the console; only its hash is kept."""

    __tablename__ = "login_links"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class StaffSessionRow(Base):
    """A signed-in browser; only the hash of its cookie is kept."""

    __tablename__ = "staff_sessions"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    seen_at: Mapped[datetime] = mapped_column(server_default=func.now())
    expires_at: Mapped[datetime]


class ApiTokenRow(Base):
    """A program's key to the HTTP interface, with the rights of its person; only its hash is kept."""

    __tablename__ = "api_tokens"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    revoked_at: Mapped[datetime | None]
