"""Reminders to the team in Telegram: what is still to be told, and what was told, each once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, text, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.telegram_tables import TelegramNoteRow

_OPEN = text(
    """
    SELECT DISTINCT ON (e.conversation_id, p.id, k.id) e.id AS event_id, e.kind, e.at, e.conversation_id,
      c.waiting_since,
      CAST(e.data->>'to' AS bigint) AS to_staff, p.words, p.due_on,
      CASE WHEN k.id IS NOT NULL THEN e.data->>'ends' END AS ends
    FROM events e
    JOIN conversations c ON c.id = e.conversation_id
    LEFT JOIN drafts d ON d.id = e.draft_id
    LEFT JOIN promises p ON e.kind = 'promise.overdue' AND p.id = CAST(e.data->>'promise' AS bigint)
    LEFT JOIN complaints k ON e.kind = 'complaint.warned' AND k.id = CAST(e.data->>'complaint' AS bigint)
    WHERE e.shop_id = :shop AND e.at > :since AND (
      (e.kind IN ('draft.reminded', 'conversation.handed_over') AND d.state = 'waiting' AND c.state = 'open')
      OR (e.kind = 'promise.overdue' AND p.state = 'open' AND c.state <> 'spam')
      OR (e.kind = 'complaint.warned' AND k.state = 'open'))
    ORDER BY e.conversation_id, p.id, k.id, e.id DESC
    """
)
_OLD = timedelta(hours=2)
"""A reminder that could not be told for so long is told no more: another one has come, or will."""


async def open_notes(connection: AsyncConnection, shop_id: int, now: datetime) -> Sequence[AnyRow]:
    """The newest reminder of each conversation whose draft still waits, and of each promise of ours that
    nobody has settled, where it was not told (event_id, kind, at, conversation_id, waiting_since, to_staff;
    of a promise its `words` and `due_on`, of a complaint's dispute window when it `ends`)."""
    found = (await connection.execute(_OPEN, {"shop": shop_id, "since": now - _OLD})).all()
    told = await connection.execute(
        text("SELECT event_id FROM telegram_notes WHERE event_id = ANY(CAST(:ids AS bigint[]))"),
        {"ids": [each.event_id for each in found]},
    )
    known = set(told.scalars())
    return [each for each in found if each.event_id not in known]


async def claim(connection: AsyncConnection, event_id: int, chat_id: int) -> bool:
    """Whether it is to be told now: by whoever asks first."""
    claimed = await connection.execute(
        postgresql.insert(TelegramNoteRow)
        .values(event_id=event_id, chat_id=chat_id)
        .on_conflict_do_nothing()
        .returning(TelegramNoteRow.event_id)
    )
    return claimed.first() is not None


async def told(connection: AsyncConnection, event_id: int, message_id: int) -> None:
    await connection.execute(
        update(TelegramNoteRow).where(TelegramNoteRow.event_id == event_id).values(message_id=message_id)
    )


async def let_go(connection: AsyncConnection, event_id: int) -> None:
    """It was not told: Telegram has refused it."""
    await connection.execute(delete(TelegramNoteRow).where(TelegramNoteRow.event_id == event_id))
