"""What can go wrong with the database, said so that somebody can act on it."""

from __future__ import annotations


class DatabaseUnavailable(RuntimeError):
    """No database can be had; the message names the setting or the step that helps."""
