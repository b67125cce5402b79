"""A shop folder read and compared with what serves, without loading anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from bot.domain.facts import CatalogItem, Shop
from knowledge.shop_folder import ReadingNotice, RowError, read_shop_folder

Progress = Callable[[str, int, int], None]
NOT_SHOWN = "(not shown)"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a reading says. `shop` is None exactly where `fatal` says why. Holds no unit cost."""

    shop: Shop | None
    documents: tuple[tuple[str, str], ...]
    """(path, SHA-256) of the policies."""
    errors: tuple[RowError, ...]
    warnings: tuple[ReadingNotice, ...]
    ignored: tuple[str, ...]
    proposed: Mapping[str, str]
    fatal: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A checked folder against what serves. `changed`: (SKU, names of the facts that differ)."""

    new: tuple[str, ...]
    changed: tuple[tuple[str, tuple[str, ...]], ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    """SKUs whose row is refused now and whose earlier version stays in force."""
    unchanged: int
    documents_new: tuple[str, ...]
    documents_changed: tuple[str, ...]
    documents_removed: tuple[str, ...]
    terms: tuple[str, ...]
    """Parts of the terms that differ: company, quote, payment, rates …"""


def check(folder: Path, progress: Progress) -> Checked:
    """Read and validate; meant for a process of its own."""
    progress("read", 0, 1)
    reading = read_shop_folder(folder)
    progress("read", 1, 1)
    return Checked(
        reading.shop,
        tuple((document.path, document.sha256) for document in reading.policies),
        tuple(without_cost(error, reading.columns) for error in reading.errors),
        reading.warnings,
        reading.ignored,
        dict(reading.proposed),
        reading.fatal,
    )


def compare(checked: Checked, shop: Shop, documents: Mapping[str, str]) -> Compared:
    """What the checked folder changes in the serving `shop` and `documents` (path -> SHA-256)."""
    assert checked.shop is not None
    before = {item.sku: item for item in shop.items}
    now = {item.sku: item for item in checked.shop.items}
    refused = {error.sku for error in checked.errors if error.sku} | {error.file for error in checked.errors}
    after = dict(checked.documents)
    both = [sku for sku in now if sku in before]
    differing = [(sku, _differing(before[sku], now[sku])) for sku in both]
    return Compared(
        new=tuple(sku for sku in now if sku not in before),
        changed=tuple((sku, names) for sku, names in differing if names),
        removed=tuple(sku for sku in before if sku not in now and sku not in refused),
        kept=tuple(sku for sku in before if sku not in now and sku in refused),
        unchanged=sum(not names for _, names in differing),
        documents_new=tuple(path for path in after if path not in documents),
        documents_changed=tuple(path for path in after if documents.get(path, after[path]) != after[path]),
        documents_removed=tuple(path for path in documents if path not in after and path not in refused),
        terms=tuple(
            part.name
            for part in fields(Shop)
            if part.name != "items" and getattr(shop, part.name) != getattr(checked.shop, part.name)
        ),
    )


def _differing(before: CatalogItem, now: CatalogItem) -> tuple[str, ...]:
    return tuple(
        part.name for part in fields(CatalogItem) if getattr(before, part.name) != getattr(now, part.name)
    )


def without_cost(error: RowError, columns: Mapping[str, str]) -> RowError:
    """The unit cost is confidential, a mistyped one too. `columns`: heading -> field."""
    column = error.column or ""
    if columns.get(column) != "cost" and "cost" not in column.casefold():
        return error
    return RowError(error.file, error.line, error.column, NOT_SHOWN, error.expected, error.sku)
