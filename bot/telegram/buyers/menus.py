"""Menus below the bot's own words: the language, and what a buyer may ask about their data.

What these buttons carry gives nobody any right: they change the chat in which they are tapped, and no other.
"""

from __future__ import annotations

from typing import Literal

from aiogram.methods import EditMessageText, SetMyCommands
from aiogram.types import (
    BotCommandScopeChat,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.telegram.buyers.answering import answer_tap
from bot.telegram.buyers.bot_commands import bot_commands
from bot.telegram.buyers.contents import Content
from bot.telegram.buyers.keeping import chat_with, keep, named_uuid
from bot.telegram.buyers.speaking import words_for
from bot.telegram.errors import Later, NotDone, Uncertain
from bot.telegram.office import Office
from prompts.telegram import LANGUAGES, BotWords, load
from storage import telegram_chats
from storage.events import record
from storage.live import writing
from storage.telegram_chats import Place, Writer

PREFIX = "bm|"
"""Of what these buttons carry."""
_IN_A_ROW = 3
Wish = Literal["data", "erase"]
_EVENTS: dict[str, str] = {"data": "buyer.asked_for_data", "erase": "buyer.asked_for_erasure"}


def language_menu(current: str) -> InlineKeyboardMarkup:
    buttons = [
        InlineKeyboardButton(
            text=("✓ " if language == current else "") + load(language).say("language-name"),
            callback_data=f"{PREFIX}language|{language}",
        )
        for language in LANGUAGES
    ]
    rows = [buttons[at : at + _IN_A_ROW] for at in range(0, len(buttons), _IN_A_ROW)]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def privacy_menu(words: BotWords) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=words.say(f"privacy-{wish}"), callback_data=f"{PREFIX}privacy|{wish}")]
            for wish in _EVENTS
        ]
    )


async def choose(office: Office, place: Place, writer: Writer, query: CallbackQuery) -> None:
    """A tap on one of these menus."""
    _, _, rest = (query.data or "").partition("|")
    menu, _, chosen = rest.partition("|")
    if menu == "language" and chosen in LANGUAGES:
        await _set_language(office, place, writer, query, chosen)
    elif menu == "privacy" and chosen in _EVENTS:
        await _file_wish(office, place, writer, query, chosen)
    else:
        await answer_tap(office, query, words_for(None, writer.locale).say("tap-unknown"), alert=True)


async def _set_language(
    office: Office, place: Place, writer: Writer, query: CallbackQuery, language: str
) -> None:
    async with writing(office.desk.engine) as connection:
        chat = await chat_with(office, connection, place, writer)
        await telegram_chats.change_chat(connection, chat.id, language=language)
    words = load(language)
    await answer_tap(office, query, words.say("language-name"))
    await _now_says(office, query, words.say("language-set"))
    commands = SetMyCommands(
        commands=bot_commands(language), scope=BotCommandScopeChat(chat_id=place.chat_id)
    )
    try:
        await office.calls(commands)
    except Later:
        raise
    except (NotDone, Uncertain):
        pass  # the menu stays in the language of the buyer's Telegram


async def _file_wish(office: Office, place: Place, writer: Writer, query: CallbackQuery, wish: str) -> None:
    """A request to the team: in the talk in the buyer's language, and as an event. A person does it."""
    desk = office.desk
    async with writing(desk.engine) as connection:
        chat = await chat_with(office, connection, place, writer)
    words = words_for(chat.language, writer.locale)
    menu = query.message.message_id if query.message is not None else 0
    kept = await keep(
        office, place, writer, Content(words.say(f"privacy-{wish}-words")), desk.clock(),
        key=named_uuid("privacy", place.bot_id, place.chat_id, menu, wish),
    )  # fmt: skip
    if kept.stored.new:
        async with writing(desk.engine) as connection:
            await record(
                connection, _EVENTS[wish], at=desk.clock(), shop_id=desk.shop_id, actor="buyer",
                conversation_id=chat.conversation_id, data={"seq": kept.stored.seq},
            )  # fmt: skip
    await answer_tap(office, query, "")
    await _now_says(office, query, words.say("privacy-asked"))


async def _now_says(office: Office, query: CallbackQuery, text: str) -> None:
    """Put other words in the place of a menu, which then has no buttons."""
    if not isinstance(query.message, Message):
        return
    method = EditMessageText(
        chat_id=query.message.chat.id, message_id=query.message.message_id, text=text, parse_mode=None
    )
    try:
        await office.calls(method)
    except Later:
        raise
    except (NotDone, Uncertain):
        pass  # it says so already, or is gone
