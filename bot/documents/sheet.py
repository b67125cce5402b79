"""Pages under construction: where the next block goes, and which side is the start of a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.documents.marks import INK, Box, Code, Colour, Mark, Paper, Text
from bot.documents.wrapping import wrapped

Align = Literal["start", "end", "right"]
"""`right` is the paper's right in either direction: figures stand below each other by their last digit."""
Width = Callable[[str, bool], float]
"""Millimetres of a text at one point of size, (text, bold)."""

_LEADING = 1.38
_ASCENT = 0.98
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    size: float
    bold: bool = False
    colour: Colour = INK

    @property
    def height(self) -> float:
        """Of one line, in millimetres."""
        return self.size * _MM * _LEADING


@dataclass(slots=True)
class Sheet:
    """Everything is placed by its distance from the start of the line; only here is it mirrored."""

    paper: Paper
    width_of: Width
    right_to_left: bool = False
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])
    y: float = 0.0
    top: Callable[[], None] | None = None
    """Puts what every page but the first begins with."""

    def __post_init__(self) -> None:
        self.y = self.paper.top

    @property
    def left(self) -> float:
        """Height that is left on this page."""
        return self.paper.height - self.paper.bottom - self.y

    def need(self, height: float) -> bool:
        """Begins a page where less than `height` is left on this one; whether it did."""
        if height <= self.left:
            return False
        self.pages.append([])
        self.y = self.paper.top
        if self.top is not None:
            self.top()
        return True

    def lines(self, text: str, width: float, style: Style) -> list[str]:
        return wrapped(text, width, lambda part: self.measure(part, style))

    def measure(self, text: str, style: Style) -> float:
        return self.width_of(text, style.bold) * style.size

    def text(
        self,
        text: str,
        start: float,
        y: float,
        width: float,
        style: Style,
        align: Align = "start",
        link: str | None = None,
    ) -> None:
        """One line in a box whose top is at `y`, set smaller where it would not fit."""
        wide = self.measure(text, style)
        if wide > width:
            style = replace(style, size=style.size * width / wide)
            wide = width
        left = self._left(start, width)
        if align == "right" or (align == "end") != self.right_to_left:
            left += width - wide
        baseline = y + style.size * _MM * _ASCENT
        self._put(Text(left, baseline, text, wide, style.size, style.bold, style.colour, link))

    def block(
        self,
        lines: list[str],
        start: float,
        y: float,
        width: float,
        style: Style,
        align: Align = "start",
        link: str | None = None,
    ) -> float:
        """Lines below each other; the y below them."""
        for line in lines:
            self.text(line, start, y, width, style, align, link)
            y += style.height
        return y

    def box(self, start: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._put(Box(self._left(start, width), y, width, height, colour))

    def code(self, start: float, y: float, size: float, link: str) -> None:
        self._put(Code(self._left(start, size), y, size, link))

    def _left(self, start: float, width: float) -> float:
        inner = self.paper.inner - start - width if self.right_to_left else start
        return self.paper.side + inner

    def _put(self, mark: Mark) -> None:
        self.pages[-1].append(mark)
