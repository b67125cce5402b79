"""Two people take exports in at the same time: each row once, nothing back, nobody waits for ever."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.desk import order_import
from tests.desk.conftest import Shopfloor
from tests.desk.selling import sell
from tests.desk.test_order_import import ledger, take, written

pytestmark = pytest.mark.anyio
ORDERS = 40


def rows(status: str, shipped: str = "") -> list[tuple[object, ...]]:
    return [
        (f"A{n}", status, f"Q-2026-{n:04d}", "2026-11-20 10:00", shipped, "1500", f"Buyer {n}")
        for n in range(1, ORDERS + 1)
    ]


async def test_the_same_export_twice_at_once_is_taken_once(
    floor: Shopfloor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_import, "BATCH", 7)
    sell(floor.engine, floor.desk.shop_id, ORDERS)
    path = written(tmp_path / "o.csv", *rows("Shipped", "2026-11-22"))
    await asyncio.gather(*(take(floor, path) for _ in range(3)))
    assert {row.state for row in ledger(floor)} == {"shipped"}
    assert {row.version for row in ledger(floor)} == {2}
    with floor.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM order_events")).scalar() == ORDERS


async def test_an_older_export_beside_a_newer_one_moves_nothing_back(
    floor: Shopfloor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_import, "BATCH", 7)
    sell(floor.engine, floor.desk.shop_id, ORDERS)
    older = written(tmp_path / "old.csv", *rows("Paid"))
    # The other way round, so that they meet: whoever holds rows takes them in the order of their ids.
    newer = written(tmp_path / "new.csv", *reversed(rows("Shipped", "2026-11-22")))
    await asyncio.gather(take(floor, newer), take(floor, older), take(floor, newer))
    found = ledger(floor)
    assert {row.state for row in found} == {"shipped"}
    assert all(row.paid_at is not None and row.shipped_at is not None for row in found)
