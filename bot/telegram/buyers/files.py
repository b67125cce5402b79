"""Files of buyers: fetched from Telegram after their message is stored."""

from __future__ import annotations

from bot.telegram.office import Office

FETCH_TASK = "telegram_file"


async def fetch_file(office: Office, attachment_id: str) -> None:
    """Fetch the bytes of an attachment."""


async def give_up_file(office: Office, attachment_id: str, error: Exception) -> None:
    """The file cannot be had."""
