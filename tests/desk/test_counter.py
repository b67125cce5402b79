from __future__ import annotations

import pytest

from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio


async def test_the_counter_gives_the_new_price_list_as_soon_as_it_serves(floor: Shopfloor) -> None:
    before = await floor.desk.counter.serving()
    assert await floor.desk.counter.serving() is before
    catalog = (floor.folder / "catalog.csv").read_text(encoding="utf-8")
    floor.load_prices(catalog.replace("100:6.40", "100:6.30"))
    after = await floor.desk.counter.serving()
    assert after.version_id != before.version_id
    assert str(after.shop.item("KT-17").tiers[0].unit_price) == "6.30"
    assert str(before.shop.item("KT-17").tiers[0].unit_price) == "6.40"
