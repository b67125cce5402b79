"""An alert in words: what is the case, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prompts.reports import ReportWords


@dataclass(frozen=True, slots=True)
class Told:
    what: str
    then: str
    conversation_id: int | None


def told(words: ReportWords, kind: str, data: Mapping[str, Any]) -> Told:
    """`data` holds the values of the words, and `conversation` where it is about one."""
    name = f"alert-{kind.replace('_', '-')}"
    values = {
        key: value
        for key, value in data.items()
        if key in words.variables[name] and isinstance(value, str | int)
    }
    conversation = data.get("conversation")
    return Told(
        words.say(name, **values),
        words.say(f"{name}-next"),
        conversation if isinstance(conversation, int) else None,
    )
