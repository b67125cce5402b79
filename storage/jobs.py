"""Putting work off: a job is enqueued in the transaction of the row that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

QUEUE = "desk"
ASKING_QUEUE = "asking"
"""Of work that may wait for a language model: what takes only a moment has workers that never do."""
TELEGRAM_QUEUE = "telegram"
"""Of those who have the token of the bot."""
DRAFT_TASK = "draft_reply"
LEARN_TASK = "learn"
"""Learning from the edits of one approved draft."""

_DEFER = text(
    "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(:queue, :task, 0, :lock, NULL, :args, :at)]"
    "::procrastinate_job_to_defer_v1[])"
).bindparams(bindparam("args", type_=JSONB()))


async def defer(
    connection: AsyncConnection,
    task: str,
    args: Mapping[str, Any],
    *,
    lock: str | None = None,
    at: datetime | None = None,
    queue: str = QUEUE,
) -> None:
    """Run `task` with `args` at `at` (now, where None), if this transaction commits.

    Of jobs with one `lock` one runs at a time, in the order in which they were put off: a job that is due
    later holds back those behind it, so what waits for hours has no lock.
    """
    await connection.execute(
        _DEFER, {"queue": queue, "task": task, "lock": lock, "args": dict(args), "at": at}
    )


async def defer_draft(
    connection: AsyncConnection, conversation_id: int, *, at: datetime | None = None
) -> None:
    """Have a reply drafted, as `defer` does it; one conversation is drafted for by one worker at a time."""
    await defer(
        connection, DRAFT_TASK, {"conversation_id": conversation_id},
        lock=f"draft:{conversation_id}", at=at, queue=ASKING_QUEUE,
    )  # fmt: skip


def send_lock(conversation_id: int) -> str:
    """Replies leave in the order of their approvals; a burst that is still open does not hold them back."""
    return f"send:{conversation_id}"
