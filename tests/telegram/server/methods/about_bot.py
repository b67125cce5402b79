"""The bot itself: its name, its commands, its descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from ..entities import length
from ..errors import bad
from ..reading import Request
from ..state import Json
from ..world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100
_TEXTS = {
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
    "Name": ("name", 64),
}


def get_me(world: World, request: Request) -> Json:
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": True,
        "has_main_web_app": False,
        "has_topics_enabled": False,
    }


def _key(what: str, request: Request) -> str:
    scope = json.dumps(request.get("scope") or {"type": "default"}, sort_keys=True)
    return f"{what} {scope} {request.get('language_code') or ''}".strip()


def set_my_commands(world: World, request: Request) -> bool:
    commands: list[Json] = request.get("commands")
    if len(commands) > _MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _COMMAND.fullmatch(one["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= length(one["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile[_key("commands", request)] = commands
    return True


def get_my_commands(world: World, request: Request) -> list[Json]:
    commands: list[Json] = world.profile.get(_key("commands", request), [])
    return commands


def delete_my_commands(world: World, request: Request) -> bool:
    world.profile.pop(_key("commands", request), None)
    return True


def _text_methods(what: str, field: str, most: int) -> dict[str, Any]:
    def put(world: World, request: Request) -> bool:
        text = request.get(field) or ""
        if length(text) > most:
            raise bad(f"BOT_{field.upper()}_TOO_LONG")
        world.profile[f"{field} {request.get('language_code') or ''}".strip()] = text
        return True

    def show(world: World, request: Request) -> Json:
        return {field: world.profile.get(f"{field} {request.get('language_code') or ''}".strip(), "")}

    return {f"setMy{what}": put, f"getMy{what}": show}


def _remembered(name: str) -> Any:
    """Methods that only set something which nobody asks for again."""

    def put(world: World, request: Request) -> bool:
        world.profile[name] = request.fields
        return True

    return put


METHODS: dict[str, Any] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    **{
        name: method
        for what, (field, most) in _TEXTS.items()
        for name, method in _text_methods(what, field, most).items()
    },
    **{
        name: _remembered(name)
        for name in ("setChatMenuButton", "setMyDefaultAdministratorRights", "logOut", "close")
    },
}
