"""A report's words as they are kept until they are told: no markup, no address, no name of a buyer."""

from __future__ import annotations

from typing import Any

from bot.reports.content import Report
from bot.reports.telling import Line, Section, period, sections
from prompts.reports import ReportWords


def to_keep(words: ReportWords, report: Report) -> dict[str, Any]:
    """JSON: {"head": [line, …], "sections": [{"heading", "lines": [[text, conversation or null], …]}, …]}."""
    return {
        "head": period(words, report),
        "sections": [
            {"heading": each.heading, "lines": [[line.text, line.conversation_id] for line in each.lines]}
            for each in sections(words, report)
        ],
    }


def from_kept(kept: dict[str, Any]) -> tuple[list[str], tuple[Section, ...]]:
    """Head and sections of what `to_keep` has made."""
    return list(kept["head"]), tuple(
        Section(each["heading"], tuple(Line(text, talk) for text, talk in each["lines"]))
        for each in kept["sections"]
    )
