"""Tables that are no groups of figures: the reply clock now, weeks side by side, the funnel, edits by kind,
cells of autonomy, what the catalogue lacks, open questions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.case.shown import language_name, span
from bot.console.figures.costs import costs, purposes
from bot.console.figures.tables import Told, number, plain_column
from bot.console.figures.values import Cell, Column, Row, Table, cell, column
from bot.desk.autonomy import MIN_APPROVALS, MIN_UNEDITED, is_earned
from bot.domain.desk import REPLY_WITHIN
from bot.domain.periods import Period, named
from storage import autonomy_cells, figure_lists, sourcing_lists
from storage.metrics.counting import figures
from storage.metrics.definitions import METRICS
from storage.metrics.questions import Figure

_SOON = timedelta(hours=4)
_OF_WEEKS = (
    "inquiries", "first_response", "first_response_worked", "reply_rate", "drafts_decided", "as_it_was",
    "quoted_value", "paid_orders", "paid_value", "off_orders",
)  # fmt: skip
_FUNNEL = ("inquiries", "qualified", "quoted", "accepted", "paid")


async def clock(connection: AsyncConnection, told: Told) -> Table:
    """Who waits now, the longest first: whatever the period. Only the person narrows it."""
    words, chosen = told.words, told.chosen
    counted, oldest = await figure_lists.clock(
        connection, told.shop_id, chosen.now, REPLY_WITHIN, _SOON, staff_id=chosen.staff_id or None
    )
    columns = tuple(plain_column(words, name) for name in ("waits", "left", "owner"))
    rows = []
    for row in oldest:
        name = row.name or row.company or words.say("figures-talk", id=str(row.id))
        waits = chosen.now - row.waiting_since
        left = REPLY_WITHIN - waits
        late = left < timedelta(0)
        told_left = words.say("figures-late", span=span(-left)) if late else span(left)
        cells = (
            Cell(span(waits), (f"{waits.total_seconds():.0f}",)),
            Cell(told_left, (f"{left.total_seconds():.0f}",)),
            Cell(row.owner or "–", (row.owner or "",)),
        )
        href = f"/console/conversations/{row.id}"
        rows.append(Row(Cell(name, (name,), href=href, country=row.country or ""), cells))
    note = words.say(
        "figures-clock-now", waiting=counted.waiting, late=counted.late, soon=counted.soon,
        hours=_SOON // timedelta(hours=1),
    )  # fmt: skip
    return Table(
        "clock", words.say("figures-table-overview-clock"), words.say("figures-buyer"), columns, tuple(rows),
        note=note, means=words.say("figures-clock-means"), more="/console/inbox",
    )  # fmt: skip


async def weeks(connection: AsyncConnection, told: Told) -> Table:
    """Today, this week, and the last week up to the same moment."""
    words, chosen = told.words, told.chosen
    today, week = Period(chosen.today, chosen.today), named("week", chosen.today)
    last = Period(week.first - timedelta(days=7), week.last - timedelta(days=7))
    asked = (chosen.asked_of(today), chosen.asked_of(week), chosen.asked_of(last, week))
    found = [(await figures(connection, told.shop_id, _OF_WEEKS, each)).get(None, {}) for each in asked]
    columns = tuple(
        Column(said, (said, words.say("figures-csv-of", name=said)))
        for said in (words.say(f"figures-{name}") for name in ("today", "this-week", "last-week"))
    )
    places: tuple[Period | None, ...] = (today, week, None)  # part of a day has no address
    rows = []
    for code in _OF_WEEKS:
        cells = []
        for place, period in enumerate(places):
            href = ""
            if period is not None:
                days = {"since": period.first.isoformat(), "until": period.last.isoformat()}
                href = told.talks(code, period="", **days)
            made = cell(words, METRICS[code], found[place].get(code), href=href)
            cells.append(Cell(made.text, made.two, made.note, made.href))
        first = column(words, METRICS[code], told.currency)
        rows.append(Row(Cell(first.name, (first.heads[0],)), tuple(cells)))
    return Table(
        "weeks", words.say("figures-table-overview-weeks"), words.say("figures-figure"), columns, tuple(rows),
        note=words.say("figures-weeks-note"),
    )  # fmt: skip


async def funnel(connection: AsyncConnection, told: Told) -> Table:
    """How many talks came how far, of those that began in the period."""
    words = told.words
    found = (await figures(connection, told.shop_id, _FUNNEL, told.chosen.asked())).get(None, {})
    began = found["inquiries"].n if "inquiries" in found else 0
    of_all = plain_column(words, "of-inquiries", (words.say("figures-csv-all"),))
    columns = (plain_column(words, "came-so-far"), of_all)
    rows, counts, links = [], [], []
    for code in _FUNNEL:
        metric, figure = METRICS[code], found.get(code)
        shown = cell(words, metric, figure, href=told.talks(code))
        count = (figure.hits if metric.kind == "share" else figure.n) if figure else 0
        part = shown.text if metric.kind == "share" else "–"
        counts.append(count)
        links.append(shown.href)
        named_so = column(words, metric, told.currency)
        cells = (number(count, shown.href), Cell(part, (str(began),)))
        rows.append(Row(Cell(named_so.name, (named_so.name,)), cells))
    texts = [f"{row.cells[0].text} · {row.cells[1].text}" for row in rows]
    chart = {
        "kind": "bar", "unit": "count", "labels": [row.head.text for row in rows], "codes": [], "partial": [],
        "series": [{"name": columns[0].name, "values": counts, "texts": texts, "links": links}],
    }  # fmt: skip
    return Table(
        "funnel", words.say("figures-table-money-funnel"), words.say("figures-step-of-funnel"), columns,
        tuple(rows), chart if began else None, means=words.say("figures-funnel-means"),
    )  # fmt: skip


async def edits(connection: AsyncConnection, told: Told) -> Table:
    """What was edited in decided drafts, by kind."""
    words = told.words
    found = await figure_lists.edits(connection, told.shop_id, told.chosen.asked())
    columns = tuple(plain_column(words, name) for name in ("passages", "edited-drafts"))
    rows = []
    for row in found:
        name = words.say(f"learning-kind-{row.kind.replace('_', '-')}")
        href = f"/console/learning?kind={row.kind}"
        rows.append(Row(Cell(name, (name,), href=href), (number(row.passages), number(row.drafts))))
    return Table(
        "edits", words.say("figures-table-drafts-edits"), words.say("figures-kind"), columns, tuple(rows),
        means=words.say("figures-edits-means"), more="/console/learning",
    )  # fmt: skip


async def cells(connection: AsyncConnection, told: Told) -> Table | None:
    """What was approved in each cell of autonomy ever since, and which are open; a manager's to see."""
    words = told.words
    if told.chosen.own:
        return None
    found = await autonomy_cells.cells(connection, told.shop_id)
    columns = tuple(plain_column(words, name) for name in ("approved", "unedited", "cell-state"))
    rows = []
    for each in found:
        name = f"{told.name_of('intent', each.intent)} · {language_name(each.language, words.language)}"
        state = "open" if each.open else "ended" if each.ended_at else "earned" if is_earned(
            each.approved, each.as_they_were
        ) else "not-yet"  # fmt: skip
        said = words.say(f"figures-cell-{state}")
        part = cell(words, METRICS["as_it_was"], Figure(each.approved, each.as_they_were, None))
        shown = Cell(part.text, (str(each.as_they_were),), part.note)
        rows.append(Row(Cell(name, (name,)), (number(each.approved), shown, Cell(said, (said,)))))
    return Table(
        "cells", words.say("figures-table-drafts-cells"), words.say("figures-cell"), columns, tuple(rows),
        means=words.say("figures-cells-means", approvals=MIN_APPROVALS, percent=MIN_UNEDITED),
    )  # fmt: skip


