"""Talks in which somebody of the team tries something out: they are marked, and no figure counts them."""

from __future__ import annotations

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person
from storage import talks
from storage.erasing import NO_CHANNEL
from storage.events import record
from storage.live import writing
from storage.notices import notify


async def mark_test(desk: Desk, person: Person, conversation_id: int, is_test: bool) -> None:
    """Count a talk no more, or again; the audit trail keeps who said so. A second time changes nothing.

    DeskRefusal `unknown_conversation`.
    """
    async with writing(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id, locked=True)
        if talk is None or talk.shop_id != desk.shop_id or talk.channel == NO_CHANNEL:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        if talk.is_test == is_test:
            return
        await talks.change_conversation(connection, conversation_id, is_test=is_test)
        await record(
            connection, "conversation.marked_test" if is_test else "conversation.no_test", at=desk.clock(),
            shop_id=desk.shop_id, actor="person", staff_id=person.id, conversation_id=conversation_id,
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)
