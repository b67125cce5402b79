"""The words of the console: one folder a language, one Fluent file a subject."""

from __future__ import annotations

import functools
from importlib import resources

from prompts.replies import Replies, ReplyTextError

LANGUAGES = ("en", "zh")


class ConsoleWords(Replies):
    """`say(message, **values)`: a message that is missing is an error, never a gap on a page."""

    def __init__(self, language: str, source: str) -> None:
        super().__init__(language, source)
        self._plain: dict[str, str] = {}

    def say(self, message: str, /, **values: str | int) -> str:
        if values:
            return super().say(message, **values)
        # What has no variables is always the same; a page of the inbox says hundreds of them.
        text = self._plain.get(message)
        if text is None:
            text = self._plain[message] = super().say(message)
        return text


@functools.cache
def load(language: str) -> ConsoleWords:
    """All words in `language`, one of LANGUAGES. ReplyTextError where there are none, or a file is broken."""
    if language not in LANGUAGES:
        raise ReplyTextError(f"the console has no words in {language!r}")
    return ConsoleWords(language, source(language))


def source(language: str) -> str:
    """The Fluent text of all its files, for reports to call things by the same names."""
    folder = resources.files(__name__) / language
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name
    )
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
