"""People: what a person does in Telegram, as methods of that person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .asked import Query
from .entities import commands, plain
from .media_by_people import MediaSpeaker
from .methods.texts import origin_of
from .speaking import Place
from .state import Json, Message, buttons_of
from .world import World


@dataclass
class Tap:
    """A tap on a button and, once it came, the bot's answer."""

    _world: World
    _query: Query

    @property
    def id(self) -> str:
        return self._query.id

    @property
    def answered(self) -> bool:
        return self._query.answered

    @property
    def text(self) -> str:
        return self._query.text

    @property
    def alert(self) -> bool:
        return self._query.alert

    @property
    def url(self) -> str | None:
        return self._query.url

    def wait(self, timeout: float = 10.0) -> Tap:
        """Returns when the bot has answered; fails after `timeout` seconds."""
        self._world.wait_for(lambda: self._query.answered, timeout)
        return self


class User(MediaSpeaker):
    """A person; `to` is a group or a business, by default it is the bot's private chat."""

    def starts(self, payload: str = "") -> Message:
        """Opens the private chat, by a link with `payload` if there is one."""
        return self.writes(f"/start {payload}".strip())

    def writes(
        self,
        text: str,
        *,
        to: Place | None = None,
        thread: int | None = None,
        reply_to: Message | None = None,
        **extra: Any,
    ) -> Message:
        """A text; a reply goes to the chat and the topic of the message that it answers.

        `extra` is added to the message as it stands, for fields that have no argument of their own.
        """
        return self._say(text, to=to, thread=thread, reply_to=reply_to, extra=extra)

    def forwards(
        self,
        message: Message,
        *,
        to: Place | None = None,
        thread: int | None = None,
        hidden: bool = False,
        with_buttons: bool = False,
    ) -> Message:
        """`hidden`: the author lets nobody see the account; `with_buttons` keeps the keyboard on it."""
        origin = origin_of(message)
        if hidden:
            origin = {"type": "hidden_user", "date": message.date, "sender_user_name": self.name}
        forwarded: dict[str, Any] = {
            "files": message.files,
            "origin": origin,
            "markup": message.markup if with_buttons else None,
        }
        return self._say(message.text, dict(message.content), to=to, thread=thread, **forwarded)

    def edits(self, message: Message, text: str) -> None:
        assert message.sender["id"] == self.id, "only one's own messages"
        assert not message.deleted
        with self._world.lock:
            message.versions.append((message.text, message.markup))
            message.write(plain(text, commands(text)))
            message.edits += 1
            message.edited_at = self._world.now()
            self._deliver(message, "edited_message")

    def deletes(self, *messages: Message) -> None:
        """Bots are told of it in business chats only."""
        with self._world.lock:
            for message in messages:
                message.deleted = True
            chat = messages[0].chat
            if chat.business is not None and chat.business.enabled:
                gone: Json = {
                    "business_connection_id": chat.business.id,
                    "chat": chat.json(),
                    "message_ids": [message.message_id for message in messages],
                }
                self._world.push("deleted_business_messages", gone, chat.id)
            self._world.touch()

    def taps(self, message: Message, button: str, *, wait: float | None = 10.0, stale: bool = False) -> Tap:
        """A tap on the button with this label or callback data; waits for the answer (None: does not).

        `stale`: the button was there before an edit, and this person's screen still shows it.
        """
        with self._world.lock:
            data = _data_of(message, button, stale)
            query = Query(f"{4_000_000_000_000_000_000 + next(self._world.numbers)}", self._world.clock.now())
            self._world.queries[query.id] = query
            chat = message.chat
            shown = message.json()
            if message.deleted:
                shown = {"chat": chat.json(), "message_id": message.message_id, "date": 0}
            body = {
                "id": query.id,
                "from": self.about,
                "message": shown,
                "chat_instance": str(-7_000_000_000_000_000_000 - chat.id),
                "data": data,
            }
            self._world.push("callback_query", body, chat.id)
        tap = Tap(self._world, query)
        return tap if wait is None else tap.wait(wait)

    def reacts(self, message: Message, *emoji: str) -> None:
        """These are the person's reactions now; told only to a bot that asked for `message_reaction`."""
        with self._world.lock:
            new = [{"type": "emoji", "emoji": one} for one in emoji]
            changed: Json = {
                "chat": message.chat.json(),
                "message_id": message.message_id,
                "user": self.about,
                "date": self._world.now(),
                "old_reaction": [],
                "new_reaction": new,
            }
            self._world.push("message_reaction", changed, message.chat.id)

    def blocks_bot(self) -> None:
        self._turns("kicked")

    def unblocks_bot(self) -> None:
        self._turns("member")

    def _turns(self, status: str) -> None:
        with self._world.lock:
            chat = self.chat
            before = {"status": chat.bot if chat.bot != "never" else "member", "user": self._world.bot}
            chat.bot = status
            changed: Json = {
                "chat": chat.json(),
                "from": self.about,
                "date": self._world.now(),
                "old_chat_member": _until(before),
                "new_chat_member": _until({"status": status, "user": self._world.bot}),
            }
            self._world.push("my_chat_member", changed, chat.id)


def _until(member: Json) -> Json:
    return member | ({"until_date": 0} if member["status"] == "kicked" else {})


def _data_of(message: Message, button: str, stale: bool) -> str:
    shown = list(message.buttons)
    if stale:
        shown += [one for _, markup in message.versions for one in buttons_of(markup)]
    for label, data in shown:
        if button in (label, data):
            return data
    raise AssertionError(f"the message has no button {button!r}, it has {shown}")
