"""Where people read: one console for results, one for everything beside them, and text made fit for both."""

from __future__ import annotations

import io
import sys
import unicodedata

from rich.console import Console
from rich.text import Text

_REORDERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of direction: they keep a line of mixed scripts in order where they are understood, and are drawn as
boxes or turn the rest of the screen around where they are not."""


def results() -> Console:
    """Standard output."""
    _never_fail(sys.stdout)
    return Console(highlight=False, emoji=False)


def notes() -> Console:
    """Standard error: progress, warnings."""
    _never_fail(sys.stderr)
    return Console(stderr=True, highlight=False, emoji=False)


def clean(text: str) -> str:
    """`text` from outside without what steers a terminal: escape sequences, marks of direction."""
    return "".join(
        "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" else char
        for char in text
        if char not in _REORDERING and char != "\r"
    )


def said(text: str, style: str = "") -> Text:
    """`text` from outside, as it stands: no markup, no control characters."""
    return Text(clean(text), style=style)


def shortened(text: str, longest: int = 100) -> str:
    """The start of `text`, on one line."""
    line = " ".join(clean(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _never_fail(stream: object) -> None:
    """A terminal that cannot show a letter shows a question mark."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
