"""Updates of Telegram: stored with the jobs that handle them, each once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.jobs import TELEGRAM_QUEUE
from storage.storable import storable
from storage.telegram_tables import TelegramUpdateRow

UPDATE_TASK = "telegram_update"
CHECKOUT = "pre_checkout_query"
"""A question that Telegram waits ten seconds for: it goes before all else, in a line of its own."""
_FIRST = 10
_LONGEST_LINE = 200

_STORE = text(
    """
    WITH given AS (
      SELECT * FROM unnest(
        CAST(:ids AS bigint[]), CAST(:bodies AS text[]), CAST(:lines AS text[]),
        CAST(:priorities AS int[])
      ) WITH ORDINALITY AS one (id, body, line, priority, place)
    ), added AS (
      INSERT INTO telegram_updates (bot_id, update_id, body, line, received_at)
      SELECT :bot, id, body, line, :at FROM given ORDER BY place
      ON CONFLICT (bot_id, update_id) DO NOTHING
      RETURNING update_id, line
    ), now AS (
      SELECT added.update_id, added.line, given.priority
      FROM added JOIN given ON given.id = added.update_id
    ), job AS (
      SELECT procrastinate_defer_jobs_v1(array_agg(ROW(
        :queue, :task, priority, 'telegram:' || line, NULL, jsonb_build_object('update_id', update_id), NULL
      )::procrastinate_job_to_defer_v1 ORDER BY update_id)) AS ids FROM now HAVING count(*) > 0
    )
    SELECT count(*) AS stored, (SELECT count(ids) FROM job) FROM added
    """
)


@dataclass(frozen=True, slots=True)
class Update:
    """One update as it came: the words are JSON. `line`: what it must not overtake."""

    id: int
    body: str
    line: str
    priority: int = 0


def update_of(raw: dict[str, Any]) -> Update:
    """A raw update with the line that it belongs to. ValueError where it has no id."""
    number = raw.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool) or not -(2**63) <= number < 2**63:
        raise ValueError("an update without an id")
    return Update(number, json.dumps(raw), _line(raw), _FIRST if CHECKOUT in raw else 0)


async def store(connection: AsyncConnection, bot_id: int, updates: Sequence[Update], at: datetime) -> int:
    """Store updates, and enqueue the job of each; how many were not there before."""
    if not updates:
        return 0
    stored: int = (
        await connection.execute(
            _STORE,
            {
                "bot": bot_id, "ids": [each.id for each in updates],
                "bodies": [each.body for each in updates], "lines": [each.line for each in updates],
                "priorities": [each.priority for each in updates],
                "at": at, "queue": TELEGRAM_QUEUE, "task": UPDATE_TASK,
            },
        )
    ).scalar_one()  # fmt: skip
    return stored


async def waiting(connection: AsyncConnection, bot_id: int, update_id: int) -> AnyRow | None:
    """(body, received_at) of an update that nobody has handled yet."""
    return (
        await connection.execute(
            select(TelegramUpdateRow.body, TelegramUpdateRow.received_at).where(
                TelegramUpdateRow.bot_id == bot_id,
                TelegramUpdateRow.update_id == update_id,
                TelegramUpdateRow.state == "new",
            )
        )
    ).first()


async def kept(connection: AsyncConnection, bot_id: int, update_id: int) -> AnyRow | None:
    """(line, received_at) of an update, handled or not."""
    return (
        await connection.execute(
            select(TelegramUpdateRow.line, TelegramUpdateRow.received_at).where(
                TelegramUpdateRow.bot_id == bot_id, TelegramUpdateRow.update_id == update_id
            )
        )
    ).first()


async def behind(connection: AsyncConnection, bot_id: int, update_id: int, limit: int = 8) -> list[AnyRow]:
    """(update_id, body) of the next updates in its line that nobody has handled yet, oldest first."""
    own = (
        select(TelegramUpdateRow.line)
        .where(TelegramUpdateRow.bot_id == bot_id, TelegramUpdateRow.update_id == update_id)
        .scalar_subquery()
    )
    rows = await connection.execute(
        select(TelegramUpdateRow.update_id, TelegramUpdateRow.body)
        .where(
            TelegramUpdateRow.bot_id == bot_id,
            TelegramUpdateRow.update_id > update_id,
            TelegramUpdateRow.state == "new",
            TelegramUpdateRow.line == own,
        )
        .order_by(TelegramUpdateRow.update_id)
        .limit(limit)
    )
    return list(rows)


_ON_THE_WAY = text(
    """
    SELECT EXISTS (
      SELECT FROM telegram_chats JOIN telegram_updates ON telegram_updates.bot_id = telegram_chats.bot_id
        AND telegram_updates.line = telegram_chats.business || ':' || telegram_chats.chat_id || ':'
      WHERE telegram_chats.conversation_id = :conversation AND telegram_updates.state = 'new'
        AND telegram_updates.received_at > :since
    )
    """
)


async def on_the_way(connection: AsyncConnection, conversation_id: int, since: datetime) -> bool:
    """Whether something of the buyer's was received since then that is not in the talk yet."""
    found: bool = (
        await connection.execute(_ON_THE_WAY, {"conversation": conversation_id, "since": since})
    ).scalar_one()
    return found


