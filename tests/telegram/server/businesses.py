"""Business accounts: their owner lets the bot answer customers in the owner's name."""

from __future__ import annotations

from dataclasses import dataclass

from .people import User
from .state import Chat, Connection, Json
from .world import World


@dataclass
class BusinessChat:
    """A customer's chat as its owner sees it: `owner.writes(text, to=business.chat_with(customer))`."""

    chat: Chat

    def chat_for(self, person: Json) -> Chat:
        return self.chat


class Business:
    """A connection; `customer.writes(text, to=business)` reaches the bot as a business message."""

    def __init__(self, world: World, connection: Connection) -> None:
        self._world = world
        self._connection = connection

    @property
    def id(self) -> str:
        """`business_connection_id`."""
        return self._connection.id

    def chat_for(self, person: Json) -> Chat:
        """The customer's chat with the business; it begins when the customer first writes."""
        assert person["id"] != self._connection.owner["id"], "the owner writes to chat_with(customer)"
        with self._world.lock:
            key = (self.id, int(person["id"]))
            if key not in self._world.chats:
                self._world.chats[key] = Chat(
                    person["id"], "private", person["first_name"], person=person, business=self._connection
                )
            return self._world.chats[key]

    def chat_with(self, customer: User) -> BusinessChat:
        return BusinessChat(self.chat_for(customer.about))

    def announces(self) -> None:
        """A business_connection update with the connection as it is."""
        with self._world.lock:
            self._world.push("business_connection", self._connection.json(), None)

    def disconnects(self) -> None:
        with self._world.lock:
            self._connection.enabled = False
            self.announces()

    def reconnects(self) -> None:
        with self._world.lock:
            self._connection.enabled = True
            self.announces()

    def sets_rights(self, **rights: bool) -> None:
        """E.g. `can_reply=False`; the others stay."""
        with self._world.lock:
            self._connection.rights.update(rights)
            self.announces()
