"""A year, five hundred buyers, forty countries: nobody is disturbed, no cap is broken, no nudge is late."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.desk.conftest import Shopfloor
from tests.stories.judge import faults, late_nudges
from tests.stories.world import LANDS, buyers
from tests.stories.year import Year

pytestmark = pytest.mark.anyio
BUYERS = 500
COMPARED = 60
KILLED = 0.25


async def played(floor: Shopfloor, count: int, restarts: float) -> Year:
    year = Year(floor, buyers(count), await floor.person(f"Boris {count}", "salesperson"), restarts)
    await year.run()
    return year


async def test_a_year_with_restarts_disturbs_nobody_and_forgets_nobody(floor: Shopfloor) -> None:
    assert len({land.code for land in LANDS}) >= 40
    year = await played(floor, BUYERS, KILLED)
    wrong: list[str] = []
    for buyer in year.cast:
        sent = [each for each in year.sent if each.buyer == buyer.number]
        acts = year.happened[buyer.number]
        wrong += [f"{buyer.number} {buyer.land.code}: {each}" for each in faults(buyer, sent, acts)]
        wrong += [f"{buyer.number} {buyer.land.code}: {each}" for each in late_nudges(buyer, sent, acts)]
    assert wrong == []
    assert len(year.sent) > 2 * BUYERS
    kinds = Counter(each.kind for each in year.sent)
    wanted = ("silent", "expiring", "unpaid", "shipped", "delivered", "reviewed", "reorder", "festival")
    assert all(kinds[kind] >= 10 for kind in wanted), kinds
    _both_changes(year)
    # Without a restart the same buyers get the same at the same moments.
    assert year.kills > 20
    calm = await played(floor, COMPARED, 0.0)
    assert calm.kills == 0
    assert _told(calm, COMPARED) == _told(year, COMPARED)


def _told(year: Year, count: int) -> list[tuple[int, str, int, datetime]]:
    return sorted((each.buyer, each.kind, each.step, each.at) for each in year.sent if each.buyer < count)


def _both_changes(year: Year) -> None:
    """At nine where the buyer is, in winter and in summer: an hour apart by the clock of the world."""
    zones = {buyer.number: buyer.land.zones for buyer in year.cast}
    for zone in ("Europe/Berlin", "Europe/London", "America/New_York", "America/Los_Angeles"):
        there = ZoneInfo(zone)
        local = [each.at.astimezone(there) for each in year.sent if zones[each.buyer] == (zone,)]
        openings = {at.astimezone(UTC).hour for at in local if (at.hour, at.minute) == (9, 0)}
        assert len(openings) == 2, (zone, openings)
