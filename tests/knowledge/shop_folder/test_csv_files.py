from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.shop_folder import read_shop_folder
from tests.knowledge.shop_folder.folders import HEADINGS, LADLE, WHISK, csv_text, skus, with_cell, write_shop


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "Ladle, cuivre émaillé, 铜勺"), ("utf-8-sig", "Ladle, cuivre émaillé, 铜勺"),
        ("gb18030", "紫铜汤勺，带挂钩"), ("cp1252", "Schöpfkelle für Soße, 30 cm – poliert"),
        ("utf-16", "Ladle 铜勺 café"), ("utf-16-le", "Copper ladle, café"),
        ("utf-16-be", "Copper ladle, café"),
    ],
)  # fmt: skip
def test_a_list_is_read_whatever_encoding_it_was_saved_in(tmp_path: Path, encoding: str, name: str) -> None:
    text = csv_text([HEADINGS, with_cell("name", name), WHISK])
    reading = read_shop_folder(write_shop(tmp_path, catalog=text.encode(encoding)))
    assert reading.errors == ()
    assert reading.shop is not None
    assert reading.shop.item("KL-01").name == name


def test_one_accent_in_a_western_list_is_not_taken_for_chinese(tmp_path: Path) -> None:
    rows = [HEADINGS, with_cell("name", "Moulin à café"), with_cell("name", "Pâtisserie ring", WHISK)]
    reading = read_shop_folder(write_shop(tmp_path, catalog=csv_text(rows).encode("cp1252")))
    assert reading.shop is not None
    assert [item.name for item in reading.shop.items] == ["Moulin à café", "Pâtisserie ring"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_list_is_read_whatever_stands_between_its_cells(tmp_path: Path, delimiter: str) -> None:
    reading = read_shop_folder(write_shop(tmp_path, catalog=csv_text([HEADINGS, LADLE, WHISK], delimiter)))
    assert reading.errors == ()
    assert skus(reading) == ["KL-01", "KW-02"]


def test_a_european_list_writes_decimal_commas(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "moq", "price", "weight_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "1.000", "3,20", "0,350", "12"],
        ["KW-02", "Whisk", "whisks", "200", "1,105", "0,125", "9"],
    ]
    reading = read_shop_folder(write_shop(tmp_path, catalog=csv_text(rows, ";")))
    assert reading.shop is not None
    ladle, whisk = reading.shop.items
    assert (ladle.moq, str(ladle.tiers[0].unit_price), str(ladle.weight_kg)) == (1000, "3.20", "0.350")
    assert str(whisk.tiers[0].unit_price) == "1.105"


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    text = "Price list spring 2027,,,,,,\nAll prices FOB Ningbo,,,,,,\n\n" + csv_text(
        [HEADINGS, LADLE, WHISK]
    )
    assert skus(read_shop_folder(write_shop(tmp_path, catalog=text))) == ["KL-01", "KW-02"]


def test_a_row_that_spans_lines_is_reported_where_it_starts(tmp_path: Path) -> None:
    rows = [HEADINGS, with_cell("name", "Ladle\nwith a hook\nand a box"), with_cell("moq", "many", WHISK)]
    reading = read_shop_folder(write_shop(tmp_path, catalog=csv_text(rows)))
    assert reading.shop is not None
    assert reading.shop.item("KL-01").name == "Ladle with a hook and a box"
    assert [(error.line, error.column, error.value) for error in reading.errors] == [(5, "moq", "many")]


def test_a_file_cut_off_in_a_quoted_cell_loses_that_row_only(tmp_path: Path) -> None:
    text = csv_text([HEADINGS, LADLE, with_cell("name", 'Whisk, 12" long', WHISK)])
    reading = read_shop_folder(write_shop(tmp_path, catalog=text[: text.index(' long"') - 2]))
    assert skus(reading) == ["KL-01"]
    assert [(error.line, error.expected.split(":")[0]) for error in reading.errors] == [
        (3, 'a closing quotation mark (") in this row')
    ]


def test_a_file_cut_off_between_cells_loses_that_row_only(tmp_path: Path) -> None:
    text = csv_text([HEADINGS, LADLE, WHISK])
    reading = read_shop_folder(write_shop(tmp_path, catalog=text[: text.index("200:1.10")]))
    assert skus(reading) == ["KL-01"]
    (error,) = reading.errors
    assert (error.line, error.sku) == (3, "KW-02")
    assert error.expected == "7 cells as in the headings, the row has 5: it looks cut off"


def test_a_stray_quotation_mark_costs_one_row_and_not_the_rest_of_the_file(tmp_path: Path) -> None:
    many = [with_cell("sku", f"KW-{n}", WHISK) for n in range(300)]
    text = csv_text([HEADINGS]) + 'KL-01,"Ladle,ladles,100,100:3.20,0.35,12\n' + csv_text(many)
    reading = read_shop_folder(write_shop(tmp_path, catalog=text))
    assert len(skus(reading)) == 300
    assert [error.line for error in reading.errors] == [2]


def test_a_delimiter_without_quotation_marks_is_reported(tmp_path: Path) -> None:
    text = csv_text([HEADINGS, WHISK]) + "KL-01,Ladle, copper,ladles,100,100:3.20,0.35,12\n"
    reading = read_shop_folder(write_shop(tmp_path, catalog=text))
    assert skus(reading) == ["KW-02"]
    assert "a cell with a delimiter in it needs quotation marks" in reading.errors[0].expected


def test_old_mac_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    text = csv_text([HEADINGS, LADLE, with_cell("moq", "x", WHISK)])
    for n, line_end in enumerate(["\r\n", "\r"]):
        reading = read_shop_folder(write_shop(tmp_path / str(n), catalog=text.replace("\n", line_end)))
        assert skus(reading) == ["KL-01"]
        assert reading.errors[0].line == 3


def test_a_spreadsheet_named_csv_gets_a_clear_answer(tmp_path: Path) -> None:
    reading = read_shop_folder(write_shop(tmp_path, catalog=b"PK\x03\x04" + b"\x00" * 100))
    assert reading.fatal == "catalog.csv holds no text: save it as CSV with the encoding UTF-8"


def test_an_empty_list_gets_a_clear_answer(tmp_path: Path) -> None:
    reading = read_shop_folder(write_shop(tmp_path, catalog=""))
    assert reading.fatal is not None
    assert reading.fatal.startswith("catalog.csv is empty: it needs a row of headings")


def test_a_list_without_headings_gets_a_clear_answer(tmp_path: Path) -> None:
    reading = read_shop_folder(write_shop(tmp_path, catalog=csv_text([LADLE, WHISK])))
    assert reading.fatal is not None
    assert "no row of headings found" in reading.fatal
