"""The buyer's newest messages, clause by clause, with what each clause shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.inquiry import Inquiry, Message
from bot.steps.triage.classifier import packaged
from bot.steps.triage.classifier_text import shaped
from bot.steps.triage.cues import named

_END = re.compile(r"\n+|(?<=[!?。！？؟।;；])|(?<=[.…])(?=\s)|[•·▪●]|(?<![^\s])\d{1,2}[.)]\s")
_PARTS = 60
"""A message of more clauses than this is read to this many; pasted documents are no inquiries."""
_LENGTH = 600
"""Characters of one clause that are read; the rest starts a clause of its own."""


@dataclass(frozen=True, slots=True)
class Clause:
    """`shows` gives each label a probability of its own, `cues` counts the phrases that name it outright."""

    text: str
    shape: str
    cues: Mapping[str, int]
    shows: Mapping[str, float]

    def strong(self, label: str, least: float = 0.5) -> bool:
        return self.shows.get(label, 0.0) >= least


def clauses(messages: tuple[Message, ...]) -> list[str]:
    """The sentences, lines and list entries of these messages, in order, without blank ones."""
    found: list[str] = []
    for message in messages:
        start = 0
        cuts = [match.span() for match in _END.finditer(message.text)]
        for left, right in [*cuts, (len(message.text), len(message.text))]:
            piece = message.text[start:left].strip()
            start = right
            found.extend(piece[i : i + _LENGTH] for i in range(0, len(piece), _LENGTH))
            if len(found) >= _PARTS:
                return found[:_PARTS]
    return [piece for piece in found if any(c.isalnum() for c in piece)]


def read_clause(text: str, language: str) -> Clause:
    """One clause with its cues and probabilities."""
    shape = shaped(text)
    cues = named(shape, language, text)
    return Clause(text, shape, cues, packaged().probabilities(shape, cues))


@lru_cache(maxsize=16)
def reading(messages: tuple[Message, ...], language: str) -> tuple[Clause, ...]:
    """These messages read clause by clause; kept, since intents and risks both need it."""
    return tuple(read_clause(text, language) for text in clauses(messages))


def latest_reading(inquiry: Inquiry, language: str) -> tuple[Clause, ...]:
    """The buyer's messages since the last seller message, read."""
    return reading(inquiry.latest(), language)
