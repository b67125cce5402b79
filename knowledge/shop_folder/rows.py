"""Reading one row of a table field by field, each refusal with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from knowledge.shop_folder.columns import Columns
from knowledge.shop_folder.number_cells import Unreadable, is_empty
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.table import Row, Table

V = TypeVar("V")


class RowReader:
    """The cells of one row at a time. `refused` counts what was wrong with the present row."""

    def __init__(self, table: Table, columns: Columns, complaints: Complaints) -> None:
        self._table, self._complaints = table, complaints
        self._at = {field: n for n, field in reversed(list(enumerate(columns.fields))) if field is not None}
        self._row: Row = Row(0, ())
        self.sku: str | None = None
        self.refused = 0

    def start(self, row: Row) -> None:
        self._row, self.sku, self.refused = row, None, 0

    def has(self, field: str) -> bool:
        return field in self._at

    def heading(self, field: str) -> str:
        position = self._at.get(field)
        return field if position is None else self._table.headings[position]

    def text(self, field: str) -> str:
        """The tidied cell; "" where it is empty or the column is absent."""
        position = self._at.get(field)
        if position is None or position >= len(self._row.cells):
            return ""
        return self.cell(position)

    def cell(self, position: int) -> str:
        cell = self._row.cells[position] if position < len(self._row.cells) else ""
        return " ".join(cell.split()) if cell else ""

    def raw(self, field: str) -> str:
        """The cell with its line ends, for lists."""
        position = self._at.get(field)
        return self._row.cells[position] if position is not None and position < len(self._row.cells) else ""

    def words(self, field: str, expected: str) -> str:
        """A needed cell of text; "" with the row refused where there is none. `NA` may be Namibia."""
        text = self.text(field)
        if not text.strip("-–—/ "):
            self.refuse(field, text, f"{expected}; this cell is needed")
            return ""
        return text

    def needed(self, field: str, reads: Callable[[str], V], expected: str) -> V | None:
        """The field's value; None, with the row refused, where the cell is empty or unreadable."""
        text = self.text(field)
        if is_empty(text):
            self.refuse(field, text, f"{expected}; this cell is needed")
            return None
        return self.read(field, text, reads)

    def optional(self, field: str, reads: Callable[[str], V]) -> V | None:
        """The field's value; None where the cell is empty, or unreadable and so the row refused."""
        text = self.text(field)
        return None if is_empty(text) else self.read(field, text, reads)

    def cosmetic(self, field: str, reads: Callable[[str], V]) -> V | None:
        """The field's value; None, with a warning, where it is unreadable: no quote depends on it."""
        text = self.text(field)
        if is_empty(text):
            return None
        try:
            return reads(text)
        except Unreadable as error:
            self._complaints.warn(
                self._table.file, self._row.line,
                f"{self.heading(field)} {text[:80]!r} is left out: expected {error.expected}",
            )  # fmt: skip
            return None

    def refuse(self, field: str, value: str | None, expected: str) -> None:
        self.refused += 1
        self._complaints.refuse(
            self._table.file, self._row.line, self.heading(field), value, expected, self.sku
        )

    def refuse_row(self, value: str | None, expected: str) -> None:
        self.refused += 1
        self._complaints.refuse(self._table.file, self._row.line, None, value, expected, self.sku)

    def read(self, field: str, text: str, reads: Callable[[str], V]) -> V | None:
        try:
            return reads(text)
        except Unreadable as error:
            self.refuse(field, text, error.expected)
            return None
