"""`supercargo orders import`: take a platform's export in, and tell what moved and what was refused."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal
from zoneinfo import available_timezones

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.at_the_desk import at_the_desk
from bot.cli.ingesting import refused
from bot.cli.screen import notes, results, said
from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    from bot.desk.order_files import Imported
    from bot.settings import Settings

_STAGES = {"reading": "Reading the export", "matching": "Matching orders", "taking": "Taking orders in"}
_MOST_TOLD = 20
_WHY = {
    "unknown_quote": "no quote of yours has this number: match it in the console",
    "not_sent": "no buyer has got this quote: match it in the console",
    "several_quotes": "more than one quote fits: match it in the console",
    "other_number": "the quote is known under another order of the platform: match it in the console",
    "goes_back": "it would go back: only a manager takes an order back",
    "closed": "it is lost, or was paid beside the platform",
}


def run(
    settings: Settings, file: Path, columns: Mapping[str, str], statuses: Mapping[str, str],
    dates: Literal["day-first", "month-first"] | None, zone: str | None, *, dry_run: bool, as_json: bool,
    refused_to: Path | None = None,
) -> int:  # fmt: skip
    """The exit code: 0, 1 when a row was refused, 2 when nothing could be read. The refused values go to
    `refused_to` as CSV. SupercargoError where that cannot be written."""
    from bot.desk.order_files import import_file
    from knowledge.orders.reading import Ways

    if zone is not None and zone not in available_timezones():
        raise SupercargoError(f"--zone {zone}: no such time zone. Write one such as Asia/Shanghai.")
    ways = Ways(columns, statuses, dates, zone)
    begun = monotonic()
    with _progress() as progress:
        done = at_the_desk(
            settings,
            lambda desk: import_file(desk, file, file.name, ways, dry_run=dry_run, progress=progress),
        )
    seconds = monotonic() - begun
    if refused_to is not None:
        _write_refused(refused_to, done)
    if as_json:
        sys.stdout.write(json.dumps(as_object(done, seconds), ensure_ascii=False, indent=1) + "\n")
    else:
        show(results(), done, seconds)
    return done.exit_code


def _write_refused(path: Path, done: Imported) -> None:
    """UTF-8 with a mark, which spreadsheets want."""
    from bot.console.data.csv_cells import safe_cell

    try:
        with path.open("w", newline="", encoding="utf-8-sig") as out:
            lines = csv.writer(out)
            lines.writerow(("line", "column", "value", "expected"))
            for error in done.reading.errors:
                lines.writerow(
                    safe_cell(each) for each in (error.line, error.column, error.value, error.expected)
                )
    except OSError as error:
        raise SupercargoError(f"--refused {path}: {error.strerror}.") from error


def as_object(done: Imported, seconds: float) -> dict[str, object]:
    """Everything that the tables say, and all of it."""
    taken = done.taken
    return {
        "file": done.reading.file, "fatal": done.reading.fatal, "rows": done.reading.rows,
        "columns": dict(done.reading.columns), "unread": list(done.reading.unread),
        "moved": dict(taken.moved), "noted": taken.noted, "unchanged": taken.unchanged, "left": taken.left,
        "open": taken.strays, "open_new": taken.new_strays, "dismissed": taken.dismissed,
        "told": [asdict(each) for each in taken.told],
        "errors": [asdict(error) for error in done.reading.errors],
        "dry_run": done.dry_run, "seconds": round(seconds, 3), "exit_code": done.exit_code,
    }  # fmt: skip


def show(console: Console, done: Imported, seconds: float) -> None:
    """For a person, most important last."""
    found, taken = done.reading, done.taken
    if found.columns:
        console.print(_columns(done))
        if found.unread:
            console.print(said(f"Not read: {', '.join(found.unread)}"))
        console.print(Text('A wrong guess? Say --map "Their column=ours" once.', style="dim"))
        console.print()
    if found.errors:
        console.print(Text(f"Refused: {len(found.errors)}", style="bold"))
        console.print(refused(found.errors))
        console.print()
    if found.fatal is not None:
        console.print(said(f"Nothing was read: {found.fatal}", "bold red"))
        return
    if taken.told:
        console.print(Text(f"For a person to look at: {taken.strays + taken.left}", style="bold"))
        for each in taken.told[:_MOST_TOLD]:
            named = " · ".join(filter(None, (each.platform_number, each.quote)))
            console.print(said(f"  line {each.line}  {named}: {_WHY[each.why]}"))
        if taken.strays + taken.left > _MOST_TOLD:
            console.print(Text(f"  … and {taken.strays + taken.left - _MOST_TOLD} more"))
        console.print()
    console.print(_counts(done))
    verdict = "This is what would happen" if done.dry_run else "Taken in"
    if not taken.changed and not taken.new_strays:
        verdict = "Nothing new"
    console.print(said(f"{verdict} ({seconds:.1f} s).", "bold red" if found.errors else "bold green"))


def _columns(done: Imported) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Their column")
    table.add_column("read as")
    for heading, field in done.reading.columns.items():
        table.add_row(said(heading), field)
    return table


def _counts(done: Imported) -> Table:
    from bot.domain.orders import STATES

    taken = done.taken
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("rows", f"{done.reading.rows:,}")
    for state in STATES:
        if taken.moved[state]:
            table.add_row(f"to {state.replace('_', ' ')}", f"{taken.moved[state]:,}")
    for name, count in (
        ("facts added", taken.noted), ("as they were", taken.unchanged), ("left alone", taken.left),
        ("without a quote, new", taken.new_strays),
        ("without a quote, known", taken.strays - taken.new_strays), ("none of yours", taken.dismissed),
    ):  # fmt: skip
        if count:
            table.add_row(name, f"{count:,}")
    return table


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error, on a terminal only."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    console = notes()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        task = bars.add_task("Opening the database", total=None)

        def show(stage: str, done: int, total: int) -> None:
            bars.update(task, description=_STAGES[stage], completed=done, total=max(total, 1))

        yield show
