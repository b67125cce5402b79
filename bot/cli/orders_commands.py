"""The commands on the order ledger, and their options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

orders = typer.Typer(
    name="orders", help="The order ledger: take in what your platform exports.", no_args_is_help=True
)


class Dates(StrEnum):
    day_first = "day-first"
    month_first = "month-first"


@orders.callback()
def _orders() -> None:
    """Keeps `import` a command of its own, though it is the only one."""


@orders.command("import")
def orders_import(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The platform's export of orders, CSV or XLSX.")
    ],
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar='"THEIR COLUMN=OURS"', help="What a column is; remembered."),
    ] = None,
    statuses: Annotated[
        list[str] | None,
        typer.Option("--status", metavar='"THEIR WORD=STATE"', help="What a status means; remembered."),
    ] = None,
    dates: Annotated[
        Dates | None, typer.Option(help="How 03/04/2026 is meant, where no date tells; remembered.")
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option(
            metavar="ZONE", help="Time zone of times that name none, as Asia/Shanghai; remembered.",
            show_default="the shop's",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")
    ] = False,
    refused: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Write the refused values there, to mend in a spreadsheet."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object for programs instead of tables.")
    ] = False,
) -> None:  # fmt: skip
    """Take a platform's export of orders in. Exit 1: rows were refused; 2: nothing could be read."""
    from bot.cli.order_import import run
    from bot.log import configure
    from bot.settings import read_settings

    configure()
    given = _pairs(columns, "--map"), _pairs(statuses, "--status")
    code = run(
        read_settings(), file, *given, dates.value if dates else None, zone, dry_run=dry_run, as_json=as_json,
        refused_to=refused,
    )  # fmt: skip
    raise typer.Exit(code)


def _pairs(given: list[str] | None, option: str) -> dict[str, str]:
    pairs = {}
    for each in given or ():
        theirs, equals, ours = each.rpartition("=")
        if not equals or not theirs.strip() or not ours.strip():
            raise typer.BadParameter(f'{each!r}: write "THEIRS=OURS".', param_hint=option)
        pairs[theirs.strip()] = ours.strip()
    return pairs
