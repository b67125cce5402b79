"""Whether a list writes 3,20 or 3.20."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.shop_folder.columns import Columns, column_sample
from knowledge.shop_folder.number_cells import shows_decimal_comma
from knowledge.shop_folder.table import Table


def writes_decimal_comma(table: Table, columns: Columns, is_amount: Callable[[str], bool]) -> bool:
    """Told by those cells of the amount columns that can only mean one of the two."""
    commas = points = 0
    for n, field in enumerate(columns.fields):
        if field is not None and is_amount(field):
            shown = [shows_decimal_comma(text) for text in column_sample(table, n)]
            commas += shown.count(True)
            points += shown.count(False)
    return commas > points
