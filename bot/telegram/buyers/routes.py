"""What buyers do, by kind of update."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import (
    BusinessConnection,
    BusinessMessagesDeleted,
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    Update,
)

from bot.domain.desk import Person
from bot.telegram.buyers import business, membership, menus
from bot.telegram.buyers.answering import answer_tap
from bot.telegram.buyers.choices import take_choice
from bot.telegram.buyers.commands import command_of, obey
from bot.telegram.buyers.contents import content_of
from bot.telegram.buyers.edits import change
from bot.telegram.buyers.greeting import greet
from bot.telegram.buyers.keeping import keep, message_uuid, writer_of
from bot.telegram.buyers.speaking import words_for
from bot.telegram.office import Office
from bot.telegram.sending.choices import PREFIX as CHOICE
from storage.telegram_chats import Place

_PRIVATE = F.chat.type == "private"
_GROUP = F.chat.type.in_({"group", "supergroup"})


def make_router() -> Router:
    """Handlers of buyers' messages, in private chats and through business accounts.

    Who belongs to the team is no buyer: what the team's handlers leave of theirs is not taken in.
    """
    router = Router(name="buyers")
    router.message.register(_message, _PRIVATE)
    router.edited_message.register(_edited, _PRIVATE)
    router.callback_query.register(_tap)
    router.my_chat_member.register(_block, _PRIVATE)
    router.my_chat_member.register(_leave, _GROUP)
    router.business_connection.register(_connection)
    router.business_message.register(_business)
    router.edited_business_message.register(_business_edited)
    router.deleted_business_messages.register(_business_deleted)
    return router


async def _message(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    user = message.from_user
    if person is not None or user is None or user.is_bot:
        return
    place, writer = Place(office.bot_id, message.chat.id), writer_of(user)
    command = command_of(message)
    if command is not None:
        await obey(office, event_update.update_id, place, writer, message, command)
        return
    content = content_of(message)
    if content is None:
        return
    kept = await keep(
        office, place, writer, content, message.date,
        key=message_uuid(place, message.message_id), message_id=message.message_id,
    )  # fmt: skip
    await greet(office, event_update.update_id, kept.chat, writer.locale)


async def _edited(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    user = message.from_user
    content = content_of(message)
    if person is not None or user is None or user.is_bot or content is None:
        return
    if message.location is not None and message.location.live_period is not None:
        return  # somebody on the way: where they were first is kept
    place = Place(office.bot_id, message.chat.id)
    if command_of(message) is None and not await change(office, place, message.message_id, content):
        await _message(message, office, person, event_update)


async def _tap(query: CallbackQuery, office: Office, person: Person | None) -> None:
    writer = writer_of(query.from_user)
    message = query.message
    # Nobody else can tap in a private chat: what says so is made up.
    if message is not None and message.chat.type == "private" and message.chat.id == query.from_user.id:
        business_id = message.business_connection_id if isinstance(message, Message) else None
        place = Place(office.bot_id, message.chat.id, business_id or "")
        if (query.data or "").startswith(CHOICE):
            await take_choice(office, place, writer, query)
            return
        if (query.data or "").startswith(menus.PREFIX) and person is None:
            await menus.choose(office, place, writer, query)
            return
    await answer_tap(office, query, words_for(None, writer.locale).say("tap-unknown"), alert=True)


async def _block(my_chat_member: ChatMemberUpdated, office: Office) -> None:
    await membership.block(office, my_chat_member)


async def _leave(my_chat_member: ChatMemberUpdated, office: Office, person: Person | None) -> None:
    await membership.leave(office, my_chat_member, person)


async def _connection(
    business_connection: BusinessConnection, office: Office, person: Person | None, event_update: Update
) -> None:
    await business.keep_connection(office, business_connection, person, event_update.update_id)


async def _business(message: Message, office: Office, person: Person | None) -> None:
    await business.receive(office, message, person)


async def _business_edited(message: Message, office: Office, person: Person | None) -> None:
    await business.receive(office, message, person, edited=True)


async def _business_deleted(deleted: BusinessMessagesDeleted, office: Office) -> None:
    await business.deleted(office, deleted)
