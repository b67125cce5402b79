"""An update that aiogram cannot read: the talk says at least that something came."""

from __future__ import annotations

from typing import Any

from bot.telegram.office import Office


async def keep_unreadable(office: Office, raw: dict[str, Any]) -> None:
    """Store in the talk what can be made out of it."""
