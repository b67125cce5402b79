"""What a platform reports of one order, taken by the ledger: by a signed call, or matched by a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.order_changes import keep_change
from bot.desk.orders import locked
from bot.domain.desk import DeskRefusal, Person
from bot.domain.order_reports import Outcome, Report, after_report
from bot.domain.orders import STATES, Cause, OrderState, Paid
from storage import order_strays, orders
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify


async def take(
    desk: Desk, connection: AsyncConnection, row: AnyRow, report: Report, cause: Cause, now: datetime,
    *, staff_id: int | None = None,
) -> Outcome:  # fmt: skip
    """Hold a report against an order (locked) and keep what follows from it."""
    outcome = after_report(orders.entry_of(row), report)
    if outcome.moved or outcome.noted:
        await keep_change(
            desk, connection, row, outcome.entry, kind="moved" if outcome.moved else "noted", cause=cause,
            at=outcome.at or now, now=now, staff_id=staff_id, reason=outcome.entry.lost_reason,
        )  # fmt: skip
    return outcome


async def match(desk: Desk, person: Person, stray_id: int, number: str) -> Outcome:
    """A person says which quote a stray report belongs to: the ledger takes it, with the platform's number.

    DeskRefusal `unknown_stray`, `already_decided`, `unknown_quote`, `impossible`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        stray = await _open_stray(desk, connection, stray_id)
        known = await orders.by_number(connection, desk.shop_id, number.strip().upper())
        if known is None:
            raise DeskRefusal("unknown_quote", f"No buyer has a quote {number.strip()[:40]}.")
        row = await locked(desk, connection, known.id)
        report = report_of(stray.report)
        entry = orders.entry_of(row)
        if report.platform_number and entry.platform_number:
            # The person has said that it is this order: the number of the other try makes room.
            await orders.change(connection, row.id, now, platform_number=None, platform_key=None)
            row = await locked(desk, connection, known.id)
        outcome = await take(desk, connection, row, report, "import", now, staff_id=person.id)
        if outcome.left is not None:
            raise DeskRefusal("impossible", "What the platform told does not fit how this order stands.")
        await order_strays.settle(connection, stray_id, now, person.id, row.id)
        await _tell(desk, connection, person, stray_id, "order.matched", now, row.conversation_id, row.id)
        return outcome


async def dismiss(desk: Desk, person: Person, stray_id: int) -> None:
    """None of ours: it is not asked about again. DeskRefusal `unknown_stray`, `already_decided`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await _open_stray(desk, connection, stray_id)
        await order_strays.settle(connection, stray_id, now, person.id, None)
        await _tell(desk, connection, person, stray_id, "order.dismissed", now, None, None)


def report_json(report: Report) -> dict[str, Any]:
    """A report as a stray keeps it."""
    paid = {
        name: str(value)
        for name in ("deposit", "balance", "total", "currency")
        if (value := getattr(report.paid, name)) is not None
    }
    return {
        "state": report.state,
        "times": {state: at.isoformat() for state, at in sorted(report.times.items())},
        "platform_number": report.platform_number,
        "tracking": report.tracking,
        "carrier": report.carrier,
        "paid": paid,
    }


def report_of(kept: Mapping[str, Any]) -> Report:
    """What `report_json` was given."""
    times: dict[OrderState, datetime] = {
        state: datetime.fromisoformat(kept["times"][state]) for state in STATES if state in kept["times"]
    }
    paid = kept["paid"]
    amounts = {name: Decimal(paid[name]) for name in ("deposit", "balance", "total") if name in paid}
    return Report(
        state=next((state for state in STATES if state == kept["state"]), None),
        times=MappingProxyType(times),
        platform_number=kept["platform_number"],
        tracking=kept["tracking"],
        carrier=kept["carrier"],
        paid=Paid(**amounts, currency=paid.get("currency")),
    )


async def _open_stray(desk: Desk, connection: AsyncConnection, stray_id: int) -> AnyRow:
    stray = await order_strays.stray(connection, desk.shop_id, stray_id)
    if stray is None:
        raise DeskRefusal("unknown_stray", "There is no such report.")
    if stray.settled_at is not None:
        raise DeskRefusal("already_decided", "Somebody has settled this one already.")
    return stray


async def _tell(
    desk: Desk, connection: AsyncConnection, person: Person, stray_id: int, kind: str, now: datetime,
    conversation_id: int | None, order_id: int | None,
) -> None:  # fmt: skip
    await record(
        connection, kind, at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=conversation_id, data={"report": stray_id, "order": order_id},
    )  # fmt: skip
    await notify(connection, "orders", shop=desk.shop_id)
