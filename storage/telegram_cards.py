"""The team's cards in Telegram: which are drawn and of what, and what a card shows besides the case."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.staff_tables import StaffRow
from storage.talk_tables import ConversationRow
from storage.telegram_tables import TelegramBusinessRow, TelegramChatRow


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
