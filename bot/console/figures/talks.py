"""The conversations behind a figure, the newest first; of a share both sides. The way back keeps filters."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from bot.console.data.csv_files import csv_file
from bot.console.data.positions import position, written
from bot.console.figures.asking import HOME, Filters, Narrowed
from bot.console.figures.pages import shared, told_of
from bot.console.figures.sheets import SHEETS
from bot.console.figures.tables import Told
from bot.console.figures.values import cell, column
from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.web.access import desk_of
from storage import figure_lists
from storage.live import reading
from storage.metrics import counting, facts
from storage.metrics.definitions import METRICS, Metric

_ROWS = 50
_EXPORTED = 5000
_BACK = re.compile(r"([a-z]+)(\?[\w=&%.+*~-]*)?")
Side = Literal["hits", "rest"]
router = console_pages()
Of = Annotated[str, Query(max_length=60)]


@router.get("/figures/talks")
async def talks_page(
    request: Request, who: Who, filters: Narrowed, of: Of,
    side: Annotated[Side, Query()] = "hits",
    back: Annotated[str, Query(max_length=2000)] = "",
    after: Annotated[str, Query(max_length=80)] = "",
) -> Response:  # fmt: skip
    """One page of the conversations that `of` counts, or with `side` rest those beside them."""
    metric = _metric(of)
    told = await told_of(request, who, filters, None)
    one, desk = told.chosen, desk_of(request)
    await facts.catch_up(desk.engine, desk.shop_id, one.now, batches=1)
    asked = one.asked()
    back = back if _is_ours(back) else ""
    hits = side == "hits" or metric.kind != "share"
    async with reading(desk.engine) as connection:
        figure = (await counting.figures(connection, desk.shop_id, [of], asked)).get(None, {}).get(of)
        found = await counting.talks(
            connection, desk.shop_id, of, asked, hits=hits, after=position(after), limit=_ROWS + 1
        )
        shown = found[:_ROWS]
        rows = await figure_lists.rows_of(connection, desk.shop_id, [each.conversation_id for each in shown])
    return page(
        request, who, "figures/talks.html", active="figures", metric=metric,
        named=column(told.words, metric, told.currency),
        figure=cell(told.words, metric, figure, currency=told.currency), counted=figure, side=side, hits=hits,
        found=[(each, rows[each.conversation_id]) for each in shown if each.conversation_id in rows],
        narrowed=_narrowed(told), back=f"{HOME}/{back}" if back else one.filters.address("overview"),
        other=lambda which: _address(of, one.filters, side=which, back=back),
        export=_address(of, one.filters, "talks.csv", side=side),
        first=_address(of, one.filters, side=side, back=back) if after else None,
        following=_address(
            of, one.filters, side=side, back=back, after=written(shown[-1].at, shown[-1].conversation_id)
        ) if len(found) > _ROWS else None,
        **{name: value for name, value in shared(told).items() if name != "named"},
    )  # fmt: skip


@router.get("/figures/talks.csv")
async def talks_csv(
    request: Request, who: Who, filters: Narrowed, of: Of, side: Annotated[Side, Query()] = "hits"
) -> Response:
    """The same list, all its pages up to 5,000 conversations."""
    metric = _metric(of)
    told = await told_of(request, who, filters, None)
    desk = desk_of(request)
    await facts.catch_up(desk.engine, desk.shop_id, told.chosen.now, batches=1)
    async with reading(desk.engine) as connection:
        found = await counting.talks(
            connection, desk.shop_id, of, told.chosen.asked(),
            hits=side == "hits" or metric.kind != "share", limit=_EXPORTED,
        )  # fmt: skip
        rows = await figure_lists.rows_of(connection, desk.shop_id, [each.conversation_id for each in found])
    heads = ("conversation", "day", "buyer", "company", "country", "channel", "state", "owner")
    lines = []
    for each in found:
        if (row := rows.get(each.conversation_id)) is not None:
            values = (row.id, told.chosen.day(each.at), row.name, row.company, row.country, row.channel,
                      row.state, row.owner)  # fmt: skip
            lines.append(values)
    return csv_file(f"conversations-{of}.csv", heads, lines)


def _metric(code: str) -> Metric:
    if code not in METRICS:
        raise HTTPException(404, "There is no such figure.")
    return METRICS[code]


def _address(of: str, filters: Filters, page_: str = "talks", **more: str) -> str:
    told = urlencode({name: value for name, value in more.items() if value})
    query = filters.query()
    return f"{HOME}/{page_}?of={of}" + (f"&{query}" if query else "") + (f"&{told}" if told else "")


def _is_ours(back: str) -> bool:
    """Whether it is a page of figures with its filters, and nothing else."""
    found = _BACK.fullmatch(back)
    return found is not None and found.group(1) in SHEETS


def _narrowed(told: Told) -> list[str]:
    """By what the list is narrowed, in words."""
    one = told.chosen.filters
    made = [
        told.name_of(name, None if (value := getattr(one, name)) == "-" else value)
        for name in ("country", "language", "channel", "source", "intent", "sku")
        if getattr(one, name)
    ]
    if told.chosen.staff_id is not None and not told.chosen.own:
        made.append(told.name_of("staff_id", told.chosen.staff_id or None))
    if one.reason:
        made.append(told.name_of("lost_reason", None if one.reason == "-" else one.reason))
    return made
