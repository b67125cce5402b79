"""Salespeople's own accounts that the bot may answer for, and whether it may answer now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.staff_tables import StaffRow
from storage.telegram_chats import chat_of
from storage.telegram_tables import TelegramBusinessRow, TelegramStaffRow

ANSWERED_WITHIN = timedelta(hours=24)
"""After a customer's message; after that Telegram sends nothing on behalf of an account."""
NoReply = Literal["no_chat", "blocked", "disconnected", "no_right", "unbound", "silent"]
"""Why a reply cannot leave: there is no chat (any more); the buyer has blocked the bot; the account's owner
has disconnected it, has not given it the right to reply, or is nobody active of the team; the customer has
written nothing for 24 hours."""
AGAINST: dict[NoReply, str] = {
    "no_chat": "the buyer's chat is not known",
    "blocked": "the buyer has blocked the bot",
    "disconnected": "the account does not let the bot answer any more",
    "no_right": "the account does not give the bot the right to reply",
    "unbound": "the account belongs to nobody of the team",
    "silent": "the buyer has been silent for 24 hours",
}
"""What is recorded of a reply that does not leave for it."""


async def keep_connection(connection: AsyncConnection, **values: Any) -> None:
    """How a connection (columns of TelegramBusinessRow) is now."""
    changed = {name: value for name, value in values.items() if name != "connection_id"}
    await connection.execute(
        postgresql.insert(TelegramBusinessRow)
        .values(**values)
        .on_conflict_do_update(index_elements=["connection_id"], set_=changed)
    )


async def connected(connection: AsyncConnection, bot_id: int, connection_id: str) -> AnyRow | None:
    """A connection of this bot."""
    return (
        await connection.execute(
            select(*TelegramBusinessRow.__table__.columns).where(
                TelegramBusinessRow.connection_id == connection_id, TelegramBusinessRow.bot_id == bot_id
            )
        )
    ).first()


async def owner(connection: AsyncConnection, bot_id: int, connection_id: str) -> int | None:
    """Who of the team owns the account: active, and bound to it now. The row follows."""
    found: int | None = (
        await connection.execute(
            select(StaffRow.id)
            .join(TelegramStaffRow, TelegramStaffRow.staff_id == StaffRow.id)
            .join(
                TelegramBusinessRow,
                (TelegramBusinessRow.user_id == TelegramStaffRow.user_id)
                & (TelegramBusinessRow.bot_id == TelegramStaffRow.bot_id),
            )
            .where(
                TelegramBusinessRow.connection_id == connection_id,
                TelegramBusinessRow.bot_id == bot_id,
                StaffRow.active,
            )
        )
    ).scalar()
    await connection.execute(
        update(TelegramBusinessRow)
        .where(
            TelegramBusinessRow.connection_id == connection_id,
            TelegramBusinessRow.staff_id.is_distinct_from(found),
        )
        .values(staff_id=found)
    )
    return found


async def may_reply(connection: AsyncConnection, conversation_id: int, now: datetime) -> NoReply | None:
    """Why a reply to this conversation of Telegram would not arrive; None: nothing speaks against it."""
    chat = await chat_of(connection, conversation_id)
    if chat is None:
        return "no_chat"
    if not chat.business:
        return "blocked" if chat.blocked_at is not None else None
    row = (
        await connection.execute(
            select(TelegramBusinessRow.enabled, TelegramBusinessRow.can_reply, StaffRow.id.label("staff_id"))
            .outerjoin(
                TelegramStaffRow,
                (TelegramStaffRow.user_id == TelegramBusinessRow.user_id)
                & (TelegramStaffRow.bot_id == TelegramBusinessRow.bot_id),
            )
            .outerjoin(StaffRow, (StaffRow.id == TelegramStaffRow.staff_id) & StaffRow.active)
            .where(
                TelegramBusinessRow.connection_id == chat.business, TelegramBusinessRow.bot_id == chat.bot_id
            )
        )
    ).first()
    if row is None or not row.enabled:
        return "disconnected"
    if row.staff_id is None:
        return "unbound"
    if not row.can_reply:
        return "no_right"
    if chat.heard_at is None or now - chat.heard_at >= ANSWERED_WITHIN:
        return "silent"
    return None
