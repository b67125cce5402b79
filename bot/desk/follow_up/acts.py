"""What a person does with what comes next: skip it, move it, have it drafted now, send it at once; a stop is
noted, or taken back by a manager."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.planning import plan_others, plan_talk
from bot.desk.follow_up.settings import settings_of
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import follow_ups, outbox, talks
from storage.base import AnyRow
from storage.events import record
from storage.follow_up_facts import read_facts
from storage.live import writing
from storage.notices import notify

_FURTHEST = timedelta(days=365)


async def skip(desk: Desk, person: Person, follow_up_id: int, *, of: int | None = None) -> None:
    """It is not sent; what would come after it is planned. `of`: the conversation that it has to belong to.

    DeskRefusal `unknown_follow_up`, `already_decided`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _open(desk, connection, follow_up_id)
        if of is not None and row.conversation_id != of:
            raise DeskRefusal("unknown_follow_up", "There is no such follow-up.")
        await follow_ups.change(connection, row.id, follow_ups.OPEN, staff_id=person.id)
        await follow_ups.cancel(connection, [(row.id, "person", now)])
        await _planned(desk, connection, person, row, "follow_up.skipped", now)


async def move(desk: Desk, person: Person, follow_up_id: int, to: datetime) -> None:
    """It is wanted at `to`: it arrives in the buyer's working hours from then on.

    DeskRefusal `unknown_follow_up`, `already_decided`, `until` for a time that is past or too far.
    """
    now = desk.clock()
    if not now <= to <= now + _FURTHEST:
        raise DeskRefusal("until", "Choose a time within a year from now.")
    async with writing(desk.engine) as connection:
        row = await _open(desk, connection, follow_up_id, ("planned",))
        await follow_ups.change(connection, row.id, ("planned",), moved_to=to, staff_id=person.id)
        await _planned(desk, connection, person, row, "follow_up.moved", now)


async def draft_now(desk: Desk, person: Person, follow_up_id: int) -> None:
    """Its draft is made at once, to be approved; it leaves once the buyer is at work.

    DeskRefusal `unknown_follow_up`, `already_decided`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _open(desk, connection, follow_up_id, ("planned",))
        await follow_ups.change(connection, row.id, ("planned",), moved_to=now, staff_id=person.id)
        await _planned(desk, connection, person, row, "follow_up.brought_forward", now)
        # Its time may still be days away (two never come close together): the draft may be read today.
        await follow_ups.change(connection, row.id, ("planned",), draft_at=now)
        await follow_ups.defer(connection, row.id, now)


async def send_at_once(desk: Desk, person: Person, follow_up_id: int) -> None:
    """What was approved leaves now, whatever time it is where the buyer is. The gap between two is kept.

    DeskRefusal `unknown_follow_up`, `already_decided`, `too_soon`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _open(desk, connection, follow_up_id, ("approved",))
        await follow_ups.lock_buyer(connection, row.buyer_id)
        settings = await settings_of(connection, desk.shop_id)
        known = (await read_facts(connection, [row.conversation_id]))[row.conversation_id]
        last = max((each.ended_at for each in known.history if each.state == "sent"), default=None)
        if last is not None and now < last + settings.rules.gap:
            raise DeskRefusal("too_soon", "The buyer has got another one within the last days.")
        held = await follow_ups.held_row(connection, row.draft_id) if row.draft_id is not None else None
        if held is None or held.state != "queued":
            raise DeskRefusal("already_decided", "It has left already.")
        await follow_ups.change(
            connection, row.id, ("approved",), at_once=True, arrives_at=now, staff_id=person.id
        )
        await outbox.hold(connection, held.id, None)
        await outbox.defer_sending(connection, held.id, held.conversation_id, held.channel)
        await _told(desk, connection, person, row, "follow_up.sent_at_once", now)


async def note_stop(desk: Desk, person: Person, conversation_id: int) -> None:
    """The buyer has said elsewhere, or in other words, to want no more messages. DeskRefusal
    `unknown_conversation`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await _talk(desk, connection, conversation_id)
        await follow_ups.stop(connection, [(desk.shop_id, talk.buyer_id, talk.id, None, now)])
        await plan_others(connection, talk.buyer_id, talk.id)
        await _after(desk, connection, person, talk, "buyer.stop_noted", now)


async def lift_stop(desk: Desk, person: Person, conversation_id: int) -> None:
    """A manager has seen that the buyer takes it back, or that it was none. DeskRefusal `role`,
    `unknown_conversation`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Only a manager has a buyer written to again who wanted no messages.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await _talk(desk, connection, conversation_id)
        if await follow_ups.lift(connection, talk.buyer_id, now, person.id):
            await _after(desk, connection, person, talk, "buyer.stop_lifted", now)


async def _open(
    desk: Desk, connection: AsyncConnection, follow_up_id: int, states: tuple[str, ...] = follow_ups.OPEN
) -> AnyRow:
    """The follow-up, whose conversation is locked."""
    known = await follow_ups.by_id(connection, follow_up_id)
    if known is None or known.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_follow_up", "There is no such follow-up.")
    await talks.conversation(connection, known.conversation_id, locked=True)
    row = await follow_ups.by_id(connection, follow_up_id)
    if row is None or row.state not in states:
        raise DeskRefusal("already_decided", "This follow-up has moved on since. Look at it as it is now.")
    return row


async def _talk(desk: Desk, connection: AsyncConnection, conversation_id: int) -> AnyRow:
    talk = await talks.conversation(connection, conversation_id, locked=True)
    if talk is None or talk.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_conversation", "There is no such conversation.")
    return talk


async def _planned(
    desk: Desk, connection: AsyncConnection, person: Person, row: AnyRow, kind: str, now: datetime
) -> None:
    await plan_talk(desk, connection, row.conversation_id, now)
    await _told(desk, connection, person, row, kind, now)


async def _after(
    desk: Desk, connection: AsyncConnection, person: Person, talk: AnyRow, kind: str, now: datetime
) -> None:
    await plan_talk(desk, connection, talk.id, now)
    await record(
        connection, kind, at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=talk.id,
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)


async def _told(
    desk: Desk, connection: AsyncConnection, person: Person, row: AnyRow, kind: str, now: datetime
) -> None:
    await record(
        connection, kind, at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=row.conversation_id, draft_id=row.draft_id,
        data={"follow_up": row.id, "kind": row.kind, "step": row.step},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id)
