"""What Telegram remembers: chats, topics, messages, files, button taps, business connections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .entities import Formatted

Json = dict[str, Any]
SERVICE = frozenset({
    "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
    "pinned_message", "successful_payment", "refunded_payment",
    "new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id",
})  # fmt: skip
"""What Telegram itself says in a chat."""
GENERAL = 0
"""As a `thread`: messages of a forum that stand in no topic."""


@dataclass(eq=False)
class StoredFile:
    file_id: str
    unique_id: str
    path: str
    """As `getFile` tells it and `/file/bot<TOKEN>/<path>` serves it."""
    name: str
    mime: str
    data: bytes = field(repr=False)

    def json(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


@dataclass(eq=False)
class Topic:
    thread: int
    name: str
    icon_color: int = 7322096
    icon: str | None = None
    closed: bool = False
    deleted: bool = False

    def json(self) -> Json:
        described: Json = {
            "message_thread_id": self.thread,
            "name": self.name,
            "icon_color": self.icon_color,
        }
        return described | ({"icon_custom_emoji_id": self.icon} if self.icon else {})


@dataclass(eq=False)
class Message:
    """One message as it looks now; `versions` keeps how it looked before each edit."""

    chat: Chat
    message_id: int
    sender: Json
    date: int
    text: str = ""
    """The text, or the caption of what has one."""
    html: str = ""
    """As it was sent; what was sent without HTML is escaped."""
    entities: tuple[Json, ...] = ()
    content: Json = field(default_factory=dict)
    """Whatever is not text: `{"document": …}`, `{"contact": …}`, `{"pinned_message": …}`."""
    files: tuple[StoredFile, ...] = ()
    thread: int | None = None
    markup: Json | None = None
    reply_to: Message | None = None
    from_bot: bool = False
    album: str | None = None
    origin: Json | None = None
    """`forward_origin`, when it was forwarded."""
    payload: str = ""
    """Of an invoice: what its buyer does not see."""
    extra: Json = field(default_factory=dict)
    edited_at: int | None = None
    edits: int = 0
    deleted: bool = False
    pinned: bool = False
    reactions: tuple[Json, ...] = ()
    versions: list[tuple[str, Json | None]] = field(default_factory=list)

    @property
    def chat_id(self) -> int:
        return self.chat.id

    @property
    def buttons(self) -> tuple[tuple[str, str], ...]:
        """(label, callback data or URL) of each inline button, row by row."""
        return buttons_of(self.markup)

    @property
    def service(self) -> bool:
        """Telegram's own line: a pin, a topic opened, a member added."""
        return not SERVICE.isdisjoint(self.content)

    @property
    def kind(self) -> str:
        return next(iter(self.content), "text")

    def write(self, said: Formatted) -> None:
        self.text, self.html, self.entities = said.text, said.html, said.entities

    def json(self, *, replies: bool = True) -> Json:
        """As Telegram shows it; the message replied to is shown without its own."""
        shown: Json = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat.json(),
            "date": self.date,
            **self.content,
            **self.extra,
        }
        if self.thread is not None:
            shown |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.text:
            shown["caption" if self.content else "text"] = self.text
        if self.entities:
            shown["caption_entities" if self.content else "entities"] = list(self.entities)
        if self.album:
            shown["media_group_id"] = self.album
        if self.origin:
            shown["forward_origin"] = self.origin
        if self.edited_at:
            shown["edit_date"] = self.edited_at
        if self.markup and "inline_keyboard" in self.markup:
            shown["reply_markup"] = self.markup
        if self.chat.business:
            shown["business_connection_id"] = self.chat.business.id
        if replies and (answered := self._answered()) is not None:
            shown["reply_to_message"] = answered.json(replies=False)
        return shown

    def _answered(self) -> Message | None:
        """A message in a topic that answers nothing is shown as an answer to the topic's first line."""
        if self.reply_to is not None or self.thread is None or self.message_id == self.thread:
            return self.reply_to
        return self.chat.messages.get(self.thread)


@dataclass(eq=False)
class Chat:
    id: int
    kind: str
    """private, group or supergroup."""
    title: str
    person: Json | None = None
    """The other side of a private chat."""
    username: str | None = None
    is_forum: bool = False
    general_closed: bool = False
    bot: str = "member"
    """The bot here: member, administrator, left, kicked (or blocked by the person), never (not started)."""
    rights: dict[str, bool] = field(default_factory=dict)
    muted: bool = False
    """Members, and so a bot without rights, may not write."""
    members: dict[int, Json] = field(default_factory=dict)
    admins: set[int] = field(default_factory=set)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    business: Connection | None = None
    last_heard: float | None = None
    """When the customer of a business last wrote."""
    migrated_to: int | None = None
    actions: list[tuple[str, int | None]] = field(default_factory=list)
    """(action, thread) of each sendChatAction."""
    last_id: int = 0

    def __post_init__(self) -> None:
        if self.kind == "supergroup":
            # Its first message said that it was created, so no topic is 1, which means General.
            self.last_id = 1

    @property
    def private(self) -> bool:
        return self.kind == "private"

    def may(self, right: str) -> bool:
        """A group's bot needs to be an administrator with the right."""
        return self.private or (self.bot == "administrator" and self.rights.get(right, False))

    def json(self) -> Json:
        if self.person is not None:
            named: Json = {key: self.person[key] for key in ("first_name", "username") if key in self.person}
            return {"id": self.id, "type": "private", **named}
        shown: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            shown["username"] = self.username
        return shown | ({"is_forum": True} if self.is_forum else {})

    def add(self, sender: Json, date: int, **about: Any) -> Message:
        self.last_id += 1
        message = Message(self, self.last_id, sender, date, **about)
        self.messages[message.message_id] = message
        return message

    def standing(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message


@dataclass(eq=False)
class Connection:
    """A business account that let the bot answer for it."""

    id: str
    owner: Json
    date: int
    rights: dict[str, bool]
    enabled: bool = True

    def json(self) -> Json:
        return {
            "id": self.id,
            "user": self.owner,
            "user_chat_id": self.owner["id"],
            "date": self.date,
            "rights": {right: True for right, held in self.rights.items() if held},
            "can_reply": self.rights.get("can_reply", False),
            "is_enabled": self.enabled,
        }


def buttons_of(markup: Json | None) -> tuple[tuple[str, str], ...]:
    rows = (markup or {}).get("inline_keyboard") or []
    return tuple(
        (button["text"], button.get("callback_data") or button.get("url") or "")
        for row in rows
        for button in row
    )
