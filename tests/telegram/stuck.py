"""Messages of which nobody can tell whether they arrived, or that failed, for pages and programs to show."""

from __future__ import annotations

from sqlalchemy import text

from bot.desk.context import Desk
from storage import outbox, telegram_sends
from storage.live import writing


async def put_stuck(
    desk: Desk, conversation_id: int, words: str, *parts: str, error: str = "uncertain: 502 Bad Gateway"
) -> int:
    """The outbox row of a reply whose parts are in these states; it has failed if one of them has."""
    state = "failed" if "failed" in parts else "unknown"
    async with writing(desk.engine) as connection:
        added = await outbox.put(
            connection, f"stuck:{words}", conversation_id, channel="telegram", text=words, author="person",
            answers_seq=1, created_at=desk.clock(),
        )  # fmt: skip
        assert added is not None
        await outbox.settle(connection, added, state, error=error)
        await telegram_sends.lay_out(connection, added, ["text"] * len(parts))
        for number, each in enumerate(parts):
            await telegram_sends.settle(connection, added, number, each)
        await connection.execute(text("DELETE FROM procrastinate_jobs WHERE task_name = 'telegram_send'"))
    return added
