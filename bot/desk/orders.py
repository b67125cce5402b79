"""What a person does with an order: move it a step, take it back, write down what the platform shows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.lost_reasons import lost_reasons
from bot.desk.order_changes import Kind, keep_change
from bot.desk.order_facts import Facts, shrinks, with_facts
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.orders import Entry, OrderState, moved, said_of, steps_of
from storage import orders, staff, talks
from storage.base import AnyRow
from storage.live import writing
from storage.storable import storable

LONGEST_NOTE = 500


async def move(
    desk: Desk, person: Person, order_id: int, to: OrderState, *, seen: int, at: datetime | None = None,
    reason: str | None = None, note: str | None = None, facts: Facts | None = None,
) -> None:  # fmt: skip
    """Move an order. `seen` is the version that the person looked at, `at` when it happened (None: now).

    DeskRefusal `unknown_order`, `already_decided` where it is there already, `outdated` where it has changed
    otherwise, `impossible`, `role`, `reason`, `at`, `invalid`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await locked(desk, connection, order_id)
        await _as_seen(connection, row, seen, to)
        before = orders.entry_of(row)
        step = next((each for each in steps_of(before) if each.to == to), None)
        why, words = _short(reason), _short(note)
        if to == "lost" and why is not None and why not in await lost_reasons(connection, desk.shop_id):
            raise DeskRefusal("reason", "Choose one of the reasons.")
        after = moved(
            before, to, cause="person", at=at or now, now=now, role=person.role, reason=why, note=words
        )
        if facts is not None:
            after = with_facts(after, facts, row.currency)
        await keep_change(
            desk, connection, row, after, kind=_kind(before, after, back=step is not None and step.back),
            cause="person", at=at or now, now=now, staff_id=person.id, reason=why, note=words,
        )  # fmt: skip


async def note_facts(desk: Desk, person: Person, order_id: int, facts: Facts, *, seen: int) -> bool:
    """Write down numbers and amounts; whether anything is another now.

    DeskRefusal `unknown_order`, `outdated`, `invalid`, `role` where an amount that was received shrinks.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await locked(desk, connection, order_id)
        await _as_seen(connection, row, seen, None)
        before = orders.entry_of(row)
        after = with_facts(before, facts, row.currency)
        if after == before:
            return False
        if shrinks(before.paid, after.paid) and not has_authority(person.role, "manager"):
            raise DeskRefusal("role", "A manager must take back an amount that was received.")
        await keep_change(
            desk, connection, row, after, kind="noted", cause="person", at=now, now=now, staff_id=person.id
        )
        return True


async def locked(desk: Desk, connection: AsyncConnection, order_id: int) -> AnyRow:
    """The order, which nobody else changes until the transaction ends. DeskRefusal `unknown_order`."""
    known = await orders.order(connection, order_id)
    if known is None or known.shop_id != desk.shop_id:
        raise unknown_order()
    # The talk first, as everywhere: what is being sent in it may move the same order.
    await talks.conversation(connection, known.conversation_id, locked=True)
    row = await orders.order(connection, order_id, locked=True)
    if row is None:
        raise unknown_order()
    return row


def unknown_order() -> DeskRefusal:
    return DeskRefusal("unknown_order", "There is no such order.")


async def _as_seen(connection: AsyncConnection, row: AnyRow, seen: int, to: OrderState | None) -> None:
    if row.version == seen:
        return
    newest = next(iter(await orders.events(connection, [row.id])), None)
    by = await staff.by_id(connection, newest.staff_id) if newest and newest.staff_id else None
    who = by.name if by is not None else "Somebody"
    if to is not None and row.state == to:
        raise DeskRefusal("already_decided", f"This order is {said_of(to)} already.")
    raise DeskRefusal("outdated", f"{who} has changed this order since. Look at it as it is now.")


def _kind(before: Entry, after: Entry, *, back: bool) -> Kind:
    if back:
        return "back"
    return "moved" if before.state != after.state else "noted"


def _short(words: str | None) -> str | None:
    return " ".join(str(storable(words)).split())[:LONGEST_NOTE] or None if words else None
