"""`supercargo demo --terminal`: the sample shop answers its inquiries, for who has never seen this."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.cli.opening import opened
from bot.cli.screen import results, said
from bot.cli.showing import ACCENT, shown
from bot.cli.words import amount, country_name, flag, language_name, plural, words
from bot.domain.errors import SupercargoError
from bot.wire import read_inquiry, read_line

if TYPE_CHECKING:
    from rich.console import Console

    from bot.app import App
    from bot.domain.inquiry import Inquiry
    from bot.pipeline import Answer
    from bot.settings import Settings

_WIDEST = 100
"""Columns: longer lines are hard to read."""


def run(settings: Settings, *, pause: bool) -> int:
    """Always 0: what the sample inquiries lack is part of the show."""
    from bot.settings import sample_shop

    folder = sample_shop()
    console = results()
    console.width = min(console.width, _WIDEST)
    inquiries = read_inquiries(folder / "inquiries.jsonl")
    with opened(settings, folder) as app:
        console.print(_welcome(app, len(inquiries)))
        with console.status("Getting ready") if console.is_terminal else nullcontext():
            app.assistant.answer(inquiries[0])  # word lists are read at first use, which is not its pace
        answers = []
        for number, inquiry in enumerate(inquiries, 1):
            answers.append(app.assistant.answer(inquiry))
            _one(console, app, answers[-1], f"{number} of {len(inquiries)}: {_title(inquiry)}")
            if pause and number < len(inquiries) and sys.stdin.isatty():
                console.input(Text("\nEnter shows the next one. ", style="dim"))
        _end(console, answers)
    return 0


def read_inquiries(file: Path) -> list[Inquiry]:
    """All lines of `file`. Raises SupercargoError (LineError) where one is not usable."""
    now = datetime.now(UTC)
    try:
        lines = [read_line(raw) for raw in file.read_bytes().splitlines()]
    except OSError as error:
        raise SupercargoError(f"{file}: {error.strerror}. Install the package again.") from error
    return [read_inquiry(line, now) for line in lines if line is not None]


def _welcome(app: App, count: int) -> Padding:
    shop = app.shop
    text = Text.assemble(
        ("Supercargo", f"bold {ACCENT}"),
        f" reads {count} inquiries to ",
        said(shop.company.name, "bold"),
        f": {plural(len(shop.items), 'product')}, {plural(len(app.policies), 'policy passage')}. "
        "It works out each quote from the shop's own data and writes a reply that a person approves. "
        "Nothing is sent; company, buyers and prices are invented.",
    )
    return Padding(text, (1, 0))


def _title(inquiry: Inquiry) -> str:
    return inquiry.id.replace("-", " ")


def _one(console: Console, app: App, answer: Answer, title: str) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold"), style=ACCENT, align="left"))
    console.print(shown(answer, app.shop))


def _end(console: Console, answers: list[Answer]) -> None:
    console.print()
    console.print(Rule(Text("All of them", style="bold"), style=ACCENT, align="left"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    table.add_column("buyer", overflow="fold")
    table.add_column("asks for", overflow="fold")
    table.add_column("grade")
    table.add_column("total", justify="right", no_wrap=True)
    table.add_column("approves")
    for answer in answers:
        table.add_row(*_summary(answer))
    console.print(table)
    console.print(_next_steps())


def _summary(answer: Answer) -> tuple[Text, ...]:
    seen, quote = answer.understanding, answer.outcome.quote
    code, language = seen.country.code, language_name(seen.language)
    total = "" if quote is None or quote.total is None else f"{quote.currency} {amount(quote.total)}"
    asks = Text(words(seen.intents[:1]))
    if seen.risks:
        asks.append(f" ({words(seen.risks)})", style="red")
    return (
        Text(flag(code) if code else ""),
        Text(f"{country_name(code)}, {language}" if code else language),
        asks,
        Text(seen.grade.value),
        Text(total),
        Text(answer.needs, style=f"bold {ACCENT}" if answer.needs == "manager" else ""),
    )


def _next_steps() -> Padding:
    """What to type next, as it works in this folder."""
    name = "supercargo" if shutil.which("supercargo") else os.path.relpath(sys.argv[0])
    steps = Table.grid(padding=(0, 2, 0, 0))
    for command, what in (
        ("ingest DIR", "load your own shop folder"),
        ("draft --shop DIR < in.jsonl", "answer inquiries"),
        ("doctor", "check the installation"),
    ):
        steps.add_row(Text(f"{name} {command}", style="bold"), what)
    return Padding(steps, (1, 0))
