"""What the bot says to the team in Telegram: one folder a language, one Fluent file a subject."""

from __future__ import annotations

import functools
from importlib import resources

from prompts.replies import Replies, ReplyTextError

LANGUAGES = ("en", "zh")
TeamWords = Replies
"""`say(message, **values)`: a message that is missing is an error, never a gap on a card."""


@functools.cache
def load(language: str) -> TeamWords:
    """All words in `language`, one of LANGUAGES. ReplyTextError where there are none, or a file is broken."""
    if language not in LANGUAGES:
        raise ReplyTextError(f"the team's cards have no words in {language!r}")
    folder = resources.files(__name__) / language
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name
    )
    return TeamWords(language, "\n".join(file.read_text(encoding="utf-8") for file in files))
