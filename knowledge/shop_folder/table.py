"""A seller's list as rows of text cells, wherever it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class UnreadableFile(Exception):
    """A file that gives nothing at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    """Of the file: where the row starts (CSV), or the row's number (spreadsheet)."""
    cells: Sequence[str]
    fault: str | None = None
    """What was expected, where the row as a whole is broken."""


@dataclass(frozen=True, slots=True)
class Table:
    file: str
    headings: tuple[str, ...]
    """As the seller wrote them, white space tidied; "" where a column has none."""
    rows: Sequence[Row]
    spreadsheet: bool = False
    """Whether rows with a lone text may be section titles and notes, as people write them there."""


def tidy(heading: str) -> str:
    return " ".join(heading.split())


def as_table(file: str, rows: Sequence[Row], heading_at: int, spreadsheet: bool = False) -> Table:
    """The table under `rows[heading_at]`, without titles above it, empty rows and repeated headings."""
    headings = tuple(tidy(cell) for cell in rows[heading_at].cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    body = [
        row
        for row in rows[heading_at + 1 :]
        if row.fault is not None
        or (
            any(cell and not cell.isspace() for cell in row.cells)
            and (
                tidy(row.cells[0]) != headings[0] or tuple(map(tidy, row.cells[: len(headings)])) != headings
            )
        )
    ]
    return Table(file, headings, body, spreadsheet)
