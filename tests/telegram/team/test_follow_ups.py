"""What comes next stands on the card, and is skipped there; the team hears of its own overdue promise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.desk.follow_up import promising
from storage import follow_ups
from storage.live import reading
from tests.telegram.team.conftest import Team
from tests.telegram.team.test_order_taps import quoted

pytestmark = pytest.mark.anyio


async def test_the_card_says_what_comes_next_and_a_tap_skips_it(team: Team) -> None:
    card = await quoted(team)
    assert "Silent after the quote" in card.text
    team.floor.clock.pass_by(minutes=5)
    skipped = await team.tap(team.boris, card, "Skip the follow-up")
    assert skipped.text == "It is skipped."
    await team.again()
    async with reading(team.floor.desk.engine) as connection:
        row = await follow_ups.open_in(connection, 1)
    assert row is not None
    assert (row.kind, row.step) == ("silent", 1)
    late = await team.tap(team.mei, card, "Skip the follow-up", stale=True)
    assert late.text == "There is no follow-up any more."


async def test_the_team_hears_of_its_own_promise_once_its_day_is_over(team: Team) -> None:
    await quoted(team)
    desk, clock = team.floor.desk, team.floor.clock
    boris = team.floor.people["Boris"]
    await promising.note(desk, boris, 1, "seller", "Send <the> drawing", clock().date())
    clock.now += timedelta(days=1)
    assert await promising.remind_of_ours(desk) == 1
    for _ in range(2):
        await team.wall.draw()
    sent = [str(each.fields.get("text")) for each in team.server.calls("sendMessage")]
    told = [each for each in sent if "we promised" in each]
    assert len(told) == 1
    assert "Send &lt;the&gt; drawing" in told[0]
