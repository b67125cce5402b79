from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.desk import order_reports, orders
from bot.desk.order_files import Imported, import_file
from bot.domain.desk import DeskRefusal
from knowledge.orders.reading import Ways
from storage import order_strays
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.desk.selling import sell

pytestmark = pytest.mark.anyio
HEADINGS = ("Order ID", "Order Status", "Remarks", "Payment time", "Ship date", "Paid amount", "Buyer Name")
PAID = ("A1", "Paid", "Q-2026-0001", "2026-11-20 10:00", "", "450", "Luis")
SHIPPED = ("A1", "Shipped", "Q-2026-0001", "2026-11-20 10:00", "2026-11-22", "1500", "Luis")


def written(path: Path, *rows: Sequence[object]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows((HEADINGS, *rows))
    return path


async def take(floor: Shopfloor, path: Path, ways: Ways | None = None, *, dry_run: bool = False) -> Imported:
    return await import_file(floor.desk, path, path.name, ways or Ways(), dry_run=dry_run)


def ledger(floor: Shopfloor) -> list[AnyRow]:
    with floor.engine.connect() as connection:
        return list(connection.execute(text("SELECT * FROM orders ORDER BY id")).all())


def everything(floor: Shopfloor) -> list[AnyRow]:
    """All that an import could write."""
    with floor.engine.connect() as connection:
        return [
            row
            for table in ("orders", "order_events", "order_strays", "shop_settings")
            for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2")).all()
        ]


async def waiting(floor: Shopfloor) -> list[AnyRow]:
    async with reading(floor.desk.engine) as connection:
        return list((await order_strays.waiting(connection, floor.desk.shop_id, 50))[0])


async def test_an_export_moves_the_orders_that_its_remarks_name(floor: Shopfloor, tmp_path: Path) -> None:
    sell(floor.engine, floor.desk.shop_id, 2)
    done = await take(floor, written(tmp_path / "o.csv", SHIPPED))
    assert (done.exit_code, dict(done.taken.moved)) == (0, {"shipped": 1})
    first, second = ledger(floor)
    assert (first.state, first.platform_number, first.total_paid) == ("shipped", "A1", 1500)
    assert first.paid_at == datetime(2026, 11, 20, 2, tzinfo=UTC)
    assert second.state == "quoted"
    with floor.engine.connect() as connection:
        event = connection.execute(text("SELECT * FROM order_events")).one()
        trail = connection.execute(text("SELECT * FROM events WHERE kind = 'order.moved'")).one()
    assert (event.cause, event.before, event.after) == ("import", "quoted", "shipped")
    assert (event.at, event.noted_at) == (datetime(2026, 11, 22, 4, tzinfo=UTC), floor.clock.now)
    assert (trail.actor, trail.conversation_id) == ("import", first.conversation_id)


async def test_the_same_export_again_changes_nothing(floor: Shopfloor, tmp_path: Path) -> None:
    sell(floor.engine, floor.desk.shop_id, 2)
    unknown = ("B9", "Paid", "Q-2025-0001", "2026-11-20", "", "9", "Omar")
    path = written(tmp_path / "o.csv", SHIPPED, unknown)
    await take(floor, path)
    before = everything(floor)
    floor.clock.pass_by(days=1)
    again = await take(floor, path)
    assert (again.taken.changed, again.taken.unchanged, again.taken.new_strays) == (0, 1, 0)
    assert everything(floor) == before


async def test_an_older_export_moves_nothing_back(floor: Shopfloor, tmp_path: Path) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    await take(floor, written(tmp_path / "new.csv", SHIPPED))
    before = ledger(floor)
    done = await take(floor, written(tmp_path / "old.csv", PAID))
    assert done.taken.changed == 0
    assert ledger(floor) == before


async def test_the_platforms_number_is_enough_once_it_is_known(floor: Shopfloor, tmp_path: Path) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    await take(floor, written(tmp_path / "a.csv", PAID))
    delivered = ("a 1", "Delivered", "thank you", "2026-11-20 10:00", "2026-11-22", "1500", "Luis")
    await take(floor, written(tmp_path / "b.csv", delivered))
    assert ledger(floor)[0].state == "delivered"


async def test_a_number_that_an_earlier_row_tells_is_known_to_the_later_ones(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    later = ("A1", "Shipped", "second parcel", "2026-11-20 10:00", "2026-11-22", "1500", "Luis")
    path = written(tmp_path / "o.csv", PAID, later)
    tried = await take(floor, path, dry_run=True)
    done = await take(floor, path)
    assert tried.taken.moved == done.taken.moved == {"paid_on_platform": 1, "shipped": 1}
    assert done.taken.strays == 0


async def test_a_dry_run_says_what_would_happen_and_changes_nothing(floor: Shopfloor, tmp_path: Path) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    before = everything(floor)
    unknown = ("B9", "Paid", "", "2026-11-20", "", "9", "Omar")
    done = await take(floor, written(tmp_path / "o.csv", SHIPPED, unknown), dry_run=True)
    assert (dict(done.taken.moved), done.taken.new_strays) == ({"shipped": 1}, 1)
    assert everything(floor) == before


async def test_what_was_said_of_headings_is_remembered_of_their_like(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 2)

    def odd(name: str, number: str) -> Path:
        path = tmp_path / name
        path.write_text(f"Code,Stage,Where\n{number},Over the sea,Lagos\n", encoding="utf-8")
        return path

    said = Ways(columns={"Code": "quote_number", "Stage": "status"}, statuses={"over the sea": "shipped"})
    assert (await take(floor, odd("tried.csv", "Q-2026-0001"), said, dry_run=True)).exit_code == 0
    assert (await take(floor, odd("o.csv", "Q-2026-0001"))).exit_code == 2  # what was tried is not remembered
    assert (await take(floor, odd("o.csv", "Q-2026-0001"), said)).taken.moved == {"shipped": 1}
    assert (await take(floor, odd("o.csv", "Q-2026-0002"))).taken.moved == {"shipped": 1}


async def test_rows_that_are_refused_leave_the_others_alone(floor: Shopfloor, tmp_path: Path) -> None:
    sell(floor.engine, floor.desk.shop_id, 2)
    sleeping = ("A2", "Sleeping", "Q-2026-0002", "2026-11-20", "", "", "")
    done = await take(floor, written(tmp_path / "o.csv", sleeping, SHIPPED))
    assert (done.exit_code, dict(done.taken.moved)) == (1, {"shipped": 1})
    assert [(error.file, error.line, error.value) for error in done.reading.errors] == [
        ("o.csv", 2, "Sleeping")
    ]
    assert (await take(floor, written(tmp_path / "p.csv", sleeping))).exit_code == 2


async def test_an_order_that_fits_no_quote_waits_for_a_person_who_matches_it(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    boris = await floor.person("Boris", "salesperson")
    path = written(tmp_path / "o.csv", ("B9", "Paid", "no number", "2026-11-20", "", "450", "Omar"))
    done = await take(floor, path)
    assert [(told.line, told.why) for told in done.taken.told] == [(2, "unknown_quote")]
    (stray,) = await waiting(floor)
    assert (stray.platform_number, stray.buyer, stray.line) == ("B9", "Omar", 2)
    with pytest.raises(DeskRefusal, match="Q-2026-0404"):
        await order_reports.match(floor.desk, boris, stray.id, "Q-2026-0404")
    await order_reports.match(floor.desk, boris, stray.id, " q-2026-0001 ")
    (order,) = ledger(floor)
    assert (order.state, order.platform_number, order.total_paid) == ("paid_on_platform", "B9", 450)
    assert await waiting(floor) == []
    with pytest.raises(DeskRefusal, match="settled"):
        await order_reports.match(floor.desk, boris, stray.id, "Q-2026-0001")
    assert (await take(floor, path)).taken.unchanged == 1


async def test_what_is_none_of_ours_is_not_asked_about_again(floor: Shopfloor, tmp_path: Path) -> None:
    boris = await floor.person("Boris", "salesperson")
    path = written(tmp_path / "o.csv", ("B9", "Paid", "", "2026-11-20", "", "450", "Omar"))
    await take(floor, path)
    (stray,) = await waiting(floor)
    await order_reports.dismiss(floor.desk, boris, stray.id)
    done = await take(floor, path)
    assert (done.taken.dismissed, done.taken.strays) == (1, 0)
    assert await waiting(floor) == []


async def test_a_second_order_of_the_platform_for_one_quote_waits_for_a_person(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    mei = await floor.person("Mei", "manager")
    second = ("A2", "Shipped", "Q-2026-0001", "2026-11-21", "2026-11-22", "800", "Luis")
    done = await take(floor, written(tmp_path / "o.csv", PAID, second))
    assert [told.why for told in done.taken.told] == ["other_number"]
    (stray,) = await waiting(floor)
    await order_reports.match(floor.desk, mei, stray.id, "Q-2026-0001")
    assert (ledger(floor)[0].platform_number, ledger(floor)[0].state) == ("A2", "shipped")


async def test_two_quotes_in_one_remark_are_for_a_person_to_tell_apart(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 2)
    both = ("A1", "Paid", "Q-2026-0001 + Q-2026-0002", "2026-11-20", "", "3000", "Luis")
    await take(floor, written(tmp_path / "o.csv", both))
    assert [stray.why for stray in await waiting(floor)] == ["several_quotes"]


async def test_what_a_manager_took_back_stays_so_when_the_export_is_run_again(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    mei = await floor.person("Mei", "manager")
    path = written(tmp_path / "o.csv", PAID)
    await take(floor, path)
    (order,) = ledger(floor)
    await orders.move(
        floor.desk, mei, order.id, "link_sent", seen=order.version, reason="it was another buyer's"
    )
    before = ledger(floor)
    assert (await take(floor, path)).taken.changed == 0
    assert ledger(floor) == before


async def test_more_rows_than_fit_into_one_transaction_are_all_taken(
    floor: Shopfloor, tmp_path: Path
) -> None:
    sell(floor.engine, floor.desk.shop_id, 1_200)
    rows = [
        (f"A{n}", "Shipped", f"Q-2026-{n:04d}", "2026-11-20 10:00", "2026-11-22", "1500", "Luis")
        for n in range(1, 1_201)
    ]
    told: list[tuple[str, int, int]] = []
    path = written(tmp_path / "o.csv", *rows)
    done = await import_file(floor.desk, path, path.name, Ways(), progress=lambda *step: told.append(step))
    assert dict(done.taken.moved) == {"shipped": 1_200}
    assert {row.state for row in ledger(floor)} == {"shipped"}
    assert ("taking", 1_000, 1_200) in told
    assert (await take(floor, path)).taken.unchanged == 1_200
