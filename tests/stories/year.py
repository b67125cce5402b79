"""A year at the desk. Buyers know nothing of each other, so each has a clock of its own: in a round every
buyer goes one step on, whatever day it is there, and all their steps are a few statements of many rows."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import deciding, sending
from bot.desk.follow_up import door
from bot.desk.follow_up.drafting import prepare
from bot.desk.follow_up.planning import plan_talks
from bot.domain.desk import DeskRefusal, Person
from storage import follow_ups
from storage.base import AnyRow
from storage.drafts import draft as kept_draft
from storage.follow_up_tables import FollowUpRow
from storage.live import reading, writing
from tests.desk.conftest import Shopfloor
from tests.stories import stage
from tests.stories.stage import Happened
from tests.stories.world import END, Buyer

_PROMPT = timedelta(minutes=30)
_BY_THE_DESK = 40
"""Every so many-th buyer is served by the desk's own steps, worded, guarded and all."""


class _KilledError(Exception):
    """The process was shot in the middle of a transaction."""


@dataclass(frozen=True)
class Sent:
    """What a buyer got."""

    buyer: int
    kind: str
    subject: str
    step: int
    at: datetime


@dataclass(frozen=True)
class Step:
    """What is to be done with a follow-up, by its state: drafted, approved, or let out."""

    row: AnyRow
    at: datetime


