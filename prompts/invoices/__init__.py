"""The words of invoices in Telegram: one Fluent file a language."""

from __future__ import annotations

import functools
from importlib import resources

from prompts.replies import Replies, ReplyTextError

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja")
InvoiceWords = Replies
"""`say(message, **values)`: a message that is missing is an error, never a gap on a page."""


@functools.cache
def load(language: str) -> InvoiceWords:
    """The words in `language`, one of LANGUAGES. ReplyTextError where there are none, or a file is broken."""
    if language not in LANGUAGES:
        raise ReplyTextError(f"invoices have no words in {language!r}")
    return InvoiceWords(
        language, resources.files(__name__).joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    )
