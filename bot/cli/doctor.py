"""`supercargo doctor`: what is installed, set and reachable, and what to do about what is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from rich.table import Table
from rich.text import Text

from bot.cli.check import Check
from bot.cli.checks import checks
from bot.cli.screen import results, said

_STYLES = {"ok": "green", "warn": "magenta", "bad": "bold red"}


def run(*, as_json: bool, network: bool = False) -> int:
    """Exit code 1 when something is bad. With `network` the language model is asked something, too."""
    console = results()
    found: list[Check] = []
    with console.status("Looking around") if not as_json and console.is_terminal else nullcontext():
        found.extend(checks(network=network))
    if as_json:
        told = {
            "ok": _healthy(found),
            "checks": [
                {"about": check.about, "state": check.state, "found": check.found, "advice": check.advice}
                for check in found
            ],
        }
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        console.print(_table(found))
        bad = sum(check.state == "bad" for check in found)
        console.print(
            Text("\nEverything that is needed is there.", style="bold green")
            if not bad
            else Text(f"\n{bad} of {len(found)} are bad; the lines above say what to do.", style="bold red")
        )
    return 0 if _healthy(found) else 1


def _healthy(found: Sequence[Check]) -> bool:
    return all(check.state != "bad" for check in found)


def _table(found: Sequence[Check]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for column in ("state", "about", "found"):
        table.add_column(column, overflow="fold")
    for check in found:
        what = said(check.found)
        if check.advice:
            what.append_text(said(f"\n{check.advice}", "italic"))
        table.add_row(Text(check.state, style=_STYLES[check.state]), check.about, what)
    return table
