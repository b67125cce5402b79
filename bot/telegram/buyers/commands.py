"""What a buyer can tell the bot itself: /verify, /language, /stop, /privacy, /human, /help."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from aiogram.types import InlineKeyboardMarkup, Message

from bot.telegram.buyers.contents import content_of
from bot.telegram.buyers.greeting import greet
from bot.telegram.buyers.keeping import chat_with, keep, message_uuid
from bot.telegram.buyers.menus import language_menu, privacy_menu
from bot.telegram.buyers.speaking import say, seller_of, words_for
from bot.telegram.buyers.starting import start
from bot.telegram.buyers.verifying import verified
from bot.telegram.office import Office
from prompts.telegram import BotWords
from storage import telegram_chats
from storage.base import AnyRow
from storage.events import record
from storage.live import looking, writing
from storage.notices import notify
from storage.telegram_chats import Place, Writer

COMMANDS = ("start", "verify", "language", "human", "stop", "privacy", "help")
_COMMAND = re.compile(r"/(\w+)(?:@\w+)?(.*)", re.DOTALL)
_ANSWER = 1
"""After the greeting, where there is one."""


@dataclass(frozen=True, slots=True)
class Command:
    """`/name rest` as somebody wrote it; the name in small letters."""

    name: str
    rest: str


def command_of(message: Message) -> Command | None:
    """The command that a message begins with. What is forwarded commands nothing."""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != "bot_command" or first.offset != 0 or message.forward_origin:
        return None
    found = _COMMAND.match(message.text or "")
    return Command(found[1].casefold(), found[2].strip()) if found else None


async def obey(
    office: Office, update_id: int, place: Place, writer: Writer, message: Message, command: Command
) -> None:
    """Do what the command says, and answer; words behind it are kept as a message of the talk."""
    if command.name == "start":
        await start(office, update_id, place, writer, command.rest)
        return
    async with writing(office.desk.engine) as connection:
        chat = await chat_with(office, connection, place, writer)
    words = words_for(chat.language, writer.locale)
    if command.name == "human":
        await _ask_for_person(office, place, writer, message, command, words)
    elif command.rest and command.name != "verify":
        content = content_of(message)
        assert content is not None
        key = message_uuid(place, message.message_id)
        await keep(
            office, place, writer, content, message.date, key=key, message_id=message.message_id
        )  # fmt: skip
    if command.name == "stop":
        await _stop(office, chat)
    await greet(office, update_id, chat, writer.locale)
    text, keyboard = await _answer(office, chat, command, words)
    await say(office, update_id, _ANSWER, place.chat_id, text, keyboard)


async def _answer(
    office: Office, chat: AnyRow, command: Command, words: BotWords
) -> tuple[str, InlineKeyboardMarkup | None]:
    company = (await office.desk.counter.serving()).shop.company.name
    match command.name:
        case "verify":
            return await verified(office, chat, command.rest, words.language), None
        case "language":
            return words.say("language-choose"), language_menu(words.language)
        case "privacy":
            return words.say("privacy", company=company), privacy_menu(words)
        case "stop":
            return words.say("stop-done"), None
        case "human":
            async with looking(office.desk.engine) as connection:
                seller = await seller_of(connection, chat)
            return words.say("human-told", seller=seller or company), None
        case "help":
            return _help(words), None
        case _:
            told = words.say("unknown-kept" if command.rest else "unknown-command")
            return f"{told}\n\n{_help(words)}", None


def _help(words: BotWords) -> str:
    lines = [f"/{name} – {words.say(f'command-{name}')}" for name in COMMANDS if name != "start"]
    return "\n".join([words.say("hello-next"), "", *lines])


async def _ask_for_person(
    office: Office, place: Place, writer: Writer, message: Message, command: Command, words: BotWords
) -> None:
    """Store the wish in the buyer's own words, so that the talk, its clock and the draft all say it."""
    content = content_of(message)
    assert content is not None
    asked = "\n".join(part for part in (words.say("human-words"), command.rest) if part)
    kept = await keep(
        office, place, writer, replace(content, words=asked), message.date,
        key=message_uuid(place, message.message_id), message_id=message.message_id,
    )  # fmt: skip
    if not kept.stored.new:
        return
    desk = office.desk
    async with writing(desk.engine) as connection:
        await record(
            connection, "buyer.asked_for_person", at=desk.clock(), shop_id=desk.shop_id, actor="buyer",
            conversation_id=kept.chat.conversation_id, data={"seq": kept.stored.seq},
        )  # fmt: skip


async def _stop(office: Office, chat: AnyRow) -> None:
    desk = office.desk
    if chat.stopped_at is not None:
        return
    async with writing(desk.engine) as connection:
        await telegram_chats.change_chat(connection, chat.id, stopped_at=desk.clock())
        await record(
            connection, "buyer.stopped", at=desk.clock(), shop_id=desk.shop_id, actor="buyer",
            conversation_id=chat.conversation_id,
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=chat.conversation_id)
