"""Headings -> fields for one table: each field at most once, each proposal backed by the cells below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.shop_folder import cells, money_cells, number_cells
from knowledge.shop_folder.headings import (
    CATALOG_FIELDS,
    FIELDS,
    SHIPPING_FIELDS,
    guesses,
    heading_currencies,
    heading_words,
    is_confidential,
    is_field,
    normal,
    tier_quantity,
    tier_quantity_of_field,
)
from knowledge.shop_folder.number_cells import Unreadable
from knowledge.shop_folder.table import Table, tidy

_SAMPLE = 80
_MANY = frozenset({"attribute", "ignore"})
_PRICES = frozenset({"price", "price_tiers", "sample_price"})


@dataclass(frozen=True, slots=True)
class Columns:
    """`fields[i]` is what column i is read as, None: not at all."""

    fields: tuple[str | None, ...]
    proposed: frozenset[int]
    unknown: tuple[str, ...]
    """Headings that nothing could be made of."""

    def at(self, field: str) -> int | None:
        return self.fields.index(field) if field in self.fields else None


def heading_score(table: str) -> Callable[[Sequence[str]], float]:
    """Scores a row of cells as the heading row of a table of FIELDS; 0: surely not."""
    fields = frozenset(map(normal, FIELDS[table]))

    def score(row: Sequence[str]) -> float:
        words = heading_words(table)
        known, total = 0.0, 0
        seen: set[str] = set()
        for cell in row:
            if not cell.strip() or len(cell) > 60:
                continue
            total += 1
            key = normal(cell)
            if key in fields:
                known += 1.2 if key not in seen else 0
            elif key in words or (
                table == "catalog" and tier_quantity(cell) and not cell.strip().isdecimal()
            ):
                known += 1.0 if key not in seen else 0
            elif not key.replace(" ", "").isdecimal() and (near := guesses(cell, table)):
                known += 0.6 * near[0][1] / 100
            seen.add(key)
        return known if known >= 2 and total >= 2 else 0.0

    return score


def remembered_headings(table: Table, remembered: Mapping[str, str]) -> tuple[dict[int, str], dict[str, str]]:
    """(column -> field as the seller said, what was said that is no field). `field = "Heading"` counts."""
    by_heading = {normal_key(heading): n for n, heading in reversed(list(enumerate(table.headings)))}
    chosen: dict[int, str] = {}
    wrong: dict[str, str] = {}
    for left, right in remembered.items():
        heading, field = left, right or "ignore"
        if not is_field(field) and is_field(left) and normal_key(right) in by_heading:
            heading, field = right, left
        if not is_field(field):
            wrong[left] = right
        elif (position := by_heading.get(normal_key(heading))) is not None:
            chosen[position] = field
    return chosen, wrong


def normal_key(heading: str) -> str:
    return " ".join(heading.casefold().split())


def with_second_heading_row(table: Table) -> Table:
    """Quantities in the row under a wide heading such as `FOB price` are the headings of its columns."""
    below = table.rows[0].cells if table.rows and table.rows[0].fault is None else ()
    filled = {n: tidy(cell) for n, cell in enumerate(below) if cell.strip()}
    if len(filled) < 2 or not all(tier_quantity(cell) for cell in filled.values()):
        return table
    wide = max(len(table.headings), *(n + 1 for n in filled))
    headings = tuple(
        filled.get(n) or (table.headings[n] if n < len(table.headings) else "") for n in range(wide)
    )
    return replace(table, headings=headings, rows=table.rows[1:])


def catalog_columns(table: Table, chosen: Mapping[int, str], currency: str) -> Columns:
    """What each column of a catalogue is read as; `chosen` is what the seller said."""
    fields: dict[int, str] = dict(chosen)
    _take_own_names(table, fields, CATALOG_FIELDS)
    taken = set(fields.values())
    proposed: set[int] = set()
    offers: list[tuple[float, int, str]] = []
    bare = sum(1 for heading in table.headings if heading.isdecimal())
    for n, heading in enumerate(table.headings):
        if n in fields or not heading:
            continue
        sample = column_sample(table, n)
        quantity = tier_quantity(heading)
        if quantity and not (heading.isdecimal() and bare < 2) and not is_confidential(heading):
            if "price_tiers" not in taken and _share(sample, _is_price(currency)) >= 0.5:
                offers.append((99.0, n, f"price_tiers:{quantity}"))
            continue
        for field, score in guesses(heading, "catalog"):
            if field in _PRICES and not _in_currency(heading, currency):
                continue
            if field == "cost" or _fits(field, sample, currency):
                offers.append((score, n, field))
    offers.sort(key=lambda offer: (-offer[0], offer[1]))
    for _, n, field in offers:
        if n in fields or (field in taken and field not in _MANY):
            continue
        if field == "price" and "price_tiers" in taken:
            continue
        fields[n] = field
        taken.add(field)
        proposed.add(n)
    _prefer_tiers(fields, chosen)
    _name_by_description(fields, proposed, chosen)
    _guess_from_cells(table, fields, proposed)
    unknown = tuple(heading for n, heading in enumerate(table.headings) if heading and n not in fields)
    return Columns(
        tuple(fields.get(n) for n in range(len(table.headings))), frozenset(proposed & fields.keys()), unknown
    )


def shipping_columns(table: Table) -> Columns:
    fields: dict[int, str] = {}
    _take_own_names(table, fields, SHIPPING_FIELDS)
    offers = [
        (score, n, field)
        for n, heading in enumerate(table.headings)
        if n not in fields and heading
        for field, score in guesses(heading, "shipping")
    ]
    proposed: set[int] = set()
    for _, n, field in sorted(offers, key=lambda offer: (-offer[0], offer[1])):
        if n not in fields and field not in fields.values():
            fields[n] = field
            proposed.add(n)
    unknown = tuple(heading for n, heading in enumerate(table.headings) if heading and n not in fields)
    return Columns(tuple(fields.get(n) for n in range(len(table.headings))), frozenset(proposed), unknown)


def column_sample(table: Table, n: int, most: int = _SAMPLE) -> list[str]:
    """The first `most` cells of a column that hold something."""
    sample = []
    for row in table.rows:
        if row.fault is None and n < len(row.cells) and not number_cells.is_empty(row.cells[n]):
            sample.append(row.cells[n])
            if len(sample) == most:
                break
    return sample


def _take_own_names(table: Table, fields: dict[int, str], own: Sequence[str]) -> None:
    names = {normal(field): field for field in own}
    for n, heading in enumerate(table.headings):
        field = names.get(normal(heading))
        if n not in fields and field is not None and field not in fields.values():
            fields[n] = field


def _in_currency(heading: str, currency: str) -> bool:
    named = heading_currencies(heading)
    return named is None or currency in named


def _prefer_tiers(fields: dict[int, str], chosen: Mapping[int, str]) -> None:
    """Columns by quantity and a single price say the same twice; the columns by quantity say more."""
    by_quantity = [n for n, field in fields.items() if tier_quantity_of_field(field) is not None]
    if by_quantity:
        for n, field in list(fields.items()):
            if field == "price" and n not in chosen:
                fields[n] = "ignore"


def _name_by_description(fields: dict[int, str], proposed: set[int], chosen: Mapping[int, str]) -> None:
    """Where no column is called a name, what is called the description is what people call the goods."""
    if "name" not in fields.values():
        for n, field in fields.items():
            if field == "description" and n not in chosen:
                fields[n] = "name"
                proposed.add(n)
                return


def _guess_from_cells(table: Table, fields: dict[int, str], proposed: set[int]) -> None:
    """An SKU column under a heading that says nothing: codes, each once."""
    if "sku" in fields.values():
        return
    for n, heading in enumerate(table.headings):
        sample = column_sample(table, n)
        codes = [text for text in sample if len(text) <= 32 and len(text.split()) == 1]
        if n not in fields and heading and len(sample) >= 2 and len(codes) == len(sample) == len(set(sample)):
            with_digits = [text for text in codes if any(char.isdigit() for char in text)]
            plain_numbers = [text for text in codes if number_cells.number(text) is not None]
            if len(with_digits) == len(codes) and not plain_numbers:
                fields[n] = "sku"
                proposed.add(n)
                return


def _share(sample: Sequence[str], reads: Callable[[str], object]) -> float:
    """The share of cells that `reads` can read."""
    if not sample:
        return 0.0
    good = 0
    for text in sample:
        try:
            reads(text)
            good += 1
        except Unreadable:
            pass
    return good / len(sample)


def _is_price(currency: str) -> Callable[[str], object]:
    return lambda text: money_cells.price(text, currency)


def _fits(field: str, sample: Sequence[str], currency: str) -> bool:
    """Whether the cells under a heading can be what the heading seems to say."""
    if field == "sku":
        return len(set(sample)) >= 0.8 * len(sample) and all(len(text) <= 64 for text in sample)
    if field == "name":
        return any(not text.replace(".", "").isdecimal() for text in sample)
    if field == "price":
        return _share(sample, lambda text: money_cells.tiers(text, currency, moq=1)) >= 0.5
    readers: dict[str, Callable[[str], object]] = {
        "price_tiers": lambda text: money_cells.tiers(text, currency, moq=1),
        "sample_price": _is_price(currency),
        "moq": cells.count,
        "carton_qty": cells.count,
        "stock": cells.count,
        "lead_time_days": cells.days,
        "weight_kg": lambda text: cells.weight_kg(gross_part(text)),
        "carton_weight_kg": lambda text: cells.weight_kg(gross_part(text)),
        "carton_cm": cells.carton_cm,
        "battery": cells.yes_no,
        "customization": lambda text: money_cells.options(text, currency),
    }
    reads = readers.get(field)
    needed = 0.3 if field in ("moq", "lead_time_days", "weight_kg") else 0.6
    return reads is None or _share(sample, reads) >= needed


def gross_part(text: str) -> str:
    """The gross weight of `12.5/13.2 kg`: whichever is written first, gross is the larger."""
    parts = [part.strip() for part in text.split("/")]
    if len(parts) != 2 or not all(parts):
        return text
    split = [number_cells.split_number(part) for part in parts]
    if any(part is None for part in split):
        return text
    values = [number_cells.number(part[1]) for part in split if part is not None]
    units = [part[2] for part in split if part is not None]
    first, second = values
    if first is None or second is None:
        return text
    unit = units[1] or units[0]
    return f"{max(first, second)} {unit}".strip()
