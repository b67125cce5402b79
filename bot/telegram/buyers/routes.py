"""What buyers do, by kind of update."""

from __future__ import annotations

from aiogram import Router


def make_router() -> Router:
    """Handlers of buyers' messages, in private chats and through business accounts."""
    return Router(name="buyers")
