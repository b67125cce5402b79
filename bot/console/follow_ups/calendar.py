"""The calendar of follow-ups and promises: a week or a month, of all or of one salesperson."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import Query, Request
from fastapi.responses import Response

from bot.console.follow_ups.quiet import DayNote, notes_on
from bot.console.pages import page, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.web.access import desk_of
from storage import follow_up_lists, promises, staff
from storage.base import AnyRow
from storage.live import reading

router = console_pages()
View = Literal["week", "month"]
_SHOWN = {"week": 40, "month": 4}
"""Entries of a day before it says how many more there are."""
_EARLIEST, _LATEST = date(2020, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar, where the team is."""

    date: date
    other: bool
    """Of the month before or after."""
    rows: tuple[AnyRow, ...]
    promises: tuple[AnyRow, ...]
    shown: int
    notes: tuple[DayNote, ...]


@router.get("/follow-ups")
async def calendar_page(
    request: Request,
    who: Who,
    view: View = "week",
    day: date | None = None,
    staff_id: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
) -> Response:
    """`day`: any day of the week or month, today's where none is given; `staff_id`: one salesperson's."""
    desk = desk_of(request)
    shop = (await desk.counter.serving()).shop
    zone = ZoneInfo(shop.company.timezone)
    today = desk.clock().astimezone(zone).date()
    chosen = min(max(day or today, _EARLIEST), _LATEST)
    first, last, month = _span(view, chosen)
    async with reading(desk.engine) as connection:
        rows = await follow_up_lists.between(
            connection, desk.shop_id, _midnight(first, zone), _midnight(last, zone), assignee_id=staff_id
        )
        promised = await promises.open_ones(connection, desk.shop_id, through=last - timedelta(days=1))
        codes = await follow_up_lists.countries(connection, desk.shop_id)
        team = await staff.everybody(connection, desk.shop_id)
    notes = notes_on(shop, codes, first, last, words_of(request).language)
    days = tuple(_days(view, first, last, month, rows, promised, zone, staff_id, notes))
    before, after = _steps(view, chosen)
    late = [each for each in promised if each.due_on < today and _of(each, staff_id)]
    return page(
        request, who, "follow_ups/calendar.html", active="follow-ups", view=view, chosen=chosen, days=days,
        today=today, before=before, after=after, team=[each for each in team if each.active],
        staff_id=staff_id, zone=str(zone), late=late,
    )  # fmt: skip


def _span(view: View, chosen: date) -> tuple[date, date, int | None]:
    """(first day, day after the last, month) of whole weeks from Monday on."""
    if view == "week":
        first = chosen - timedelta(days=chosen.weekday())
        return first, first + timedelta(days=7), None
    begin = chosen.replace(day=1)
    following = _next_month(begin)
    first = begin - timedelta(days=begin.weekday())
    last = following + timedelta(days=(7 - following.weekday()) % 7)
    return first, last, chosen.month


def _steps(view: View, chosen: date) -> tuple[date, date]:
    """A day of the week or month before, and of the one after."""
    if view == "week":
        return chosen - timedelta(days=7), chosen + timedelta(days=7)
    begin = chosen.replace(day=1)
    return begin - timedelta(days=1), _next_month(begin)


def _next_month(begin: date) -> date:
    return (begin + timedelta(days=32)).replace(day=1)


def _days(
    view: View, first: date, last: date, month: int | None, rows: Sequence[AnyRow],
    promised: Sequence[AnyRow], zone: ZoneInfo, staff_id: int | None,
    notes: Mapping[date, tuple[DayNote, ...]],
) -> Iterator[Day]:  # fmt: skip
    by_day: dict[date, list[AnyRow]] = defaultdict(list)
    for row in rows:
        by_day[row.arrives_at.astimezone(zone).date()].append(row)
    owed: dict[date, list[AnyRow]] = defaultdict(list)
    for row in promised:
        if _of(row, staff_id):
            owed[row.due_on].append(row)
    day = first
    while day < last:
        other = month is not None and day.month != month
        yield Day(day, other, tuple(by_day[day]), tuple(owed[day]), _SHOWN[view], notes[day])
        day += timedelta(days=1)


def _of(row: AnyRow, staff_id: int | None) -> bool:
    return staff_id is None or row.assignee_id == staff_id


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone)
