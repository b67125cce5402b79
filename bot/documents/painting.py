"""Marks to PDF, by fpdf2 with HarfBuzz."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.documents.fonts import Family, in_order
from bot.documents.marks import INK, Box, Code, Mark, Paper, Text
from bot.documents.subsetting import subset

_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_REFERENCE = 10.0
_QUIET = 2
"""Modules around a code; the box below it gives the rest of the four that are asked for."""


class Painter:
    """One document's PDF. Its fonts hold the `letters` that the document needs, and no more."""

    def __init__(
        self, language: str, paper: Paper, letters: Iterable[str], typefaces: Iterable[Family], folder: Path
    ) -> None:
        """`folder` takes the parts of fonts while the PDF is made."""
        from bot.documents.shaping import ShapingPdf

        pdf: Any = ShapingPdf(unit="mm", format=(paper.width, paper.height))
        # No text of a buyer is a placeholder for the number of pages.
        pdf.str_alias_nb_pages = None
        self._pdf = pdf
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._language = language
        self._direction = "rtl" if language == "ar" else "ltr"
        self._add_fonts(letters, in_order(typefaces, language), folder)
        self._measured = lru_cache(maxsize=4096)(self._width_of)

    def _add_fonts(self, letters: Iterable[str], typefaces: Iterable[Family], folder: Path) -> None:
        left = {ord(char) for char in letters if unicodedata.category(char) != "Cf"} | {0x20}
        names: list[str] = []
        for family in typefaces:
            mine = left & family.letters
            if names and not mine:
                continue
            name = f"face{len(names)}"
            for style in ("", "B"):
                file = folder / f"{name}{style}.ttf"
                file.write_bytes(subset(family.weight(bold=bool(style)), mine | {0x20}))
                self._pdf.add_font(name, style, file)
            names.append(name)
            left -= mine
        self._family = names[0]
        self._pdf.set_fallback_fonts(names[1:], exact_match=True)

    def width_of(self, text: str, bold: bool) -> float:
        """Millimetres at one point of size."""
        return self._measured(text, bold)

    def _width_of(self, text: str, bold: bool) -> float:
        self._choose(text, bold, _REFERENCE)
        return float(self._pdf.get_string_width(text)) / _REFERENCE

    def _choose(self, text: str, bold: bool, size: float) -> None:
        self._pdf.set_text_shaping(
            True,
            features={"tnum": True, "lnum": True, "kern": True},
            direction=self._direction,
            language=self._tag(text),
        )
        self._pdf.set_font(self._family, "B" if bold else "", size)

    def _tag(self, text: str) -> str:
        """One code point of Han is written differently in China and Japan; the text tells which is meant."""
        if self._language == "ja" or _KANA.search(text):
            return "ja"
        return "zh-Hans" if self._language == "zh" or _HAN.search(text) else self._language

    def describe(self, title: str, author: str, day: date) -> None:
        """What viewers show of the file; the same document always gives the same bytes."""
        self._pdf.set_title(title)
        self._pdf.set_author(author)
        self._pdf.set_lang(self._language)
        self._pdf.set_creator("Supercargo")
        self._pdf.set_creation_date(datetime.combine(day, time(), UTC))

    def page(self, marks: Iterable[Mark]) -> None:
        self._pdf.add_page()
        for mark in marks:
            match mark:
                case Box():
                    self._pdf.set_fill_color(*mark.colour)
                    self._pdf.rect(mark.x, mark.y, mark.width, mark.height, style="F")
                case Code():
                    self._code(mark)
                case Text():
                    self._text(mark)

    def _text(self, mark: Text) -> None:
        self._choose(mark.text, mark.bold, mark.size)
        self._pdf.set_text_color(*mark.colour)
        height = mark.size * 25.4 / 72
        # `text` does not shape. `cell` has its baseline 0.8 of the size below its top, where it is as high.
        self._pdf.set_xy(mark.x, mark.y - 0.8 * height)
        # A font that fpdf2 chose within the last line is forgotten at its end, whatever fpdf2 remembers.
        self._pdf.current_font_is_set_on_page = False
        self._pdf.cell(mark.width, height, mark.text)
        if mark.link:
            self._pdf.link(mark.x, mark.y - height, mark.width, height * 1.3, mark.link)

    def _code(self, mark: Code) -> None:
        import segno

        matrix = segno.make_qr(mark.link, error="m").matrix
        module = mark.size / (len(matrix) + 2 * _QUIET)
        self._pdf.set_fill_color(*INK)
        for row, cells in enumerate(matrix):
            for first, last in _runs(cells):
                x, y = (mark.x + (_QUIET + first) * module, mark.y + (_QUIET + row) * module)
                self._pdf.rect(x, y, (last - first) * module, module * 1.01, style="F")
        self._pdf.link(mark.x, mark.y, mark.size, mark.size, mark.link)

    def pdf(self) -> bytes:
        return bytes(self._pdf.output())

    def close(self) -> None:
        """Lets go of the files in the folder; those of an unfinished document too."""
        for font in self._pdf.fonts.values():
            font.close()


def _runs(cells: Iterable[int]) -> list[tuple[int, int]]:
    """(first, behind the last) of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(cells):
        if not dark:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs
