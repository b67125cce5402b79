"""One of two texts that are compared, in the forms that the readers look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.steps.guard.sight import Sight, latin, look, lowered
from bot.steps.guard.terms import Readings

Span = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """`sight.text` is what is read; `language` any code, of which ours are known best."""

    sight: Sight
    language: str

    @cached_property
    def readings(self) -> Readings:
        text = self.sight.text
        return Readings(text, lowered(text), latin(text))

    def without(self, spans: list[Span]) -> Side:
        """The same with these places blanked out, for what is read already."""
        return Side(self.sight.without(spans), self.language)

    def place(self, start: int, end: int) -> Span:
        """A place of what is read, in the source (in normal form C)."""
        kept = self.sight.kept
        return (start, end) if kept is None else (kept[start], kept[end - 1] + 1)


def side(text: str, language: str) -> Side:
    return Side(look(text), language)