@dataclass
class Year:
    """`restarts`: how likely a transaction is killed before it is committed, and a job run twice."""

    floor: Shopfloor
    cast: Sequence[Buyer]
    boris: Person
    restarts: float = 0.0
    sent: list[Sent] = field(default_factory=list)
    happened: dict[int, list[Happened]] = field(default_factory=dict)
    kills: int = 0

    async def run(self) -> None:
        """From the first buyer's first word to the year's last follow-up."""
        desk = self.floor.desk
        self._chance = Random(len(self.cast))
        async with writing(desk.engine) as connection:
            await connection.execute(text("CREATE SEQUENCE IF NOT EXISTS numbers_of_the_year"))
            self._talks = await stage.enter(connection, desk.shop_id, self.cast)
        self._buyer_of = {talk: number for number, talks in self._talks.items() for talk in talks}
        self._left = {each.number: [act for act in each.acts if act.at < END] for each in self.cast}
        self._now = {each.number: each.acts[0].at for each in self.cast}
        self.happened = {each.number: [] for each in self.cast}
        while await self._round():
            pass

    async def _round(self) -> bool:
        """Every buyer's next step; False once the year is over for all of them."""
        coming = await self._open()
        acts: list[Happened] = []
        steps: list[Step] = []
        for number, left in self._left.items():
            due = [
                Step(row, max(self._when(number, row), self._now[number])) for row in coming.get(number, ())
            ]
            first = min(due, key=lambda step: (step.at, step.row.id), default=None)
            if left and (first is None or left[0].at <= first.at):
                act = left.pop(0)
                self._now[number] = max(act.at, self._now[number])
                acts.append(Happened(self._talks[number][act.talk], self._now[number], act.deed))
            elif first is not None and first.at < END:
                self._now[number] = first.at
                steps.append(first)
        by_desk = [step for step in steps if self._buyer_of[step.row.conversation_id] % _BY_THE_DESK == 0]
        steps = [step for step in steps if step not in by_desk]
        sent: list[Sent] = []

        async def work(connection: AsyncConnection) -> None:
            sent[:] = await self._work(connection, acts, steps)

        if acts or steps:
            await self._surely(work)
        self.sent += sent
        for each in acts:
            self.happened[self._buyer_of[each.talk]].append(each)
        for step in by_desk:
            await self._as_the_desk_does(step.row, step.at)
        return bool(acts or steps or by_desk)

    async def _work(
        self, connection: AsyncConnection, acts: Sequence[Happened], steps: Sequence[Step]
    ) -> list[Sent]:
        """All steps of a round, in one transaction."""
        desk = self.floor.desk
        await stage.happen(connection, desk.shop_id, acts)
        moments = {each.talk: each.at for each in acts} | {
            step.row.conversation_id: step.at for step in steps
        }
        came = await plan_talks(desk, connection, moments)
        if self._chance.random() < self.restarts:  # the same jobs again
            assert await plan_talks(desk, connection, moments) == came
        await self._plan_others(connection, acts)
        found = await connection.execute(
            select(*FollowUpRow.__table__.columns).where(FollowUpRow.id.in_([step.row.id for step in steps]))
        )
        rows = {row.id: row for row in found}
        leaves: dict[str, dict[int, tuple[datetime, datetime]]] = {state: {} for state in follow_ups.OPEN}
        for step in steps:
            row = rows[step.row.id]
            at = door.leaves_at(row, came[row.conversation_id], step.at)
            if at is not None and row.state == step.row.state:
                leaves[row.state][row.id] = (step.at, at)
        due = {key: now for key, (now, _) in leaves["planned"].items() if rows[key].draft_at <= now}
        await stage.draft(connection, due)
        await stage.approve(connection, {key: at for key, (_, at) in leaves["drafted"].items()})
        gone = {key: now for key, (now, at) in leaves["approved"].items() if at <= now}
        await stage.put_off(
            connection, {key: at for key, (now, at) in leaves["approved"].items() if at > now}
        )
        await stage.leave(connection, gone)
        await plan_talks(desk, connection, {rows[key].conversation_id: now for key, now in gone.items()})
        return [self._sent(rows[key], now) for key, now in gone.items()]

    async def _plan_others(self, connection: AsyncConnection, acts: Sequence[Happened]) -> None:
        """The jobs that a stop puts off for the buyer's other talks."""
        others = {
            talk: each.at
            for each in acts
            if each.deed == "stop"
            for talk in self._talks[self._buyer_of[each.talk]]
            if talk != each.talk
        }
        await plan_talks(self.floor.desk, connection, others)

    def _when(self, number: int, row: AnyRow) -> datetime:
        if row.state == "planned":
            at: datetime = row.draft_at
            return at
        if row.state == "approved":
            left: datetime = row.arrives_at
            return left
        # People approve while they are at it; sometimes a day later, or in the middle of the buyer's night.
        chance = Random(f"{number}:{row.kind}:{row.step}:{row.drafted_at}")
        late = row.kind != "unpaid" and chance.random() < 0.15
        drafted: datetime = row.drafted_at
        return drafted + (timedelta(hours=chance.uniform(6, 60)) if late else _PROMPT)

    async def _open(self) -> dict[int, list[AnyRow]]:
        found: dict[int, list[AnyRow]] = {}
        async with reading(self.floor.desk.engine) as connection:
            rows = await connection.execute(
                select(*FollowUpRow.__table__.columns).where(FollowUpRow.state.in_(follow_ups.OPEN))
            )
            for row in rows:
                if row.conversation_id in self._buyer_of:
                    found.setdefault(self._buyer_of[row.conversation_id], []).append(row)
        return found

    def _sent(self, row: AnyRow, at: datetime) -> Sent:
        subject = row.subject if row.kind == "festival" else str(row.conversation_id)
        return Sent(self._buyer_of[row.conversation_id], row.kind, subject, row.step, at)

    async def _as_the_desk_does(self, row: AnyRow, at: datetime) -> None:
        """The same step by the functions that the worker and the pages call."""
        desk = self.floor.desk
        self.floor.clock.now = at
        if row.state == "planned":
            await prepare(desk, row.id)
            return
        async with reading(desk.engine) as connection:
            draft = await kept_draft(connection, row.draft_id)
            held = await follow_ups.held_row(connection, row.draft_id)
        assert draft is not None
        if row.state == "drafted":
            assert not draft.findings, (draft.text, json.dumps(draft.findings))
            # What does not hold any more is refused; the desk has cancelled it then.
            with suppress(DeskRefusal):
                await deciding.approve(
                    desk, self.boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
                )
            return
        assert held is not None
        await door.release(desk, held.id)
        if await sending.send_reply(desk, held.id) is not None:
            self.sent.append(self._sent(row, at))

    async def _surely(self, work: Callable[[AsyncConnection], Awaitable[None]]) -> None:
        """A transaction that is begun anew after each kill, as a job is."""
        while True:
            try:
                async with self._killed() as connection:
                    await work(connection)
            except _KilledError:
                continue
            return

    @asynccontextmanager
    async def _killed(self) -> AsyncIterator[AsyncConnection]:
        async with writing(self.floor.desk.engine) as connection:
            yield connection
            if self._chance.random() < self.restarts:
                self.kills += 1
                raise _KilledError
