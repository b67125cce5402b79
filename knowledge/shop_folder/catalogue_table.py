"""The products' table of a seller's file: which sheet, which row holds the headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from knowledge.shop_folder.columns import heading_score
from knowledge.shop_folder.csv_table import csv_table
from knowledge.shop_folder.files import read_bytes
from knowledge.shop_folder.spreadsheet_table import spreadsheet_tables
from knowledge.shop_folder.table import Table, UnreadableFile
from knowledge.shop_folder.text_file import decoded


def catalogue_table(path: Path, name: str, asked: Mapping[str, str]) -> tuple[Table, str | None]:
    """(table, its sheet where the file is a workbook). `asked` are headings that the seller spoke of.

    Errors call the file `name`. Raises UnreadableFile.
    """
    known = heading_score("catalog")
    said = {heading.casefold() for pair in asked.items() for heading in pair}

    def score(row: Sequence[str]) -> float:
        mine = sum(1 for cell in row if " ".join(cell.split()).casefold() in said)
        return known(row) + (mine if mine > 1 else 0)

    if path.suffix.casefold() == ".csv":
        text, _ = decoded(read_bytes(path, name), name)
        return csv_table(name, text, score), None
    read_bytes(path, name, only_check=True)
    sheets = spreadsheet_tables(name, path, score)
    if not sheets:
        raise UnreadableFile(
            f"{name}: no sheet has a row of headings; put sku, name, price … in one row above the products"
        )
    sheet, _, table = sheets[0]
    return table, sheet
