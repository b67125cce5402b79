"""The pages of figures, and each of their tables as CSV: the same rows and values."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.exceptions import HTTPException

from bot.console.data.csv_files import csv_file
from bot.console.figures.asking import HOME, NARROWING, Filters, Narrowed, chosen
from bot.console.figures.more import MORE
from bot.console.figures.sheets import SHEETS, Sheet, sheets_for
from bot.console.figures.tables import Told, headline_lines, headlines, table
from bot.console.figures.values import Table
from bot.console.pages import lost_reason, page, words_of
from bot.console.route import SECURITY_HEADERS, console_pages
from bot.console.who import ONLY_SIGNED_IN, Who
from bot.domain.periods import NAMED
from bot.web.access import SignedIn, desk_of, must_be
from storage import figure_lists, staff
from storage.live import reading
from storage.metrics import facts
from storage.metrics.counting import SPANS
from storage.side_by_side import Read, side_by_side

WITH_CHARTS = SECURITY_HEADERS["Content-Security-Policy"] + "; style-src-attr 'unsafe-inline'"
"""ECharts writes the looks of what it draws as attributes; no other page allows that."""
_HEADLINES = "headlines"
router = console_pages()


@router.get("/figures", dependencies=ONLY_SIGNED_IN)
async def first_sheet() -> Response:
    return RedirectResponse(f"{HOME}/overview", 303)


@router.get("/figures/{sheet_id}.csv")
async def sheet_csv(
    request: Request, who: Who, sheet_id: str, filters: Narrowed,
    wanted: Annotated[str, Query(alias="table", max_length=30)] = _HEADLINES,
) -> Response:  # fmt: skip
    """One table of a page, as the page shows it."""
    sheet = _sheet(who, sheet_id)
    told = await told_of(request, who, filters, sheet)
    desk = desk_of(request)
    await facts.catch_up(desk.engine, desk.shop_id, told.chosen.now, batches=1)
    async with reading(desk.engine) as connection:
        await _prepared(connection)
        if wanted == _HEADLINES and sheet.headlines:
            lines = headline_lines(told.words, await headlines(connection, told, sheet))
        else:
            made = [await read(connection) for read in _reads(told, sheet, only=wanted)]
            if not made or made[0] is None:
                raise HTTPException(404, told.words.say("error-no-page"))
            lines = made[0].lines()
    name = f"{sheet.id}-{wanted}-{told.chosen.period.first}-{told.chosen.period.last}.csv"
    return csv_file(name, lines[0], lines[1:])


@router.get("/figures/{sheet_id}")
async def sheet_page(request: Request, who: Who, sheet_id: str, filters: Narrowed) -> Response:
    sheet = _sheet(who, sheet_id)
    told = await told_of(request, who, filters, sheet)
    desk = desk_of(request)
    await facts.catch_up(desk.engine, desk.shop_id, told.chosen.now, batches=1)
    async with side_by_side(desk.engine, _prepared) as lanes:
        top, options, *made = await lanes.gather(
            lambda connection: headlines(connection, told, sheet),
            lambda connection: _options(connection, told, sheet),
            *_reads(told, sheet),
        )
    tables = [each for each in made if each is not None]
    response = page(
        request, who, "figures/sheet.html", active="figures", sheet=sheet, sheets=sheets_for(who.person),
        headlines=top, tables=tables, options=options, behind=await facts.behind(desk.engine),
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


def _reads(told: Told, sheet: Sheet, only: str | None = None) -> list[Read]:
    """The reads of a page's tables in its order; None comes of one that there is nothing for."""
    reads: list[Callable[[AsyncConnection, Told], Awaitable[Table | None]]] = [
        *(MORE[name] for name in sheet.more if only in (None, name)),
        *(partial(table, drawn=drawn) for drawn in sheet.drawn if only in (None, drawn.id)),
    ]

    def told_so(read: Callable[[AsyncConnection, Told], Awaitable[Table | None]]) -> Read:
        return lambda connection: read(connection, told)

    return [told_so(read) for read in reads]


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
