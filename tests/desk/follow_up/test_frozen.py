"""A frozen talk: no follow-up and no campaign is planned, drafted, approved, or let out of the outbox."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.desk import deciding, freezing
from bot.desk.follow_up import acts, campaigning
from bot.desk.follow_up.campaigning import Aim
from bot.desk.follow_up.drafting import prepare
from bot.domain.desk import DeskRefusal
from storage import talks
from storage.live import writing
from tests.desk.follow_up.conftest import Sale, all_outbox

pytestmark = pytest.mark.anyio


async def frozen_behind_the_back(sale: Sale) -> None:
    """Frozen with nothing planned anew, as by another program or just after a crash."""
    async with writing(sale.floor.desk.engine) as connection:
        await talks.change_conversation(
            connection, sale.talk, frozen_at=sale.floor.clock(), frozen_why="account_changed"
        )


async def test_freezing_drops_what_comes_next_and_thawing_plans_it_again(sale: Sale) -> None:
    draft = await sale.drafted()
    await freezing.freeze(sale.floor.desk, sale.boris, sale.talk)
    assert await sale.next() is None
    assert await sale.silence() == "frozen"
    assert (await sale.floor.draft(draft.id)).state == "superseded"
    mei = await sale.floor.person("Mei", "manager")
    await freezing.thaw(sale.floor.desk, mei, sale.talk)
    following = await sale.next()
    assert following is not None
    assert (following.kind, following.step) == ("silent", 0)


async def test_freezing_takes_back_what_waits_for_the_buyers_morning(sale: Sale) -> None:
    held = await sale.approve(await sale.drafted())
    await freezing.freeze(sale.floor.desk, sale.boris, sale.talk)
    assert (await sale.held(held.draft_id)).state == "withdrawn"
    assert not await sale.leave(held.id, held.not_before)


async def test_no_draft_is_made_while_frozen(sale: Sale) -> None:
    row = await sale.next()
    assert row is not None
    await frozen_behind_the_back(sale)
    sale.floor.clock.now = row.draft_at
    assert await prepare(sale.floor.desk, row.id) is None
    assert await sale.next() is None


async def test_nobody_approves_one_while_frozen_not_even_a_manager(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    draft = await sale.drafted()
    await frozen_behind_the_back(sale)
    for person, reason in ((sale.boris, None), (mei, "I have called the buyer")):
        with pytest.raises(DeskRefusal):
            await deciding.approve(
                sale.floor.desk, person, draft.id, revision=draft.revision,
                fingerprint_seen=draft.fingerprint, reason=reason,
            )  # fmt: skip
    assert [row.state for row in await all_outbox(sale.floor)] == ["sent"]


async def test_the_door_stays_shut_while_frozen_also_for_what_was_to_leave_at_once(sale: Sale) -> None:
    row = await sale.next()
    assert row is not None
    await acts.draft_now(sale.floor.desk, sale.boris, row.id)
    assert await prepare(sale.floor.desk, row.id) is not None
    held = await sale.approve(await sale.floor.waiting(sale.talk))
    await acts.send_at_once(sale.floor.desk, sale.boris, row.id)
    await frozen_behind_the_back(sale)
    assert not await sale.leave(held.id)
    assert (await sale.held(held.draft_id)).state == "withdrawn"


async def test_a_campaign_passes_a_frozen_talk_by(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    desk, now = sale.floor.desk, sale.floor.clock()
    words, aim = {"en": "Three new colours."}, Aim(skus=("KT-17",))
    ends = now + timedelta(days=14)
    campaign, _ = await campaigning.start(desk, mei, "Colours", aim, words, begins=now, ends=ends)
    await sale.drafted()
    shown = [(each.id, each.revision, each.fingerprint) for each in await campaigning.waiting(desk, campaign)]
    assert len(shown) == 1
    await frozen_behind_the_back(sale)
    assert await campaigning.approve_all(desk, mei, campaign, shown) == (0, 1)
    ahead = await campaigning.preview(desk, mei, aim, words)
    assert ahead.reached == ()
    assert [(each.row.id, each.why) for each in ahead.others] == [(sale.talk, "frozen")]
