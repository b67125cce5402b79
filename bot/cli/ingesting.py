"""`supercargo ingest`: load a shop folder and tell what was loaded, kept, ignored and refused."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.cli.opening import loading, told
from bot.cli.screen import results, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.settings import Settings
    from knowledge.ingest import IngestReport
    from knowledge.shop_folder import RowError

_MOST_ROWS = 50
"""Rows of a table; `--json` has all."""


def run(settings: Settings, folder: Path, *, as_json: bool) -> int:
    """The exit code of the report: 0, 1 when a row was refused, 2 when nothing could be loaded."""
    from bot.app import ingest_shop

    with told(), loading(settings) as progress:
        report = ingest_shop(settings, folder, progress)
    if as_json:
        sys.stdout.write(json.dumps(as_object(report), ensure_ascii=False, indent=1) + "\n")
    else:
        show(results(), folder, report)
    return report.exit_code


def as_object(report: IngestReport) -> dict[str, object]:
    """Every field of the report, and the exit code."""
    return {**asdict(report), "seconds": round(report.seconds, 3), "exit_code": report.exit_code}


def show(console: Console, folder: Path, report: IngestReport) -> None:
    """The report for a person, most important last, where the eye is when the prompt comes back."""
    for part in _small_print(folder, report):
        console.print(part)
    if report.errors:
        console.print(_heading(f"Refused: {len(report.errors)}"))
        console.print(refused(report.errors))
        console.print()
    if report.fatal is not None:
        console.print(said(f"Nothing was loaded: {report.fatal}", "bold red"))
        if report.version is not None:
            console.print("What was loaded before stays in force.")
        return
    console.print(loaded(report))
    verdict = "Nothing has changed since the last time" if report.reused else "Loaded"
    style, rest = "bold green", ""
    if report.errors:
        style = "bold red"
        rest = ", what was refused included" if report.reused else " but for what was refused"
    console.print(said(f"{verdict}{rest} ({report.seconds:.1f} s).", style))


def loaded(report: IngestReport) -> Table:
    """What serves now, against what served before."""
    counts = report.items
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("", "serve now", "new", "changed", "unchanged", "removed"):
        table.add_column(name, justify="right" if name else "left")
    cells = (counts.total, counts.new, counts.changed, counts.unchanged, counts.removed)
    table.add_row("SKUs", *(str(cell) for cell in cells))
    table.add_row("policy passages", str(report.passages))
    table.add_row("freight rates", str(report.rates))
    if report.embedded:
        table.add_row("texts made searchable", "", str(report.embedded))
    return table


def refused(errors: Sequence[RowError]) -> RenderableType:
    """A block per value: where, what stands there, what was expected."""
    blocks: list[RenderableType] = []
    for error in errors[:_MOST_ROWS]:
        where = error.file if error.line is None else f"{error.file}, line {error.line}"
        place = said(where, "bold")
        if error.column:
            place.append_text(said(f", {error.column}"))
        if error.sku:
            place.append_text(said(f"  ({error.sku})"))
        facts = Table.grid(padding=(0, 2, 0, 0))
        if error.value is not None:
            facts.add_row("found", said(error.value or "(empty)", "red"))
        facts.add_row("expected", said(error.expected))
        blocks += [place, Padding(facts, (0, 0, 0, 4))]
    if len(errors) > _MOST_ROWS:
        blocks.append(Text(f"… and {len(errors) - _MOST_ROWS} more: see --json"))
    return Padding(Group(*blocks), (0, 0, 0, 2))


def _small_print(folder: Path, report: IngestReport) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if report.proposed:
        parts += [
            _heading("Headings that were not ours, and how they were read"),
            *(said(f"  {heading} = {field}") for heading, field in report.proposed.items()),
        ]
        where = report.not_remembered or f"Remembered in {folder / 'shop.toml'} under [catalog.columns]."
        parts += [said(f"  {where}"), Text()]
    if report.ignored:
        parts += [
            _heading("Ignored: no part of a shop folder"),
            said(f"  {', '.join(report.ignored)}"),
            Text(),
        ]
    if report.warnings:
        parts += [_heading("Worth a look"), *_listed([str(notice) for notice in report.warnings]), Text()]
    if report.kept:
        kept = [f"{row.file}: {row.name}" for row in report.kept]
        parts += [_heading("Refused now, so the earlier version stays in force"), *_listed(kept), Text()]
    return parts


def _listed(texts: Sequence[str]) -> list[Text]:
    lines = [said(f"  {text}") for text in texts[:_MOST_ROWS]]
    if len(texts) > _MOST_ROWS:
        lines.append(Text(f"  … and {len(texts) - _MOST_ROWS} more: see --json"))
    return lines


def _heading(text: str) -> Text:
    return Text(text, style="bold")
