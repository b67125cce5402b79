"""A page before it is a PDF: texts, filled boxes and codes, placed in millimetres from the top left."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]

INK: Colour = (29, 40, 48)
MUTED: Colour = (96, 110, 121)
ACCENT: Colour = (18, 78, 104)
TINT: Colour = (238, 244, 247)
LINE: Colour = (211, 220, 226)
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. `x` is its left edge whatever its direction, `y` its baseline."""

    x: float
    y: float
    text: str
    width: float
    size: float
    """Points."""
    bold: bool = False
    colour: Colour = INK
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; rules are low ones."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its quiet zone, `size` wide and high."""

    x: float
    y: float
    size: float
    link: str


Mark = Text | Box | Code


@dataclass(frozen=True, slots=True)
class Paper:
    name: str
    width: float
    height: float
    side: float = 18.0
    """Margins left and right."""
    top: float = 16.0
    bottom: float = 17.0
    """Kept free for the footer."""

    @property
    def inner(self) -> float:
        return self.width - 2 * self.side


A4 = Paper("A4", 210.0, 297.0)
LETTER = Paper("letter", 215.9, 279.4)
_LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Unicode CLDR, paperSize."""


def paper_of(country: str | None) -> Paper:
    """What printers in the buyer's country hold."""
    return LETTER if country in _LETTER_COUNTRIES else A4
