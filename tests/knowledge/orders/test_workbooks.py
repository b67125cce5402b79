"""Exports as workbooks: cells that are numbers, texts or days, as spreadsheets leave them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.knowledge.orders.test_reading import read

HEADINGS = ["Order No.", "Status", "Paid at", "Quotation No.", "Order amount", "Paid amount", "Tracking No."]


def book(path: Path, *rows: list[Any]) -> Path:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in (HEADINGS, *rows):
        made.active.append(row)
    made.save(path)
    return path


def test_a_workbook_is_read_as_a_csv_file_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Orders of November"])
    book.active.append(["Order No.", "Status", "Paid at", "Quotation No.", "Tracking No."])
    book.active.append([201088665501, "Shipped", date(2026, 11, 20), "Q-2026-0007", "1Z 99"])
    book.save(tmp_path / "orders.xlsx")
    (line,) = read(tmp_path / "orders.xlsx").lines
    assert (line.line, line.quotes) == (3, ("Q-2026-0007",))
    assert line.report.platform_number == "201088665501"
    assert line.report.tracking == "1Z 99"
    assert line.report.times["paid_on_platform"] == datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "paid_at",
    [
        datetime.fromisoformat("2026-11-20 09:15"), "2026-11-20 09:15", "2026-11-20T09:15:00+08:00",
        "20.11.2026 09:15", "Nov 20, 2026 9:15 AM", 46346.385416666664,
    ],
)  # fmt: skip
def test_days_are_read_whether_they_are_cells_texts_or_a_spreadsheets_numbers(
    tmp_path: Path, paid_at: object
) -> None:
    path = book(tmp_path / "o.xlsx", ["A1", "Paid", paid_at, "Q-2026-0007", 1500, 450, ""])
    (line,) = read(path).lines
    at = line.report.times["paid_on_platform"]
    assert abs(at - datetime(2026, 11, 20, 1, 15, tzinfo=UTC)).total_seconds() < 1


@pytest.mark.parametrize("number", [201088665501, "201088665501", 201088665501.0, "\u200b201088665501 "])
@pytest.mark.parametrize("paid", [450.5, "450.50", "USD 450.50", Decimal("450.50")])
def test_numbers_are_read_whether_they_are_cells_or_texts(
    tmp_path: Path, number: object, paid: object
) -> None:
    path = book(
        tmp_path / "o.xlsx", [number, "Paid", date(2026, 11, 20), "Q-2026-0007", "1,500", paid, 12345]
    )
    found = read(path)
    (line,) = found.lines
    assert found.errors == ()
    assert line.report.platform_number == "201088665501"
    assert line.report.paid.total == Decimal("450.5")
    assert line.report.tracking == "12345"
