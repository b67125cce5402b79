from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from knowledge.shop_folder import ShopReading, read_shop_folder
from knowledge.shop_folder.spreadsheet_table import cell_text
from tests.knowledge.shop_folder.folders import SHOP_TOML, skus

HEADINGS = ["sku", "name", "category", "moq", "price_tiers", "weight_kg", "lead_time_days"]


def read_workbook(folder: Path, workbook: Workbook, name: str = "catalog.xlsx") -> ShopReading:
    (folder / "shop.toml").write_text(SHOP_TOML, encoding="utf-8")
    workbook.save(folder / name)
    return read_shop_folder(folder)


def new_sheet(rows: list[list[object]]) -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return workbook


def test_a_workbook_with_titles_and_merged_cells_is_read(tmp_path: Path) -> None:
    workbook = new_sheet(
        [
            ["Ningbo Copper Ladle Kitchenware – price list 2027"],
            ["All prices FOB Ningbo in USD"],
            [],
            ["Model No.", "Product", "Category", "Min. Order", "FOB Price", "G.W. (kg)", "Lead time"],
            ["KL-01", "Copper ladle", "ladles", 100, 3.2, 0.35, "12 days"],
            ["KL-02", "Steel ladle", None, 200, 0.1 + 0.2, 0.3, 12],
            ["KW-02", "Balloon whisk", "whisks", 300.0, 1.125, 0.125, 9],
        ]
    )
    sheet = workbook.active
    assert sheet is not None
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("C5:C6")
    reading = read_workbook(tmp_path, workbook)
    assert reading.errors == ()
    assert reading.shop is not None
    assert [(item.sku, item.category, item.moq) for item in reading.shop.items] == [
        ("KL-01", "ladles", 100), ("KL-02", "ladles", 200), ("KW-02", "whisks", 300)
    ]  # fmt: skip
    assert [item.tiers[0].unit_price for item in reading.shop.items] == [
        Decimal("3.2"), Decimal("0.3"), Decimal("1.125")
    ]  # fmt: skip
    assert reading.shop.item("KW-02").weight_kg == Decimal("0.125")


def test_a_bad_cell_is_reported_with_the_row_number_of_the_sheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Price list"],
        [],
        [*HEADINGS],
        ["KL-01", "Ladle", "ladles", "many", "100:3.20", 0.35, 12],
        ["KW-02", "Whisk", "whisks", 200, "200:1.10", 0.12, 9],
    ]
    reading = read_workbook(tmp_path, new_sheet(rows))
    (error,) = reading.errors
    assert (error.file, error.line, error.column, error.value) == ("catalog.xlsx", 4, "moq", "many")
    assert skus(reading) == ["KW-02"]


def test_the_sheet_that_looks_like_a_catalogue_is_taken_and_the_freight_sheet_with_it(tmp_path: Path) -> None:
    workbook = new_sheet([["Welcome"], ["Our terms are on the next page"]])
    freight = workbook.create_sheet("Freight")
    freight.append(
        ["method", "countries", "min_kg", "max_kg", "base", "per_kg", "days_min", "days_max", "battery"]
    )
    freight.append(["sea", "*", 50, None, 80, 0.9, 30, 40, "yes"])
    products = workbook.create_sheet("Products")
    products.append([*HEADINGS])
    products.append(["KL-01", "Ladle", "ladles", 100, "100:3.20", 0.35, 12])
    reading = read_workbook(tmp_path, workbook)
    assert skus(reading) == ["KL-01"]
    assert reading.shop is not None
    (rate,) = reading.shop.rates
    assert (rate.method, rate.countries, rate.max_kg, rate.per_kg) == ("sea", ("*",), None, Decimal("0.9"))


def test_the_only_workbook_of_a_folder_is_its_catalogue(tmp_path: Path) -> None:
    workbook = new_sheet([[*HEADINGS], ["KL-01", "Ladle", "ladles", 100, "100:3.20", 0.35, 12]])
    assert skus(read_workbook(tmp_path, workbook, "Preisliste 2027.xlsx")) == ["KL-01"]


