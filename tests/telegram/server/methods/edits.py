"""Edits, deletions, pins, reactions: whatever happens to a message that stands already."""

from __future__ import annotations

from typing import Any

from .. import markup
from ..entities import Formatted
from ..errors import NOT_MODIFIED, ApiError, bad
from ..posting import target, text_of
from ..reading import Request
from ..state import Chat, Json, Message
from ..world import World

_DELETABLE_SECONDS = 48 * 3600
_REACTIONS = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐
🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾
🤷\u200d♂ 🤷 🤷\u200d♀ 😡
"""
_EMOJI = frozenset(_REACTIONS.split())


def _edited(world: World, request: Request) -> Message:
    if request.get("inline_message_id") is not None:
        raise ApiError(501, "Not Implemented: [test server] inline messages")
    if request.get("chat_id") is None:
        raise bad("chat_id is empty")
    if request.get("message_id") is None:
        raise bad("message identifier is not specified")
    found = target(world, request).standing(request.get("message_id"))
    if found is None:
        raise bad("message to edit not found")
    if not found.from_bot or found.origin:
        raise bad("message can't be edited")
    return found


def _change(world: World, message: Message, said: Formatted | None, buttons: Json | None) -> Json:
    same = said is None or (said.text, said.entities) == (message.text, message.entities)
    if same and buttons == message.markup:
        raise bad(NOT_MODIFIED)
    if world.limits.edits_count:
        world.limits.spend(message.chat.id)
    message.versions.append((message.text, message.markup))
    if said is not None:
        message.write(said)
    message.markup = buttons
    message.edits += 1
    message.edited_at = world.now()
    return message.json()


def edit_message_text(world: World, request: Request) -> Json:
    said = text_of(request)
    message = _edited(world, request)
    if message.content:
        raise bad("there is no text in the message to edit")
    return _change(world, message, said, markup.keyboard(request.get("reply_markup")))


def edit_message_caption(world: World, request: Request) -> Json:
    said = text_of(request, "caption")
    message = _edited(world, request)
    if not message.files:
        raise bad("there is no caption in the message to edit")
    return _change(world, message, said, markup.keyboard(request.get("reply_markup")))


def edit_message_reply_markup(world: World, request: Request) -> Json:
    message = _edited(world, request)
    return _change(world, message, None, markup.keyboard(request.get("reply_markup")))


def _delete(world: World, chat: Chat, message_id: int) -> None:
    message = chat.standing(message_id)
    if message is None:
        raise bad("message to delete not found")
    old = world.clock.now() - message.date > _DELETABLE_SECONDS
    if old and not chat.may("can_delete_messages"):
        raise bad("message can't be deleted for everyone")
    if not (message.from_bot or chat.may("can_delete_messages")):
        raise bad("message can't be deleted")
    if chat.private and old:
        raise bad("message can't be deleted for everyone")
    message.deleted = True


def delete_message(world: World, request: Request) -> bool:
    _delete(world, target(world, request), request.get("message_id"))
    return True


def delete_messages(world: World, request: Request) -> bool:
    chat, wanted = target(world, request), request.get("message_ids")
    if not 1 <= len(wanted) <= 100:
        raise bad("wrong number of messages to delete")
    for message_id in wanted:
        # Telegram passes over those that it does not find.
        if chat.standing(message_id) is not None:
            _delete(world, chat, message_id)
    return True


def _pinnable(world: World, request: Request) -> Chat:
    chat = target(world, request)
    if not chat.may("can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")
    return chat


def pin_chat_message(world: World, request: Request) -> bool:
    chat = _pinnable(world, request)
    message = chat.standing(request.get("message_id"))
    if message is None:
        raise bad("message to pin not found")
    if not message.pinned:
        message.pinned = True
        shown = message.json(replies=False)
        chat.add(
            world.bot, world.now(), content={"pinned_message": shown}, thread=message.thread, from_bot=True
        )
    return True


def unpin_chat_message(world: World, request: Request) -> bool:
    chat, wanted = _pinnable(world, request), request.get("message_id")
    pinned = [message for message in chat.messages.values() if message.pinned and not message.deleted]
    if wanted is not None:
        pinned = [message for message in pinned if message.message_id == wanted]
    if not pinned:
        raise bad("message to unpin not found")
    pinned[-1].pinned = False
    return True


def unpin_all_chat_messages(world: World, request: Request) -> bool:
    for message in _pinnable(world, request).messages.values():
        message.pinned = False
    return True


def unpin_all_forum_topic_messages(world: World, request: Request) -> bool:
    chat, thread = _pinnable(world, request), request.get("message_thread_id")
    for message in chat.messages.values():
        message.pinned = message.pinned and message.thread != thread
    return True


def set_message_reaction(world: World, request: Request) -> bool:
    message = target(world, request).standing(request.get("message_id"))
    if message is None:
        raise bad("message to react not found")
    reactions = request.get("reaction") or []
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(one["type"] != "emoji" or one["emoji"] not in _EMOJI for one in reactions):
        raise bad("REACTION_INVALID")
    message.reactions = tuple(reactions)
    return True


METHODS: dict[str, Any] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "unpinAllForumTopicMessages": unpin_all_forum_topic_messages,
    "setMessageReaction": set_message_reaction,
}
