"""Salespeople's own accounts: the bot drafts for them; what they type themselves answers the buyer."""

from __future__ import annotations

from aiogram.methods import GetBusinessConnection
from aiogram.types import BusinessConnection, BusinessMessagesDeleted, Message, User
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.desk import Person
from bot.log import logger
from bot.telegram.buyers.contents import Content, content_of
from bot.telegram.buyers.edits import change, delete
from bot.telegram.buyers.keeping import keep, message_uuid, writer_of, written_at
from bot.telegram.buyers.speaking import say, words_for
from bot.telegram.errors import Later, NotDone
from bot.telegram.office import Office
from storage import (
    drafts,
    talk_changes,
    talks,
    telegram_business,
    telegram_chats,
    telegram_files,
    telegram_staff,
)
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify
from storage.telegram_chats import Place
from storage.telegram_tables import TelegramBusinessRow, TelegramChatRow

_TOLD = 0
_log = logger("telegram")


async def keep_connection(
    office: Office, connection: BusinessConnection, person: Person | None, update_id: int | None = None
) -> None:
    """An account was connected, disconnected, or its rights changed; with `update_id` its owner is told."""
    desk = office.desk
    can_reply = bool(connection.rights and connection.rights.can_reply)
    async with writing(desk.engine) as store:
        before = await telegram_business.connected(store, office.bot_id, connection.id)
        await telegram_business.keep_connection(
            store, connection_id=connection.id, bot_id=office.bot_id, user_id=connection.user.id,
            chat_id=connection.user_chat_id, staff_id=person.id if person is not None else None,
            can_reply=can_reply, enabled=connection.is_enabled, changed_at=desk.clock(),
        )  # fmt: skip
        same = before is not None and (before.enabled, before.can_reply) == (connection.is_enabled, can_reply)
        if not same:
            await record(
                store, "business.connected" if connection.is_enabled else "business.disconnected",
                at=desk.clock(), shop_id=desk.shop_id, actor="person",
                staff_id=person.id if person is not None else None, data={"can_reply": can_reply},
            )  # fmt: skip
            for talk in await _talks_of(store, office.bot_id, connection.id):
                await notify(store, "desk", shop=desk.shop_id, conversation=talk)
    if update_id is None or not connection.is_enabled:
        return
    words = words_for(None, connection.user.language_code)
    company = (await desk.counter.serving()).shop.company.name
    if person is None:
        text = words.say("business-unbound", company=company)
    elif not can_reply:
        text = words.say("business-no-right")
    else:
        text = words.say("business-ready", company=company)
    await say(office, update_id, _TOLD, connection.user_chat_id, text)


async def receive(office: Office, message: Message, person: Person | None, *, edited: bool = False) -> None:
    """A message in a chat with an account that the bot answers for, by whichever side.

    `person`: who of the team has written it. What colleagues write to each other is no inquiry.
    """
    if message.from_user is None or message.business_connection_id is None:
        return
    if message.sender_business_bot is not None and message.sender_business_bot.id == office.bot_id:
        return  # our own words on behalf of the account: they are in the talk since they were sent
    account = await _account(office, message.business_connection_id)
    if account is None or account.staff_id is None:
        _log.info("telegram.business_of_nobody", connection=message.business_connection_id)
        return
    if person is not None and message.from_user.id != account.user_id:
        return
    content = content_of(message)
    if content is None:
        return
    place = await _place(office, account, message.chat.id)
    if edited and await change(office, place, message.message_id, content):
        return
    if message.from_user.id == account.user_id:
        await _keep_own_words(office, place, message, content, account.staff_id)
        return
    await _keep_buyers(office, place, message, content, message.from_user, account.staff_id)


async def deleted(office: Office, gone: BusinessMessagesDeleted) -> None:
    """Messages that one side has deleted for both."""
    account = await _account(office, gone.business_connection_id)
    if account is not None:
        await delete(office, await _place(office, account, gone.chat.id), gone.message_ids)


async def _keep_buyers(
    office: Office, place: Place, message: Message, content: Content, user: User, staff_id: int
) -> None:
    await keep(
        office, place, writer_of(user), content, message.date,
        key=message_uuid(place, message.message_id), message_id=message.message_id, assignee=staff_id,
    )  # fmt: skip


