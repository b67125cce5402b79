"""The table of the processes that work: what each says of itself, for whoever keeps the service running."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class WorkerRow(Base):
    """One worker; a row that is not renewed is of one that has ended."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(primary_key=True)
    """Its machine and process id."""
    resident_bytes: Mapped[int]
    told_at: Mapped[datetime] = mapped_column(server_default=func.now())
