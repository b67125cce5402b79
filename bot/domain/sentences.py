"""Sentences, list items and table rows of the shop's documents, without markup and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÞА-Я“\"])|(?<=[。！？])")
_ABBREVIATION = re.compile(r"\b(?:Co|Ltd|Inc|No|Nos|approx|e\.g|i\.e|vs|St|Mr|Ms|Dr|max|min)\.$")
_LIST_MARK = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$")
_LABELLED = re.compile(r"^([^:]{1,40}): \S")
_MARKUP = re.compile(r"(\*\*|__|`)")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The pieces of `text` in their order, each on one line."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    paragraph: list[str] = []
    header: list[str] | None = None
    for raw in [*text.splitlines(), ""]:
        line = _MARKUP.sub("", raw).strip()
        cells = _cells(line)
        item = _LIST_MARK.match(raw)
        if paragraph and (not line or cells or item or line.startswith("#")):
            yield from _split(" ".join(paragraph))
            paragraph = []
        if cells is None:
            header = None if not _RULE.match(line) else header
        if not line or line.startswith("#") or _RULE.match(line):
            continue
        if cells is not None:
            if all(_LABELLED.match(cell) for cell in cells):
                yield _labelled(cells)
            elif header is None:
                header = cells
            else:
                yield _row(header, cells)
        else:
            paragraph.append(_LIST_MARK.sub("", line) if item else line)


def _split(paragraph: str) -> Iterator[str]:
    kept = ""
    for part in _SENTENCE_END.split(" ".join(paragraph.split())):
        kept = f"{kept} {part}".strip() if kept else part
        if not _ABBREVIATION.search(kept):
            if kept:
                yield kept
            kept = ""
    if kept:
        yield kept


def _cells(line: str) -> list[str] | None:
    """The cells of a table row; None for any other line."""
    separator = "|" if line.count("|") >= 1 and (line.startswith("|") or " | " in line) else "\t"
    if separator not in line or _RULE.match(line):
        return None
    cells = [" ".join(cell.split()) for cell in line.strip("|").split(separator)]
    return cells if len(cells) > 1 else None


def _labelled(cells: Sequence[str]) -> str:
    """A table row whose cells carry their headings: the first without its own, the others with it."""
    return f"{cells[0].split(': ', 1)[1]} – {'; '.join(cells[1:])}"


def _row(header: Sequence[str], cells: Sequence[str]) -> str:
    """A table row as a sentence: its first cell, then each other under its heading."""
    if len(header) != len(cells):
        return "; ".join(cell for cell in cells if cell)
    named = [
        f"{head}: {cell}" if head else cell for head, cell in zip(header[1:], cells[1:], strict=True) if cell
    ]
    return f"{cells[0]} – {'; '.join(named)}" if named else cells[0]
