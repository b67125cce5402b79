"""How what people do reaches the bot: where they write, and which update comes of it."""

from __future__ import annotations

from typing import Any, Protocol

from .entities import commands, plain
from .state import Chat, Json, Message
from .world import World


class Place(Protocol):
    """Where a person can write."""

    def chat_for(self, person: Json) -> Chat: ...


class Speaker:
    """A person who can put messages into chats."""

    def __init__(self, world: World, about: Json) -> None:
        self._world = world
        self.about = about

    @property
    def id(self) -> int:
        """Also the id of the person's private chat with the bot."""
        return int(self.about["id"])

    @property
    def name(self) -> str:
        return str(self.about["first_name"])

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self._world.chat(self.id)

    def _say(
        self,
        text: str = "",
        content: Json | None = None,
        *,
        to: Place | None = None,
        thread: int | None = None,
        reply_to: Message | None = None,
        **about: Any,
    ) -> Message:
        with self._world.lock:
            chat = self._chat(to, reply_to)
            if thread is None and reply_to is not None and reply_to.chat is chat:
                thread = reply_to.thread
            self._may_write(chat, thread)
            message = chat.add(
                self.about,
                self._world.now(),
                content=content or {},
                thread=thread,
                reply_to=reply_to,
                **about,
            )
            if text:
                message.write(plain(text, commands(text)))
            if chat.private and self.id == chat.id:
                chat.last_heard = self._world.clock.now()
            self._deliver(message)
            return message

    def _chat(self, to: Place | None, reply_to: Message | None) -> Chat:
        if to is not None:
            return to.chat_for(self.about)
        return self.chat if reply_to is None else reply_to.chat

    def _may_write(self, chat: Chat, thread: int | None) -> None:
        assert chat.migrated_to is None, "the group became a supergroup: write there"
        if chat.private and chat.business is None:
            assert chat.bot != "kicked", f"{self.name} has blocked the bot: unblocks_bot() first"
            chat.bot = "member"
        if not chat.private:
            assert self.id in chat.members, f"{self.name} is not in the group {chat.title!r}"
        if thread is not None:
            topic = chat.topics.get(thread)
            assert topic is not None, f"there is no topic {thread}"
            assert not topic.deleted, f"the topic {topic.name!r} was deleted"
            assert not topic.closed or self.id in chat.admins, f"the topic {topic.name!r} is closed"

    def _deliver(self, message: Message, kind: str = "message") -> None:
        chat = message.chat
        if chat.business is not None:
            if chat.business.enabled:
                business = {"message": "business_message", "edited_message": "edited_business_message"}
                self._world.push(business[kind], message.json(), chat.id)
            return
        if chat.private or self._seen(message):
            self._world.push(kind, message.json(), chat.id)
        else:
            self._world.updates.withheld.append({kind: message.json()})
            self._world.touch()

    def _seen(self, message: Message) -> bool:
        """Whether the bot may see what is said in a group."""
        bot, chat = self._world.bot, message.chat
        if chat.bot not in ("member", "administrator"):
            return False
        answers_bot = message.reply_to is not None and message.reply_to.from_bot
        named = message.text.startswith("/") or f"@{bot['username']}" in message.text
        return not self._world.privacy or chat.bot == "administrator" or answers_bot or named
