"""An evaluation in both modes, templates and a language model, side by side."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from rich.table import Table

from bot.cli.evaluation_report import counts, figures, percentile, show_misses, with_misses
from bot.cli.screen import results, said
from bot.evaluation import Right, Scores

if TYPE_CHECKING:
    from bot.cli.evaluating import Outcome


def write_both(model: str, templates: Outcome, worded: Outcome, misses: int) -> None:
    """One object on standard output: the figures of both modes, and who worded the drafts."""
    told: dict[str, Any] = {
        "model": model,
        "writers": dict(worded.writers.most_common()),
        "templates": with_misses(templates, misses),
        "with_model": with_misses(worded, misses),
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def show_both(model: str, templates: Outcome, worded: Outcome, misses: int) -> None:
    """One table of the fields in both modes, what else differs, and the misses of the model's mode."""
    console = results()
    one, other = Scores.sum(templates.scores), Scores.sum(worded.scores)
    console.print(said(f"{templates.inquiries} inquiries, by templates and with {model}"))
    for error in (*templates.errors, *worded.errors)[:20]:
        console.print(said(error, "red"))
    console.print(_fields(one, other))
    before, after = figures(templates, one), figures(worded, other)
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column("templates")
    table.add_column("model")
    table.add_row("intents F1", f"{before['intents']['f1']:.3f}", f"{after['intents']['f1']:.3f}")
    for name in ("recall", "precision", "false_alarms"):
        table.add_row(
            f"risks {name.replace('_', ' ')}", *(_short(each["risks"][name]) for each in (before, after))
        )
    table.add_row("needs", counts(before["needs"]), counts(after["needs"]))
    table.add_row("findings", counts(before["findings"]), counts(after["findings"]))
    table.add_row("worded by", counts(templates.writers), said(counts(worded.writers)))
    total = [outcome.timing_ms.get("total", []) for outcome in (templates, worded)]
    for percent in (50, 95):
        table.add_row(
            f"ms p{percent}", *(f"{percentile(each, percent):.1f}" if each else "" for each in total)
        )
    console.print(table)
    if misses:
        show_misses(console, other, misses)


def _fields(one: Scores, other: Scores) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("field")
    for name in ("labelled", "templates", "model", "difference"):
        table.add_column(name, justify="right")
    ours, theirs = one.fields(), other.fields()
    for name in dict.fromkeys((*ours, *theirs)):
        count, found = ours.get(name, Right(0, 0)), theirs.get(name, Right(0, 0))
        difference = found.right - count.right
        table.add_row(
            name, str(max(count.labelled, found.labelled)), f"{count.share:.3f}", f"{found.share:.3f}",
            f"{difference:+d}" if difference else "", style="bold" if difference < 0 else "",
        )  # fmt: skip
    return table


def _short(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
