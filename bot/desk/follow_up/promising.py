"""Promises of both sides in a person's hands: noted, settled; of its own that are overdue the team hears."""

from __future__ import annotations

from datetime import date, timedelta

from bot.desk.context import Desk
from bot.desk.follow_up.planning import plan_talk
from bot.domain.calendar import shop_date
from bot.domain.desk import DeskRefusal, Person
from bot.domain.working_hours import hours_at
from storage import promises, talks
from storage.events import record
from storage.live import reading, writing
from storage.notices import notify
from storage.storable import storable

_FURTHEST = timedelta(days=365)
_LONGEST = 300
"""Characters, as of those that are read."""


async def note(
    desk: Desk, person: Person, conversation_id: int, side: promises.Side, words: str, due_on: date
) -> int:
    """One that was made on the telephone, or in words that no rule reads; its id.

    `due_on`: where the shop is. DeskRefusal `unknown_conversation`, `invalid` without words or for a day
    that is past or too far.
    """
    told = " ".join(str(storable(words)).split())
    now = desk.clock()
    today = shop_date(now, (await desk.counter.serving()).shop.company)
    if not told or len(told) > _LONGEST:
        raise DeskRefusal("invalid", f"Say in up to {_LONGEST} characters what was promised.")
    if not today <= due_on <= today + _FURTHEST:
        raise DeskRefusal("invalid", "Choose a day within a year from today.")
    async with writing(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id, locked=True)
        if talk is None or talk.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        added = await promises.add(
            connection, desk.shop_id, talk.id, side, told, due_on, noted_by=person.id, at=now
        )
        await plan_talk(desk, connection, talk.id, now)
        await record(
            connection, "promise.noted", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            conversation_id=talk.id, data={"promise": added, "side": side},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)
    return added


async def settle(desk: Desk, person: Person, promise_id: int, outcome: promises.Outcome) -> int:
    """Kept, broken, or none at all; its conversation, planned anew. DeskRefusal `unknown_promise`,
    `already_decided`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await promises.promise(connection, promise_id)
        if row is None or row.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_promise", "There is no such promise.")
        await talks.conversation(connection, row.conversation_id, locked=True)
        if not await promises.decide(connection, promise_id, outcome, person.id, now):
            raise DeskRefusal("already_decided", "Somebody has settled this one already.")
        await plan_talk(desk, connection, row.conversation_id, now)
        await record(
            connection, f"promise.{outcome}", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, conversation_id=row.conversation_id, data={"promise": promise_id},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id)
    conversation: int = row.conversation_id
    return conversation


async def remind_of_ours(desk: Desk, limit: int = 100) -> int:
    """Tell whose talk it is of promises of ours whose day is over, once, while the shop works; how many."""
    now = desk.clock()
    shop = (await desk.counter.serving()).shop
    if not hours_at(shop, now).open:
        return 0
    async with reading(desk.engine) as connection:
        late = await promises.overdue(connection, desk.shop_id, shop_date(now, shop.company), limit)
    told = 0
    for row in late:
        async with writing(desk.engine) as connection:
            if not await promises.note_reminded(connection, row.id, now):
                continue
            await record(
                connection, "promise.overdue", at=now, shop_id=desk.shop_id, actor="rule",
                conversation_id=row.conversation_id, data={"promise": row.id, "to": row.assignee_id},
            )  # fmt: skip
            await notify(connection, "reminder", shop=desk.shop_id, conversation=row.conversation_id)
            told += 1
    return told
