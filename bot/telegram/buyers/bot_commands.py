"""The list of commands that Telegram shows beside the field to write in, in every language of ours."""

from __future__ import annotations

import asyncio

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.log import logger
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from prompts.telegram import LANGUAGES, load

SHOWN = ("human", "verify", "language", "stop", "privacy", "help")
_OTHERWISE = "en"
_AGAIN_SECONDS = 60.0
_log = logger("telegram")


def bot_commands(language: str) -> list[BotCommand]:
    words = load(language)
    return [BotCommand(command=name, description=words.say(f"command-{name}")) for name in SHOWN]


async def keep_commands(office: Office) -> None:
    """For ever: tell Telegram the commands once, as soon as it takes them."""
    done = False
    while True:
        done = done or await set_commands(office)
        await asyncio.sleep(_AGAIN_SECONDS)


async def set_commands(office: Office) -> bool:
    """Tell Telegram the commands of private chats; whether it took all. They work all the same if not."""
    scope = BotCommandScopeAllPrivateChats()
    try:
        await office.calls(SetMyCommands(commands=bot_commands(_OTHERWISE), scope=scope))
        for language in LANGUAGES:
            if language != _OTHERWISE:
                await office.calls(
                    SetMyCommands(commands=bot_commands(language), scope=scope, language_code=language)
                )
    except TelegramTrouble as trouble:
        _log.warning("telegram.commands_not_set", told=str(trouble)[:200])
        return False
    return True
