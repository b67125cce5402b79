"""Digest and alerts in Telegram: to the team, each once, never to a buyer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.reports import alerts, digests
from storage.live import writing
from storage.notices_kept import Cause, keep_alerts
from tests.telegram.cards.conftest import ASKS, Wall
from tests.telegram.server import Group, User

pytestmark = pytest.mark.anyio
FRIDAY = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


async def digest(wall: Wall) -> None:
    await wall.floor.talk(ASKS)
    wall.floor.clock.now = FRIDAY
    assert await digests.make_due(wall.floor.desk)


async def raise_alert(wall: Wall, *subjects: str) -> None:
    causes = [Cause("policy_past", each, {"source": each, "day": "2026-05-01"}) for each in subjects]
    async with writing(wall.floor.desk.engine) as connection:
        await keep_alerts(connection, wall.floor.desk.shop_id, causes, wall.floor.clock.now)


async def test_the_digest_goes_to_the_group_with_its_picture_once(wall: Wall, group: Group) -> None:
    await digest(wall)
    await wall.draw()
    assert len(wall.server.calls("sendPhoto", chat=group.id)) == 1
    told = [each for each in wall.server.sent_to(group.id) if each.text and "The week" in each.text]
    assert len(told) == 1
    assert "What changed, and why" in told[0].text
    wall.restart()
    await wall.draw()
    assert len(wall.server.calls("sendPhoto")) == 1
    assert [each for each in wall.server.sent_to(group.id) if "The week" in (each.text or "")] == told


async def test_a_digest_that_telegram_has_put_off_is_told_later(wall: Wall, group: Group) -> None:
    await digest(wall)
    wall.server.faults.add("sendPhoto", "429", times=1, retry_after=1)
    await wall.draw()
    assert not wall.server.calls("sendPhoto", outcome="ok")
    wall.restart()
    await wall.draw()
    assert len(wall.server.calls("sendPhoto", outcome="ok")) == 1


async def test_what_may_have_arrived_is_not_sent_again(wall: Wall, group: Group) -> None:
    await digest(wall)
    wall.server.faults.add("sendPhoto", "cut_after", times=1)
    await wall.draw()
    wall.restart()
    await wall.draw()
    assert len(wall.server.calls("sendPhoto")) == 1


async def test_alerts_are_told_together_with_what_to_do_and_each_once(wall: Wall, group: Group) -> None:
    await raise_alert(wall, "terms.md#fees", "terms.md#<b>")
    await wall.draw()
    told = wall.server.last_to(group.id)
    assert told.text.count("⚠️") == 2
    assert "→ Renew the document" in told.text
    assert "terms.md#<b>" in told.text
    sent = len(wall.server.calls("sendMessage"))
    wall.restart()
    await raise_alert(wall, "terms.md#fees", "terms.md#<b>")
    await wall.draw()
    assert len(wall.server.calls("sendMessage")) == sent
    await raise_alert(wall, "terms.md#fees", "new.md#it")
    await wall.draw()
    assert wall.server.last_to(group.id).text.count("⚠️") == 1


async def test_an_alert_that_was_over_and_comes_back_is_told_again(wall: Wall, group: Group) -> None:
    await raise_alert(wall, "terms.md")
    await wall.draw()
    await raise_alert(wall)
    wall.floor.clock.pass_by(hours=1)
    await raise_alert(wall, "terms.md")
    await wall.draw()
    told = [each for each in wall.server.sent_to(group.id) if "terms.md" in (each.text or "")]
    assert len(told) == 2


async def test_without_a_group_managers_alone_are_told_in_private(
    private_wall: Wall, boris: User, mei: User
) -> None:
    await private_wall.bind(boris, "Boris")
    await private_wall.bind(mei, "Mei", "manager")
    await raise_alert(private_wall, "terms.md")
    await private_wall.draw()
    assert "terms.md" in private_wall.server.last_to(mei.id).text
    assert all("terms.md" not in (each.text or "") for each in private_wall.server.sent_to(boris.id))


async def test_a_look_at_how_things_stand_opens_what_the_group_is_told(wall: Wall, group: Group) -> None:
    talk = await wall.floor.talk(ASKS)
    wall.floor.clock.pass_by(hours=22)
    await alerts.look(wall.floor.desk)
    await wall.draw()
    told = [each.text for each in wall.server.sent_to(group.id) if "24 hours are over" in (each.text or "")]
    assert len(told) == 1
    assert f"conversation {talk}" in told[0]
