"""What a language model is asked and what it tells, as values: the words, never a decision.

Prices, terms, what to ask and what to promise come from code. Whoever asks has a way that needs no model, and
takes it on `ModelTrouble`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

Purpose = Literal["extract", "write", "mend", "rewrite", "translate", "summarise", "learn", "check"]

Trouble = Literal["timeout", "unavailable", "rate_limited", "budget", "broken", "empty", "refused"]
"""timeout: no whole answer in time; unavailable: cannot be reached, or the breaker is open; budget: today's
is spent; broken: not the JSON asked for, or cut off; empty: no words; refused: by the provider's filter, or
our key or request by the provider."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the model."""

    purpose: Purpose
    prompt: str
    """The prompt file's name without its ending."""
    version: int
    hash: str
    """sha256 of the prompt file, 64 hex digits."""
    system: str
    """The same for all inquiries of a shop, so that providers' caches hit."""
    user: str
    """What varies; words from outside are fenced in it."""
    schema: Mapping[str, object] | None
    """JSON schema of a structured answer; None: plain text."""
    most_tokens: int
    """Of the answer."""
    private: tuple[str, ...] = ()
    """Personal data to be masked before the call and put back after it (postal addresses; phones and e-mails
    are found anyway). Names of people are not masked."""


@dataclass(frozen=True, slots=True)
class Told:
    """The model's answer."""

    text: str
    """As the model wrote it, the masked data put back; of a structured answer, its JSON."""
    data: Mapping[str, object] | None
    """The structured answer, checked against the schema; None where none was asked for."""
    model: str
    """Who answered, as the provider says."""
    tokens_in: int
    """Of the whole prompt, those from the provider's cache included."""
    tokens_out: int
    cached: int
    """Of `tokens_in`, those that the provider had in its cache."""
    cost: Decimal | None
    """In USD; None where the price table does not hold the model."""
    ms: float


class ModelTrouble(Exception):
    """No usable answer: go on without. `text` tells the team why and never holds a buyer's words."""

    def __init__(self, kind: Trouble, text: str) -> None:
        super().__init__(f"{kind}: {text}")
        self.kind: Trouble = kind
        self.text = text


class LanguageModel(Protocol):
    """A model that answers one question at a time. Synchronous, safe to call from many worker threads."""

    @property
    def name(self) -> str:
        """As it was set, `provider:model`."""
        ...

    def ask(self, asked: Asked) -> Told:
        """The answer. ModelTrouble where there is none, never anything else."""
        ...
