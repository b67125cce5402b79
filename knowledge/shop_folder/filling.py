"""What a list says nowhere because it holds for all its rows: written into a copy of the list as columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from knowledge.shop_folder.table import Table

FILLABLE = ("category", "moq", "weight_kg", "lead_time_days")
"""Needed columns of which one value may hold for the whole list; codes, names, prices are each row's own."""


def filled(table: Table, values: Mapping[str, str]) -> Table:
    """`table` with a column more for each field of `values`; titles of sections and broken rows stay."""
    if not values:
        return table
    width = len(table.headings)
    rows = []
    for row in table.rows:
        is_product = row.fault is None and sum(1 for cell in row.cells if cell.strip()) > 1
        cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
        rows.append(replace(row, cells=[*cells, *values.values()]) if is_product else row)
    return replace(table, headings=(*table.headings, *values), rows=rows)


def as_file(table: Table) -> bytes:
    """The table as the file that `file_suffix` names, in which sections of a workbook stay sections."""
    if not table.spreadsheet:
        made = io.StringIO(newline="")
        csv.writer(made).writerows([table.headings, *(row.cells for row in table.rows)])
        return b"\xef\xbb\xbf" + made.getvalue().encode()
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("catalog")
    for cells in (table.headings, *(row.cells for row in table.rows)):
        # As text: a number would lose what makes 0012 a code, and a price its last nought.
        sheet.append([openpyxl.cell.WriteOnlyCell(sheet, cell or None) for cell in cells])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def file_suffix(table: Table) -> str:
    return ".xlsx" if table.spreadsheet else ".csv"
