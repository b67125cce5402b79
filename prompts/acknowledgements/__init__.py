"""The words that tell a buyer at once that the inquiry has arrived, before a person answers it.

One Fluent file a language, without amounts or promises; a manager switches them on, language by language.
"""

from __future__ import annotations

import functools
from importlib import resources

from prompts.replies import Replies, ReplyTextError


@functools.cache
def load(language: str) -> Replies:
    """Messages `inside`, `outside`, `outside-unknown` in `language`. ReplyTextError where there are none."""
    path = resources.files(__name__) / f"{language}.ftl"
    if not path.is_file():
        raise ReplyTextError(f"no acknowledgement in {language!r}")
    return Replies(language, path.read_text(encoding="utf-8"))
