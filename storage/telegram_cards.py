"""The team's cards in Telegram: which are drawn and of what, and what a card shows besides the case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.staff_tables import StaffRow
from storage.talk_tables import ConversationRow
from storage.telegram_numbers import take_number
from storage.telegram_tables import (
    TelegramBusinessRow,
    TelegramCardRow,
    TelegramChatRow,
    TelegramEditRow,
    TelegramStaffRow,
)

GONE = "gone"
"""The look of a card that is not to be seen any more, or can never be changed."""


async def stuck_in(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """What a person must look at: a row of the outbox of which nobody can tell whether it arrived, or else
    the newest one where it has failed."""
    of_talk = select(*OutboxRow.__table__.columns).where(OutboxRow.conversation_id == conversation_id)
    unknown = (
        await connection.execute(of_talk.where(OutboxRow.state == "unknown").order_by(OutboxRow.id).limit(1))
    ).first()
    if unknown is not None:
        return unknown
    newest = (await connection.execute(of_talk.order_by(OutboxRow.id.desc()).limit(1))).first()
    return newest if newest is not None and newest.state == "failed" else None


async def account_of(connection: AsyncConnection, conversation_id: int) -> str | None:
    """The name of the salesperson to whose own account the buyer writes."""
    name: str | None = (
        await connection.execute(
            select(StaffRow.name)
            .join(TelegramBusinessRow, TelegramBusinessRow.staff_id == StaffRow.id)
            .join(TelegramChatRow, TelegramChatRow.business == TelegramBusinessRow.connection_id)
            .where(TelegramChatRow.conversation_id == conversation_id)
        )
    ).scalar()
    return name


async def talks_of_buyer(connection: AsyncConnection, buyer_id: int) -> int:
    """How many conversations a buyer has."""
    found: int = (
        await connection.execute(
            select(func.count()).select_from(ConversationRow).where(ConversationRow.buyer_id == buyer_id)
        )
    ).scalar_one()
    return found


async def cards_of(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """All cards of a conversation (columns of TelegramCardRow), newest first."""
    return (
        await connection.execute(
            select(*TelegramCardRow.__table__.columns)
            .where(TelegramCardRow.conversation_id == conversation_id)
            .order_by(TelegramCardRow.id.desc())
        )
    ).all()


async def newest_in(connection: AsyncConnection, chat_id: int) -> int:
    """The number of the newest card in a chat; 0 where there is none."""
    found: int | None = (
        await connection.execute(
            select(func.max(TelegramCardRow.message_id)).where(TelegramCardRow.chat_id == chat_id)
        )
    ).scalar()
    return found or 0


async def add_card(connection: AsyncConnection, conversation_id: int, chat_id: int, **values: Any) -> None:
    """A new live card in a chat; the one before it has to be put right: it has no look."""
    await connection.execute(
        update(TelegramCardRow)
        .where(
            TelegramCardRow.conversation_id == conversation_id,
            TelegramCardRow.chat_id == chat_id,
            TelegramCardRow.live,
        )
        .values(live=False, look="")
    )
    await take_number(connection, chat_id, values["message_id"])
    await connection.execute(
        insert(TelegramCardRow).values(conversation_id=conversation_id, chat_id=chat_id, **values)
    )


async def change_card(connection: AsyncConnection, card_id: int, **values: Any) -> None:
    await connection.execute(update(TelegramCardRow).where(TelegramCardRow.id == card_id).values(**values))


async def lost(connection: AsyncConnection, conversation_id: int, chat_id: int) -> None:
    """Nothing of a conversation is to be seen in a chat any more."""
    await connection.execute(
        update(TelegramCardRow)
        .where(TelegramCardRow.conversation_id == conversation_id, TelegramCardRow.chat_id == chat_id)
        .values(live=False, look=GONE)
    )


async def bound_members(connection: AsyncConnection, shop_id: int, bot_id: int) -> Sequence[AnyRow]:
    """(staff_id, user_id, role, name) of the active members of the team who have bound an account and may see
    buyers' talks."""
    return (
        await connection.execute(
            select(TelegramStaffRow.staff_id, TelegramStaffRow.user_id, StaffRow.role, StaffRow.name)
            .join(StaffRow, StaffRow.id == TelegramStaffRow.staff_id)
            .where(
                StaffRow.shop_id == shop_id,
                StaffRow.active,
                TelegramStaffRow.bot_id == bot_id,
                StaffRow.purchasing != "only",
            )
            .order_by(TelegramStaffRow.bound_at, TelegramStaffRow.staff_id)
        )
    ).all()


async def questions_of(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """(chat_id, message_id) of the messages in which the bot asked about a conversation, or named it."""
    return (
        await connection.execute(
            select(TelegramEditRow.chat_id, TelegramEditRow.message_id).where(
                (TelegramEditRow.conversation_id == conversation_id)
                | TelegramEditRow.data["talks"].contains([conversation_id]),
                TelegramEditRow.message_id > 0,
            )
        )
    ).all()
