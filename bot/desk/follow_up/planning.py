"""Planning what comes next in conversations, in the transaction of the event that changes it.

Many conversations at once cost hardly more than one: an import and a year in a test plan as the desk does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.facts import facts_of, hours_of
from bot.desk.follow_up.reading import keep_promises
from bot.desk.follow_up.settings import settings_of
from bot.domain.follow_up_facts import Next, Silence
from bot.domain.follow_ups import next_follow_up
from bot.domain.preparing import drafted_at
from bot.steps.follow_up.stopping import wants_no_more
from storage import follow_ups, talks
from storage.base import AnyRow
from storage.events import record
from storage.follow_up_facts import TalkFacts, read_facts
from storage.follow_ups import Planned, Read
from storage.jobs import defer
from storage.live import reading, writing
from storage.notices import notify
from storage.serving_terms import serving_terms

AGAIN_TASK = "plan_follow_ups"
_AT_ONCE = 50
"""Conversations whose rows are held together: a buyer who writes waits for no more."""
Came = Next | Silence


async def plan_talk(
    desk: Desk, connection: AsyncConnection, conversation_id: int, now: datetime
) -> Came | None:
    """Plan one conversation anew, which the caller has locked; None where there is none."""
    return (await plan_talks(desk, connection, {conversation_id: now})).get(conversation_id)


async def plan_talks(
    desk: Desk, connection: AsyncConnection, moments: Mapping[int, datetime]
) -> dict[int, Came]:
    """What comes next in each conversation, each at its own present. Twice changes nothing.

    A follow-up that does not hold any more is cancelled with its draft, or with its message that waits in the
    outbox. Messages since the last time are read for a stop and for promises first.
    """
    found = await read_facts(connection, list(moments))
    if not found:
        return {}
    settings = await settings_of(connection, desk.shop_id)
    shop = await serving_terms(connection, desk.shop_id)
    stops = _stops(found)
    came: dict[int, Came] = {}
    work = _Work()
    for conversation_id, known in found.items():
        now = moments[conversation_id]
        hours = hours_of(known, settings, now)
        facts = facts_of(known, settings, hours, shop, now, stopped=known.talk.buyer_id in stops)
        coming = next_follow_up(facts, settings.rules, hours, now)
        came[conversation_id] = coming
        planned = None
        if isinstance(coming, Next):
            planned = _planned(known.talk, coming, drafted_at(shop, coming.at, now), now)
        work.settle(known.open, planned, coming, now)
        silence = None if isinstance(coming, Next) else coming
        work.read.append(Read(conversation_id, known.talk.last_seq, silence, now))
    # First what ends: one is open in a conversation at a time.
    await follow_ups.cancel(connection, work.cancelled)
    await follow_ups.plan_anew(connection, work.changed, with_jobs=work.with_jobs)
    await follow_ups.add(connection, work.added)
    await _keep_stops(desk, connection, stops)
    await keep_promises(connection, found.values(), shop)
    await follow_ups.note_read(connection, work.read)
    return came


async def plan_alone(desk: Desk, conversation_id: int) -> None:
    """Plan one conversation anew, in a transaction of its own."""
    async with writing(desk.engine) as connection:
        await talks.conversation(connection, conversation_id, locked=True)
        await plan_talk(desk, connection, conversation_id, desk.clock())


async def plan_again(desk: Desk, limit: int = 500) -> int:
    """What the clock sees to: orders that an import has changed, drafts that nobody has approved in time; how
    many conversations were planned."""
    now = desk.clock()
    async with reading(desk.engine) as connection:
        ids = await follow_ups.to_plan(connection, desk.shop_id, limit)
        ids += await follow_ups.overdue(connection, desk.shop_id, now, limit)
    for some in batched(sorted(set(ids)), _AT_ONCE):
        async with writing(desk.engine) as connection:
            # In the order of their ids, as everywhere.
            held = [each for each in some if await talks.conversation(connection, each, locked=True)]
            await plan_talks(desk, connection, dict.fromkeys(held, now))
    return len(set(ids))


def batched(ids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


class _Work:
    """What is to be written of one planning."""

    def __init__(self) -> None:
        self.added: list[Planned] = []
        self.changed: list[tuple[int, Planned]] = []
        self.with_jobs: list[int] = []
        self.cancelled: list[tuple[int, str, datetime]] = []
        self.read: list[Read] = []

    def settle(self, known: AnyRow | None, planned: Planned | None, coming: Came, now: datetime) -> None:
        if planned is None:
            if known is not None:
                self.cancelled.append((known.id, str(coming), now))
        elif known is None:
            self.added.append(planned)
        elif known.state == "planned":
            self._move(known, planned)
        elif (known.kind, known.subject, known.step) != (planned.kind, planned.subject, planned.step):
            self.cancelled.append((known.id, "replaced", now))
            self.added.append(planned)

    def _move(self, known: AnyRow, planned: Planned) -> None:
        what = ("kind", "subject", "step")
        same = all(getattr(known, name) == getattr(planned, name) for name in what)
        now = planned.created_at
        if same and known.draft_at <= now:
            if planned.draft_at <= now:
                return  # its job is at it, however late it is by now
            if (known.due_at, known.arrives_at) == (planned.due_at, planned.arrives_at):
                return  # a person wants to read its draft before the usual time
        times = ("due_at", "arrives_at", "until_at", "draft_at")
        if same and all(getattr(known, name) == getattr(planned, name) for name in times):
            return
        self.changed.append((known.id, planned))
        if known.draft_at != planned.draft_at:
            self.with_jobs.append(known.id)


def _planned(talk: AnyRow, coming: Next, draft_at: datetime, now: datetime) -> Planned:
    return Planned(
        talk.shop_id, talk.id, talk.buyer_id, coming.kind, coming.subject, coming.step,
        coming.due, coming.at, coming.until, draft_at, now,
    )  # fmt: skip


def _stops(found: Mapping[int, TalkFacts]) -> dict[int, AnyRow]:
    """By buyer: the message with which it ends."""
    stops: dict[int, AnyRow] = {}
    for known in found.values():
        for message in known.unread:
            if message.sender == "buyer" and not known.talk.stopped and wants_no_more(message.text):
                stops.setdefault(known.talk.buyer_id, message)
    return stops


async def _keep_stops(desk: Desk, connection: AsyncConnection, stops: Mapping[int, AnyRow]) -> None:
    rows = [(desk.shop_id, buyer, each.conversation_id, each.seq, each.at) for buyer, each in stops.items()]
    for buyer in await follow_ups.stop(connection, rows):
        message = stops[buyer]
        await record(
            connection, "buyer.stopped", at=message.at, shop_id=desk.shop_id, actor="buyer",
            conversation_id=message.conversation_id, data={"seq": message.seq},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=message.conversation_id)
        await plan_others(connection, buyer, message.conversation_id)


async def plan_others(connection: AsyncConnection, buyer_id: int, besides: int) -> None:
    """Have the buyer's other conversations planned anew, each in a transaction of its own."""
    for other in await follow_ups.other_talks(connection, buyer_id, besides):
        await defer(connection, AGAIN_TASK, {"conversation_id": other})
