"""The guided start on a terminal: its headings, the list as it would be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.cli.screen import said, shortened
from bot.cli.showing import ACCENT

if TYPE_CHECKING:
    from bot.start.questions import Step
    from knowledge.shop_folder.previewing import ListPreview
    from prompts.console import ConsoleWords

_ERRORS = 5
_TIERS = 3


def heading(step: Step, words: ConsoleWords) -> RenderableType:
    """Which step of how many."""
    from bot.start.questions import STEPS

    number = words.say("start-step-of", number=STEPS.index(step) + 1, count=len(STEPS))
    title = Text.assemble((words.say(f"start-step-{step.name}"), "bold"), (f"  {number}", "dim"))
    return Padding(Rule(title, style=ACCENT, align="left"), (1, 0, 0, 0))


def columns(found: ListPreview, words: ConsoleWords) -> RenderableType:
    """Every heading with what it is read as, numbered, and what comes of it."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", justify="right", style="dim")
    for name in ("start-column", "start-column-field", "start-column-samples"):
        table.add_column(words.say(name), overflow="fold")
    for number, column in enumerate(found.columns, 1):
        used = column.field not in (None, "ignore")
        name = (column.field or "") if used else words.say("start-column-none")
        read_as = Text(name, "bold" if used else "dim")
        if used and column.proposed:
            read_as.append(f" ({words.say('start-column-guess')})", style=f"{ACCENT} not bold")
        samples = shortened(" | ".join(column.samples), 44)
        table.add_row(str(number), said(column.heading), read_as, said(samples, "dim"))
    parts: list[RenderableType] = [Padding(table, (1, 0))]
    if not found.missing:
        counted = words.say("start-columns-counted", products=found.products, rows=found.rows)
        parts.append(Text(counted, "bold"))
    if found.errors:
        parts.append(Text(words.say("start-columns-refused", count=len(found.errors)), "red"))
        parts += [said(f"  {error}") for error in found.errors[:_ERRORS]]
    if found.shown:
        parts += [Text(), Text(words.say("start-columns-first"), "dim"), products(found, words)]
    return Group(*parts)


def products(found: ListPreview, words: ConsoleWords) -> Table:
    """The first products as they would be loaded."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2))
    for name in ("start-product", "start-product-prices", "start-product-weight", "start-product-lead-time"):
        table.add_column(words.say(name), overflow="fold")
    for each in found.shown:
        prices = ", ".join(f"{quantity:,} {each.unit}: {price}" for quantity, price in each.prices[:_TIERS])
        table.add_row(
            Text.assemble(said(each.sku, "bold"), " ", said(shortened(each.name, 40))),
            prices,
            f"{each.weight_kg} kg",
            words.say("start-product-days", days=each.lead_time_days),
        )
    return table


def listed(names: Sequence[str]) -> RenderableType:
    return Group(*(said(f"  {name}") for name in names))
