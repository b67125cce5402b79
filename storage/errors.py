"""What can go wrong with the database, said so that somebody can act on it."""

from __future__ import annotations

from bot.domain.errors import SupercargoError


class DatabaseUnavailable(SupercargoError):
    """No database can be had; the message names the setting or the step that helps."""
