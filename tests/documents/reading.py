"""What another program reads in a PDF."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pdfplumber
import pypdf

_FIGURE = re.compile(r"\d(?:[\d.,'\s]*\d)?")
_UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")


@dataclass(frozen=True)
class Word:
    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float


def words(pdf: bytes) -> list[Word]:
    """Pieces of text that stand together, as a cell of a table does."""
    found: list[Word] = []
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages):
            seen = page.filter(lambda each: not _UNSEEN.fullmatch(each.get("text", "")))
            found += [_word(each, number) for each in seen.extract_words(keep_blank_chars=True)]
    return found


def _word(each: dict[str, Any], page: int) -> Word:
    return Word(each["text"], page, each["x0"], each["x1"], each["top"], each["bottom"])


def text_of(pdf: bytes) -> str:
    """All of it, in the order of the file, with plain spaces."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return text.replace("\u00a0", " ")


def digits(pdf: bytes) -> set[str]:
    """The digits of every figure, without what groups them or parts the cents."""
    return {re.sub(r"\D", "", run) for word in words(pdf) for run in _FIGURE.findall(word.text)}


def digits_of(amount: Decimal, decimals: int = 2) -> str:
    return f"{amount:.{decimals}f}".replace(".", "")
