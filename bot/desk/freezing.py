"""A talk in which somebody says that bank details have changed: nothing goes out until a manager has looked.

Frozen is no state of its own beside open or taken over: the talk is read and drafted in as ever, and whatever
would be sent bears the finding FROZEN, which a manager alone overrides, with a reason.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.planning import plan_talk
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import talks
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.events import record
from storage.live import writing
from storage.notices import notify

Why = Literal["account_changed", "by_hand"]


async def freeze_by_rule(desk: Desk, connection: AsyncConnection, talk: AnyRow, now: datetime) -> None:
    """In the caller's transaction, which holds `talk`. One that is frozen stays as it is."""
    if talk.frozen_at is not None:
        return
    await talks.change_conversation(connection, talk.id, frozen_at=now, frozen_why="account_changed")
    await record(
        connection, "conversation.frozen", at=now, shop_id=desk.shop_id, actor="rule",
        conversation_id=talk.id, data={"why": "account_changed", "seq": talk.last_buyer_seq},
    )  # fmt: skip


async def freeze(desk: Desk, person: Person, conversation_id: int) -> None:
    """Anybody of the team may; a second time changes nothing. DeskRefusal `unknown_conversation`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        if talk.frozen_at is not None:
            return
        await talks.change_conversation(
            connection, conversation_id, frozen_at=now, frozen_why="by_hand", needs="manager"
        )
        # What was to come next is dropped, also where it waits in the outbox for the buyer's morning.
        await plan_talk(desk, connection, conversation_id, now)
        await record(
            connection, "conversation.frozen", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, conversation_id=conversation_id, data={"why": "by_hand"},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)


async def thaw(desk: Desk, person: Person, conversation_id: int) -> None:
    """A manager has looked; a second time changes nothing. DeskRefusal `role`, `unknown_conversation`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Only a manager thaws a frozen talk.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        if talk.frozen_at is None:
            return
        await talks.change_conversation(connection, conversation_id, frozen_at=None, frozen_why=None)
        await plan_talk(desk, connection, conversation_id, now)
        await record(
            connection, "conversation.thawed", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, conversation_id=conversation_id,
            data={"why": talk.frozen_why, "frozen_s": round((now - talk.frozen_at).total_seconds())},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)


async def _locked(desk: Desk, connection: AsyncConnection, conversation_id: int) -> AnyRow:
    talk = await talks.conversation(connection, conversation_id, locked=True)
    if talk is None or talk.shop_id != desk.shop_id or talk.channel == NO_CHANNEL:
        raise DeskRefusal("unknown_conversation", "There is no such conversation.")
    return talk
