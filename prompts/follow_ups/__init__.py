"""The words with which one comes back to a buyer: one Fluent file a language, spoken beside the replies."""

from __future__ import annotations

import functools
from importlib import resources

from prompts.replies import Replies, ReplyTextError


@functools.cache
def load(language: str) -> Replies:
    """The messages of `language` (ISO 639-1). ReplyTextError where there are none."""
    path = resources.files(__name__) / f"{language}.ftl"
    if not path.is_file():
        raise ReplyTextError(f"no follow-ups in {language!r}")
    return Replies(language, path.read_text(encoding="utf-8"))
