"""The words of reports, digests and alerts: one folder a language, with the console's names of figures."""

from __future__ import annotations

import functools
from importlib import resources

from prompts import console
from prompts.replies import Replies, ReplyTextError

LANGUAGES = console.LANGUAGES
ReportWords = Replies
"""`say(message, **values)`: a message that is missing is an error, never a gap."""


@functools.cache
def load(language: str) -> ReportWords:
    """All words in `language`, one of LANGUAGES. ReplyTextError where there are none, or a file is broken."""
    if language not in LANGUAGES:
        raise ReplyTextError(f"reports have no words in {language!r}")
    folder = resources.files(__name__) / language
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name
    )
    sources = [file.read_text(encoding="utf-8") for file in files]
    # What a figure, an intent or a reason is called is said once, in the console's files.
    return ReportWords(language, "\n".join([*sources, console.source(language)]))
