"""Text messages, copies and forwards, chat actions."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ChatAction

from .. import markup
from ..entities import Formatted
from ..errors import bad
from ..posting import chat_of, post, target, text_of, thread_of
from ..reading import Request
from ..state import Json, Message
from ..world import World

_GENERAL_THREAD = 1
"""A chat action names a forum's General by 1; every message that does so is refused."""


def send_message(world: World, request: Request) -> Json:
    return post(world, request, text_of(request)).json()


def send_chat_action(world: World, request: Request) -> bool:
    chat, thread = target(world, request), request.get("message_thread_id")
    if request.get("action") not in [action.value for action in ChatAction]:
        raise bad("wrong parameter action in request")
    if not (chat.is_forum and thread == _GENERAL_THREAD):
        thread_of(chat, thread)
    chat.actions.append((request.get("action"), thread))
    return True


def _source(world: World, request: Request, what: str) -> Message:
    found = chat_of(world, request.get("from_chat_id")).standing(request.get("message_id"))
    if found is None:
        raise bad(f"message to {what} not found")
    if found.service:
        raise bad(f"message can't be {'copied' if what == 'copy' else 'forwarded'}")
    return found


def copy_message(world: World, request: Request) -> Json:
    source = _source(world, request, "copy")
    said: Formatted | None = Formatted(source.text, source.entities, source.html)
    if request.get("caption") is not None and source.content:
        said = text_of(request, "caption")
    copied = post(world, request, said, dict(source.content), source.files)
    if request.get("reply_markup") is None and source.from_bot:
        copied.markup = markup.keyboard(source.markup)
    return {"message_id": copied.message_id}


def forward_message(world: World, request: Request) -> Json:
    source = _source(world, request, "forward")
    said = Formatted(source.text, source.entities, source.html)
    return post(world, request, said, dict(source.content), source.files, origin=origin_of(source)).json()


def origin_of(source: Message) -> Json:
    """Where a forwarded message comes from: where its original came from."""
    return source.origin or {"type": "user", "date": source.date, "sender_user": source.sender}


METHODS: dict[str, Any] = {
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
