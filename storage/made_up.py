"""Whether a shop's history was made up by `supercargo demo`: said wherever its figures are shown."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import shop_settings

SETTING = "made_up"
"""Of `shop_settings`: {"seed": …, "days": …}."""


async def is_made_up(connection: AsyncConnection, shop_id: int) -> bool:
    """True in the database of a demo alone."""
    return await shop_settings.value(connection, shop_id, SETTING) is not None
