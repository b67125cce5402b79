"""What the team itself has added to the shop's files: accepted questions with their answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from bot.domain.inquiry import Evidence, TeamSource

FOLDER = "team-answers"
"""The path of their source, as policies have one."""


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """An accepted entry as it is in force. `asked` are the ways to ask it, each with its language."""

    source: TeamSource
    text: str
    language: str
    about: str | None
    """A SKU or the topic of a policy."""
    asked: tuple[tuple[str, str], ...]

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.source.entry}"


class OwnAnswers(Protocol):
    """Search over the accepted entries."""

    def best(
        self, questions: Collection[str], language: str, skus: Collection[str], called: Collection[str] = ()
    ) -> dict[str, Evidence]:
        """For each of the questions that an entry answers, the one that does.

        `skus`: the goods that the talk is about, `called` the buyer's words for them; an entry on other goods
        does not answer.
        """
        ...
