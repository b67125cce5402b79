"""A request on its way to the purchasers: corrected, sent, taken back, or dropped by a salesperson."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.sourcing.changes import keep, short
from bot.desk.sourcing.rights import locked, must_be_in, must_sell
from bot.desk.sourcing.settings import settings_of
from bot.domain.desk import DeskRefusal, Person
from bot.domain.sourcing import AT_PURCHASERS, REMINDERS, corrected, need_json, need_of
from storage import sourcing
from storage.base import AnyRow
from storage.jobs import defer
from storage.live import writing
from storage.storable import storable

REMIND_TASK = "remind_sourcing"


async def correct(
    desk: Desk, person: Person, request_id: int, given: Mapping[str, str], *, seen: int,
    note: str | None = None, files: Collection[str] | None = None,
) -> None:  # fmt: skip
    """Write fields of the need anew, before or after it was sent. `files`: the ids of pictures to be shown
    (None: all). DeskRefusal `unknown_request`, `outdated`, `already_decided`, `role`, `invalid`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_sell(connection, person)
        row = await locked(desk, connection, request_id, seen)
        must_be_in(row, "proposed", *AT_PURCHASERS)
        await _correct(desk, connection, row, person, given, note, files, now)


async def send(
    desk: Desk, person: Person, request_id: int, *, seen: int, given: Mapping[str, str] | None = None,
    note: str | None = None, files: Collection[str] | None = None,
) -> None:  # fmt: skip
    """Put a proposed request to the purchasers, as `correct` leaves it. DeskRefusal as there."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_sell(connection, person)
        row = await locked(desk, connection, request_id, seen)
        must_be_in(row, "proposed")
        if given is not None or note or files is not None:
            await _correct(desk, connection, row, person, given or {}, note, files, now)
        await go(desk, connection, row, now, person.id)


async def go(
    desk: Desk, connection: AsyncConnection, row: AnyRow, now: datetime, staff_id: int | None
) -> None:
    """Open the request, with its clock and its reminders, in the caller's transaction."""
    settings = await settings_of(connection, desk.shop_id)
    await keep(
        desk, connection, row, "sent", now, staff_id=staff_id, state="open", sent_at=now, sent_by=staff_id,
        due_at=now + settings.answer_within, reminded=0,
    )  # fmt: skip
    for step, at in enumerate((now + REMINDERS[0], now + settings.answer_within)):
        await defer(connection, REMIND_TASK, {"request_id": row.id, "step": step}, at=at)


async def dismiss(desk: Desk, person: Person, request_id: int, *, seen: int) -> None:
    """The proposal is dropped: these goods are not looked for. DeskRefusal as `correct`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_sell(connection, person)
        row = await locked(desk, connection, request_id, seen)
        must_be_in(row, "proposed")
        await keep(
            desk, connection, row, "dismissed", now, staff_id=person.id, state="dismissed", ended_at=now
        )


async def withdraw(desk: Desk, person: Person, request_id: int, *, seen: int, why: str | None = None) -> None:
    """Nobody need look any more. DeskRefusal as `correct`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_sell(connection, person)
        row = await locked(desk, connection, request_id, seen)
        must_be_in(row, *AT_PURCHASERS)
        await keep(
            desk, connection, row, "withdrawn", now, staff_id=person.id, words=short(why), state="withdrawn",
            ended_at=now,
        )  # fmt: skip


async def tell(desk: Desk, person: Person, request_id: int, words: str) -> None:
    """The salesperson's answer to what a purchaser asked, or more about the need. DeskRefusal `invalid`."""
    said = short(words)
    if said is None:
        raise DeskRefusal("invalid", "Write what the purchaser needs to know.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_sell(connection, person)
        row = await locked(desk, connection, request_id, None)
        must_be_in(row, *AT_PURCHASERS)
        state = ("claimed" if row.claimed_by is not None else "open") if row.state == "asked" else row.state
        await keep(desk, connection, row, "told", now, staff_id=person.id, words=said, state=state)


async def remind(desk: Desk, request_id: int, step: int) -> None:
    """Step 0: it still waits; step 1: it is overdue. Run twice it changes nothing."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await sourcing.request(connection, request_id, locked=True)
        if row is None or row.state not in AT_PURCHASERS or row.reminded > step:
            return
        told = {"step": step, "overdue": row.due_at is not None and row.due_at <= now}
        await keep(desk, connection, row, "reminded", now, told=told, reminded=step + 1)


async def _correct(
    desk: Desk, connection: AsyncConnection, row: AnyRow, person: Person, given: Mapping[str, str],
    note: str | None, files: Collection[str] | None, now: datetime,
) -> None:  # fmt: skip
    before = need_of(row.need)
    try:
        after = corrected(before, {name: str(storable(value)) for name, value in given.items()}, person.name)
    except ValueError as error:
        raise DeskRefusal("invalid", str(error)) from error
    if not after.get("product") or not after["product"].value:
        raise DeskRefusal("invalid", "Say what is to be found.")
    values = {
        "need": need_json(after),
        "note": short(note) if note is not None else row.note,
        "files": row.files if files is None else [each for each in row.files if each["id"] in files],
    }
    if all(getattr(row, name) == value for name, value in values.items()):
        return
    changed = sorted(name for name in after if after[name] != before.get(name))
    await keep(
        desk, connection, row, "corrected", now, staff_id=person.id, words=", ".join(changed) or None,
        told={"fields": changed}, **values,
    )  # fmt: skip
