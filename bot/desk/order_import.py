"""A platform's export taken into the ledger, some hundred rows at a time, each batch whole or not at all.

Run again it changes nothing: what a platform has said before is known. An older export moves nothing back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.order_changes import ORDERS
from bot.desk.order_matching import Matches, find_matches, key_of
from bot.desk.order_reports import report_json
from bot.domain.desk import Person
from bot.domain.order_reports import Left, Outcome, after_report
from bot.domain.orders import Entry, OrderState
from knowledge.orders.reading import OrderLine
from storage import order_bulk, order_strays, orders
from storage.base import AnyRow
from storage.live import reading, writing

BATCH = 1_000
"""Rows that are taken in one transaction."""
_MOST_TOLD = 200
_MOST_NOTICES = 50
"""Orders of a batch that are told one by one; of more, the ledger's page alone is told."""
Progress = Callable[[str, int, int], None]
Why = Literal["unknown_quote", "not_sent", "several_quotes", "other_number"]


@dataclass(frozen=True, slots=True)
class Told:
    """A row that a person may want to look at: why it moved nothing."""

    line: int
    quote: str | None
    platform_number: str | None
    why: Why | Left


@dataclass(slots=True)
class Taken:
    """What an export has done, or would do. `strays`: orders that no quote was found for, `left`: those that
    stay as they are in spite of it; `told` is the beginning of both."""

    rows: int = 0
    moved: Counter[OrderState] = field(default_factory=Counter)
    noted: int = 0
    unchanged: int = 0
    left: int = 0
    strays: int = 0
    new_strays: int = 0
    dismissed: int = 0
    told: list[Told] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return self.moved.total() + self.noted

    def tell(self, line: OrderLine, number: str | None, why: Why | Left) -> None:
        if len(self.told) < _MOST_TOLD:
            self.told.append(
                Told(line.line, number or ", ".join(line.quotes) or None, line.report.platform_number, why)
            )


@dataclass(slots=True)
class _Change:
    """One row's effect on an order."""

    order_id: int
    before: Entry
    outcome: Outcome


async def import_orders(
    desk: Desk, lines: Sequence[OrderLine], *, file: str, person: Person | None = None,
    dry_run: bool = False, progress: Progress | None = None,
) -> Taken:  # fmt: skip
    """Take an export's rows. `dry_run`: say what would happen, and change nothing.

    `person` is who has uploaded it; None: a command.
    """
    taken = Taken(rows=len(lines))
    ahead: dict[int, Entry] = {}
    learnt: dict[str, int] = {}
    for start in range(0, len(lines), BATCH):
        if progress is not None:
            progress("matching" if dry_run else "taking", start, len(lines))
        batch = lines[start : start + BATCH]
        async with reading(desk.engine) as connection:
            matches = await find_matches(connection, desk.shop_id, batch, learnt)
        entries = {
            order_id: ahead.get(order_id) or orders.entry_of(row) for order_id, row in matches.rows.items()
        }
        strays: list[dict[str, Any]] = []
        changes = _taken(desk, batch, matches, entries, taken, strays, file)
        if dry_run:
            ahead.update(entries)
            taken.new_strays += len({each["key"] for each in strays} - matches.known_strays)
        elif changes or strays:
            await _write(desk, batch, matches, {each.order_id for each in changes}, taken, strays, person)
    return taken


