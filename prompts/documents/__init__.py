"""The words of quotations and proforma invoices: one Fluent file a language."""

from __future__ import annotations

import functools
from importlib import resources

from prompts.replies import Replies, ReplyTextError

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja")


@functools.cache
def load(language: str) -> Replies:
    """The words in `language`, one of LANGUAGES. ReplyTextError where there are none, or a file is broken."""
    if language not in LANGUAGES:
        raise ReplyTextError(f"documents have no words in {language!r}")
    return Replies(language, source(language))


def source(language: str) -> str:
    """The file of one of LANGUAGES as it stands: every letter that its documents may need."""
    return (resources.files(__name__) / f"{language}.ftl").read_text(encoding="utf-8")
