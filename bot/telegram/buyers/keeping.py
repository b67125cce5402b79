"""A buyer's message into the store: message, files, what it tells of the buyer, all or nothing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiogram.types import User
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.telegram.buyers.contents import Content, name_of
from bot.telegram.office import Office
from knowledge.countries.phones import country_of_phone
from knowledge.countries.points import country_of_point
from storage import staff, talk_changes, talks, telegram_chats, telegram_files
from storage.arrivals import Arrival, Burst, Stored, store_message
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.storable import storable
from storage.telegram_chats import Place, Writer

_NAMES = uuid.UUID("5d7a3a5e-54c1-4c57-9a52-0f1c6f3b7d11")
_LATE = timedelta(seconds=30)
_LONGEST_LATE = timedelta(hours=26)
"""Telegram keeps what was not fetched for a day."""
_GUESSED = (None, "phone", "language")
"""What a phone number may take the place of, of what tells a buyer's country."""


class TalkGone(Exception):
    """The buyer was erased while the message was being stored: the next try begins another talk."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a message stands. `chat` is the row as it was before the message."""

    chat: AnyRow
    stored: Stored


def message_uuid(place: Place, message_id: int) -> uuid.UUID:
    """The id that a message of Telegram has in our store: the same update again has the same."""
    return named_uuid("message", place.bot_id, place.business, place.chat_id, message_id)


def named_uuid(*named: object) -> uuid.UUID:
    return uuid.uuid5(_NAMES, ":".join(str(each) for each in named))


def writer_of(user: User) -> Writer:
    return Writer(
        user.id,
        storable(user.username) if user.username else None,
        name_of(user.first_name, user.last_name),
        storable(user.language_code) if user.language_code else None,
    )


def written_at(desk: Desk, date: datetime) -> datetime:
    """When it was written, for the reply clock: now, or Telegram's time where we were away meanwhile."""
    now = desk.clock()
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return aware if _LATE < now - aware < _LONGEST_LATE else now


async def chat_with(
    office: Office, connection: AsyncConnection, place: Place, writer: Writer, *, assignee: int | None = None
) -> AnyRow:
    """The chat's row; a new buyer with a conversation where nobody has written there before.

    A new talk goes to `assignee`, or to the salesperson with the least to do.
    """
    desk = office.desk
    known = await telegram_chats.chat(connection, place)
    if known is None:
        await telegram_chats.alone_at(connection, place)
        known = await telegram_chats.chat(connection, place)
    if known is not None:
        if known.username != writer.username:
            await telegram_chats.change_chat(connection, known.id, username=writer.username)
        return known
    now = desk.clock()
    added = await telegram_chats.add_chat(
        connection, desk.shop_id, place, writer, at=now,
        assignee_id=assignee if assignee is not None else await staff.least_busy(connection, desk.shop_id),
    )  # fmt: skip
    await record(
        connection, "conversation.started", at=now, shop_id=desk.shop_id, actor="buyer",
        conversation_id=added.conversation_id,
        data={"channel": telegram_chats.CHANNEL, "source": None, "business": bool(place.business)},
    )  # fmt: skip
    return added


async def keep(
    office: Office,
    place: Place,
    writer: Writer,
    content: Content,
    date: datetime,
    *,
    key: uuid.UUID,
    message_id: int | None = None,
    assignee: int | None = None,
) -> Kept:
    """Store what a buyer has written; the same `key` again changes nothing.

    `message_id`: of the message of Telegram, where it is one. TalkGone: try again.
    """
    desk = office.desk
    at = written_at(desk, date)
    async with writing(desk.engine) as connection:
        chat = await chat_with(office, connection, place, writer, assignee=assignee)
        arrival = Arrival(chat.conversation_id, key, content.words, at)
        stored = await store_message(connection, arrival, Burst(desk.timing.quiet, desk.timing.longest))
        if stored is None:
            raise TalkGone
        if stored.new:
            for file in content.files:
                await telegram_files.keep(connection, chat.conversation_id, stored.seq, file)
            if chat.about is not None:
                await talk_changes.set_about(connection, chat.conversation_id, stored.seq, chat.about)
            await _learn(connection, chat, content)
            await telegram_chats.heard(connection, chat.id, min(_aware(date), desk.clock()))
        if message_id is not None:
            await telegram_chats.keep_message(connection, chat, message_id, stored.seq, content.album)
    if stored.new:
        desk.tally.messages_stored += 1
    return Kept(chat, stored)


async def _learn(connection: AsyncConnection, chat: AnyRow, content: Content) -> None:
    """What a message tells of the buyer beside its words."""
    if content.phone is None and content.point is None:
        return
    talk = await talks.conversation(connection, chat.conversation_id)
    buyer = await talks.buyer(connection, talk.buyer_id) if talk is not None else None
    if buyer is None:
        return
    if content.phone is not None:
        await talks.change_buyer(connection, buyer.id, phone=content.phone)
        country = country_of_phone(content.phone)
        if country is not None and (buyer.country is None or buyer.country_basis in _GUESSED):
            await talks.change_buyer(connection, buyer.id, country=country, country_basis="phone")
    if content.point is not None:
        country = country_of_point(*content.point)
        if country is not None:
            await talks.learn_country(connection, buyer.id, country, "stated")


def _aware(date: datetime) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=UTC)