async def settle(
    connection: AsyncConnection, bot_id: int, update_id: int, at: datetime, *, error: str | None = None
) -> None:
    """An update was handled, or (`error`) cannot be: then it is kept whole, for a person to look at."""
    values: dict[str, Any] = {"state": "failed" if error else "done", "handled_at": at, "error": error}
    if error is None:
        values["body"] = "{}"
    await connection.execute(
        update(TelegramUpdateRow)
        .where(TelegramUpdateRow.bot_id == bot_id, TelegramUpdateRow.update_id == update_id)
        .values(**values)
    )


async def newest(connection: AsyncConnection, bot_id: int) -> AnyRow:
    """(received_at of the newest update or None, how many wait, how many have failed)."""
    return (
        await connection.execute(
            select(
                func.max(TelegramUpdateRow.received_at).label("received_at"),
                func.count().filter(TelegramUpdateRow.state == "new").label("waiting"),
                func.count().filter(TelegramUpdateRow.state == "failed").label("failed"),
            ).where(TelegramUpdateRow.bot_id == bot_id)
        )
    ).one()


async def forget(connection: AsyncConnection, before: datetime, *, failed_kept: timedelta) -> int:
    """Delete what was handled before then, and what failed `failed_kept` earlier; how many."""
    gone = await connection.execute(
        delete(TelegramUpdateRow).where(
            ((TelegramUpdateRow.state == "done") & (TelegramUpdateRow.received_at < before))
            | ((TelegramUpdateRow.state == "failed") & (TelegramUpdateRow.received_at < before - failed_kept))
        )
    )
    return gone.rowcount


def checkout_line(user_id: object) -> str:
    """The line of an account's questions before it pays: they wait behind no message."""
    return str(storable(f"checkout:{user_id}"))[-_LONGEST_LINE:]


def _line(raw: dict[str, Any]) -> str:
    """The chat, and in a group the topic: one buyer's messages keep their order, buyers do not wait for each
    other. What cannot be read is in a line of its own."""
    for kind, content in raw.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        if kind == CHECKOUT:
            asker = content.get("from")
            return checkout_line(asker.get("id") if isinstance(asker, dict) else None)
        message = content.get("message") if kind == "callback_query" else content
        message = message if isinstance(message, dict) else content
        chat = message.get("chat")
        number = chat.get("id") if isinstance(chat, dict) else content.get("user_chat_id")
        business = message.get("business_connection_id") or (
            content.get("id") if kind == "business_connection" else ""
        )
        thread = message.get("message_thread_id") if isinstance(number, int) and number < 0 else ""
        # Of what Telegram would not send, too: one update that is not stored would hold back all behind it.
        return str(storable(f"{business or ''}:{number}:{thread or ''}"))[-_LONGEST_LINE:]
    return "?"
