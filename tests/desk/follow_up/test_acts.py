from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk import deciding
from bot.desk.follow_up import acts, promising
from bot.desk.follow_up.drafting import prepare
from bot.domain.desk import DeskRefusal
from storage import promises
from storage.live import reading
from tests.desk.follow_up.conftest import Sale

pytestmark = pytest.mark.anyio


async def test_a_skipped_one_is_not_sent_and_the_following_is_planned(sale: Sale) -> None:
    draft = await sale.drafted()
    row = await sale.next()
    assert row is not None
    await acts.skip(sale.floor.desk, sale.boris, row.id)
    assert (await sale.floor.draft(draft.id)).state == "superseded"
    following = await sale.next()
    assert following is not None
    assert (following.kind, following.step) == ("silent", 1)
    with pytest.raises(DeskRefusal) as refusal:
        await acts.skip(sale.floor.desk, sale.boris, row.id)
    assert refusal.value.code == "already_decided"


async def test_a_moved_one_arrives_when_the_buyer_is_at_work_from_then_on(sale: Sale) -> None:
    row = await sale.next()
    assert row is not None
    saturday = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
    await acts.move(sale.floor.desk, sale.boris, row.id, saturday)
    moved = await sale.next()
    assert moved is not None
    assert moved.id == row.id
    assert moved.arrives_at == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    with pytest.raises(DeskRefusal):
        await acts.move(sale.floor.desk, sale.boris, row.id, saturday - timedelta(days=30))


async def test_one_may_be_drafted_today_and_sent_at_once(sale: Sale) -> None:
    row = await sale.next()
    assert row is not None
    await acts.draft_now(sale.floor.desk, sale.boris, row.id)
    assert await prepare(sale.floor.desk, row.id) is not None
    held = await sale.approve(await sale.floor.waiting(sale.talk))
    # Ten in Shenzhen is three at night in Berlin.
    assert held.not_before == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert not await sale.leave(held.id)
    await acts.send_at_once(sale.floor.desk, sale.boris, row.id)
    assert await sale.leave(held.id)


async def test_at_once_never_breaks_the_gap(sale: Sale) -> None:
    await sale.sent_next()
    await sale.order("accepted")
    row = await sale.next()
    assert row is not None
    await acts.draft_now(sale.floor.desk, sale.boris, row.id)
    await prepare(sale.floor.desk, row.id)
    held = await sale.approve(await sale.floor.waiting(sale.talk))
    assert held.not_before is not None
    with pytest.raises(DeskRefusal) as refusal:
        await acts.send_at_once(sale.floor.desk, sale.boris, row.id)
    assert refusal.value.code == "too_soon"


async def test_a_stop_may_be_noted_and_taken_back_by_a_person(sale: Sale) -> None:
    await acts.note_stop(sale.floor.desk, sale.boris, sale.talk)
    assert await sale.next() is None
    assert await sale.silence() == "stopped"
    with pytest.raises(DeskRefusal) as refusal:
        await acts.lift_stop(sale.floor.desk, sale.boris, sale.talk)
    assert refusal.value.code == "role"
    mei = await sale.floor.person("Mei", "manager")
    await acts.lift_stop(sale.floor.desk, mei, sale.talk)
    assert await sale.next() is not None


async def test_promises_of_both_sides_are_kept_and_settled(sale: Sale) -> None:
    await sale.floor.say(sale.talk, "Good. I'll send the logo on Friday.")
    await sale.answer("The sample ships on Thursday.")
    async with reading(sale.floor.desk.engine) as connection:
        found = await promises.open_ones(connection, sale.floor.desk.shop_id)
    assert [(each.side, each.due_on.isoformat()) for each in found] == [
        ("seller", "2026-11-26"), ("buyer", "2026-11-27"),
    ]  # fmt: skip
    assert found[1].words == "I'll send the logo on Friday."
    await promising.settle(sale.floor.desk, sale.boris, found[0].id, "done")
    with pytest.raises(DeskRefusal):
        await promising.settle(sale.floor.desk, sale.boris, found[0].id, "not_a_promise")
    await sale.answer("Anything else?")  # what was read is not read again
    async with reading(sale.floor.desk.engine) as connection:
        left = await promises.open_ones(connection, sale.floor.desk.shop_id)
    assert [each.side for each in left] == ["buyer"]


async def test_a_refused_draft_is_a_skipped_follow_up(sale: Sale) -> None:
    draft = await sale.drafted()
    await deciding.refuse(sale.floor.desk, sale.boris, draft.id, "wrong_tone")
    following = await sale.next()
    assert following is not None
    assert (following.kind, following.step, following.state) == ("silent", 1, "planned")
