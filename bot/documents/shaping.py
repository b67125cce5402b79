"""fpdf2, with texts handed to HarfBuzz in whole runs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from fpdf import FPDF
from fpdf.line_break import Fragment
from fpdf.unicode_script import UnicodeScript, get_unicode_script

_OF_ANY = frozenset({UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN})
"""Points, figures and marks belong to the script that they stand in."""


class ShapingPdf(FPDF):
    """Parts a text only where font or script change.

    fpdf2 parts it at every combining mark as well, since Unicode counts those to no script of their own: an
    Arabic vowel sign would break the ligature that it stands on.
    """

    def _parse_chars(
        self,
        text: str,
        markdown: bool,  # noqa: ARG002  fpdf2 fixes the signature
        *,
        _initial_emphasis: tuple[bool, bool, bool, bool] | None = None,
    ) -> Iterator[Fragment]:
        style = "B" if "B" in self.font_style else ""
        for font_key, run in self._runs(text, style):
            state = self._get_current_graphics_state()
            state.font_style = style
            if font_key is not None:
                state.font_family = font_key.removesuffix("B")
                state.current_font = self.fonts[font_key]
            yield Fragment(list(run), state, self.k)

    def _runs(self, text: str, style: str) -> Iterator[tuple[str | None, str]]:
        """(fallback font, part) of one font and one script; a mark stays with its letter."""
        own: Any = self.current_font
        run, font, script = "", None, None
        for char in text:
            key, of = font, get_unicode_script(char)
            if not _follows(char):
                key = None if ord(char) in own.cmap else self.get_fallback_font(char, style)
            if run and (key != font or (of not in _OF_ANY and script is not None and of != script)):
                yield font, run
                run, script = "", None
            run, font = run + char, key
            script = script if of in _OF_ANY else of
        if run:
            yield font, run


def _follows(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}