async def _keep_own_words(
    office: Office, place: Place, message: Message, content: Content, staff_id: int
) -> None:
    """What the salesperson has typed to the buyer: it answers, and a draft that waits is dropped by it.

    Where the buyer has never written there is no talk: whom salespeople write to is their own affair.
    """
    desk = office.desk
    at = written_at(desk, message.date)
    key = message_uuid(place, message.message_id)
    async with writing(desk.engine) as connection:
        chat = await telegram_chats.chat(connection, place)
        if chat is None:
            return
        talk = await talks.conversation(connection, chat.conversation_id, locked=True)
        if talk is None or await talk_changes.seq_of(connection, talk.id, key) is not None:
            return
        seq = await talk_changes.add_own_words(connection, talk, key, content.words, staff_id, at)
        for file in content.files:
            await telegram_files.keep(connection, talk.id, seq, file)
        await telegram_chats.keep_message(connection, chat, message.message_id, seq, content.album)
        dropped = await drafts.supersede_waiting(connection, talk.id, "a_person_answered", at)
        await record(
            connection, "message.written", at=at, shop_id=desk.shop_id, actor="person", staff_id=staff_id,
            conversation_id=talk.id, data={"from": talk.state, "superseded": dropped, "overridden": []},
        )  # fmt: skip
        await record(
            connection, "message.sent", at=at, shop_id=desk.shop_id, actor="person", staff_id=staff_id,
            conversation_id=talk.id, data={"seq": seq, "answers": talk.last_buyer_seq, "quote": None},
        )  # fmt: skip
        await notify(connection, "talk", shop=desk.shop_id, conversation=talk.id, seq=seq)
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)


async def _account(office: Office, connection_id: str) -> AnyRow | None:
    """The connection with its owner as the team stands now; asked for where its own update never came."""
    desk = office.desk
    async with writing(desk.engine) as connection:
        known = await telegram_business.connected(connection, office.bot_id, connection_id)
    if known is None:
        try:
            told = await office.calls(GetBusinessConnection(business_connection_id=connection_id))
        except Later:
            raise  # nobody could be asked: the message waits
        except NotDone:
            return None
        async with writing(desk.engine) as connection:
            person = await telegram_staff.bound_person(connection, desk.shop_id, office.bot_id, told.user.id)
        await keep_connection(office, told, person)
    async with writing(desk.engine) as connection:
        await telegram_business.owner(connection, office.bot_id, connection_id)
        return await telegram_business.connected(connection, office.bot_id, connection_id)


async def _place(office: Office, account: AnyRow, chat_id: int) -> Place:
    """The chat with this account; one that an earlier connection of the same account had goes on in it."""
    place = Place(office.bot_id, chat_id, account.connection_id)
    earlier = select(TelegramBusinessRow.connection_id).where(
        TelegramBusinessRow.bot_id == office.bot_id,
        TelegramBusinessRow.user_id == account.user_id,
        TelegramBusinessRow.connection_id != account.connection_id,
    )
    async with writing(office.desk.engine) as connection:
        if await telegram_chats.chat(connection, place) is None:
            found = (
                await connection.execute(
                    select(TelegramChatRow.id)
                    .where(
                        TelegramChatRow.bot_id == office.bot_id,
                        TelegramChatRow.chat_id == chat_id,
                        TelegramChatRow.business.in_(earlier),
                    )
                    .order_by(TelegramChatRow.id.desc())
                    .limit(1)
                )
            ).scalar()
            if found is not None:
                await connection.execute(
                    update(TelegramChatRow)
                    .where(TelegramChatRow.id == found)
                    .values(business=account.connection_id)
                )
    return place


async def _talks_of(connection: AsyncConnection, bot_id: int, connection_id: str) -> list[int]:
    rows = await connection.execute(
        select(TelegramChatRow.conversation_id).where(
            TelegramChatRow.bot_id == bot_id, TelegramChatRow.business == connection_id
        )
    )
    return list(rows.scalars())
