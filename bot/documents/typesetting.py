"""A document of values to a PDF of bytes."""

from __future__ import annotations

import dataclasses
import functools
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.documents.content import BETWEEN
from bot.documents.fonts import Family, families, lacking
from bot.documents.layout import laid_out
from bot.documents.marks import paper_of
from bot.documents.painting import Painter
from bot.documents.quotation import Quotation
from bot.documents.wording import worded
from prompts.documents import LANGUAGES, source
from prompts.replies import ReplyTextError

_FALLBACK = "en"
_INSTEAD = "?"


@dataclass(frozen=True, slots=True)
class Typeset:
    """`warnings` are for the salesperson, in English; empty where everything stands as it should."""

    pdf: bytes
    language: str
    """The document's own, or "en" where no font can set it."""
    pages: int
    warnings: tuple[str, ...] = ()


def render_quotation(document: Quotation) -> bytes:
    """The PDF alone; see `typeset`."""
    return typeset(document).pdf


def typeset(document: Quotation, typefaces: tuple[Family, ...] | None = None) -> Typeset:
    """The PDF of `document`, in `typefaces` or all that there are; the same values give the same bytes.

    Where no installed font has the letters of its language it is set in English and says so; a character of
    a name that no font has becomes a question mark. Both stand in `warnings`. ReplyTextError where the
    language is none of ours, NoFont where no font at all can be found.
    """
    typefaces = families() if typefaces is None else typefaces
    warnings = []
    language = document.language
    if language not in LANGUAGES:
        raise ReplyTextError(f"documents have no words in {language!r}")
    if not can_set(language, typefaces):
        warnings.append(f"no font for {language!r} is installed: the document is in English")
        language = _FALLBACK
    content = worded(document, language)
    letters = frozenset("".join(_texts(content)) + BETWEEN + "0123456789")
    missing = lacking(letters, typefaces)
    if missing:
        warnings.append(f"no font has {' '.join(sorted(missing))}: set as {_INSTEAD}")
        content = _replaced(content, str.maketrans(dict.fromkeys(missing, _INSTEAD)))
    paper = paper_of(document.buyer.country)
    used = (letters - missing) | {_INSTEAD}
    with (
        tempfile.TemporaryDirectory(prefix="supercargo-") as folder,
        closing(Painter(language, paper, used, typefaces, Path(folder))) as painter,
    ):
        pages = laid_out(content, paper, painter.width_of, right_to_left=language == "ar")
        painter.describe(f"{content.title} {document.number}", content.footer, document.date)
        for marks in pages:
            painter.page(marks)
        pdf = painter.pdf()
    return Typeset(pdf, language, len(pages), tuple(warnings))


@functools.cache
def can_set(language: str, typefaces: tuple[Family, ...] | None = None) -> bool:
    """Whether `typefaces`, or all that there are, hold every letter of our words in `language`."""
    return not lacking(source(language), families() if typefaces is None else typefaces)


def _texts(value: Any) -> list[str]:
    """Every text in a content value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in _texts(each)]
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return [text for field in fields for text in _texts(getattr(value, field.name))]
    return []


def _replaced(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, tuple):
        return tuple(_replaced(each, table) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return dataclasses.replace(
            value, **{field.name: _replaced(getattr(value, field.name), table) for field in fields}
        )
    return value
