"""Alerts: what is the case now is held against what is open; told once, ended when its cause is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.case.shown import in_zone, span
from bot.desk.context import Desk
from bot.desk.model_state import model_state
from bot.domain.alerts import (
    BUDGET_PART,
    CLOCK_LEFT,
    KINDS,
    SPIKE_DAYS,
    SPIKE_WEEKS,
    STUCK_AFTER,
    AlertSettings,
    is_spike,
    wanted,
)
from bot.domain.calendar import shop_date
from bot.domain.desk import REPLY_WITHIN, DeskRefusal, Person
from bot.domain.facts import Shop
from bot.reports.past_policies import past_dates
from storage import alert_facts, gauges, notices_kept, shop_settings
from storage.events import record
from storage.live import looking, reading, writing
from storage.notices_kept import Cause

SETTING = "alerts"
_MOST_CLOCKS = 20
"""Buyers: more of them at once are a fault that a list of all does not mend sooner."""


def read_settings(held: dict[str, Any] | None) -> AlertSettings:
    """What the shop has set, or the usual."""
    if held is None:
        return AlertSettings()
    return AlertSettings(frozenset(held["off"]), held["prices_days"], held["rates_days"])


async def alert_settings(desk: Desk) -> AlertSettings:
    async with looking(desk.engine) as connection:
        return read_settings(await shop_settings.value(connection, desk.shop_id, SETTING))


async def set_alerts(desk: Desk, person: Person, settings: AlertSettings) -> None:
    """DeskRefusal `invalid`."""
    if not settings.off <= frozenset(KINDS):
        raise DeskRefusal("invalid", "There is no such alert.")
    if not (1 <= settings.prices_days <= 3650 and 1 <= settings.rates_days <= 3650):
        raise DeskRefusal("invalid", "Give a number of days from 1 to 3650.")
    held = {
        "off": sorted(settings.off), "prices_days": settings.prices_days, "rates_days": settings.rates_days,
    }  # fmt: skip
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await shop_settings.put(connection, desk.shop_id, SETTING, held, now, person.id)
        await record(
            connection, "alerts.set", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            data=held,
        )  # fmt: skip


async def look(desk: Desk) -> tuple[int, int]:
    """Open and end alerts by how things stand; how many were opened and ended."""
    settings = await alert_settings(desk)
    found = [each for each in await _causes(desk, settings) if wanted(each.kind, settings)]
    async with writing(desk.engine) as connection:
        return await notices_kept.keep_alerts(connection, desk.shop_id, found, desk.clock())


async def _causes(desk: Desk, settings: AlertSettings) -> list[Cause]:
    serving = await desk.counter.serving()
    shop, now = serving.shop, desk.clock()
    today = shop_date(now, shop.company)
    async with reading(desk.engine) as connection:
        found = [
            *await _clocks(connection, desk.shop_id, now, shop.company.timezone),
            *await _spike(connection, desk.shop_id, now),
            *await _policies(connection, serving.version_id, today),
            *await _prices(connection, serving.version_id, now, settings.prices_days),
            *_rates(shop, today, settings.rates_days),
            *await _queue(connection),
        ]
    return [*found, *await _budget(desk)]


async def _clocks(connection: AsyncConnection, shop_id: int, now: datetime, zone: str) -> list[Cause]:
    """Buyers whose time is nearly over, and of whom no reminder beside a card has told."""
    rows = await alert_facts.late_clocks(
        connection, shop_id, now - REPLY_WITHIN, now - REPLY_WITHIN + CLOCK_LEFT, _MOST_CLOCKS
    )
    return [
        Cause(
            "reply_clock", str(row.id),
            {
                "conversation": row.id,
                "at": in_zone(row.waiting_since + REPLY_WITHIN, zone).strftime("%H:%M"),
            },
        )
        for row in rows
    ]  # fmt: skip


async def _spike(connection: AsyncConnection, shop_id: int, now: datetime) -> list[Cause]:
    week = timedelta(days=SPIKE_DAYS)
    lately, before = await alert_facts.signals(connection, shop_id, now, week, week * SPIKE_WEEKS)
    if not is_spike(lately, before):
        return []
    return [Cause("off_platform", "", {"count": lately, "usual": f"{before / SPIKE_WEEKS:.1f}"})]


async def _policies(connection: AsyncConnection, version_id: int, today: date) -> list[Cause]:
    passages = await alert_facts.passages(connection, version_id)
    return [
        Cause("policy_past", row.source[:200], {"source": row.source[:200], "day": day.isoformat()})
        for row in passages
        for day in past_dates(row.text, row.language, today)[:1]
    ]


async def _prices(connection: AsyncConnection, version_id: int, now: datetime, days: int) -> list[Cause]:
    row = await alert_facts.old_prices(connection, version_id, now - timedelta(days=days))
    if not row.old:
        return []
    return [Cause("prices_old", "", {"count": row.old, "of": row.of, "days": days, "sku": row.sku})]


def _rates(shop: Shop, today: date, days: int) -> Iterator[Cause]:
    if shop.fx is not None and (today - shop.fx.as_of).days > days:
        yield Cause("rates_old", "", {"day": shop.fx.as_of.isoformat()})


async def _queue(connection: AsyncConnection) -> list[Cause]:
    late = [
        each
        for each in await gauges.queue(connection)
        if each.state == "todo" and each.due and each.oldest_s > STUCK_AFTER.total_seconds()
    ]
    if not late:
        return []
    oldest = timedelta(seconds=max(each.oldest_s for each in late))
    return [Cause("queue_stuck", "", {"count": sum(each.due for each in late), "span": span(oldest)})]


async def _budget(desk: Desk) -> list[Cause]:
    """Before it is spent: that it is spent, every page says already."""
    state = await model_state(desk, desk.model_budget)
    if state is None or state.budget is None or state.left is None or state.left <= 0:
        return []
    used = float(state.standing.counted / state.budget)
    if used < BUDGET_PART:
        return []
    return [
        Cause("model_budget", "", {"percent": f"{used * 100:.0f}", "budget": f"{state.budget:.2f}"}),
    ]
