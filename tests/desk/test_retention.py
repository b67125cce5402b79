from __future__ import annotations

from datetime import timedelta

import pytest

from bot.desk import buyers, intake
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
A_YEAR = timedelta(days=365)


async def test_buyers_who_are_silent_for_too_long_are_erased_by_rule(floor: Shopfloor) -> None:
    silent = await floor.talk("Price for kettles please", name="Alice")
    floor.clock.pass_by(days=300)
    recent = await floor.talk("Price for boards please", name="Luis")
    assert await buyers.erase_silent(floor.desk, A_YEAR) == 0
    floor.clock.pass_by(days=70)
    assert await buyers.erase_silent(floor.desk, A_YEAR) == 1
    assert [each.text for each in await floor.said(silent)] == [""]
    assert [each.text for each in await floor.said(recent)] == ["Price for boards please"]
    event = (await floor.events("buyer.erased"))[0]
    assert (event.actor, event.data["why"]) == ("rule", "retention")
    assert await buyers.erase_silent(floor.desk, A_YEAR) == 0


async def test_who_writes_again_starts_anew(floor: Shopfloor) -> None:
    conversation = await floor.talk("Price for kettles please")
    floor.clock.pass_by(days=300)
    await floor.say(conversation, "Are you there?")
    floor.clock.pass_by(days=300)
    assert await buyers.erase_silent(floor.desk, A_YEAR) == 0
    floor.clock.pass_by(days=66)
    assert await buyers.erase_silent(floor.desk, A_YEAR) == 1


async def test_whoever_never_wrote_anything_is_forgotten_too(floor: Shopfloor) -> None:
    await intake.start_web_talk(floor.desk, locale="en", name="Alice")
    floor.clock.pass_by(days=400)
    assert await buyers.erase_silent(floor.desk, A_YEAR) == 1
