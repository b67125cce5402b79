from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.desk.follow_up import promising
from bot.desk.follow_up.planning import plan_alone
from bot.domain.desk import DeskRefusal
from storage import promises
from storage.live import reading
from tests.desk.follow_up.conftest import Sale

pytestmark = pytest.mark.anyio
FRIDAY = date(2026, 11, 27)


async def test_what_the_buyer_has_not_kept_becomes_a_follow_up(sale: Sale) -> None:
    desk = sale.floor.desk
    await promising.note(desk, sale.boris, sale.talk, "buyer", "Sends the logo", date(2026, 11, 24))
    coming = await sale.next()
    assert coming is not None
    # Before the question of silence, which would have come on Wednesday as well.
    assert (coming.kind, coming.step) == ("promised", 0)
    draft = await sale.drafted()
    assert "24 November" in draft.text
    assert "logo" not in draft.text
    assert draft.findings == []


async def test_one_that_is_kept_or_written_about_on_its_day_asks_for_nothing(sale: Sale) -> None:
    desk = sale.floor.desk
    kept = await promising.note(desk, sale.boris, sale.talk, "buyer", "Sends the logo", date(2026, 11, 24))
    await promising.settle(desk, sale.boris, kept, "done")
    following = await sale.next()
    assert following is not None
    assert following.kind == "silent"
    await promising.note(desk, sale.boris, sale.talk, "buyer", "Decides", date(2026, 11, 24))
    sale.floor.clock.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    await sale.floor.say(sale.talk, "We have decided: wait until next month.")
    await sale.answer()
    following = await sale.next()
    assert following is not None
    assert following.kind == "silent"


async def test_the_team_hears_once_of_its_own_that_is_overdue_and_only_at_work(sale: Sale) -> None:
    desk = sale.floor.desk
    await promising.note(desk, sale.boris, sale.talk, "seller", "Send the drawing", date(2026, 11, 24))
    following = await sale.next()
    assert following is not None
    assert following.kind == "silent"
    sale.floor.clock.now = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert await promising.remind_of_ours(desk) == 0
    sale.floor.clock.now = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)  # one at night in Shenzhen
    assert await promising.remind_of_ours(desk) == 0
    sale.floor.clock.now = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
    assert await promising.remind_of_ours(desk) == 1
    assert await promising.remind_of_ours(desk) == 0


async def test_a_day_that_is_past_and_nothing_said_are_refused(sale: Sale) -> None:
    today = sale.floor.clock().date()
    for words, day in (("", FRIDAY), ("x" * 400, FRIDAY), ("Pays", today - timedelta(days=2))):
        with pytest.raises(DeskRefusal) as refusal:
            await promising.note(sale.floor.desk, sale.boris, sale.talk, "buyer", words, day)
        assert refusal.value.code == "invalid"
    with pytest.raises(DeskRefusal) as refusal:
        await promising.note(sale.floor.desk, sale.boris, 10**9, "buyer", "Pays", FRIDAY)
    assert refusal.value.code == "unknown_conversation"


async def test_a_broken_one_is_kept_as_broken(sale: Sale) -> None:
    desk = sale.floor.desk
    one = await promising.note(desk, sale.boris, sale.talk, "seller", "Send the drawing", FRIDAY)
    await promising.settle(desk, sale.boris, one, "broken")
    await plan_alone(desk, sale.talk)
    async with reading(desk.engine) as connection:
        assert [each.state for each in await promises.settled(connection, sale.talk)] == ["broken"]
        assert await promises.open_ones(connection, desk.shop_id) == []
