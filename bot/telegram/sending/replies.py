"""An approved reply to its buyer."""

from __future__ import annotations

from bot.telegram.office import Office


async def send_telegram(office: Office, outbox_id: int) -> None:
    """Send what waits in the outbox."""
