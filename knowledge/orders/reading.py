"""A platform's export of orders -> what each row reports, and which values were refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.domain.order_reports import Report
from knowledge.orders.columns import AMOUNTS, TIMES, order_columns, signature_of, wrong_choices
from knowledge.orders.dates import DayOrder, day_order
from knowledge.orders.rows import OrderRows
from knowledge.orders.statuses import with_own, wrong_states
from knowledge.shop_folder.columns import Columns, column_sample, heading_score, normal_key
from knowledge.shop_folder.csv_table import csv_table
from knowledge.shop_folder.decimal_comma import writes_decimal_comma
from knowledge.shop_folder.files import read_bytes
from knowledge.shop_folder.reading import Complaints, RowError
from knowledge.shop_folder.spreadsheet_table import spreadsheet_tables
from knowledge.shop_folder.table import Table, UnreadableFile
from knowledge.shop_folder.text_file import decoded

Progress = Callable[[str, int, int], None]
_TOLD_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Ways:
    """How an export is read, as a person has said it or as it was remembered of its headings."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Heading -> field."""
    statuses: Mapping[str, str] = field(default_factory=dict)
    """The platform's word -> the ledger's state."""
    dates: DayOrder | None = None
    zone: str | None = None
    """Of times without an offset; None: the shop's."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One row. `quotes`: the numbers of quotes in it, `Q-2026-0001`; `buyer`: as the platform names them."""

    line: int
    quotes: tuple[str, ...]
    report: Report
    buyer: str | None = None


@dataclass(frozen=True, slots=True)
class OrdersReading:
    """An export as read; `fatal` says why there is nothing, and what to do."""

    file: str
    lines: tuple[OrderLine, ...] = ()
    rows: int = 0
    errors: tuple[RowError, ...] = ()
    headings: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """Heading -> field, of all that is read."""
    proposed: frozenset[str] = frozenset()
    """Headings whose field was guessed."""
    unread: tuple[str, ...] = ()
    signature: str = ""
    fatal: str | None = None


def read_table(path: Path, name: str, known: Collection[str] = ()) -> Table:
    """The table of orders in a CSV or XLSX file; `known`: headings of which a person has said what they are.

    UnreadableFile says what is wrong with it.
    """
    score = _scored(known)
    with path.open("rb") as file:
        begins = file.read(4)
    if begins.startswith(b"PK"):
        read_bytes(path, name, only_check=True)
        found = spreadsheet_tables(name, path, score)
        if not found:
            raise UnreadableFile(f"{name}: no row of headings found; put the headings of the list in one row")
        return found[0][2]
    if begins.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(
            f"{name} is an old Excel file: save it as .xlsx or as CSV with the encoding UTF-8"
        )
    return csv_table(name, decoded(read_bytes(path, name), name)[0], score)


def read_orders(
    table: Table, ways: Ways, *, currency: str, zone: str, now: datetime, progress: Progress | None = None
) -> OrdersReading:
    """Every row of an export. `currency` and `zone` are the shop's, for amounts and times that name none."""
    signature = signature_of(table.headings)
    wrong = [*wrong_choices(table, ways.columns), *wrong_states(ways.statuses)]
    if wrong:
        return OrdersReading(table.file, headings=table.headings, signature=signature, fatal="; ".join(wrong))
    columns = order_columns(table, ways.columns)
    known = {
        heading: name
        for heading, name in zip(table.headings, columns.fields, strict=True)
        if name is not None and name != "ignore"
    }
    empty = OrdersReading(
        table.file, rows=len(table.rows), headings=table.headings, columns=known, signature=signature,
        proposed=frozenset(table.headings[n] for n in columns.proposed if table.headings[n] in known),
        unread=tuple(heading for heading in table.headings if heading and heading not in known),
    )  # fmt: skip
    order = ways.dates or _dates_of(table, columns)
    fatal = _missing(columns, order)
    if fatal is not None or order is None:
        return replace(empty, fatal=fatal)
    complaints = Complaints()
    comma = writes_decimal_comma(table, columns, lambda name: name in AMOUNTS)
    rows = OrderRows(
        table, columns, complaints, statuses=with_own(ways.statuses), order=order, comma=comma,
        currency=currency, zone=ways.zone or zone, now=now,
    )  # fmt: skip
    lines: list[OrderLine] = []
    for done, row in enumerate(table.rows):
        if progress is not None and done % _TOLD_EVERY == 0:
            progress("reading", done, len(table.rows))
        read = rows.read(row)
        if read is not None:
            lines.append(OrderLine(row.line, *read))
    return replace(empty, lines=tuple(lines), errors=tuple(complaints.errors))


def _scored(known: Collection[str]) -> Callable[[Sequence[str]], float]:
    said = {normal_key(heading) for heading in known}
    by_words = heading_score("orders")

    def score(row: Sequence[str]) -> float:
        named = sum(1 for cell in row if cell and normal_key(cell) in said)
        return by_words(row) + named

    return score


def _dates_of(table: Table, columns: Columns) -> DayOrder | None:
    """One order of day and month for the whole file: told by any of its columns."""
    orders: Sequence[DayOrder | None] = [
        day_order(column_sample(table, n, most=len(table.rows)))
        for n, name in enumerate(columns.fields)
        if name in TIMES
    ]
    if "month-first" in orders:
        return "month-first"
    return None if None in orders else "day-first"


def _missing(columns: Columns, order: DayOrder | None) -> str | None:
    """Why nothing can be read, and what to do."""
    if order is None:
        return (
            "dates such as 03/04/2026 may be 3 April or March 4, and no date in the file tells which:"
            " say --dates day-first or --dates month-first"
        )
    fields = set(columns.fields)
    if not fields & {"quote_number", "platform_number", "remarks"}:
        return (
            'no column tells which order it is: say --map "Their column=quote_number" or "…=platform_number"'
        )
    if not fields & {"status", "paid", "deposit", *TIMES}:
        return 'no column tells how far an order is: say --map "Their column=status"'
    return None
