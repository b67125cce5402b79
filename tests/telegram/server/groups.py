"""Groups: members, the bot's standing in them, people's topics, the move to a supergroup."""

from __future__ import annotations

from collections.abc import Callable

from .methods.chats import member_json
from .methods.topics import open_topic, remove_topic
from .people import User
from .state import Chat, Json, Message, Topic
from .world import World

ALL_RIGHTS = {
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_pin_messages": True,
    "can_manage_topics": True,
}


class Group:
    """A group or supergroup; `group.id` is what the bot calls it."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    def chat_for(self, person: Json) -> Chat:
        return self.chat

    def joins(self, *people: User) -> None:
        with self._world.lock:
            for person in people:
                self.chat.members[person.id] = person.about

    def leaves(self, person: User) -> None:
        with self._world.lock:
            self.chat.members.pop(person.id, None)
            self.chat.admins.discard(person.id)

    # The bot's standing; each change is told by my_chat_member.

    def add_bot(self, by: User) -> None:
        def change() -> None:
            self.chat.bot, self.chat.rights = "member", {}

        self._changed(by, change)
        self._service(by, {"new_chat_members": [self._world.bot]})

    def remove_bot(self, by: User) -> None:
        def change() -> None:
            self.chat.bot, self.chat.rights = "kicked", {}

        self._changed(by, change)

    def make_bot_admin(self, by: User, **rights: bool) -> None:
        """With all that the product needs, but for `rights`, e.g. `can_manage_topics=False`."""

        def change() -> None:
            self.chat.bot, self.chat.rights = "administrator", {**ALL_RIGHTS, **rights}

        self._changed(by, change)

    def demote_bot(self, by: User) -> None:
        def change() -> None:
            self.chat.bot, self.chat.rights = "member", {}

        self._changed(by, change)

    def set_forum(self, on: bool) -> None:
        """A person with the right switches topics on or off; bots are not told."""
        with self._world.lock:
            self.chat.is_forum = on

    def mute(self, muted: bool = True) -> None:
        """Members, the bot too unless it is an administrator, may not write."""
        with self._world.lock:
            self.chat.muted = muted

    def close_general(self, closed: bool = True) -> None:
        with self._world.lock:
            self.chat.general_closed = closed

    def _changed(self, by: User, change: Callable[[], None]) -> None:
        with self._world.lock:
            before = member_json(self._world, self.chat, self._world.bot)
            change()
            after = member_json(self._world, self.chat, self._world.bot)
            body: Json = {
                "chat": self.chat.json(),
                "from": by.about,
                "date": self._world.now(),
                "old_chat_member": before,
                "new_chat_member": after,
            }
            self._world.push("my_chat_member", body, self.id)

    # Topics, by people.

    def topic(self, thread: int) -> Topic:
        return self.chat.topics[thread]

    @property
    def topics(self) -> list[Topic]:
        """Those that stand, oldest first."""
        return [topic for topic in self.chat.topics.values() if not topic.deleted]

    def opens_topic(self, by: User, name: str) -> Topic:
        with self._world.lock:
            topic = open_topic(self._world, self.chat, by.about, name, 7322096, None)
            self._world.push("message", self.chat.messages[topic.thread].json(), self.id)
            return topic

    def closes_topic(self, by: User, thread: int) -> None:
        with self._world.lock:
            self.topic(thread).closed = True
            self._service(by, {"forum_topic_closed": {}}, thread)

    def reopens_topic(self, by: User, thread: int) -> None:
        with self._world.lock:
            self.topic(thread).closed = False
            self._service(by, {"forum_topic_reopened": {}}, thread)

    def renames_topic(self, by: User, thread: int, name: str) -> None:
        with self._world.lock:
            self.topic(thread).name = name
            self._service(by, {"forum_topic_edited": {"name": name}}, thread)

    def deletes_topic(self, thread: int) -> None:
        """With all that stands in it; bots are not told."""
        with self._world.lock:
            remove_topic(self.chat, self.topic(thread))
            self._world.touch()

    def _service(self, by: User, content: Json, thread: int | None = None) -> Message:
        with self._world.lock:
            message = self.chat.add(by.about, self._world.now(), content=content, thread=thread)
            self._world.push("message", message.json(), self.id)
            return message

    def migrates(self, by: User, *, forum: bool = False) -> Group:
        """The group becomes a supergroup with a new id; calls to the old one are refused with that id."""
        with self._world.lock:
            old = self.chat
            assert old.kind == "group", "only a basic group becomes a supergroup"
            new = Chat(-1_000_000_000_000 + old.id, "supergroup", old.title, is_forum=forum)
            new.bot, new.rights = old.bot, dict(old.rights)
            new.members, new.admins = dict(old.members), set(old.admins)
            self._world.chats["", new.id] = new
            group = Group(self._world, new)
            self._service(by, {"migrate_to_chat_id": new.id})
            old.migrated_to = new.id
            group._service(by, {"migrate_from_chat_id": old.id})
            return group
