"""Alerts: told when something is the case, once, and over when it is not any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from bot.desk.reminding import remind
from bot.domain.alerts import AlertSettings, is_spike, kinds_but
from bot.domain.desk import DeskRefusal
from bot.reports import alerts
from storage import notices_kept
from storage.base import AnyRow
from storage.live import looking, writing
from storage.metrics.facts import catch_up
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
ASKS = "Hello, what is your price for 500 pcs KT-17?"


async def present(floor: Shopfloor, *, worked: bool = True) -> list[AnyRow]:
    """What is open after a look; `worked`: somebody has done the jobs meanwhile."""
    if worked:
        await change(floor, "UPDATE procrastinate_jobs SET status = 'succeeded'")
    await alerts.look(floor.desk)
    async with looking(floor.desk.engine) as connection:
        return list(await notices_kept.open_alerts(connection, floor.desk.shop_id))


async def change(floor: Shopfloor, statement: str, **values: Any) -> None:
    async with writing(floor.desk.engine) as connection:
        await connection.execute(text(statement), values)


async def kinds(floor: Shopfloor) -> list[str]:
    return [row.kind for row in await present(floor)]


async def test_a_clock_that_nobody_was_reminded_of_is_told_before_it_ends(floor: Shopfloor) -> None:
    talk = await floor.talk(ASKS)
    floor.clock.pass_by(hours=20)
    assert await kinds(floor) == []
    floor.clock.pass_by(hours=2)
    (alert,) = await present(floor)
    assert (alert.kind, alert.data["conversation"]) == ("reply_clock", talk)
    (again,) = await present(floor)
    assert again.id == alert.id
    floor.clock.pass_by(hours=3)  # it is missed by now: the report says so
    assert await kinds(floor) == []


async def test_what_a_reminder_has_told_is_not_told_twice(floor: Shopfloor) -> None:
    draft = await floor.drafted(ASKS)
    floor.clock.pass_by(hours=20)
    await remind(floor.desk, draft.id, 2)
    floor.clock.pass_by(hours=2)
    assert await kinds(floor) == []


async def test_a_buyer_who_is_answered_ends_it(floor: Shopfloor) -> None:
    talk = await floor.talk(ASKS)
    floor.clock.pass_by(hours=22)
    assert await kinds(floor) == ["reply_clock"]
    await change(floor, "UPDATE conversations SET waiting_since = NULL WHERE id = :id", id=talk)
    assert await kinds(floor) == []
    async with looking(floor.desk.engine) as connection:
        (over,) = await notices_kept.ended_alerts(connection, floor.desk.shop_id, 5)
    assert over.ended_at == floor.clock.now


@pytest.mark.parametrize(
    ("now", "before", "told"), [(4, 0, False), (5, 0, True), (6, 32, False), (11, 32, True), (20, 160, False)]
)
def test_a_spike_is_more_than_a_bad_week(now: int, before: int, told: bool) -> None:
    assert is_spike(now, before) is told


async def test_many_buyers_who_wish_to_leave_are_told_of(floor: Shopfloor) -> None:
    for number in range(5):
        draft = await floor.drafted(
            "500 pcs KT-17. I will pay by Western Union to your personal account, not on the platform.",
            name=f"Buyer {number}",
        )
        assert "off_platform_payment" in draft.answer["risks"]
    await catch_up(floor.desk.engine, floor.desk.shop_id, floor.clock.now)
    (alert,) = await present(floor)
    assert (alert.kind, alert.data["count"]) == ("off_platform", 5)
    floor.clock.pass_by(days=8)
    assert "off_platform" not in await kinds(floor)


async def test_prices_that_have_not_changed_for_long_are_told_until_they_do(floor: Shopfloor) -> None:
    await change(floor, "UPDATE catalog_items SET first_at = :at", at=floor.clock.now - timedelta(days=200))
    (alert,) = await present(floor)
    assert alert.kind == "prices_old"
    assert alert.data["count"] == alert.data["of"] > 0
    mei = await floor.person("Mei", "manager")
    await alerts.set_alerts(floor.desk, mei, AlertSettings(prices_days=365))
    assert await kinds(floor) == []


async def test_a_policy_past_its_date_is_told_with_its_place(floor: Shopfloor) -> None:
    await change(
        floor,
        "UPDATE passages SET text = 'Free samples are offered until 1 May 2026.', language = 'en' "
        "WHERE (document_id, ordinal) = (SELECT document_id, ordinal FROM passages LIMIT 1)",
    )
    (alert,) = await present(floor)
    assert (alert.kind, alert.data["day"]) == ("policy_past", "2026-05-01")


async def test_work_that_is_stuck_is_told(floor: Shopfloor) -> None:
    await floor.talk(ASKS)
    await change(floor, "UPDATE procrastinate_jobs SET scheduled_at = now() - interval '10 minutes'")
    assert [row.kind for row in await present(floor, worked=False)] == ["queue_stuck"]
    assert await kinds(floor) == []


async def test_a_budget_is_told_before_it_is_spent_and_not_after(floor: Shopfloor) -> None:
    floor.desk = replace(floor.desk, model="openai:gpt-4.1-mini", model_budget=Decimal(5))
    spent = """
        INSERT INTO model_calls (shop_id, at, purpose, prompt, prompt_version, prompt_hash, model_asked,
          tokens_in, tokens_out, tokens_cached, counted, ms, tries, outcome, breaker, cache_hit)
        VALUES (:shop, :at, 'write', 'write', 1, '', 'm', 1, 1, 0, :counted, 1, 1, 'ok', 'closed', false)
    """
    known = {"shop": floor.desk.shop_id, "at": floor.clock.now}
    await change(floor, spent, **known, counted=Decimal("4.2"))
    (alert,) = await present(floor)
    assert (alert.kind, alert.data["percent"]) == ("model_budget", "84")
    await change(floor, spent, **known, counted=Decimal(1))
    assert await kinds(floor) == []  # every page says that it is spent


async def test_what_nobody_wants_to_hear_is_not_told(floor: Shopfloor) -> None:
    await floor.talk(ASKS)
    floor.clock.pass_by(hours=22)
    mei = await floor.person("Mei", "manager")
    await alerts.set_alerts(floor.desk, mei, AlertSettings(off=frozenset({"reply_clock"})))
    assert await kinds(floor) == []
    assert (await alerts.alert_settings(floor.desk)).off == {"reply_clock"}
    with pytest.raises(DeskRefusal, match="no such alert"):
        await alerts.set_alerts(floor.desk, mei, AlertSettings(off=frozenset({"weather"})))
    assert kinds_but(["reply_clock"]) >= {"queue_stuck"}
