"""The list of commands that Telegram shows beside the field to write in, in every language of ours."""

from __future__ import annotations

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.log import logger
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from prompts.telegram import LANGUAGES, load

SHOWN = ("human", "language", "stop", "privacy", "help")
_OTHERWISE = "en"
_log = logger("telegram")


def bot_commands(language: str) -> list[BotCommand]:
    words = load(language)
    return [BotCommand(command=name, description=words.say(f"command-{name}")) for name in SHOWN]


async def set_commands(office: Office) -> None:
    """Tell Telegram the commands of private chats. What fails is logged: the commands work all the same."""
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
