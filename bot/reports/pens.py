"""What a picture is drawn with: colours, the fonts of our documents, texts and bars."""

from __future__ import annotations

import functools
import io
from datetime import date
from pathlib import Path
from typing import Literal

from PIL import ImageDraw, ImageFont

Colour = tuple[int, int, int]
PAPER: Colour = (240, 244, 246)
SURFACE: Colour = (255, 255, 255)
INK: Colour = (23, 33, 38)
MUTED: Colour = (95, 107, 114)
LINE: Colour = (226, 231, 234)
ACCENT: Colour = (15, 102, 117)
PALE: Colour = (176, 205, 211)
GOOD: Colour = (23, 105, 58)
WARN: Colour = (176, 42, 30)
_HAN = frozenset({"zh", "ja"})
_CORNER = 14


class Pen:
    """Draws on a picture whose pixels are SCALE times finer than those that are told."""

    SCALE = 2

    def __init__(self, draw: ImageDraw.ImageDraw, language: str) -> None:
        self._draw = draw
        self._language = language

    def text(
        self, x: float, y: float, text: str, size: int, colour: Colour = INK, *, bold: bool = False,
        room: float | None = None, align: Literal["left", "right", "middle"] = "left",
    ) -> float:  # fmt: skip
        """One line with its top at `y`, smaller or cut with … where it is wider than `room`; its width."""
        if room is not None:
            while size > 14 and self.width(text, size, bold=bold) > room:
                size -= 1
            text = self._cut(text, size, room, bold=bold)
        width = self.width(text, size, bold=bold)
        left = x - {"left": 0.0, "right": width, "middle": width / 2}[align]
        self._draw.text((left * self.SCALE, y * self.SCALE), text, colour, self._font(text, size, bold=bold))
        return width

    def width(self, text: str, size: int, *, bold: bool = False) -> float:
        return float(self._font(text, size, bold=bold).getlength(text)) / self.SCALE

    def bar(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        if wide < 0.5 or high < 0.5:
            return
        corners = [value * self.SCALE for value in (x, y, x + wide, y + high)]
        self._draw.rounded_rectangle(corners, min(3.0, wide / 2, high / 2) * self.SCALE, colour)

    def card(self, x: float, y: float, wide: float, high: float) -> None:
        corners = [value * self.SCALE for value in (x, y, x + wide, y + high)]
        self._draw.rounded_rectangle(corners, _CORNER * self.SCALE, SURFACE, LINE, self.SCALE)

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: Colour) -> None:
        self._draw.line([value * self.SCALE for value in (x, y, to_x, to_y)], colour, self.SCALE)

    def weekday(self, day: date) -> str:
        """Its short name in the language of the picture."""
        from babel.dates import format_date

        return str(format_date(day, "EEE", locale=self._language))

    def _cut(self, text: str, size: int, room: float, *, bold: bool) -> str:
        if self.width(text, size, bold=bold) <= room:
            return text
        while text and self.width(f"{text}…", size, bold=bold) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def _font(self, text: str, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        han = self._language in _HAN or any("\u2e80" <= sign <= "\uffee" for sign in text)
        return _opened(han, bold, size * self.SCALE)


@functools.cache
def _opened(han: bool, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    if han:
        import noto_cjk_sans_jp_bold
        import noto_cjk_sans_jp_regular

        package = noto_cjk_sans_jp_bold if bold else noto_cjk_sans_jp_regular
        return ImageFont.truetype(Path(str(package.FONT_PATH)), size)
    from pymupdf_fonts import FiraGO_Bold, FiraGO_Regular

    font = FiraGO_Bold if bold else FiraGO_Regular
    return ImageFont.truetype(io.BytesIO(font.fontbuffer), size)
