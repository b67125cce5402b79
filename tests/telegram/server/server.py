"""The controls of a running server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from .businesses import Business
from .faults import Faults
from .groups import ALL_RIGHTS, Group
from .journal import Call
from .limits import Limits
from .people import User
from .state import GENERAL, Chat, Connection, Message, Topic
from .updates import Webhook
from .webhook import Backoff, Delivery
from .world import Clock, Sizes, World


class BotApi:
    """A running server; every method may be called from any thread."""

    def __init__(self, token: str, world: World) -> None:
        self.token = token
        self.world = world
        self.url = ""
        """For `TelegramAPIServer.from_base(url)`."""
        self.backoff = Backoff()
        self.deliveries: list[Delivery] = []
        """Each try to push an update to the webhook."""
        self.crashes: list[BaseException] = []
        self._forgiven = 0

    # Who and where.

    def user(
        self,
        user_id: int | None = None,
        first_name: str = "Alice",
        language_code: str | None = "en",
        username: str | None = None,
        *,
        started: bool = False,
        **about: Any,
    ) -> User:
        """A person; `started`: wrote to the bot before, so that the bot may write first."""
        with self.world.lock:
            user_id = user_id or 500_000_000 + next(self.world.numbers)
            person = {"id": user_id, "is_bot": False, "first_name": first_name, **about}
            person |= {"language_code": language_code} if language_code else {}
            person |= {"username": username} if username else {}
            self.world.people[user_id] = person
            chat = Chat(user_id, "private", first_name, person=person, bot="member" if started else "never")
            self.world.chats.setdefault(("", user_id), chat)
            return User(self.world, person)

    def group(
        self,
        title: str = "Sales team",
        *members: User,
        group_id: int | None = None,
        kind: Literal["group", "supergroup"] = "supergroup",
        forum: bool = True,
        bot: Literal["administrator", "member", "left"] = "administrator",
        username: str | None = None,
        **rights: bool,
    ) -> Group:
        """A group with the bot in it (no update is sent); the first member is its owner.

        `rights` take from the administrator bot's, e.g. `can_manage_topics=False`.
        """
        with self.world.lock:
            number = next(self.world.numbers)
            if group_id is None:
                group_id = -1_002_000_000_000 - number if kind == "supergroup" else -4_000_000_000 - number
            chat = Chat(group_id, kind, title, username=username, bot=bot)
            chat.is_forum = forum and kind == "supergroup"
            chat.rights = {**ALL_RIGHTS, **rights} if bot == "administrator" else {}
            chat.members = {person.id: person.about for person in members}
            chat.admins = {person.id for person in members[:1]}
            self.world.chats["", group_id] = chat
            return Group(self.world, chat)

    def business(self, owner: User, connection_id: str | None = None, **rights: bool) -> Business:
        """`owner` connects the bot to the business account, with can_reply unless `rights` say otherwise."""
        with self.world.lock:
            connection_id = connection_id or f"BizConn{next(self.world.numbers):04}"
            held = {"can_reply": True, "can_read_messages": True, "can_delete_sent_messages": True, **rights}
            connection = Connection(connection_id, owner.about, self.world.now(), held)
            self.world.connections[connection_id] = connection
            business = Business(self.world, connection)
            business.announces()
            return business

    # What goes wrong, and when it is.

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def limits(self) -> Limits:
        return self.world.limits

    @property
    def clock(self) -> Clock:
        return self.world.clock

    def delay(self, seconds: float) -> None:
        """Every call but getUpdates takes this much longer, as it would over a real network."""
        self.world.latency = seconds

    @property
    def sizes(self) -> Sizes:
        return self.world.sizes

    # What the bot is sent.

    def push_raw(self, update: Any) -> None:
        """Any JSON as an update, with whatever id it has."""
        with self.world.lock:
            self.world.updates.push_raw(update)
            self.world.touch()

    def next_update_id(self) -> int:
        return self.world.updates.next_id

    @property
    def pending(self) -> list[Any]:
        """Updates that the bot has not confirmed."""
        with self.world.lock:
            return [one.body for one in self.world.updates.pending]

    @property
    def withheld(self) -> list[dict[str, Any]]:
        """What the bot was not told: kinds it did not ask for, group talk that it may not see."""
        return self.world.updates.withheld

    @property
    def webhook(self) -> Webhook:
        return self.world.updates.webhook

    # What the bot did.

    def calls(self, method: str | None = None, **like: Any) -> list[Call]:
        """The journal: `calls("sendMessage", chat=…, thread=…, outcome="ok", effect=True)`."""
        with self.world.lock:
            return self.world.journal.of(method, **like)

    def sent_to(
        self,
        chat: int,
        thread: int | None = None,
        *,
        business: Business | None = None,
        deleted: bool = False,
        service: bool = False,
    ) -> list[Message]:
        """The bot's messages in a chat as they look now, oldest first.

        `thread`: of one topic (`GENERAL`: of none); `deleted` and `service` (pins, topics opened) as well.
        """
        with self.world.lock:
            found = self.world.chats.get((business.id if business else "", chat))
            return [
                message
                for message in (found.messages.values() if found else ())
                if message.from_bot
                and (thread is None or (message.thread or GENERAL) == thread)
                and (deleted or not message.deleted)
                and (service or not message.service)
            ]

    def last_to(self, chat: int, thread: int | None = None, **like: Any) -> Message:
        found = self.sent_to(chat, thread, **like)
        assert found, f"the bot has sent nothing to {chat} (thread {thread})"
        return found[-1]

    def buttons(self, message: Message) -> list[tuple[str, str]]:
        """(label, callback data or URL), row by row."""
        return list(message.buttons)

    def topics(self, group: Group) -> list[Topic]:
        return group.topics

    def wait_for(self, predicate: Callable[[], Any], timeout: float = 10.0) -> Any:
        """What `predicate` returned as soon as it was true; asked after each change, never by the clock."""
        return self.world.wait_for(predicate, timeout)

    def wait_sent(self, chat: int, count: int = 1, timeout: float = 10.0, **like: Any) -> list[Message]:
        """The bot's messages in a chat once there are `count` of them."""

        def enough() -> list[Message]:
            found = self.sent_to(chat, **like)
            return found if len(found) >= count else []

        messages: list[Message] = self.wait_for(enough, timeout)
        return messages

    def chat(self, chat_id: int, business: Business | None = None) -> Chat:
        """The chat as Telegram keeps it: members, topics, messages, actions."""
        return self.world.chat(chat_id, business.id if business else "")

    @property
    def unanswered(self) -> list[str]:
        """The ids of taps that the bot has not answered."""
        with self.world.lock:
            return [query.id for query in self.world.queries.values() if not query.answered]

    @property
    def unimplemented(self) -> list[Call]:
        """Calls that this server could not do; `bot_api` fails at its end if there are any."""
        return self.calls(outcome="refused", code=501)[self._forgiven :]

    def forgive(self) -> None:
        """The calls that it could not do so far were meant."""
        self._forgiven += len(self.unimplemented)
