"""A seller's list looked at before anything is loaded: how its headings are read, and what comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.shop_folder.carton_weights import weighs_cartons
from knowledge.shop_folder.catalog import read_catalog
from knowledge.shop_folder.catalogue_table import catalogue_table
from knowledge.shop_folder.columns import (
    catalog_columns,
    column_sample,
    remembered_headings,
    with_second_heading_row,
)
from knowledge.shop_folder.filling import filled
from knowledge.shop_folder.headings import heading_currencies, is_confidential
from knowledge.shop_folder.needed_columns import missing_columns
from knowledge.shop_folder.reading import Complaints, RowError
from knowledge.shop_folder.table import Table

_SAMPLES = 3
_SHOWN = 3
_WEEK_DAYS = 5


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    heading: str
    field: str | None
    """What it is read as; None: not at all."""
    proposed: bool
    """Whether that is a guess of the program's."""
    samples: tuple[str, ...]
    """Of the first rows; none where the column is `secret`."""
    secret: bool = False
    """Whether it holds what the seller pays: nobody is shown its cells."""


@dataclass(frozen=True, slots=True)
class ProductPreview:
    """A product as it would be loaded. `prices`: (from this quantity, unit price), amounts as text."""

    sku: str
    name: str
    category: str
    prices: tuple[tuple[int, str], ...]
    unit: str
    weight_kg: str
    lead_time_days: int


@dataclass(frozen=True, slots=True)
class ListPreview:
    columns: tuple[ColumnPreview, ...]
    missing: tuple[str, ...]
    """Needed fields that no column gives; nothing can be loaded while there are any."""
    rows: int
    products: int
    """Rows that can be loaded."""
    shown: tuple[ProductPreview, ...]
    errors: tuple[RowError, ...]
    decimals: int
    """Decimals that the prices need, 2 to 4."""
    spreadsheet: bool


def list_table(path: Path, asked: Mapping[str, str]) -> Table:
    """The list's table, quantities in a second row of headings taken up. Raises UnreadableFile."""
    return with_second_heading_row(catalogue_table(path, path.name, asked)[0])


def preview(path: Path, asked: Mapping[str, str], fill: Mapping[str, str], currency: str) -> ListPreview:
    """`asked`: heading -> field as a person said; `fill`: field -> the cell that holds for all rows.

    Raises UnreadableFile.
    """
    table = filled(list_table(path, asked), fill)
    chosen, _ = remembered_headings(table, asked)
    columns = catalog_columns(table, chosen, currency)
    missing = tuple(each.split()[0] for each in missing_columns(columns, _has_sections(table)))
    complaints = Complaints()
    of_cartons = None if missing else weighs_cartons(table, columns)
    if of_cartons is not None:
        fields = list(columns.fields)
        fields[of_cartons] = "carton_weight_kg"
        columns = replace(columns, fields=tuple(fields))
    read = () if missing else read_catalog(table, columns, currency, _WEEK_DAYS, complaints).items
    decimals = max(
        (-int(tier.unit_price.normalize().as_tuple().exponent) for item in read for tier in item.tiers),
        default=2,
    )
    seen = tuple(
        ColumnPreview(
            heading,
            columns.fields[n],
            n in columns.proposed,
            () if _is_secret(heading, columns.fields[n]) else tuple(column_sample(table, n, _SAMPLES)),
            _is_secret(heading, columns.fields[n]),
        )
        for n, heading in enumerate(table.headings)
        if heading
    )
    return ListPreview(
        columns=seen,
        missing=missing,
        rows=len(table.rows),
        products=len(read),
        shown=tuple(
            ProductPreview(
                item.sku, item.name, item.category,
                tuple((tier.from_quantity, f"{tier.unit_price:f}") for tier in item.tiers),
                item.unit, f"{item.weight_kg:f}", item.lead_time_days,
            )
            for item in read[:_SHOWN]
        ),
        errors=tuple(complaints.errors),
        decimals=min(4, max(2, decimals)),
        spreadsheet=table.spreadsheet,
    )  # fmt: skip


def _is_secret(heading: str, field: str | None) -> bool:
    """Whether no preview shows the cells: what the seller pays, read or not."""
    return field == "cost" or is_confidential(heading)


def _has_sections(table: Table) -> bool:
    """Whether titles between the rows say the categories: one stands above the first product then."""
    first = next((row for row in table.rows if any(cell.strip() for cell in row.cells)), None)
    return table.spreadsheet and first is not None and sum(1 for cell in first.cells if cell.strip()) == 1


def likely_currency(path: Path) -> str | None:
    """The currency that the headings or most cells of a price name; None: they name none, or several.

    Raises UnreadableFile.
    """
    votes: Counter[str] = Counter()
    table = list_table(path, {})
    for heading in table.headings:
        for code in heading_currencies(heading) or ():
            votes[code] += 1
    if not votes:
        for n in range(len(table.headings)):
            for cell in column_sample(table, n, 20):
                for code in heading_currencies(cell) or ():
                    votes[code] += 1
    best = votes.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return "USD" if best and "USD" in votes and votes["USD"] == best[0][1] else None
    return best[0][0]
