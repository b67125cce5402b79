"""The complaints of a conversation as a person sees them: what is known, what lacks, how long there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.complaints.settings import rules_of
from bot.desk.context import Desk
from bot.domain.complaints import (
    OUTCOMES,
    Clock,
    Field,
    Told,
    clock_of,
    closes,
    known_of,
    lacking,
    window_end,
)
from bot.domain.desk import Person, has_authority
from storage import complaints, talks
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL


@dataclass(frozen=True, slots=True)
class ShownComplaint:
    """`outcomes`: the ends that this person may choose; none once it is closed."""

    row: AnyRow
    known: Mapping[Field, Told]
    clock: Clock | None
    """None once it is closed."""
    lacking: tuple[str, ...]
    outcomes: tuple[str, ...]
    notes: tuple[AnyRow, ...]

    @property
    def is_open(self) -> bool:
        return bool(self.row.state == "open")


@dataclass(frozen=True, slots=True)
class ComplaintBox:
    cases: tuple[ShownComplaint, ...]
    may_open: bool

    @property
    def open_ones(self) -> tuple[ShownComplaint, ...]:
        return tuple(each for each in self.cases if each.is_open)


async def read_complaints(
    desk: Desk, connection: AsyncConnection, person: Person, conversation_id: int
) -> ComplaintBox:
    """The cases of a talk, the newest first."""
    talk = await talks.conversation(connection, conversation_id)
    rows = await complaints.of_conversation(connection, conversation_id)
    erased = talk is None or talk.channel == NO_CHANNEL
    if talk is None or not rows:
        return ComplaintBox((), not erased)
    rules = await rules_of(connection, desk.shop_id)
    notes = await complaints.notes(connection, [row.id for row in rows])
    may = tuple(each for each in OUTCOMES if has_authority(person.role, closes(each)))
    now = desk.clock()
    shown = []
    for row in rows:
        known, is_open = known_of(row.known), row.state == "open"
        ends = window_end(row.delivered_at, row.paid_at, rules)
        shown.append(
            ShownComplaint(
                row, known, clock_of(ends, talk.waiting_since, rules, now) if is_open else None,
                lacking(known, len(row.photos), has_order=row.order_id is not None) if is_open else (),
                may if is_open and not erased else (), tuple(n for n in notes if n.complaint_id == row.id),
            )
        )  # fmt: skip
    return ComplaintBox(tuple(shown), not erased)
