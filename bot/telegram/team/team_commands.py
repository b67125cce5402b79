"""The commands that Telegram shows to the team: in its group to everybody, in private to whoever is bound."""

from __future__ import annotations

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.telegram.office import Office
from prompts.telegram_team import TeamWords

IN_GROUP = ("queue", "find", "buyer", "send", "note", "report", "login", "whoami", "language", "help")
IN_PRIVATE = ("queue", "find", "buyer", "report", "login", "whoami", "language", "help")


async def set_private(office: Office, words: TeamWords, user_id: int) -> None:
    """TelegramTrouble."""
    await _set(office, words, user_id, IN_PRIVATE)


async def set_group(office: Office, words: TeamWords, chat_id: int) -> None:
    """TelegramTrouble."""
    await _set(office, words, chat_id, IN_GROUP)


async def _set(office: Office, words: TeamWords, chat_id: int, names: tuple[str, ...]) -> None:
    commands = [BotCommand(command=name, description=words.say(f"command-{name}")) for name in names]
    await office.calls(SetMyCommands(commands=commands, scope=BotCommandScopeChat(chat_id=chat_id)))
