"""An earlier good version of what was refused now stays in force."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from bot.domain.facts import CatalogItem, FreightRate, Shop
from knowledge.ingest.report import KeptRow
from knowledge.shop_folder import RowError
from storage.items import read_items
from storage.passages import StoredDocument, read_documents
from storage.terms import read_rates


def kept_items(
    connection: Connection, version_id: int, shop: Shop, errors: Sequence[RowError]
) -> tuple[CatalogItem, ...]:
    """Items of the version that serves whose row was refused now and which have no good row beside it."""
    loaded = {item.sku for item in shop.items}
    refused = {error.sku for error in errors if error.sku is not None} - loaded
    return read_items(connection, version_id, sorted(refused))[0] if refused else ()


def kept_documents(
    connection: Connection, version_id: int, documents: Sequence[StoredDocument], errors: Sequence[RowError]
) -> tuple[StoredDocument, ...]:
    """Policies of the version that serves whose file cannot be read now."""
    loaded = {document.path for document in documents}
    refused = {error.file for error in errors if error.line is None} - loaded
    if not refused:
        return ()
    return tuple(document for document in read_documents(connection, version_id) if document.path in refused)


def kept_rates(
    connection: Connection,
    version_id: int,
    folder: Path,
    rates: Sequence[FreightRate],
    errors: Sequence[RowError],
) -> tuple[FreightRate, ...]:
    """Freight rates of the version that serves whose row, or whose whole file, was refused now.

    A refused row of shipping.csv names its rate by method and countries, as far as it can be read.
    """
    refused = [error for error in errors if error.file.startswith("shipping.")]
    if not refused:
        return ()
    earlier = read_rates(connection, version_id)
    if any(error.line is None for error in refused) and not rates:
        return earlier
    loaded = {_names(rate) for rate in rates}
    cells = [_cells(folder / error.file, error.line) for error in refused if error.line is not None]
    return tuple(
        rate for rate in earlier if _names(rate) not in loaded and any(_is_row_of(rate, row) for row in cells)
    )


def named(file: str, names: Sequence[str]) -> list[KeptRow]:
    return [KeptRow(file, name) for name in names]


def _names(rate: FreightRate) -> tuple[object, ...]:
    return (rate.method.casefold(), frozenset(rate.countries), rate.min_kg)


def _is_row_of(rate: FreightRate, cells: Sequence[str]) -> bool:
    said = {cell.strip().casefold() for cell in cells}
    places = {frozenset(cell.replace(" ", "").upper().split(";")) for cell in cells}
    return rate.method.casefold() in said and frozenset(rate.countries) in places


def _cells(path: Path, line: int) -> list[str]:
    """The cells of one line of a CSV file; none where it is no CSV or cannot be read."""
    if path.suffix.casefold() != ".csv":
        return []
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []
    if not 0 < line <= len(lines):
        return []
    separator = max(",;\t", key=lines[line - 1].count)
    return next(csv.reader([lines[line - 1]], delimiter=separator), [])
