"""Which processes call Telegram for a bot just now: they share its limit."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_SEEN = text(
    """
    WITH gone AS (
      DELETE FROM telegram_callers
      WHERE bot_id = :bot AND caller <> :caller AND seen_at < clock_timestamp() - interval '10 minutes'
    )
    INSERT INTO telegram_callers AS kept (bot_id, caller, seen_at) VALUES (:bot, :caller, clock_timestamp())
    ON CONFLICT (bot_id, caller) DO UPDATE SET seen_at = excluded.seen_at
    RETURNING (
      SELECT count(*) FROM telegram_callers AS other
      WHERE other.bot_id = :bot AND other.caller <> :caller AND other.seen_at > clock_timestamp() - :lately
    )
    """
)


async def others_calling(connection: AsyncConnection, bot_id: int, caller: str, lately: timedelta) -> int:
    """Say that this process calls, and learn how many others have said so in the last `lately`."""
    values = {"bot": bot_id, "caller": caller, "lately": lately}
    return int((await connection.execute(_SEEN, values)).scalar_one())
