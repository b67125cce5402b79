"""Headings of a platform's export -> our fields, each at most once, each backed by the cells below it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from knowledge.orders import amounts, dates, statuses
from knowledge.shop_folder.columns import Columns, column_sample, normal_key
from knowledge.shop_folder.headings import ORDER_FIELDS, guesses, normal
from knowledge.shop_folder.number_cells import Unreadable
from knowledge.shop_folder.table import Table

TIMES = ("ordered_at", "paid_at", "shipped_at", "delivered_at", "reviewed_at", "cancelled_at", "updated_at")
AMOUNTS = ("total", "paid", "deposit", "balance")
_SURE = 100.0
_PROVINCES = frozenset(map(normal, ("state", "estado", "état", "stato")))
"""Headings of a status, and of a part of a country. Others of a status are never in doubt: where its words
are not known the rows say so, and no date takes their place."""


def signature_of(headings: Sequence[str]) -> str:
    """The same for all exports with these headings, in whatever order."""
    known = "\n".join(sorted(normal_key(heading) for heading in headings if heading))
    return hashlib.sha256(known.encode()).hexdigest()[:16]


def order_columns(table: Table, chosen: Mapping[str, str]) -> Columns:
    """What each column is read as. `chosen` ({heading: field}, `ignore` for none) goes before any guess."""
    said = {normal_key(heading): field for heading, field in chosen.items()}
    fields: dict[int, str] = {}
    for n, heading in enumerate(table.headings):
        field = said.get(normal_key(heading))
        if field is not None and (field == "ignore" or field not in fields.values()):
            fields[n] = field
    proposed: set[int] = set()
    for _, n, field in sorted(_offers(table, fields), key=lambda offer: (-offer[0], offer[1])):
        if n not in fields and (field == "ignore" or field not in fields.values()):
            fields[n] = field
            proposed.add(n)
    unknown = tuple(heading for n, heading in enumerate(table.headings) if heading and n not in fields)
    return Columns(tuple(fields.get(n) for n in range(len(table.headings))), frozenset(proposed), unknown)


def wrong_choices(table: Table, chosen: Mapping[str, str]) -> list[str]:
    """What was said of columns and cannot be followed, in words for the person who said it."""
    headings = {normal_key(heading) for heading in table.headings}
    return [
        *(
            f"there is no field {field!r}; the fields are {', '.join(ORDER_FIELDS)}"
            for field in chosen.values()
            if field not in ORDER_FIELDS
        ),
        *(
            f"there is no column {heading!r}; the columns are {', '.join(filter(None, table.headings))}"
            for heading in chosen
            if normal_key(heading) not in headings
        ),
    ]


def _offers(table: Table, taken: Mapping[int, str]) -> list[tuple[float, int, str]]:
    names = {normal(field): field for field in ORDER_FIELDS}
    offers = []
    for n, heading in enumerate(table.headings):
        if n in taken or not heading:
            continue
        own = names.get(normal(heading))
        near = ((own, _SURE + 1),) if own else guesses(heading, "orders")
        offers += [(score, n, field) for field, score in near if _fits(table, n, field)]
    return offers


def _fits(table: Table, n: int, field: str) -> bool:
    """Whether most cells can be what the heading promises; an empty column can be anything."""
    reads: Callable[[str], object] | None = None
    if field in TIMES:
        reads = _day
    elif field in AMOUNTS:
        reads = _amount
    elif field == "status" and normal(table.headings[n]) in _PROVINCES:
        reads = _status
    sample = column_sample(table, n)
    if reads is None or not sample:
        return True
    readable = sum(1 for text in sample if _reads(reads, text))
    return readable * 2 >= len(sample)


def _reads(reads: Callable[[str], object], text: str) -> bool:
    try:
        return bool(reads(text))
    except Unreadable:
        return False


def _day(text: str) -> object:
    zone = str(ZoneInfo("UTC"))
    try:
        return dates.moment(text, "day-first", zone)
    except Unreadable:
        return dates.moment(text, "month-first", zone)


def _amount(text: str) -> object:
    try:
        return str(amounts.amount(text, False)[0])
    except Unreadable:
        return str(amounts.amount(text, True)[0])


def _status(text: str) -> object:
    return statuses.state_of(text)
