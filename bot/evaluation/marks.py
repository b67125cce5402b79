"""One label compared with one answer, and the sums over many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """One label: was it met?"""

    field: str
    right: bool
    id: str
    expected: Any
    got: Any
    asked: str
    """The start of the buyer's last message, to know which one it was."""


@dataclass(frozen=True, slots=True)
class Right:
    """So many of the labelled were right."""

    right: int
    labelled: int

    @property
    def share(self) -> float:
        return self.right / self.labelled if self.labelled else 0.0


@dataclass(frozen=True, slots=True)
class SetCount:
    """Members of labelled sets: found, answered although not labelled, and labelled but not found."""

    found: int = 0
    extra: int = 0
    lost: int = 0

    @classmethod
    def of(cls, labelled: Collection[str], answered: Collection[str]) -> SetCount:
        want, got = set(labelled), set(answered)
        return cls(len(want & got), len(got - want), len(want - got))

    def __add__(self, other: SetCount) -> SetCount:
        return SetCount(self.found + other.found, self.extra + other.extra, self.lost + other.lost)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.lost) if self.found + self.lost else 0.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra) if self.found + self.extra else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.found / (2 * self.found + self.extra + self.lost) if self.found else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What a number of lines scored. Adding two gives that of both."""

    marks: tuple[Mark, ...] = ()
    intents: SetCount = SetCount()
    risks: SetCount = SetCount()
    risk_lines: int = 0
    """Lines with labelled risks."""
    risk_alarms: int = 0
    """Those of them that were given a risk which is not labelled."""
    extra_items: int = 0
    """Items answered beyond the labelled ones, in lines with labelled items."""
    extra_lines: int = 0
    """Quote lines answered beyond the labelled ones, in lines with labelled quote lines."""

    def __add__(self, other: Scores) -> Scores:
        return Scores.sum((self, other))

    @classmethod
    def sum(cls, parts: Iterable[Scores]) -> Scores:
        every = tuple(parts)
        return cls(
            tuple(mark for part in every for mark in part.marks),
            sum((part.intents for part in every), SetCount()),
            sum((part.risks for part in every), SetCount()),
            sum(part.risk_lines for part in every),
            sum(part.risk_alarms for part in every),
            sum(part.extra_items for part in every),
            sum(part.extra_lines for part in every),
        )

    def fields(self) -> dict[str, Right]:
        """Per field, in the order of their first label."""
        labelled = Counter(mark.field for mark in self.marks)
        right = Counter(mark.field for mark in self.marks if mark.right)
        return {field: Right(right[field], count) for field, count in labelled.items()}

    def misses(self, field: str) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.field == field and not mark.right)
