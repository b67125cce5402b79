"""Topics of a forum: only an administrator with the right makes and changes them."""

from __future__ import annotations

from typing import Any

from ..entities import length
from ..errors import bad
from ..posting import target
from ..reading import Request
from ..state import Chat, Json, Topic
from ..world import World

MOST_NAME = 128
_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
ICONS = {
    "5312536423851630001": "💡",
    "5379748062124056162": "❗️",
    "5237699328843200968": "✅",
    "5417915203100613993": "💬",
}
"""Custom emoji that any forum may use as an icon (a few of Telegram's)."""


def _forum(world: World, request: Request, to: str) -> Chat:
    chat = target(world, request)
    if not chat.is_forum:
        raise bad("the chat is not a forum")
    if not chat.may("can_manage_topics"):
        raise bad(f"not enough rights to {to}")
    return chat


def _topic(chat: Chat, request: Request) -> Topic:
    topic = chat.topics.get(request.get("message_thread_id"))
    if topic is None or topic.deleted:
        raise bad("TOPIC_ID_INVALID")
    return topic


def _name(name: str) -> str:
    name = name.strip()
    if not name:
        raise bad("topic name must be non-empty")
    if length(name) > MOST_NAME:
        raise bad("TOPIC_TITLE_TOO_LONG")
    return name


def _icon(icon: str | None) -> str | None:
    if icon and icon not in ICONS:
        raise bad("DOCUMENT_INVALID")
    return icon or None


def open_topic(world: World, chat: Chat, sender: Json, name: str, color: int, icon: str | None) -> Topic:
    """A topic with its first line, whose id is the thread's."""
    about: Json = {"name": name, "icon_color": color} | ({"icon_custom_emoji_id": icon} if icon else {})
    first = chat.add(
        sender, world.now(), content={"forum_topic_created": about}, from_bot=sender["id"] == world.bot["id"]
    )
    first.thread = first.message_id
    topic = chat.topics[first.message_id] = Topic(first.message_id, name, color, icon)
    return topic


def create_forum_topic(world: World, request: Request) -> Json:
    chat = _forum(world, request, "create a topic")
    color = request.get("icon_color", _COLORS[0])
    if color not in _COLORS:
        raise bad("invalid icon color specified")
    icon = _icon(request.get("icon_custom_emoji_id"))
    return open_topic(world, chat, world.bot, _name(request.get("name")), color, icon).json()


def _said(world: World, chat: Chat, topic: Topic, content: Json) -> bool:
    chat.add(world.bot, world.now(), content=content, thread=topic.thread, from_bot=True)
    return True


def edit_forum_topic(world: World, request: Request) -> bool:
    chat = _forum(world, request, "edit the topic")
    topic = _topic(chat, request)
    name = _name(request.get("name")) if request.get("name") else topic.name
    given = request.get("icon_custom_emoji_id")
    icon = topic.icon if given is None else _icon(given)
    if (name, icon) == (topic.name, topic.icon):
        raise bad("TOPIC_NOT_MODIFIED")
    topic.name, topic.icon = name, icon
    return _said(world, chat, topic, {"forum_topic_edited": {"name": name}})


def _close(world: World, request: Request, closed: bool) -> bool:
    chat = _forum(world, request, "close the topic" if closed else "reopen the topic")
    topic = _topic(chat, request)
    if topic.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return _said(world, chat, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})


def close_forum_topic(world: World, request: Request) -> bool:
    return _close(world, request, True)


def reopen_forum_topic(world: World, request: Request) -> bool:
    return _close(world, request, False)


def remove_topic(chat: Chat, topic: Topic) -> None:
    """With all that was said in it."""
    topic.deleted = True
    for message in chat.messages.values():
        if message.thread == topic.thread:
            message.deleted = True


def delete_forum_topic(world: World, request: Request) -> bool:
    chat = _forum(world, request, "delete the topic")
    if not chat.may("can_delete_messages"):
        raise bad("not enough rights to delete the topic")
    remove_topic(chat, _topic(chat, request))
    return True


def get_forum_topic_icon_stickers(world: World, request: Request) -> list[Json]:
    return [
        {
            "file_id": f"icon{custom}",
            "file_unique_id": custom,
            "type": "custom_emoji",
            "width": 512,
            "height": 512,
            "is_animated": True,
            "is_video": False,
            "emoji": emoji,
            "custom_emoji_id": custom,
        }
        for custom, emoji in ICONS.items()
    ]


METHODS: dict[str, Any] = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
    "getForumTopicIconStickers": get_forum_topic_icon_stickers,
}
