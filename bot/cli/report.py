"""`supercargo report`: what managers are told, in the terminal."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.table import Table
from rich.text import Text

from bot.cli.at_the_desk import at_the_desk
from bot.cli.screen import results, said
from bot.cli.showing import ACCENT
from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    from rich.console import Console

    from bot.desk.context import Desk
    from bot.reports.content import Report
    from bot.settings import Settings
    from prompts.reports import ReportWords

_PLAIN_WIDTH = 160
"""Columns where nobody's terminal says how wide it is: a line that is read by a program is not cut."""
_COLOURS = {"good": "green", "bad": "red", "": ""}


def run(
    settings: Settings, first: str | None, last: str | None, *,
    as_json: bool, language: str, picture: Path | None,
) -> None:  # fmt: skip
    """Print the report of the last seven days, or of `first` to `last` (ISO dates). SupercargoError."""
    from prompts.reports import LANGUAGES, load

    if language not in LANGUAGES:
        raise SupercargoError(f"--language {language}: one of {', '.join(LANGUAGES)}.")

    async def work(desk: Desk) -> Report:
        from bot.domain.periods import between, named
        from bot.reports.collecting import of_period, report_of

        company = (await desk.counter.serving()).shop.company
        now = desk.clock()
        today = _local_day(now, company.timezone)
        if first is None and last is None:
            period = named("7d", today)
        else:
            ends = _day(last, "--to") or today
            begins = _day(first, "--from") or ends.replace(day=1)
            try:
                period = between(begins, ends)
            except ValueError as error:
                raise SupercargoError(f"{error} Give other days with --from and --to.") from error
        if period.first > today:
            raise SupercargoError(f"--from {period.first}: this day is still to come.")
        return await report_of(desk, *of_period(period, company.timezone, now))

    report = at_the_desk(settings, work)
    if picture is not None:
        from bot.reports.picture import draw

        try:
            picture.write_bytes(draw(report, language))
        except OSError as error:
            raise SupercargoError(f"{picture}: {error.strerror}. Name another file.") from error
    if as_json:
        from bot.reports.content import as_json as for_programs

        results().print(json.dumps(for_programs(report), ensure_ascii=False), markup=False, soft_wrap=True)
        return
    console = results()
    if not console.is_terminal:
        console.width = _PLAIN_WIDTH
    _print(console, load(language), report)


def _print(console: Console, words: ReportWords, report: Report) -> None:
    from bot.reports.telling import period, sections

    head, *rest = period(words, report)
    console.print(Text.assemble(said(report.shop, f"bold {ACCENT}"), "  ", (head, "bold")))
    for line in rest:
        console.print(Text(line, style="dim"))
    console.print()
    console.print(_figures(words, report))
    for section in sections(words, report):
        console.print()
        console.print(Text(section.heading, style=f"bold {ACCENT}"))
        for each in section.lines:
            text = said(each.text)
            if each.conversation_id is not None:
                text.append(f"  ({words.say('report-talk', number=str(each.conversation_id))})", style="dim")
            console.print(Text("  ") + text)


def _figures(words: ReportWords, report: Report) -> Table:
    from bot.reports import values
    from bot.reports.collecting import BY_PRODUCT
    from bot.reports.telling import named as name_of

    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="dim")
    table.add_column(words.say("report-column-figure"), overflow="fold")
    for name in ("now", "before", "change"):
        table.add_column(words.say(f"report-column-{name}"), justify="right", no_wrap=True)
    for told in report.figures:
        if told.code == BY_PRODUCT:
            continue
        style = _COLOURS[values.direction(told)] if told.notable else "dim"
        table.add_row(
            Text(name_of(words, told.code), style="bold" if told.notable else ""),
            values.value(words, told.code, told.now, report.currency),
            values.value(words, told.code, told.before, report.currency),
            Text(values.change(told), style=style),
        )
    return table


def _day(given: str | None, option: str) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise SupercargoError(f"{option} {given}: expected a day such as 2026-11-23.") from error


def _local_day(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()
