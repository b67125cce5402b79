"""`supercargo eval`: labelled lines through the whole pipeline, and what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.faults import Faults
from bot.cli.opening import opened
from bot.cli.screen import notes
from bot.evaluation import Scores, score_inquiry, score_question
from bot.wire import Line, LineError, answer_to_json, read_inquiry, read_line, read_question

if TYPE_CHECKING:
    from bot.app import App
    from bot.settings import Settings


@dataclass(slots=True)
class Outcome:
    """Everything that an evaluation tells."""

    inquiries: int = 0
    questions: int = 0
    unlabelled: int = 0
    errors: list[str] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    scores: list[Scores] = field(default_factory=list)
    needs: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    timing_ms: dict[str, list[float]] = field(default_factory=dict)
    writers: Counter[str] = field(default_factory=Counter)
    """Drafts by who worded them."""


def run(settings: Settings, file: Path, shop: Path, at: datetime, *, misses: int, as_json: bool) -> int:
    """Exit code 1 where a line could not be used. With a model both modes are told, side by side."""
    from bot.cli.evaluation_modes import show_both, write_both
    from bot.cli.evaluation_report import show, write_json

    with opened(settings, shop) as app:
        outcome = evaluate(app, file, at, by_rules=True)
        model = app.assistant.model_name
        worded = evaluate(app, file, at) if model is not None else None
    if model is None or worded is None:
        (write_json if as_json else show)(outcome, misses)
        return 1 if outcome.errors else 0
    (write_both if as_json else show_both)(model, outcome, worded, misses)
    return 1 if outcome.errors or worded.errors else 0


def evaluate(app: App, file: Path, at: datetime, *, by_rules: bool = False) -> Outcome:
    """Every line of `file`, answered and scored; `by_rules` without the model, whatever is set."""
    from rich.progress import track

    console = notes()
    raw = [line for line in file.read_bytes().split(b"\n") if line.strip()]
    outcome = Outcome()
    watched = track(
        raw, "Answering", console=console, transient=True, disable=not console.is_terminal
    )  # fmt: skip
    for number, line in enumerate(watched, 1):
        _line(app, number, line, at, outcome, by_rules)
    return outcome


def _line(app: App, number: int, raw: bytes, at: datetime, outcome: Outcome, by_rules: bool) -> None:
    line = None
    try:
        line = read_line(raw)
        if line is None:
            return
        if "question" in line.keys:
            _question(app, line, outcome)
        else:
            _inquiry(app, line, at, outcome, by_rules)
    except LineError as error:
        _unusable(outcome, line, f"line {number}: {error}")
    except Exception as error:  # a fault of ours in one line is shown and must not cost the other lines
        _unusable(outcome, line, outcome.faults.tell(number, error))


def _unusable(outcome: Outcome, line: Line | None, text: str) -> None:
    outcome.errors.append(text)
    if line is not None and "expect" in line.keys:
        outcome.scores.append(score_inquiry(str(line.id), "", {}, {"error": text}))


def _question(app: App, line: Line, outcome: Outcome) -> None:
    question = read_question(line)
    if not isinstance(line.keys.get("source"), str):
        outcome.unlabelled += 1
        return
    language, found = app.search_policies(question, 3)
    passages = [(passage.source, passage.text) for passage in found]
    labelled = line.keys.get("language") or language
    outcome.questions += 1
    outcome.scores.append(score_question(str(line.id), question, line.keys, passages, labelled))


def _inquiry(app: App, line: Line, at: datetime, outcome: Outcome, by_rules: bool) -> None:
    inquiry = read_inquiry(line, at)
    answer = answer_to_json(app.assistant.answer(inquiry, by_rules=by_rules), line.id)
    outcome.inquiries += 1
    outcome.needs[answer["needs"]] += 1
    outcome.writers[answer["draft"]["writer"]] += 1
    outcome.findings.update(found["rule"] for found in answer["findings"])
    for stage, spent in answer["timing_ms"].items():
        outcome.timing_ms.setdefault(stage, []).append(spent)
    expect = line.keys.get("expect")
    if not isinstance(expect, Mapping):
        outcome.unlabelled += 1
        return
    outcome.scores.append(score_inquiry(str(line.id), inquiry.messages[-1].text, expect, answer))
