"""The tables of files that were uploaded for the shop folder and wait for a manager's word."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class UploadRow(Base):
    """A checked change of a shop folder; gone once it was loaded, discarded, replaced or left alone."""

    __tablename__ = "uploads"
    __table_args__ = (Index("ix_uploads_shop", "shop_id", "kept_at"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    removed: Mapped[list[str]]
    """Paths in the shop folder that go away."""
    kept_at: Mapped[datetime]


class UploadFileRow(Base):
    __tablename__ = "upload_files"

    number: Mapped[str] = mapped_column(ForeignKey("uploads.number", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    """Where it goes in the shop folder."""
    content: Mapped[bytes]
