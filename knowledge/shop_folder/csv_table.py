"""CSV -> rows, with the physical line where each row starts, and with broken rows kept apart."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence

from knowledge.shop_folder.table import Row, Table, UnreadableFile, as_table

_LONGEST_ROW = 200
"""Lines. A quotation mark still open after so many was never closed."""
_UNCLOSED = (
    'a closing quotation mark (") in this row: the file looks cut off, or a quotation mark stands alone'
)


def csv_table(file: str, text: str, heading_score: Callable[[Sequence[str]], float]) -> Table:
    """The table of a CSV text. `heading_score` says how much a row looks like this table's headings.

    Raises UnreadableFile where no headings are found.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True) if "\r\r" not in text else text.split("\r")
    lines = _without_odd_line_ends(lines)
    first = 0
    if lines and lines[0].casefold().startswith("sep="):
        first = 1
    best: tuple[float, str, int] | None = None
    for delimiter in ",;\t|":
        head = list(_rows(lines[:60], delimiter, first))[:25]
        for position, row in enumerate(head):
            score = heading_score(row.cells)
            if best is None or score > best[0]:
                best = (score, delimiter, position)
    if best is None or best[0] <= 0:
        shown = next((line.strip() for line in lines if line.strip()), "")
        if not shown:
            raise UnreadableFile(f"{file} is empty: it needs a row of headings and one row for each entry")
        raise UnreadableFile(
            f"{file}: no row of headings found in its first lines (the first line is {shown[:80]!r});"
            " put the headings of the list in one row"
        )
    _, delimiter, position = best
    rows = list(_rows(lines, delimiter, first))
    width = len(rows[position].cells)
    while width and not rows[position].cells[width - 1].strip():
        width -= 1
    checked = [*rows[: position + 1], *(_checked_width(row, width) for row in rows[position + 1 :])]
    return as_table(file, checked, position)


def _without_odd_line_ends(lines: list[str]) -> list[str]:
    """Joins lines that `splitlines` cut at characters that end no line of a CSV file (form feed, U+2028)."""
    if all(line.endswith(("\n", "\r")) for line in lines[:-1]):
        return lines
    joined: list[str] = []
    for line in lines:
        if joined and not joined[-1].endswith(("\n", "\r")):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _checked_width(row: Row, width: int) -> Row:
    if row.fault or not any(cell.strip() for cell in row.cells):
        return row
    if len(row.cells) < width:
        filled = sum(1 for cell in row.cells if cell.strip())
        if filled == 1 and len(row.cells) == 1 and width > 2:
            fault = f"{width} cells as in the headings, the row has one: it looks cut off"
        else:
            fault = f"{width} cells as in the headings, the row has {len(row.cells)}: it looks cut off"
        return Row(row.line, row.cells, fault)
    if any(cell.strip() for cell in row.cells[width:]):
        fault = (
            f"{width} cells as in the headings, the row has {len(row.cells)}:"
            " a cell with a delimiter in it needs quotation marks"
        )
        return Row(row.line, row.cells, fault)
    return row


def _rows(lines: list[str], delimiter: str, first: int) -> Iterator[Row]:
    """All rows; one whose quotation mark is never closed is a fault, and the next line begins a new row."""
    position, strict = first, True
    while position < len(lines):
        source = _Lines(lines, position)
        reader = csv.reader(source, delimiter=delimiter, strict=strict, skipinitialspace=True)
        start = position
        try:
            for cells in reader:
                yield Row(start + 1, cells)
                start = source.next
                source.row_start = start
                if not strict:
                    break
        except csv.Error as error:
            if strict and "expected after" in str(error):
                position, strict = start, False
                continue
            reason = _UNCLOSED if "unexpected end" in str(error) else f"a readable row ({error})"
            yield Row(start + 1, [lines[start].rstrip("\r\n")], reason)
            start += 1
        position, strict = start, True


class _Lines:
    """Feeds the lines to csv.reader and stops it where one row takes too many of them."""

    def __init__(self, lines: list[str], first: int) -> None:
        self.lines, self.next, self.row_start = lines, first, first

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.next >= len(self.lines) or self.next - self.row_start > _LONGEST_ROW:
            raise StopIteration
        self.next += 1
        return self.lines[self.next - 1]
