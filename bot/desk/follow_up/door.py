"""The last look at a follow-up: at its approval, and again when it leaves for the buyer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.planning import Came, plan_talk
from bot.domain.desk import DeskRefusal, Person
from bot.domain.follow_up_facts import INTENT, Next
from storage import follow_ups, outbox, talks
from storage.base import AnyRow
from storage.live import writing
from storage.notices import notify


@dataclass(frozen=True, slots=True)
class Leaving:
    """`refused`: it does not hold any more. `at`: when it leaves; None: at once. `id`: None for a reply."""

    id: int | None = None
    refused: DeskRefusal | None = None
    at: datetime | None = None


async def approving(desk: Desk, connection: AsyncConnection, draft: AnyRow, now: datetime) -> Leaving:
    """Whether a draft that is being approved may go, and when. A reply goes at once.

    The caller has locked the conversation. Where a follow-up is refused it is cancelled with its draft.
    """
    if draft.intent != INTENT:
        return Leaving()
    row = await follow_ups.of_draft(connection, draft.id)
    came = await plan_talk(desk, connection, draft.conversation_id, now)
    row = await follow_ups.by_id(connection, row.id) if row is not None else None
    leaves = leaves_at(row, came, now)
    if row is None or leaves is None:
        return Leaving(refused=_over(came))
    return Leaving(row.id, at=leaves if leaves > now else None)


async def refused(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, person: Person, now: datetime
) -> None:
    """A draft was refused: a follow-up is skipped with it, and what would come after it is planned."""
    if draft.intent != INTENT:
        return
    row = await follow_ups.of_draft(connection, draft.id)
    if row is not None and await follow_ups.change(connection, row.id, follow_ups.OPEN, staff_id=person.id):
        await follow_ups.cancel(connection, [(row.id, "person", now)])
        await plan_talk(desk, connection, draft.conversation_id, now)


async def approved(connection: AsyncConnection, leaving: Leaving, now: datetime) -> None:
    """A follow-up was approved: it waits for its time, or leaves."""
    if leaving.id is not None:
        await follow_ups.change(
            connection, leaving.id, ("drafted",), state="approved", arrives_at=leaving.at or now
        )


async def may_leave(desk: Desk, connection: AsyncConnection, outbox_id: int, now: datetime) -> bool:
    """Whether a message leaves now. A reply does; a follow-up only while all holds on which it was planned,
    and in the buyer's working hours: else it is held once more, or withdrawn.

    The caller has locked the conversation. What a person sends at once waits for no hour.
    """
    row = await follow_ups.of_outbox(connection, outbox_id)
    if row is None or await outbox.state_of(connection, outbox_id) != "queued":
        return True
    await follow_ups.lock_buyer(connection, row.buyer_id)
    came = await plan_talk(desk, connection, row.conversation_id, now)
    row = await follow_ups.by_id(connection, row.id)
    leaves = leaves_at(row, came, now)
    if row is None or leaves is None:
        await outbox.settle(connection, outbox_id, "withdrawn")
        return False
    if leaves > now:
        await follow_ups.change(connection, row.id, ("approved",), arrives_at=leaves)
        await outbox.hold(connection, outbox_id, leaves)
    return leaves <= now


def leaves_at(row: AnyRow | None, came: Came | None, now: datetime) -> datetime | None:
    """When a follow-up leaves after it was planned anew; None: not at all. `row` as it is after that."""
    if row is None or row.state not in follow_ups.OPEN or not isinstance(came, Next):
        return None
    return now if row.at_once else max(came.at, now)


async def release(desk: Desk, outbox_id: int) -> None:
    """The hour has come at which a message that was held may leave. Twice changes nothing."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        conversation_id = await outbox.conversation_of(connection, outbox_id)
        if conversation_id is None:
            return
        await talks.conversation(connection, conversation_id, locked=True)
        row = await outbox.locked(connection, outbox_id)
        if row is not None and row.state == "queued" and row.not_before and row.not_before <= now:
            await outbox.defer_sending(connection, row.id, row.conversation_id, row.channel)


async def has_arrived(connection: AsyncConnection, sent: AnyRow, now: datetime) -> None:
    """The buyer has an outbox row: where it is a follow-up, that one is done. The talk is locked."""
    if sent.draft_id is not None:
        row = await follow_ups.of_draft(connection, sent.draft_id)
        if row is not None:
            await follow_ups.change(
                connection, row.id, follow_ups.OPEN, state="sent", ended_at=now, arrives_at=now
            )


async def plan_next(desk: Desk, connection: AsyncConnection, sent: AnyRow, now: datetime) -> None:
    """What comes after a sent message is planned, once all else that follows from it is done."""
    await plan_talk(desk, connection, sent.conversation_id, now)
    await notify(connection, "follow_ups", shop=desk.shop_id, conversation=sent.conversation_id)


def _over(came: Came | None) -> DeskRefusal:
    told = {
        "unanswered": "The buyer has written since: answer that first.",
        "stopped": "The buyer wants no more messages.",
        "three_without_answer": "The buyer has got three messages and answered none.",
        "closed": "The conversation was closed.",
        "frozen": "The talk is frozen until a manager has looked.",
    }.get(came if isinstance(came, str) else "", "What it was about has changed since.")
    return DeskRefusal("outdated", f"{told} The follow-up is not sent.")
