"""In which language the team is spoken to in Telegram: what the shop has set."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from prompts.telegram_team import LANGUAGES
from storage import shop_settings

SETTING = "telegram"
"""Of `shop_settings`: {"language": "en" | "zh", …}."""
_USUAL = "en"


async def team_language(connection: AsyncConnection, shop_id: int) -> str:
    """One of LANGUAGES."""
    held = await shop_settings.value(connection, shop_id, SETTING) or {}
    language = held.get("language")
    return language if language in LANGUAGES else _USUAL