def _taken(
    desk: Desk, batch: Sequence[OrderLine], matches: Matches, entries: dict[int, Entry], taken: Taken,
    strays: list[dict[str, Any]], file: str,
) -> list[_Change]:  # fmt: skip
    """Hold each row against its order; `entries` becomes what is so then."""
    changes: list[_Change] = []
    for line in batch:
        order_id, why = matches.of(line)
        if order_id is None:
            if why == "dismissed":
                taken.dismissed += 1
                continue
            assert why is not None
            taken.strays += 1
            taken.tell(line, None, why)
            strays.append(_stray(desk, line, why, file))
            continue
        before = entries[order_id]
        outcome = after_report(before, line.report)
        if outcome.left == "other_number" and key_of(line) in matches.settled:
            taken.dismissed += 1
        elif outcome.left == "other_number":
            taken.strays += 1
            taken.tell(line, matches.rows[order_id].number, "other_number")
            strays.append(_stray(desk, line, "other_number", file))
        elif outcome.left is not None:
            taken.left += 1
            taken.tell(line, matches.rows[order_id].number, outcome.left)
        elif outcome.moved:
            taken.moved[outcome.entry.state] += 1
        elif outcome.noted:
            taken.noted += 1
        else:
            taken.unchanged += 1
        if outcome.moved or outcome.noted:
            changes.append(_Change(order_id, before, outcome))
            entries[order_id] = outcome.entry
    return changes


async def _write(
    desk: Desk, batch: Sequence[OrderLine], matches: Matches, ids: set[int], taken: Taken,
    strays: list[dict[str, Any]], person: Person | None,
) -> None:  # fmt: skip
    """Write a batch; what somebody has changed since it was read is held against the rows again."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        rows = await order_bulk.locked(connection, ids)
        entries = {order_id: orders.entry_of(row) for order_id, row in rows.items()}
        mine = [line for line in batch if matches.of(line)[0] in rows]
        changes = _taken(desk, mine, matches, entries, Taken(), [], "")
        await order_bulk.change(
            connection,
            [
                {"id": changed, "version": times, "changed_at": now, **orders.values_of(entries[changed])}
                for changed, times in Counter(each.order_id for each in changes).items()
            ],
        )
        history, trail = _events(desk, changes, rows, now, person)
        await order_bulk.add_events(connection, history, trail)
        new, _ = await order_strays.keep(connection, strays)
        taken.new_strays += new
        await _tell(desk, connection, rows, {each.order_id for each in changes})


def _events(
    desk: Desk, changes: Sequence[_Change], rows: Mapping[int, AnyRow], now: datetime, person: Person | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(rows of order_events, rows of events)."""
    history, trail = [], []
    staff_id = person.id if person else None
    for each in changes:
        row, after = rows[each.order_id], each.outcome.entry
        kind, at = "moved" if each.outcome.moved else "noted", each.outcome.at or now
        history.append(
            {
                "shop_id": desk.shop_id, "order_id": each.order_id, "kind": kind, "cause": "import",
                "staff_id": staff_id, "before": each.before.state, "after": after.state, "at": at,
                "noted_at": now, "reason": after.lost_reason if after.state == "lost" else None,
                "data": orders.changed_facts(each.before, after),
            }
        )  # fmt: skip
        trail.append(
            {
                "shop_id": desk.shop_id, "at": now, "kind": f"order.{kind}", "actor": "import",
                "staff_id": staff_id, "conversation_id": row.conversation_id,
                "data": {"order": row.id, "quote": row.number, "from": each.before.state,
                         "to": after.state, "happened": at.isoformat()},
            }
        )  # fmt: skip
    return history, trail


async def _tell(
    desk: Desk, connection: AsyncConnection, rows: Mapping[int, AnyRow], changed: set[int]
) -> None:
    notices: list[dict[str, Any]] = [{"topic": ORDERS, "shop": desk.shop_id}]
    if len(changed) <= _MOST_NOTICES:
        notices += [
            {"topic": "desk", "shop": desk.shop_id, "conversation": rows[order_id].conversation_id}
            for order_id in sorted(changed)
        ]
    await order_bulk.notify_all(connection, notices)


def _stray(desk: Desk, line: OrderLine, why: Why, file: str) -> dict[str, Any]:
    number = line.report.platform_number
    return {
        "shop_id": desk.shop_id, "key": key_of(line), "why": why, "source": "import", "file": file,
        "line": line.line, "quote_number": ", ".join(line.quotes) or None, "platform_number": number,
        "buyer": line.buyer, "report": report_json(line.report),
    }  # fmt: skip
