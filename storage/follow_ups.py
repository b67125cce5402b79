"""Follow-ups as they are kept: planned and planned anew many at once, drafted, approved, sent, cancelled.

A job is enqueued with the row that it belongs to, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.follow_up_facts import Silence
from storage.base import AnyRow
from storage.desk_tables import DraftRow, OutboxRow
from storage.follow_up_tables import ContactStopRow, FollowUpRow, FollowUpTalkRow
from storage.jobs import QUEUE
from storage.talk_tables import BuyerRow, ConversationRow

TASK = "follow_up"
OPEN = ("planned", "drafted", "approved")
_COLUMNS = tuple(FollowUpRow.__table__.columns)
_DEFER = text(
    """
    SELECT procrastinate_defer_jobs_v1(array_agg(ROW(
      :queue, :task, 0, NULL, NULL, jsonb_build_object('follow_up_id', one.id), one.at
    )::procrastinate_job_to_defer_v1)) FROM unnest(
      CAST(:ids AS bigint[]), CAST(:times AS timestamptz[])) AS one (id, at)
    HAVING count(*) > 0
    """
)
_TIMES = ("due_at", "arrives_at", "until_at", "draft_at")
_WHAT = ("kind", "subject", "step")


@dataclass(frozen=True, slots=True)
class Planned:
    """What comes next in a conversation; the columns of FollowUpRow of these names."""

    shop_id: int
    conversation_id: int
    buyer_id: int
    kind: str
    subject: str
    step: int
    due_at: datetime
    arrives_at: datetime
    until_at: datetime
    draft_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Read:
    """How far a talk was read, and why nothing comes next there."""

    conversation_id: int
    read_seq: int
    silence: str | None
    planned_at: datetime


async def add(connection: AsyncConnection, planned: Sequence[Planned]) -> None:
    """Enter new ones, each with its job."""
    if not planned:
        return
    rows = await connection.execute(
        insert(FollowUpRow).returning(FollowUpRow.id, FollowUpRow.draft_at),
        [{name: getattr(each, name) for name in Planned.__slots__} for each in planned],
    )
    await _defer(connection, [(row.id, row.draft_at) for row in rows])


async def plan_anew(
    connection: AsyncConnection, changed: Sequence[tuple[int, Planned]], *, with_jobs: Sequence[int]
) -> None:
    """Other times, or another follow-up, for those that are planned; `with_jobs`: whose draft is due at
    another time now."""
    if not changed:
        return
    names = (*_WHAT, *_TIMES)
    taken = ", ".join(f"{name} = one.{name}" for name in names)
    await connection.execute(
        text(
            f"""
            UPDATE follow_ups SET {taken} FROM unnest(
              CAST(:ids AS bigint[]), CAST(:kind AS text[]), CAST(:subject AS text[]),
              CAST(:step AS bigint[]), CAST(:due_at AS timestamptz[]), CAST(:arrives_at AS timestamptz[]),
              CAST(:until_at AS timestamptz[]), CAST(:draft_at AS timestamptz[])
            ) AS one (id, {", ".join(names)}) WHERE follow_ups.id = one.id AND state = 'planned'
            """  # noqa: S608 - names of columns
        ),
        {"ids": [each for each, _ in changed]}
        | {name: [getattr(planned, name) for _, planned in changed] for name in names},
    )
    wanted = set(with_jobs)
    await _defer(connection, [(each, planned.draft_at) for each, planned in changed if each in wanted])


async def cancel(connection: AsyncConnection, cancelled: Sequence[tuple[int, str, datetime]]) -> None:
    """(follow-up, why, when): with the draft that waits and the message that has not left."""
    if not cancelled:
        return
    given = {
        "ids": [each for each, _, _ in cancelled],
        "whys": [why for _, why, _ in cancelled],
        "times": [at for _, _, at in cancelled],
    }
    one = (
        "unnest(CAST(:ids AS bigint[]), CAST(:whys AS text[]), CAST(:times AS timestamptz[])) "
        "AS one (id, why, at)"
    )
    await connection.execute(
        text(
            f"""
            WITH ended AS (
              UPDATE follow_ups f SET state = 'cancelled', why = one.why, ended_at = one.at FROM {one}
              WHERE f.id = one.id AND f.state = ANY(CAST(:open AS text[])) RETURNING f.draft_id, one.at
            ), left_over AS (
              UPDATE outbox o SET state = 'withdrawn' FROM ended
              WHERE o.draft_id = ended.draft_id AND o.state = 'queued' RETURNING o.draft_id
            )
            UPDATE drafts d SET state = 'superseded', reason = 'follow_up_over', decided_at = ended.at
            FROM ended WHERE d.id = ended.draft_id AND (d.state = 'waiting'
              OR (d.state = 'approved' AND d.id IN (SELECT draft_id FROM left_over)))
            """  # noqa: S608 - a constant
        ),
        given | {"open": list(OPEN)},
    )


async def note_read(connection: AsyncConnection, read: Sequence[Read]) -> None:
    if not read:
        return
    await connection.execute(
        text(
            """
            INSERT INTO follow_up_talks (conversation_id, read_seq, silence, planned_at)
            SELECT * FROM unnest(CAST(:talks AS bigint[]), CAST(:seqs AS bigint[]), CAST(:whys AS text[]),
              CAST(:times AS timestamptz[]))
            ON CONFLICT (conversation_id) DO UPDATE SET read_seq = excluded.read_seq,
              silence = excluded.silence, planned_at = excluded.planned_at
            """
        ),
        {
            "talks": [each.conversation_id for each in read],
            "seqs": [each.read_seq for each in read],
            "whys": [each.silence for each in read],
            "times": [each.planned_at for each in read],
        },
    )


async def stop(
    connection: AsyncConnection, stops: Sequence[tuple[int, int, int | None, int | None, datetime]]
) -> list[int]:
    """(shop, buyer, conversation, seq, when): no more messages but answers; the buyers of whom it is new."""
    if not stops:
        return []
    names = ("shop_id", "buyer_id", "conversation_id", "seq", "at")
    rows = await connection.execute(
        postgresql.insert(ContactStopRow)
        .values([dict(zip(names, each, strict=True)) for each in stops])
        .on_conflict_do_nothing()
        .returning(ContactStopRow.buyer_id)
    )
    return list(rows.scalars())


async def lift(connection: AsyncConnection, buyer_id: int, at: datetime, staff_id: int) -> bool:
    """The buyer may be written to again; False where that was so."""
    done = await connection.execute(
        update(ContactStopRow)
        .where(ContactStopRow.buyer_id == buyer_id, ContactStopRow.lifted_at.is_(None))
        .values(lifted_at=at, lifted_by=staff_id)
    )
    return done.rowcount > 0


async def stop_of(connection: AsyncConnection, buyer_id: int) -> AnyRow | None:
    """The stop that holds for a buyer."""
    held = select(*ContactStopRow.__table__.columns).where(
        ContactStopRow.buyer_id == buyer_id, ContactStopRow.lifted_at.is_(None)
    )
    return (await connection.execute(held)).first()


async def by_id(connection: AsyncConnection, follow_up_id: int) -> AnyRow | None:
    return (await connection.execute(select(*_COLUMNS).where(FollowUpRow.id == follow_up_id))).first()


async def open_in(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """What comes next in a conversation."""
    found = select(*_COLUMNS).where(
        FollowUpRow.conversation_id == conversation_id, FollowUpRow.state.in_(OPEN)
    )
    return (await connection.execute(found)).first()


async def of_draft(connection: AsyncConnection, draft_id: int) -> AnyRow | None:
    """The follow-up whose newest draft this is."""
    return (await connection.execute(select(*_COLUMNS).where(FollowUpRow.draft_id == draft_id))).first()


async def of_outbox(connection: AsyncConnection, outbox_id: int) -> AnyRow | None:
    """The follow-up that waits in the outbox."""
    found = (
        select(*_COLUMNS)
        .join(OutboxRow, OutboxRow.draft_id == FollowUpRow.draft_id)
        .where(OutboxRow.id == outbox_id)
    )
    return (await connection.execute(found)).first()


async def silence_of(connection: AsyncConnection, conversation_id: int) -> Silence | None:
    """Why nothing comes next in a conversation, as the last planning found it."""
    found = select(FollowUpTalkRow.silence).where(FollowUpTalkRow.conversation_id == conversation_id)
    return cast("Silence | None", (await connection.execute(found)).scalar())


async def past_of(connection: AsyncConnection, conversation_id: int, limit: int = 20) -> Sequence[AnyRow]:
    """What was sent or cancelled in a conversation, the newest first."""
    found = (
        select(*_COLUMNS)
        .where(FollowUpRow.conversation_id == conversation_id, FollowUpRow.state.in_(("sent", "cancelled")))
        .order_by(FollowUpRow.ended_at.desc(), FollowUpRow.id.desc())
        .limit(limit)
    )
    return (await connection.execute(found)).all()


async def change(
    connection: AsyncConnection, follow_up_id: int, before: Sequence[str], **values: Any
) -> bool:
    """Write columns of one that is in one of the states `before`; whether it was."""
    done = await connection.execute(
        update(FollowUpRow)
        .where(FollowUpRow.id == follow_up_id, FollowUpRow.state.in_(before))
        .values(**values)
    )
    return done.rowcount == 1


async def defer(connection: AsyncConnection, follow_up_id: int, at: datetime) -> None:
    """Have its draft made at `at`."""
    await _defer(connection, [(follow_up_id, at)])


async def lock_buyer(connection: AsyncConnection, buyer_id: int) -> None:
    """Nothing else is let out to this buyer until the transaction ends: two talks count together."""
    await connection.execute(
        select(BuyerRow.id).where(BuyerRow.id == buyer_id).with_for_update(key_share=True)
    )


async def held_row(connection: AsyncConnection, draft_id: int) -> AnyRow | None:
    """The message of a draft in the outbox."""
    found = select(*OutboxRow.__table__.columns).where(OutboxRow.draft_id == draft_id)
    return (await connection.execute(found.order_by(OutboxRow.id.desc()).limit(1))).first()


async def to_plan(connection: AsyncConnection, shop_id: int, limit: int) -> list[int]:
    """Conversations whose orders have changed since they were planned: an import plans nothing itself."""
    rows = await connection.execute(
        text(
            """
            SELECT DISTINCT o.conversation_id FROM orders o
            LEFT JOIN follow_up_talks t ON t.conversation_id = o.conversation_id
            WHERE o.shop_id = :shop AND (t.planned_at IS NULL OR t.planned_at < o.changed_at)
            LIMIT :limit
            """
        ),
        {"shop": shop_id, "limit": limit},
    )
    return [row.conversation_id for row in rows]


async def overdue(connection: AsyncConnection, shop_id: int, now: datetime, limit: int) -> list[int]:
    """Conversations whose follow-up was not approved until it made no sense any more."""
    rows = await connection.execute(
        select(FollowUpRow.conversation_id)
        .where(FollowUpRow.shop_id == shop_id, FollowUpRow.state == "drafted", FollowUpRow.until_at < now)
        .order_by(FollowUpRow.id)
        .limit(limit)
    )
    return list(rows.scalars())


async def other_talks(connection: AsyncConnection, buyer_id: int, besides: int) -> list[int]:
    """The buyer's other conversations with something planned."""
    rows = await connection.execute(
        select(FollowUpRow.conversation_id)
        .join(ConversationRow, ConversationRow.id == FollowUpRow.conversation_id)
        .where(FollowUpRow.buyer_id == buyer_id, FollowUpRow.state.in_(OPEN), ConversationRow.id != besides)
    )
    return list(rows.scalars())


async def waiting_drafts(connection: AsyncConnection, shop_id: int) -> int:
    """How many follow-ups wait for a person."""
    found: int = (
        await connection.execute(
            select(func.count())
            .select_from(FollowUpRow)
            .join(DraftRow, DraftRow.id == FollowUpRow.draft_id)
            .where(FollowUpRow.shop_id == shop_id, DraftRow.state == "waiting")
        )
    ).scalar_one()
    return found


async def _defer(connection: AsyncConnection, jobs: Sequence[tuple[int, datetime]]) -> None:
    if jobs:
        await connection.execute(
            _DEFER,
            {
                "queue": QUEUE,
                "task": TASK,
                "ids": [each for each, _ in jobs],
                "times": [at for _, at in jobs],
            },
        )
