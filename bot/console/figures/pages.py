"""The pages of figures, and each of their tables as CSV: the same rows and values."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.exceptions import HTTPException

from bot.console.data.csv_files import csv_file
from bot.console.figures.asking import HOME, NARROWING, Filters, Narrowed, chosen
from bot.console.figures.keeping import Counted, Kept, kept_by
from bot.console.figures.more import MORE
from bot.console.figures.sheets import SHEETS, Sheet, sheets_for
from bot.console.figures.tables import HEADLINES, Told, by_of, headline_lines, headlines, table, wanted_by
from bot.console.figures.values import Headline, Table
from bot.console.pages import lost_reason, page, words_of
from bot.console.route import SECURITY_HEADERS, console_pages
from bot.console.who import ONLY_SIGNED_IN, Who
from bot.domain.periods import NAMED
from bot.web.access import SignedIn, desk_of, must_be
from storage import figure_lists, staff
from storage.live import reading
from storage.metrics import facts
from storage.metrics.counting import Asked, answer, gathered
from storage.metrics.questions import SPANS, By, Question, questions
from storage.side_by_side import Lanes, Read, side_by_side

WITH_CHARTS = SECURITY_HEADERS["Content-Security-Policy"] + "; style-src-attr 'unsafe-inline'"
"""ECharts writes the looks of what it draws as attributes; no other page allows that."""
_HEAD = (None, HEADLINES)
router = console_pages()


@router.get("/figures", dependencies=ONLY_SIGNED_IN)
async def first_sheet() -> Response:
    return RedirectResponse(f"{HOME}/overview", 303)


@router.get("/figures/{sheet_id}.csv")
async def sheet_csv(
    request: Request, who: Who, sheet_id: str, filters: Narrowed,
    wanted: Annotated[str, Query(alias="table", max_length=30)] = HEADLINES,
) -> Response:  # fmt: skip
    """One table of a page, as the page shows it."""
    sheet = _sheet(who, sheet_id)
    told = await told_of(request, who, filters, sheet)
    desk = desk_of(request)
    await facts.catch_up(desk.engine, desk.shop_id, told.chosen.now, batches=1)
    async with side_by_side(desk.engine, _prepared) as lanes:
        shown = await _shown(lanes, kept_by(desk.engine), told, sheet, wanted)
    if shown.headlines:
        lines = headline_lines(told.words, shown.headlines)
    elif shown.tables:
        lines = shown.tables[0].lines()
    else:
        raise HTTPException(404, told.words.say("error-no-page"))
    name = f"{sheet.id}-{wanted}-{told.chosen.period.first}-{told.chosen.period.last}.csv"
    return csv_file(name, lines[0], lines[1:])


@router.get("/figures/{sheet_id}")
async def sheet_page(request: Request, who: Who, sheet_id: str, filters: Narrowed) -> Response:
    sheet = _sheet(who, sheet_id)
    told = await told_of(request, who, filters, sheet)
    desk = desk_of(request)
    await facts.catch_up(desk.engine, desk.shop_id, told.chosen.now, batches=1)
    async with side_by_side(desk.engine, _prepared) as lanes:
        shown = await _shown(lanes, kept_by(desk.engine), told, sheet)
    response = page(
        request, who, "figures/sheet.html", active="figures", sheet=sheet, sheets=sheets_for(who.person),
        headlines=shown.headlines, tables=shown.tables, options=shown.options,
        behind=await facts.behind(desk.engine), counted_at=shown.counted_at,
        **shared(told), address=partial(told.chosen.filters.address, sheet.id),
        export=lambda id_: told.chosen.filters.address(f"{sheet.id}.csv") + _and(told.chosen.filters, id_),
    )  # fmt: skip
    response.headers["Content-Security-Policy"] = WITH_CHARTS
    return response


def shared(told: Told) -> dict[str, Any]:
    """What the templates of figures know."""
    return {
        "chosen": told.chosen, "filters": told.chosen.filters, "currency": told.currency, "named": NAMED,
        "steps": SPANS, "zone": told.chosen.zone,
        "tab": lambda sheet: carried(told.chosen.filters, sheet).address(sheet.id),
    }  # fmt: skip


def carried(filters: Filters, sheet: Sheet) -> Filters:
    """The filters that a page has: nothing narrows it that it does not show."""
    return replace(filters, **{name: "" for name in NARROWING if name not in sheet.filters})


async def told_of(request: Request, who: SignedIn, filters: Filters, sheet: Sheet | None) -> Told:
    """What tables are told with, for the person who asks. DeskRefusal `invalid` for filters that are none."""
    desk = desk_of(request)
    words = words_of(request)
    filters = filters if sheet is None else carried(filters, sheet)
    company = (await desk.counter.serving()).shop.company
    asked = chosen(filters, who.person, company.timezone, desk.clock())
    async with reading(desk.engine) as connection:
        everybody = await staff.everybody(connection, desk.shop_id)
    names = {each.id: each.name for each in everybody}
    return Told(
        desk.shop_id, asked, words, company.currency, names, partial(lost_reason, words),
        sheet.id if sheet else "",
    )  # fmt: skip


def _sheet(who: SignedIn, sheet_id: str) -> Sheet:
    """404 for a page that is none. DeskRefusal `role` for one that is a manager's."""
    sheet = SHEETS.get(sheet_id)
    if sheet is None:
        raise HTTPException(404, "There is no such page of figures.")
    must_be(who.person, sheet.needs)
    return sheet


