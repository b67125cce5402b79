"""Business connections."""

from __future__ import annotations

from typing import Any

from ..errors import bad
from ..posting import chat_of, connection_of
from ..reading import Request
from ..state import Json
from ..world import World


def get_business_connection(world: World, request: Request) -> Json:
    connection = world.connections.get(request.get("business_connection_id"))
    if connection is None:
        raise bad("business connection not found")
    return connection.json()


def read_business_message(world: World, request: Request) -> bool:
    connection_id = request.get("business_connection_id")
    if not connection_of(world, connection_id).rights.get("can_read_messages"):
        raise bad("not enough rights to read messages of the business account")
    if chat_of(world, request.get("chat_id"), connection_id).standing(request.get("message_id")) is None:
        raise bad("message not found")
    return True


def delete_business_messages(world: World, request: Request) -> bool:
    connection_id, wanted = request.get("business_connection_id"), request.get("message_ids")
    rights = connection_of(world, connection_id).rights
    for chat in world.chats.values():
        if chat.business is None or chat.business.id != connection_id:
            continue
        for message in chat.messages.values():
            if message.message_id not in wanted:
                continue
            needed = "can_delete_sent_messages" if message.from_bot else "can_delete_all_messages"
            if not (rights.get(needed) or rights.get("can_delete_all_messages")):
                raise bad("not enough rights to delete messages of the business account")
            message.deleted = True
    return True


METHODS: dict[str, Any] = {
    "getBusinessConnection": get_business_connection,
    "readBusinessMessage": read_business_message,
    "deleteBusinessMessages": delete_business_messages,
}
