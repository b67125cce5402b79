"""A report worked out: its figures in two periods as long as each other, and what made the difference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain import causes
from bot.domain.calendar import shop_date
from bot.domain.periods import Period
from bot.reports.content import Cause, Report, Told
from storage import shop_settings
from storage.live import reading
from storage.made_up import SETTING as MADE_UP
from storage.metrics.counting import Asked, figures
from storage.metrics.definitions import METRICS
from storage.metrics.facts import catch_up
from storage.metrics.questions import By, Figure
from storage.metrics.worth_reading import worth_reading
from storage.overdue import overdue

CODES = (
    "inquiries", "first_response_worked", "first_response_worked_p90", "reply_rate", "never_answered",
    "drafts_decided", "as_it_was", "heavy_edit", "refused", "quoted_value", "paid_orders", "paid_value",
    "on_platform", "off_orders", "lost_orders", "signals_theirs", "follow_ups", "follow_up_yield",
    "asked_for",
)  # fmt: skip
BY_PRODUCT = "asked_for"
"""Told where products lead, and not among the figures."""
EXPLAINED: Mapping[str, tuple[By, ...]] = MappingProxyType({
    "inquiries": ("country", "source", "channel"), "reply_rate": ("country", "channel"),
    "as_it_was": ("intent", "language"), "heavy_edit": ("intent", "language"),
    "refused": ("intent", "language"), "quoted_value": ("country", "source"),
    "paid_orders": ("country", "source"), "paid_value": ("country", "source"), "on_platform": ("country",),
    "off_orders": ("country",), "lost_orders": ("lost_reason", "country"),
    "signals_theirs": ("country", "channel"), "follow_up_yield": ("country", "language"),
    "asked_for": ("sku",),
})  # fmt: skip
"""Never by people: a digest praises and blames nobody."""
_MOST_BATCHES = 20
"""Of facts that are brought up to date first; more of them the next minutes work off."""
_NONE = Figure(0, 0, None)
_LONGEST_BY_DAY = 45


async def report_of(
    desk: Desk, since: datetime, until: datetime, before: tuple[datetime, datetime]
) -> Report:
    """What has happened from `since` to `until` (aware, outside), against the period `before`."""
    now = desk.clock()
    await catch_up(desk.engine, desk.shop_id, now, batches=_MOST_BATCHES)
    company = (await desk.counter.serving()).shop.company
    asked = Asked(since, until, now, company.timezone)
    asked_before = Asked(*before, now, company.timezone)
    today = shop_date(now, company)
    async with reading(desk.engine) as connection:
        told = await _figures(connection, desk.shop_id, asked, asked_before)
        inquiries = {
            when: await figures(connection, desk.shop_id, ("inquiries",), each, "country")
            for when, each in (("now", asked), ("before", asked_before))
        }
        return Report(
            company.name,
            company.timezone,
            company.currency,
            since,
            until,
            *before,
            now,
            tuple(told),
            tuple(await worth_reading(connection, desk.shop_id, asked)),
            tuple(await overdue(connection, desk.shop_id, now, today, company.currency)),
            await _days(connection, desk.shop_id, asked, asked_before),
            _countries(inquiries["now"], inquiries["before"]),
            await shop_settings.value(connection, desk.shop_id, MADE_UP) is not None,
        )


def of_period(
    period: Period, zone: str, now: datetime
) -> tuple[datetime, datetime, tuple[datetime, datetime]]:
    """Since, until and the period before; of a period that is not over, the one before is cut as short."""
    since, end = period.moments(zone)
    before_since, before_end = period.before().moments(zone)
    until = min(end, max(now, since))
    return since, until, (before_since, before_end if until == end else before_since + (until - since))


async def _figures(
    connection: AsyncConnection, shop_id: int, asked: Asked, asked_before: Asked
) -> list[Told]:
    now = (await figures(connection, shop_id, CODES, asked)).get(None, {})
    before = (await figures(connection, shop_id, CODES, asked_before)).get(None, {})
    told = []
    for code in CODES:
        one, other = now.get(code, _NONE), before.get(code, _NONE)
        notable = _is_notable(code, one, other)
        found = await _causes(connection, shop_id, code, asked, asked_before) if notable else ()
        if code == BY_PRODUCT and not found:
            notable = False  # else it says again what the inquiries say
        told.append(Told(code, one, other, notable, found))
    return told


def _is_notable(code: str, now: Figure, before: Figure) -> bool:
    metric = METRICS[code]
    if metric.kind == "count":
        return causes.is_more_than_chance_count(now.n, before.n)
    if metric.kind == "share":
        return causes.is_more_than_chance_share((now.hits, now.n), (before.hits, before.n))
    if metric.kind == "sum":
        return causes.is_much_money(float(now.value or 0), float(before.value or 0), now.n + before.n)
    if now.value is None or before.value is None:
        return False
    return causes.is_much_time(float(now.value), float(before.value), now.n, before.n)


async def _causes(
    connection: AsyncConnection, shop_id: int, code: str, asked: Asked, asked_before: Asked
) -> tuple[Cause, ...]:
    """By the first way of grouping in which somebody leads."""
    for by in EXPLAINED.get(code, ()):
        now = _groups(await figures(connection, shop_id, (code,), asked, by), code)
        before = _groups(await figures(connection, shop_id, (code,), asked_before, by), code)
        if len(now.keys() | before.keys()) < 2:
            continue
        if METRICS[code].kind == "share":
            parts = causes.parts_of_share(
                {key: (each.hits, each.n) for key, each in now.items()},
                {key: (each.hits, each.n) for key, each in before.items()},
            )
        else:
            parts = causes.parts_of_sum(_values(now), _values(before))
        leading = causes.leading(parts, sum(part.change for part in parts))
        if leading:
            return tuple(Cause(by, part.key, part.change, part.now, part.before) for part in leading)
    return ()


def _groups(found: Mapping[Any, Mapping[str, Figure]], code: str) -> dict[str | None, Figure]:
    return {key: row[code] for key, row in found.items() if code in row and row[code].n}


def _values(groups: Mapping[str | None, Figure]) -> dict[str | None, float]:
    return {key: float(each.value or 0) for key, each in groups.items()}


async def _days(
    connection: AsyncConnection, shop_id: int, asked: Asked, asked_before: Asked
) -> tuple[tuple[date, int, int], ...]:
    zone = ZoneInfo(asked.zone)
    first, last = [
        moment.astimezone(zone).date() for moment in (asked.since, asked.until - timedelta(seconds=1))
    ]
    length = (last - first).days + 1
    if length > _LONGEST_BY_DAY:
        return ()
    now = await figures(connection, shop_id, ("inquiries",), asked, "day")
    before = await figures(connection, shop_id, ("inquiries",), asked_before, "day")
    shift = first - asked_before.since.astimezone(zone).date()
    days = [first + timedelta(days=number) for number in range(length)]
    return tuple((day, _count(now.get(day)), _count(before.get(day - shift))) for day in days)


def _countries(
    now: Mapping[Any, Mapping[str, Figure]], before: Mapping[Any, Mapping[str, Figure]]
) -> tuple[tuple[str | None, int, int], ...]:
    counted = [(key, _count(now.get(key)), _count(before.get(key))) for key in {**now, **before}]
    return tuple(sorted(counted, key=lambda each: (-each[1], -each[2], str(each[0]))))


def _count(row: Mapping[str, Figure] | None) -> int:
    return row["inquiries"].n if row else 0
