"""What a message of the team's chats belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import any_, delete, func, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import EventRow
from storage.telegram_cards import GONE
from storage.telegram_tables import TelegramCardRow, TelegramTopicRow

_CARD = tuple(TelegramCardRow.__table__.columns)


async def card_at(connection: AsyncConnection, chat_id: int, message_id: int) -> AnyRow | None:
    """The card that a message is, or whose draft in full it is."""
    return (
        await connection.execute(
            select(*_CARD)
            .where(
                TelegramCardRow.chat_id == chat_id,
                (TelegramCardRow.message_id == message_id) | (any_(TelegramCardRow.text_ids) == message_id),
            )
            .order_by(TelegramCardRow.live.desc(), TelegramCardRow.id.desc())
            .limit(1)
        )
    ).first()


async def live_card(connection: AsyncConnection, conversation_id: int, chat_id: int) -> AnyRow | None:
    """The card of a conversation in a chat."""
    return (
        await connection.execute(
            select(*_CARD).where(
                TelegramCardRow.conversation_id == conversation_id,
                TelegramCardRow.chat_id == chat_id,
                TelegramCardRow.live,
            )
        )
    ).first()


async def adopt(
    connection: AsyncConnection, *, conversation_id: int, chat_id: int, thread_id: int | None,
    message_id: int, draft_id: int, revision: int, at: datetime,
) -> None:  # fmt: skip
    """A card that was sent, but whose row was never written, is a card: the live one where there is none."""
    live = await live_card(connection, conversation_id, chat_id) is None
    await connection.execute(
        postgresql.insert(TelegramCardRow)
        .values(
            conversation_id=conversation_id, chat_id=chat_id, thread_id=thread_id, message_id=message_id,
            draft_id=draft_id, revision=revision, stamp="", look="", live=live, sent_at=at,
        )
        .on_conflict_do_nothing()
    )  # fmt: skip


async def topic_of(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """(chat_id, thread_id) of a conversation's topic."""
    return (
        await connection.execute(
            select(TelegramTopicRow.chat_id, TelegramTopicRow.thread_id).where(
                TelegramTopicRow.conversation_id == conversation_id
            )
        )
    ).first()


async def conversation_in(connection: AsyncConnection, chat_id: int, thread_id: int) -> int | None:
    """The conversation whose topic this is."""
    found: int | None = (
        await connection.execute(
            select(TelegramTopicRow.conversation_id).where(
                TelegramTopicRow.chat_id == chat_id, TelegramTopicRow.thread_id == thread_id
            )
        )
    ).scalar()
    return found


async def taken_over_at(connection: AsyncConnection, conversation_id: int, staff_id: int) -> datetime | None:
    """When this person took a conversation over last."""
    at: datetime | None = (
        await connection.execute(
            select(func.max(EventRow.at)).where(
                EventRow.conversation_id == conversation_id,
                EventRow.kind == "conversation.taken_over",
                EventRow.staff_id == staff_id,
            )
        )
    ).scalar()
    return at


async def has_settled(
    connection: AsyncConnection, conversation_id: int, staff_id: int, kind: str, outbox_id: int
) -> bool:
    """Whether this person has done this (an event's kind) to a message of the outbox."""
    found = await connection.execute(
        select(EventRow.id)
        .where(
            EventRow.conversation_id == conversation_id,
            EventRow.kind == kind,
            EventRow.staff_id == staff_id,
            EventRow.data["outbox"].as_integer() == outbox_id,
        )
        .limit(1)
    )
    return found.first() is not None


async def places_of(
    connection: AsyncConnection, conversation_ids: Sequence[int], chat_id: int
) -> dict[int, tuple[int | None, int]]:
    """{conversation: (topic, message)} of live cards in a chat."""
    rows = await connection.execute(
        select(TelegramCardRow.conversation_id, TelegramCardRow.thread_id, TelegramCardRow.message_id).where(
            TelegramCardRow.conversation_id.in_(conversation_ids),
            TelegramCardRow.chat_id == chat_id,
            TelegramCardRow.live,
        )
    )
    return {row.conversation_id: (row.thread_id, row.message_id) for row in rows}


async def leave_chat(connection: AsyncConnection, chat_id: int) -> None:
    """The chat is no more: its topics are gone, and nothing of its cards is to be seen."""
    await connection.execute(delete(TelegramTopicRow).where(TelegramTopicRow.chat_id == chat_id))
    await connection.execute(
        update(TelegramCardRow)
        .where(TelegramCardRow.chat_id == chat_id, TelegramCardRow.live)
        .values(live=False, look=GONE)
    )
