"""An evaluation as tables for people, or as one JSON object for programs."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from bot.cli.screen import results, said, shortened
from bot.cli.words import plural
from bot.evaluation import Mark, Scores

if TYPE_CHECKING:
    from bot.cli.evaluating import Outcome


def figures(outcome: Outcome, scores: Scores) -> dict[str, Any]:
    """All figures of an evaluation; shares from 0 to 1."""
    risk_lines = scores.risk_lines
    return {
        "lines": {
            "inquiries": outcome.inquiries,
            "questions": outcome.questions,
            "unlabelled": outcome.unlabelled,
            "errors": len(outcome.errors),
        },
        "fields": {
            name: {"right": count.right, "labelled": count.labelled, "share": round(count.share, 4)}
            for name, count in scores.fields().items()
        },
        "intents": {"f1": round(scores.intents.f1, 4)},
        "risks": {
            "recall": round(scores.risks.recall, 4),
            "precision": round(scores.risks.precision, 4),
            "false_alarms": scores.risks.extra,
            "lines_with_false_alarm": scores.risk_alarms,
            "share_of_lines": round(scores.risk_alarms / risk_lines, 4) if risk_lines else 0.0,
        },
        "extra": {"items": scores.extra_items, "quote_lines": scores.extra_lines},
        "needs": dict(outcome.needs.most_common()),
        "findings": dict(outcome.findings.most_common()),
        "timing_ms": {
            stage: {"p50": round(percentile(spent, 50), 2), "p95": round(percentile(spent, 95), 2)}
            for stage, spent in outcome.timing_ms.items()
        },
        "errors": outcome.errors,
    }


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest of `values` that at least `percent` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def write_json(outcome: Outcome, misses: int) -> None:
    """One object on standard output; `misses` holds at most so many of each field."""
    sys.stdout.write(json.dumps(with_misses(outcome, misses), ensure_ascii=False, indent=1) + "\n")


def with_misses(outcome: Outcome, misses: int) -> dict[str, Any]:
    """The figures, and at most so many misses of each field."""
    scores = Scores.sum(outcome.scores)
    told = figures(outcome, scores)
    told["misses"] = [
        {"field": mark.field, "id": mark.id, "expected": mark.expected, "got": mark.got, "asked": mark.asked}
        for field in scores.fields()
        for mark in scores.misses(field)[:misses]
    ]
    return told


def show(outcome: Outcome, misses: int) -> None:
    """Tables on standard output: fields, sets, what was found, time, the misses."""
    console = results()
    scores = Scores.sum(outcome.scores)
    told = figures(outcome, scores)
    lines = told["lines"]
    console.print(
        f"{lines['inquiries']} inquiries, {plural(lines['questions'], 'policy question')}"
        + (f", {lines['unlabelled']} without labels" if lines["unlabelled"] else "")
        + (f", {lines['errors']} not usable" if lines["errors"] else "")
    )
    for error in outcome.errors[:20]:
        console.print(said(error, "red"))
    console.print(_fields(scores))
    _sets(console, told)
    if told["timing_ms"]:
        console.print(_timing(told["timing_ms"]))
    if misses:
        show_misses(console, scores, misses)


def _fields(scores: Scores) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("field")
    table.add_column("right", justify="right")
    table.add_column("labelled", justify="right")
    table.add_column("share", justify="right")
    for name, count in scores.fields().items():
        style = "" if count.right == count.labelled else "bold"
        table.add_row(name, str(count.right), str(count.labelled), f"{count.share:.3f}", style=style)
    return table


def _sets(console: Console, told: Mapping[str, Any]) -> None:
    risks, extra = told["risks"], told["extra"]
    if any(field.startswith("intent") for field in told["fields"]):
        console.print(f"\nintents F1 {told['intents']['f1']:.3f}")
    if "risks" in told["fields"]:
        console.print(
            f"risks recall {risks['recall']:.3f}, precision {risks['precision']:.3f}, false alarms "
            f"{risks['false_alarms']}, on {risks['share_of_lines']:.1%} of lines"
        )
    if told["needs"]:
        console.print(f"beyond the labelled: {extra['items']} items, {extra['quote_lines']} quote lines")
        console.print(f"needs: {counts(told['needs'])}")
        console.print(f"findings: {counts(told['findings'])}")


def counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"


def _timing(timing: Mapping[str, Mapping[str, float]]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("\nmilliseconds")
    table.add_column("p50", justify="right", vertical="bottom")
    table.add_column("p95", justify="right", vertical="bottom")
    for stage, spent in timing.items():
        table.add_row(stage, f"{spent['p50']:.1f}", f"{spent['p95']:.1f}")
    return table


def show_misses(console: Console, scores: Scores, most: int) -> None:
    for name in scores.fields():
        missed = scores.misses(name)
        if not missed:
            continue
        console.print(f"\n{name}: {len(missed)} missed", style="bold")
        for mark in missed[:most]:
            _miss(console, mark)
        if len(missed) > most:
            console.print(f"  … and {len(missed) - most} more (--misses)")


def _miss(console: Console, mark: Mark) -> None:
    width = max(40, console.width - 14)
    if mark.asked:
        console.print(said(f"  {mark.id}  {shortened(mark.asked, width)}"))
    console.print(said(f"      expected  {shortened(_shown(mark.expected), width - 4)}"))
    console.print(said(f"      got       {shortened(_shown(mark.got), width * 4)}"))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
