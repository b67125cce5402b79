"""The week's digest: at its time, once, with what the week was."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time

import pytest
from PIL import Image

from bot.domain.desk import DeskRefusal
from bot.reports import digests
from bot.reports.digests import DigestTime
from bot.reports.html import message_of
from bot.reports.kept import from_kept
from prompts.reports import load
from storage import notices_kept
from storage.base import AnyRow
from storage.live import looking
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
ASKS = "Hello, what is your price for 500 pcs KT-17?"
FRIDAY = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
"""Four in the afternoon where the shop is."""


async def newest(floor: Shopfloor) -> AnyRow | None:
    async with looking(floor.desk.engine) as connection:
        return await notices_kept.newest_digest(connection, floor.desk.shop_id)


async def test_it_is_made_on_friday_afternoon_and_once(floor: Shopfloor) -> None:
    talk = await floor.talk(ASKS)
    floor.clock.now = FRIDAY.replace(hour=7, minute=59)
    assert not await digests.make_due(floor.desk)
    floor.clock.now = FRIDAY
    assert await digests.make_due(floor.desk)
    floor.clock.pass_by(hours=3)
    assert not await digests.make_due(floor.desk)
    row = await newest(floor)
    assert row is not None
    assert row.week.isoformat() == "2026-11-23"
    assert row.figures["figures"][0] == {
        "code": "inquiries", "now": {"value": 1, "of": 1, "hits": 0},
        "before": {"value": 0, "of": 0, "hits": 0}, "more_than_chance": False, "causes": [],
    }  # fmt: skip
    told = message_of(load("en"), *from_kept(row.texts["en"]), "https://desk.test")
    assert "1 buyer has waited for more than 24 hours" in told
    assert f'<a href="https://desk.test/console/conversations/{talk}">conversation {talk}</a>' in told
    assert "Alice" not in str(row.texts) + str(row.figures)
    assert "位买家等待超过" in str(row.texts["zh"])


async def test_its_picture_is_a_png_of_some_size(floor: Shopfloor) -> None:
    await floor.talk(ASKS)
    floor.clock.now = FRIDAY
    await digests.make_due(floor.desk)
    row = await newest(floor)
    assert row is not None
    picture = Image.open(io.BytesIO(row.picture))
    assert (picture.format, picture.size) == ("PNG", (1280, 860))
    assert len(picture.getcolors(2**24) or ()) > 50


async def test_a_service_that_was_off_makes_up_for_it_the_next_day_but_not_later(floor: Shopfloor) -> None:
    await floor.talk(ASKS)
    floor.clock.now = FRIDAY.replace(day=29)
    assert not await digests.make_due(floor.desk)
    floor.clock.now = FRIDAY.replace(day=28, hour=7)
    assert await digests.make_due(floor.desk)


async def test_a_week_without_buyers_has_none(floor: Shopfloor) -> None:
    floor.clock.now = FRIDAY
    assert not await digests.make_due(floor.desk)
    assert await newest(floor) is None


async def test_managers_set_its_time_and_switch_it_off(floor: Shopfloor) -> None:
    await floor.talk(ASKS)
    mei = await floor.person("Mei", "manager")
    await digests.set_time(floor.desk, mei, DigestTime(on=True, weekday=2, at=time(9, 30)))
    assert await digests.digest_time(floor.desk) == DigestTime(on=True, weekday=2, at=time(9, 30))
    floor.clock.now = datetime(2026, 11, 25, 1, 31, tzinfo=UTC)  # Wednesday, 09:31
    await digests.set_time(floor.desk, mei, DigestTime(on=False, weekday=2, at=time(9, 30)))
    assert not await digests.make_due(floor.desk)
    await digests.set_time(floor.desk, mei, DigestTime(on=True, weekday=2, at=time(9, 30)))
    assert await digests.make_due(floor.desk)
    with pytest.raises(DeskRefusal, match="day of the week"):
        await digests.set_time(floor.desk, mei, DigestTime(weekday=9))
    assert [event.data["weekday"] for event in await floor.events("digest.set")] == [2, 2, 2]
