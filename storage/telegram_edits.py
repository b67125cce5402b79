"""What the bot has asked somebody of the team, and waits for: new words, a second approval, a reason.

A question is kept before its message is sent: until then its message is the negative number of the update
that caused it, so that the same update asks once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.telegram_numbers import take_number
from storage.telegram_tables import TelegramEditRow

_COLUMNS = tuple(TelegramEditRow.__table__.columns)


async def put(
    connection: AsyncConnection,
    *,
    staff_id: int,
    conversation_id: int,
    chat_id: int,
    update_id: int,
    kind: str,
    at: datetime,
    draft_id: int | None = None,
    revision: int | None = None,
    data: dict[str, Any] | None = None,
    closed: bool = False,
) -> AnyRow:
    """Keep a question (columns of TelegramEditRow), or find the one that this update has asked already.

    `kind`: words (new ones are asked for), edit (they wait for a second approval), reason, kept (words that
    were refused), shown (a part of what an edit shows, or something else that tells of the buyer).
    """
    await connection.execute(
        postgresql.insert(TelegramEditRow)
        .values(
            staff_id=staff_id, conversation_id=conversation_id, draft_id=draft_id, revision=revision,
            chat_id=chat_id, message_id=-update_id, kind=kind, data=data or {}, created_at=at,
            closed_at=at if closed else None,
        )
        .on_conflict_do_nothing()
    )  # fmt: skip
    known = await caused_by(connection, chat_id, update_id)
    assert known is not None
    return known


async def caused_by(connection: AsyncConnection, chat_id: int, update_id: int) -> AnyRow | None:
    """The question of an update."""
    return (
        await connection.execute(
            select(*_COLUMNS).where(
                TelegramEditRow.chat_id == chat_id,
                (TelegramEditRow.message_id == -update_id)
                | (TelegramEditRow.data["update"].as_integer() == update_id),
            )
        )
    ).first()


async def shown(connection: AsyncConnection, question: AnyRow, message_id: int) -> None:
    """The question stands in this message."""
    if question.message_id > 0:
        return
    data = {**question.data, "update": -question.message_id}
    await take_number(connection, question.chat_id, message_id, for_edit=question.id)
    await connection.execute(
        update(TelegramEditRow)
        .where(TelegramEditRow.id == question.id)
        .values(message_id=message_id, data=data)
    )


async def keep_shown(
    connection: AsyncConnection, *, staff_id: int, conversation_id: int, chat_id: int, message_id: int,
    at: datetime, draft_id: int | None = None, revision: int | None = None,
) -> None:  # fmt: skip
    """A message of the bot that tells of a buyer and asks nothing: kept so that it can be made blank."""
    await connection.execute(
        postgresql.insert(TelegramEditRow)
        .values(
            staff_id=staff_id, conversation_id=conversation_id, chat_id=chat_id, message_id=message_id,
            draft_id=draft_id, revision=revision, kind="shown", created_at=at, closed_at=at,
        )
        .on_conflict_do_nothing()
    )  # fmt: skip


async def keep_listed(
    connection: AsyncConnection, *, staff_id: int, conversation_ids: Sequence[int], chat_id: int,
    message_id: int, at: datetime,
) -> None:  # fmt: skip
    """A message of the bot that names the buyers of several conversations, or now names these too."""
    if not conversation_ids:
        return
    talks = TelegramEditRow.data["talks"]
    put = postgresql.insert(TelegramEditRow).values(
        staff_id=staff_id, conversation_id=conversation_ids[0], chat_id=chat_id, message_id=message_id,
        kind="shown", data={"talks": list(conversation_ids)}, created_at=at, closed_at=at,
    )  # fmt: skip
    both = func.coalesce(talks, func.jsonb_build_array()).op("||")(put.excluded.data["talks"])
    await connection.execute(
        put.on_conflict_do_update(
            index_elements=["chat_id", "message_id"],
            set_={"data": func.jsonb_build_object("talks", both)},
            where=TelegramEditRow.kind == "shown",
        )
    )


async def at(connection: AsyncConnection, chat_id: int, message_id: int) -> AnyRow | None:
    """The question that a message shows, open or not."""
    return (
        await connection.execute(
            select(*_COLUMNS).where(
                TelegramEditRow.chat_id == chat_id, TelegramEditRow.message_id == message_id
            )
        )
    ).first()


async def by_id(connection: AsyncConnection, question_id: int) -> AnyRow | None:
    return (await connection.execute(select(*_COLUMNS).where(TelegramEditRow.id == question_id))).first()


async def change(connection: AsyncConnection, question_id: int, **values: Any) -> None:
    """Change columns of a question."""
    await connection.execute(
        update(TelegramEditRow).where(TelegramEditRow.id == question_id).values(**values)
    )


async def is_part(connection: AsyncConnection, chat_id: int, update_id: int, since: datetime) -> bool:
    """Whether an update was the rest of a long text, and was read with it."""
    found = await connection.execute(
        select(TelegramEditRow.id)
        .where(
            TelegramEditRow.chat_id == chat_id,
            TelegramEditRow.created_at >= since,
            TelegramEditRow.data["parts"].contains([update_id]),
        )
        .limit(1)
    )
    return found.first() is not None


async def close(connection: AsyncConnection, question_id: int, now: datetime) -> None:
    """It was answered, or is not wanted any more."""
    await connection.execute(
        update(TelegramEditRow)
        .where(TelegramEditRow.id == question_id, TelegramEditRow.closed_at.is_(None))
        .values(closed_at=now)
    )