def test_two_workbooks_without_a_catalogue_name_are_not_guessed_between(tmp_path: Path) -> None:
    workbook = new_sheet([[*HEADINGS], ["KL-01", "Ladle", "ladles", 100, "100:3.20", 0.35, 12]])
    workbook.save(tmp_path / "a.xlsx")
    reading = read_workbook(tmp_path, workbook, "b.xlsx")
    assert reading.fatal is not None
    assert (
        "several workbooks (a.xlsx, b.xlsx): name the one that holds the products catalog.xlsx"
        in reading.fatal
    )


def test_section_titles_are_the_category_where_no_column_says_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["sku", "name", "moq", "price_tiers", "weight_kg", "lead_time_days"],
        ["LADLES"],
        ["KL-01", "Copper ladle", 100, "100:3.20", 0.35, 12],
        ["Whisks & beaters"],
        ["KW-02", "Balloon whisk", 200, "200:1.10", 0.12, 9],
    ]
    reading = read_workbook(tmp_path, new_sheet(rows))
    assert reading.shop is not None
    assert [item.category for item in reading.shop.items] == ["LADLES", "Whisks & beaters"]


def test_a_note_below_the_list_is_named_and_refuses_nothing(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*HEADINGS],
        ["KL-01", "Ladle", "ladles", 100, "100:3.20", 0.35, 12],
        ["Prices are valid until 31 March 2027"],
    ]
    reading = read_workbook(tmp_path, new_sheet(rows))
    assert reading.errors == ()
    assert "is taken for a note and not read" in str(reading.warnings[0])


def test_a_formula_without_a_stored_value_is_explained(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*HEADINGS],
        ["KL-01", "Ladle", "ladles", 100, "100:3.20", "=0.3+0.05", 12],
        ["KW-02", "Whisk", "whisks", 200, "200:1.10", 0.12, 9],
    ]
    reading = read_workbook(tmp_path, new_sheet(rows))
    assert [(error.line, error.column) for error in reading.errors] == [(2, "weight_kg")]
    assert "cell F2 holds a formula whose result was never stored" in str(reading.warnings[-1])


def test_what_is_no_workbook_gets_a_clear_answer(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(SHOP_TOML, encoding="utf-8")
    (tmp_path / "catalog.xlsx").write_bytes(b"PK\x03\x04 cut off")
    reading = read_shop_folder(tmp_path)
    assert reading.fatal is not None
    assert reading.fatal.startswith("catalog.xlsx cannot be read as an Excel workbook")
    assert "save it again as .xlsx or as CSV" in reading.fatal


def test_a_number_of_a_spreadsheet_is_written_exactly() -> None:
    assert [cell_text(value) for value in (3.2, 100.0, 0.1 + 0.2, 1.125, True, 2.5e-7, "", None)] == [
        "3.2", "100", "0.3", "1.1250", "yes", "0.00000025", "", ""
    ]  # fmt: skip


def test_an_sku_that_is_a_number_stays_whole(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEADINGS], [10045.0, "Ladle", "ladles", 100, "100:3.20", 0.35, 12]]
    assert skus(read_workbook(tmp_path, new_sheet(rows))) == ["10045"]


def test_quantities_in_a_second_row_of_headings_are_price_tiers(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["sku", "name", "category", "moq", "FOB price (USD)", None, None, "weight_kg", "lead_time_days"],
        [None, None, None, None, "100-499", "500-999", "\u22651000", None, None],
        ["KL-01", "Ladle", "ladles", 100, 3.2, 2.95, 2.7, 0.35, 12],
    ]
    reading = read_workbook(tmp_path, new_sheet(rows))
    assert reading.errors == ()
    assert reading.shop is not None
    assert [tier.from_quantity for tier in reading.shop.item("KL-01").tiers] == [100, 500, 1000]
