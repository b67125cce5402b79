"""How things stand at this moment: what waits, since when, and who works."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.desk_tables import DraftRow, OutboxRow
from storage.talk_tables import ConversationRow
from storage.worker_tables import WorkerRow

_QUEUE = text(
    """
    SELECT task_name, status::text AS status, count(*) AS jobs,
      coalesce(max(extract(epoch FROM now() - coalesce(scheduled_at, deferred.at))) FILTER (
        WHERE coalesce(scheduled_at, deferred.at) <= now()), 0) AS oldest_s,
      count(*) FILTER (WHERE coalesce(scheduled_at, deferred.at) <= now()) AS due
    FROM procrastinate_jobs j
    LEFT JOIN LATERAL (
      SELECT min(e.at) AS at FROM procrastinate_events e WHERE e.job_id = j.id AND e.type = 'deferred'
    ) deferred ON true
    WHERE status IN ('todo', 'doing', 'failed')
    GROUP BY task_name, status
    """
)
_HEARTBEAT = text("SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers")

_HEARD_OF = text("interval '30 seconds'")
"""Older than this is what an ended worker has said: they speak every ten seconds."""
_FORGOTTEN = text("interval '1 hour'")


@dataclass(frozen=True, slots=True)
class QueueLength:
    """Jobs of one task in one state (todo, doing, failed). `due` of them should run now, the oldest since
    `oldest_s` seconds; the others are for later."""

    task: str
    state: str
    jobs: int
    due: int
    oldest_s: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Buyers who wait for an answer, and for how many seconds the one who waits longest."""

    waiting: int
    longest_wait_s: float
    drafts: dict[str, int]
    outbox: dict[str, int]
    """Texts that have not left: queued, sending, failed, unknown."""


async def standing(connection: AsyncConnection, shop_id: int) -> Standing:
    since = ConversationRow.waiting_since
    longest = func.extract("epoch", func.now() - func.min(since))
    those = (ConversationRow.shop_id == shop_id, since.is_not(None))
    waiting, oldest = (await connection.execute(select(func.count(), longest).where(*those))).one()
    drafts = await connection.execute(
        select(DraftRow.state, func.count()).where(DraftRow.shop_id == shop_id).group_by(DraftRow.state)
    )
    outbox = await connection.execute(
        select(OutboxRow.state, func.count()).where(OutboxRow.state != "sent").group_by(OutboxRow.state)
    )
    return Standing(
        waiting,
        max(0.0, float(oldest or 0)),
        {row[0]: row[1] for row in drafts},
        {row[0]: row[1] for row in outbox},
    )


async def queue(connection: AsyncConnection) -> list[QueueLength]:
    """What the workers have before them."""
    rows = await connection.execute(_QUEUE)
    return [QueueLength(row.task_name, row.status, row.jobs, row.due, float(row.oldest_s)) for row in rows]


async def heartbeat_age(connection: AsyncConnection) -> float | None:
    """Seconds since a worker was last heard of; None: there is none."""
    age = (await connection.execute(_HEARTBEAT)).scalar()
    return None if age is None else max(0.0, float(age))


async def tell_worker(connection: AsyncConnection, name: str, resident_bytes: int) -> None:
    """A worker says how much memory it holds; those that have long said nothing are forgotten."""
    told = postgresql.insert(WorkerRow).values(name=name, resident_bytes=resident_bytes)
    await connection.execute(
        told.on_conflict_do_update(
            index_elements=["name"], set_={"resident_bytes": resident_bytes, "told_at": func.now()}
        )
    )
    await connection.execute(delete(WorkerRow).where(WorkerRow.told_at < func.now() - _FORGOTTEN))


async def workers(connection: AsyncConnection) -> list[tuple[str, int]]:
    """(name, bytes of resident memory) of the workers that live."""
    rows = await connection.execute(
        select(WorkerRow.name, WorkerRow.resident_bytes)
        .where(WorkerRow.told_at > func.now() - _HEARD_OF)
        .order_by(WorkerRow.name)
    )
    return [(row.name, row.resident_bytes) for row in rows]
