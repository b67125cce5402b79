"""An export file on its way into the ledger: read as a person has said once, taken, and that remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.order_import import Taken, import_orders
from bot.domain.desk import Person
from knowledge.ingest.bulk import no_cycle_search
from knowledge.orders.columns import signature_of
from knowledge.orders.reading import OrdersReading, Ways, read_orders, read_table
from knowledge.shop_folder.table import UnreadableFile
from storage import shop_settings
from storage.events import record
from storage.live import reading, writing

Progress = Callable[[str, int, int], None]
_NAME = "orders.export"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held and what it has done; `exit_code` as that of `supercargo ingest`."""

    reading: OrdersReading
    ways: Ways
    taken: Taken
    dry_run: bool

    @property
    def exit_code(self) -> int:
        """0, 1 when a row was refused, 2 when nothing could be read."""
        if self.reading.fatal is not None or (self.reading.errors and not self.reading.lines):
            return 2
        return 1 if self.reading.errors else 0


async def import_file(
    desk: Desk, path: Path, name: str, given: Ways, *, person: Person | None = None, dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:  # fmt: skip
    """Read an export (CSV or XLSX) and take it. What is `given` counts before what was remembered of the same
    headings, and is remembered with it, unless it is only tried.
    """
    shop = (await desk.counter.serving()).shop
    async with reading(desk.engine) as connection:
        known = await shop_settings.beginning(connection, desk.shop_id, f"{_NAME}:")
    headings = {heading for held in known for heading in held["columns"]} | given.columns.keys()
    try:
        table = await asyncio.to_thread(read_table, path, name, headings)
    except (UnreadableFile, OSError) as error:
        why = str(error) if isinstance(error, UnreadableFile) else f"{name}: {error.strerror}"
        return Imported(OrdersReading(name, fatal=why), given, Taken(), dry_run)
    signature = signature_of(table.headings)
    async with reading(desk.engine) as connection:
        ways = _merged(await remembered(connection, desk.shop_id, signature), given)
    now = desk.clock()

    def read() -> OrdersReading:
        with no_cycle_search():
            return read_orders(
                table, ways, currency=shop.company.currency, zone=shop.company.timezone, now=now,
                progress=progress,
            )  # fmt: skip

    found = await asyncio.to_thread(read)
    taken = Taken()
    if found.fatal is None:
        taken = await import_orders(
            desk, found.lines, file=name, person=person, dry_run=dry_run, progress=progress
        )
        if not dry_run:
            await _remember(desk, signature, ways, given, found, taken, person)
    return Imported(found, ways, taken, dry_run)


async def remembered(connection: AsyncConnection, shop_id: int, signature: str) -> Ways:
    """How exports with these headings are read, as a person has said it."""
    held = await shop_settings.value(connection, shop_id, f"{_NAME}:{signature}")
    return Ways() if held is None else Ways(**held)


def _merged(before: Ways, given: Ways) -> Ways:
    return replace(
        before,
        columns={**before.columns, **given.columns},
        statuses={**before.statuses, **given.statuses},
        dates=given.dates or before.dates,
        zone=given.zone or before.zone,
    )


async def _remember(
    desk: Desk, signature: str, ways: Ways, given: Ways, found: OrdersReading, taken: Taken,
    person: Person | None,
) -> None:  # fmt: skip
    now = desk.clock()
    data: dict[str, Any] = {
        "rows": found.rows, "refused": len(found.errors), "moved": taken.moved.total(), "noted": taken.noted,
        "strays": taken.strays,
    }  # fmt: skip
    async with writing(desk.engine) as connection:
        if given != Ways():
            held = asdict(ways)
            await shop_settings.put(
                connection, desk.shop_id, f"{_NAME}:{signature}", held, now, person.id if person else None
            )
        await record(
            connection, "order.imported", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id if person else None, data=data,
        )  # fmt: skip
