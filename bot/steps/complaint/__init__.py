"""A complaint read from the buyer's words."""

from __future__ import annotations

from bot.steps.complaint.reading import Heard, read

__all__ = ["Heard", "read"]
