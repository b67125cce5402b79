"""What the team does, by kind of update."""

from __future__ import annotations

from aiogram import Router


def make_router() -> Router:
    """Handlers of the team's group and of the private chats of its members."""
    return Router(name="team")