@dataclass(frozen=True, slots=True)
class _Shown:
    headlines: tuple[Headline, ...]
    tables: list[Table]
    options: dict[str, list[tuple[str, str]]]
    counted_at: datetime


async def _shown(lanes: Lanes, kept: Kept, told: Told, sheet: Sheet, only: str | None = None) -> _Shown:
    """All that a page shows, or `only` one of its tables: the queries that it takes, side by side."""
    now = told.chosen.asked()
    # The whole page's, also for one table of it: what it was counted for lately is kept.
    wanted = {} if only in sheet.more else wanted_by(told, sheet)
    wanted_before: dict[By | None, list[str]] = {by: codes for by, codes in wanted.items() if by is None}
    asked, asked_before = questions(wanted), questions(wanted_before)
    counted = kept.get(told.shop_id, asked, now)
    reads: list[Read] = []
    if counted is None:
        reads += [_asked(told, each, now) for each in asked]
        reads += [_asked(told, each, told.chosen.asked_before()) for each in asked_before]
    answered = len(reads)
    reads += [_told(MORE[name], told) for name in sheet.more if only in (None, name)]
    options = len(reads)
    if only is None:
        reads.append(partial(_options, told=told, sheet=sheet))
    found = await lanes.gather(*reads)
    if counted is None:
        counted = Counted(now.now, found[: len(asked)], found[len(asked) : answered])
        kept.keep(told.shop_id, asked, now, counted)
    current, earlier = gathered(wanted, counted.now), gathered(wanted_before, counted.before)
    tables = [each for each in found[answered:options] if each is not None]
    tables += [
        table(told, each, current[by_of(told, each)]) for each in sheet.drawn if only in (None, each.id)
    ]
    top = headlines(told, sheet, current[None], earlier[None]) if None in wanted and only in _HEAD else ()
    return _Shown(top, tables, found[options] if only is None else {}, counted.at)


def _asked(told: Told, question: Question, asked: Asked) -> Read:
    return partial(answer, shop_id=told.shop_id, question=question, asked=asked)


def _told(read: Callable[[AsyncConnection, Told], Awaitable[Table | None]], told: Told) -> Read:
    return lambda connection: read(connection, told)


async def _options(connection: AsyncConnection, told: Told, sheet: Sheet) -> dict[str, list[tuple[str, str]]]:
    """{filter: (value, what it is called)} that talks of the period have, and what is chosen already."""
    if not sheet.filters:
        return {}
    one = told.chosen
    found = await figure_lists.choices(connection, told.shop_id, *one.period.moments(one.zone))
    made: dict[str, list[tuple[str, str]]] = {}
    for name in sheet.filters:
        if name == "who":
            if not one.own:
                people = [(str(key), text) for key, text in told.names.items()]
                made[name] = sorted(people, key=lambda pair: pair[1].casefold())
            continue
        values = {*found.get(name, ()), getattr(one.filters, name)} - {"", "-"}
        named = [(value, told.name_of(name, value)) for value in values]
        made[name] = sorted(named, key=lambda pair: pair[1].casefold())
        if getattr(one.filters, name) == "-":
            made[name].append(("-", told.words.say("figures-unknown")))
    return made


async def _prepared(connection: AsyncConnection) -> None:
    await connection.execute(text("SET LOCAL jit = off"))  # takes longer than the statements themselves
    await connection.execute(text("SET LOCAL work_mem = '64MB'"))  # a year's waits are sorted in memory


def _and(filters: Filters, table_id: str) -> str:
    return f"{'&' if filters.query() else '?'}table={table_id}"