async def lacking(connection: AsyncConnection, told: Told) -> Table | None:
    """What buyers asked for that the catalogue lacks, by the words of goods; a manager's to see."""
    words = told.words
    if told.chosen.own:
        return None
    since, until = told.chosen.period.moments(told.chosen.zone)
    found = await sourcing_lists.lacking(connection, told.shop_id, since, until=until)
    columns = tuple(plain_column(words, name) for name in ("requests", "buyers", "answered", "declined"))
    rows = [
        Row(
            Cell(row.word, (row.word,), href=f"/console/sourcing?view=all&q={row.word}"),
            (number(row.requests), number(row.buyers), number(row.answered), number(row.declined)),
        )
        for row in found
    ]
    return Table(
        "lacking", words.say("figures-table-products-lacking"), words.say("figures-goods"), columns,
        tuple(rows), means=words.say("figures-lacking-means"), more="/console/sourcing/lacking",
    )  # fmt: skip


async def gaps(connection: AsyncConnection, told: Told) -> Table:
    """What buyers asked that the shop's data did not answer, the most asked first."""
    words = told.words
    since, until = told.chosen.period.moments(told.chosen.zone)
    found = await figure_lists.gaps(connection, told.shop_id, since, until)
    columns = tuple(plain_column(words, name) for name in ("asked", "talks", "newest", "gap-state"))
    rows = []
    for row in found:
        text = row.question or "–"
        newest = told.chosen.day(row.newest)
        said = words.say(f"figures-gap-{row.state}")
        shown = (number(row.asked), number(row.talks), Cell(newest, (newest,)), Cell(said, (said,)))
        rows.append(Row(Cell(text, (text,), href=f"/console/gaps/{row.id}"), shown))
    return Table(
        "gaps", words.say("figures-table-gaps-gaps"), words.say("figures-question"), columns, tuple(rows),
        means=words.say("figures-gaps-means"), more="/console/gaps",
    )  # fmt: skip


MORE: Mapping[str, Callable[[AsyncConnection, Told], Awaitable[Table | None]]] = {
    "clock": clock, "weeks": weeks, "funnel": funnel, "edits": edits, "cells": cells, "lacking": lacking,
    "gaps": gaps, "costs": costs, "purposes": purposes,
}  # fmt: skip
