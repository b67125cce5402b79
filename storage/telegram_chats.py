"""Buyers' chats in Telegram: which conversation each is, and which message of it is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.talk_tables import BuyerRow, ConversationRow
from storage.telegram_tables import TelegramChatRow, TelegramMessageRow

CHANNEL = "telegram"
_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
_CHAT = tuple(TelegramChatRow.__table__.columns)


@dataclass(frozen=True, slots=True)
class Place:
    """A chat with the bot; or with an account that it answers for: `business` is the connection then."""

    bot_id: int
    chat_id: int
    business: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, as Telegram tells. `locale` is the language tag of the buyer's Telegram."""

    user_id: int
    username: str | None
    name: str | None
    locale: str | None


async def chat(connection: AsyncConnection, place: Place) -> AnyRow | None:
    """The chat's row; None where nobody has written there yet, or the buyer was erased."""
    return (
        await connection.execute(
            select(*_CHAT).where(
                TelegramChatRow.bot_id == place.bot_id,
                TelegramChatRow.chat_id == place.chat_id,
                TelegramChatRow.business == place.business,
            )
        )
    ).first()


async def chat_of(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """The chat that a conversation is led in."""
    return (
        await connection.execute(select(*_CHAT).where(TelegramChatRow.conversation_id == conversation_id))
    ).first()


async def alone_at(connection: AsyncConnection, place: Place) -> None:
    """Wait for whoever else begins a talk at this place; others wait until this transaction ends."""
    await connection.execute(_ALONE, {"key": f"telegram:{place.bot_id}:{place.business}:{place.chat_id}"})


async def add_chat(
    connection: AsyncConnection,
    shop_id: int,
    place: Place,
    writer: Writer,
    *,
    at: datetime,
    assignee_id: int | None,
) -> AnyRow:
    """A new buyer with one conversation and this chat. `alone_at` the place first."""
    buyer = (
        await connection.execute(
            insert(BuyerRow)
            .values(shop_id=shop_id, name=writer.name, locale=writer.locale, created_at=at, seen_at=at)
            .returning(BuyerRow.id)
        )
    ).scalar_one()
    conversation = (
        await connection.execute(
            insert(ConversationRow)
            .values(
                shop_id=shop_id, buyer_id=buyer, channel=CHANNEL, created_at=at, last_message_at=at,
                assignee_id=assignee_id,
            )
            .returning(ConversationRow.id)
        )
    ).scalar_one()  # fmt: skip
    return (
        await connection.execute(
            insert(TelegramChatRow)
            .values(
                bot_id=place.bot_id, chat_id=place.chat_id, business=place.business,
                conversation_id=conversation, user_id=writer.user_id, username=writer.username,
                created_at=at,
            )
            .returning(*_CHAT)
        )
    ).one()  # fmt: skip


async def change_chat(connection: AsyncConnection, chat: int, **values: Any) -> None:
    await connection.execute(update(TelegramChatRow).where(TelegramChatRow.id == chat).values(**values))


async def heard(connection: AsyncConnection, chat: int, at: datetime) -> None:
    """The buyer has written at `at`: then nobody has blocked anybody."""
    await change_chat(
        connection, chat, heard_at=func.greatest(TelegramChatRow.heard_at, at), blocked_at=None, about=None
    )


async def claim_introduction(connection: AsyncConnection, chat: int, at: datetime) -> bool:
    """Whether it is the caller's to tell this buyer that an assistant helps; nobody else does after that."""
    claimed = await connection.execute(
        update(TelegramChatRow)
        .where(TelegramChatRow.id == chat, TelegramChatRow.introduced_at.is_(None))
        .values(introduced_at=at)
    )
    return claimed.rowcount == 1


# ---------------------------------------------------------------- messages
async def keep_message(
    connection: AsyncConnection, chat: AnyRow, message_id: int, seq: int, album: str | None = None
) -> None:
    """Which message of the talk a message of the chat is. Twice changes nothing."""
    await connection.execute(
        postgresql.insert(TelegramMessageRow)
        .values(
            chat=chat.id, message_id=message_id, conversation_id=chat.conversation_id, seq=seq, album=album
        )
        .on_conflict_do_nothing()
    )


async def message(connection: AsyncConnection, chat: int, message_id: int) -> AnyRow | None:
    """(conversation_id, seq, deleted_at) of a message of the chat."""
    return (
        await connection.execute(
            select(
                TelegramMessageRow.conversation_id, TelegramMessageRow.seq, TelegramMessageRow.deleted_at
            ).where(TelegramMessageRow.chat == chat, TelegramMessageRow.message_id == message_id)
        )
    ).first()


async def take_back(
    connection: AsyncConnection, chat: int, message_ids: Sequence[int], at: datetime
) -> list[int]:
    """Mark messages that were deleted in the chat; the seqs of those that nobody had marked before."""
    rows = await connection.execute(
        update(TelegramMessageRow)
        .where(
            TelegramMessageRow.chat == chat,
            TelegramMessageRow.message_id.in_(message_ids),
            TelegramMessageRow.deleted_at.is_(None),
        )
        .values(deleted_at=at)
        .returning(TelegramMessageRow.seq)
    )
    return sorted(set(rows.scalars()))
