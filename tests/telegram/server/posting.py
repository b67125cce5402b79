"""The way of every message into a chat: may it go there, is it well formed, is it too much."""

from __future__ import annotations

from typing import Any

from . import markup
from .entities import Formatted, formatted, length
from .errors import NO_THREAD, bad, forbidden, migrated
from .reading import Request
from .state import Chat, Connection, Json, Message, StoredFile
from .world import World

MOST_TEXT = 4096
MOST_CAPTION = 1024
_BUSINESS_WINDOW = 24 * 3600


def chat_of(world: World, chat_id: Any, business: str | None = None) -> Chat:
    """The chat, if the bot can reach it; raises ApiError as Telegram words it."""
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdigit():
        chat_id = int(chat_id)
    if isinstance(chat_id, str):
        named = [chat for chat in world.chats.values() if chat.username and f"@{chat.username}" == chat_id]
        chat_id = named[0].id if named else None
    if business is not None:
        return _business_chat(world, business, chat_id)
    chat = world.chats.get(("", chat_id))
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    if chat.private:
        if chat.bot == "never":
            raise forbidden("bot can't initiate conversation with a user")
        if chat.bot == "kicked":
            raise forbidden("bot was blocked by the user")
    elif chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    elif chat.bot == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def connection_of(world: World, connection_id: str) -> Connection:
    connection = world.connections.get(connection_id)
    if connection is None or not connection.enabled:
        raise bad("business connection not found")
    return connection


def _business_chat(world: World, connection_id: str, chat_id: Any) -> Chat:
    connection_of(world, connection_id)
    chat = world.chats.get((connection_id, chat_id))
    if chat is None:
        raise bad("BUSINESS_PEER_INVALID")
    return chat


def target(world: World, request: Request) -> Chat:
    """The chat that a call names."""
    return chat_of(world, request.get("chat_id"), request.get("business_connection_id"))


def thread_of(chat: Chat, thread: int | None) -> int | None:
    """The topic to write to; None is the chat itself, or a forum's General."""
    if thread is None:
        if chat.is_forum and chat.general_closed and not chat.may("can_manage_topics"):
            raise bad("TOPIC_CLOSED")
        return None
    topic = chat.topics.get(thread) if chat.is_forum else None
    if topic is None or topic.deleted:
        raise bad(NO_THREAD)
    if topic.closed and not chat.may("can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return thread


def text_of(request: Request, name: str = "text") -> Formatted:
    """The text or the caption with its formatting, within Telegram's lengths."""
    entities = request.get("entities" if name == "text" else "caption_entities")
    said = formatted(request.get(name) or "", request.get("parse_mode"), entities)
    if name == "text":
        if not said.text:
            raise bad("message text is empty")
        if length(said.text) > MOST_TEXT:
            raise bad("message is too long")
    elif length(said.text) > MOST_CAPTION:
        raise bad("message caption is too long")
    return said


def answered(world: World, chat: Chat, request: Request) -> Message | None:
    """The message that this one replies to."""
    wanted: Json = request.get("reply_parameters") or {}
    message_id = wanted.get("message_id") or request.get("reply_to_message_id")
    if message_id is None:
        return None
    source = chat
    if wanted.get("chat_id") not in (None, chat.id):
        source = chat_of(world, wanted["chat_id"])
    found = source.standing(message_id)
    lenient = wanted.get("allow_sending_without_reply") or request.get("allow_sending_without_reply")
    if found is None and not lenient:
        raise bad("message to be replied not found")
    return found


def _may_write(world: World, chat: Chat) -> None:
    if chat.business is not None:
        if not chat.business.rights.get("can_reply"):
            raise bad("not enough rights to reply on behalf of the business account")
        if chat.last_heard is None or world.clock.now() - chat.last_heard > _BUSINESS_WINDOW:
            raise bad("BUSINESS_PEER_USAGE_MISSING")
    elif chat.muted and chat.bot != "administrator":
        raise bad("not enough rights to send text messages to the chat")


def post(
    world: World,
    request: Request,
    said: Formatted | None,
    content: Json | None = None,
    files: tuple[StoredFile, ...] = (),
    **about: Any,
) -> Message:
    """One message of the bot's in the chat that the call names."""
    return post_all(world, request, [(said, content, files)], **about)[0]


def post_all(
    world: World,
    request: Request,
    parts: list[tuple[Formatted | None, Json | None, tuple[StoredFile, ...]]],
    **about: Any,
) -> list[Message]:
    """Several messages at once (an album), or none; `about` says more of each."""
    chat = target(world, request)
    thread = thread_of(chat, request.get("message_thread_id"))
    reply_to = answered(world, chat, request)
    buttons = markup.keyboard(request.get("reply_markup"))
    _may_write(world, chat)
    world.limits.spend(chat.id, len(parts))
    sender, extra = (world.bot, {}) if chat.business is None else _for_business(world, chat.business)
    posted = []
    for said, content, files in parts:
        message = chat.add(
            sender,
            world.now(),
            content=content or {},
            files=files,
            thread=thread,
            markup=buttons,
            reply_to=reply_to,
            from_bot=True,
            extra=extra,
            **about,
        )
        if said is not None:
            message.write(said)
        posted.append(message)
    return posted


def _for_business(world: World, connection: Connection) -> tuple[Json, Json]:
    return connection.owner, {"sender_business_bot": world.bot}
