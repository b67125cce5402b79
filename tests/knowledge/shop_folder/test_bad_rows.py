from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.shop_folder import read_shop_folder
from tests.knowledge.shop_folder.folders import HEADINGS, LADLE, WHISK, read_rows, skus, with_cell, write_shop


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("name", "", "the product's name; this cell is needed"),
        ("category", "-", "the product's category; this cell is needed"),
        ("moq", "", "the MOQ; this cell is needed"),
        ("moq", "a few", "a whole number such as 100"),
        ("moq", "0", "a whole number of 1 or more"),
        ("moq", "-100", "a whole number of 1 or more"),
        ("moq", "99.5", "a whole number such as 100"),
        ("price_tiers", "", "price tiers such as 100:3.20; 500:2.95; this cell is needed"),
        (
            "price_tiers",
            "100:3.20; 500:3.20",
            "tiers that fall in price, 3.20 from 500 is not below 3.20 from 100",
        ),
        (
            "price_tiers",
            "100:3.20; 500:3.50",
            "tiers that fall in price, 3.50 from 500 is not below 3.20 from 100",
        ),
        ("price_tiers", "100:3.20; 100:3.00", "tiers that rise in quantity, 100 stands after 100"),
        ("price_tiers", "100:3.20; 500:2.90; 300:2.80", "tiers that rise in quantity, 300 stands after 500"),
        ("price_tiers", "200:3.20; 500:2.95", "the first tier at the MOQ (100), it starts at 200"),
        ("price_tiers", "50:3.20; 500:2.95", "the first tier at the MOQ (100), it starts at 50"),
        ("price_tiers", "100:0", "a price above zero in USD, such as 3.20"),
        ("price_tiers", "100:-3.20", "a price above zero in USD, such as 3.20"),
        ("price_tiers", "100:EUR 3.20", "a price above zero in USD, such as 3.20"),
        ("price_tiers", "on request", "a price above zero in USD, such as 3.20"),
        ("weight_kg", "", "the gross weight of one unit; this cell is needed"),
        ("weight_kg", "0", "a weight above zero such as 0.35, 0.35 kg or 350 g"),
        ("weight_kg", "-0.35", "a weight above zero such as 0.35, 0.35 kg or 350 g"),
        ("weight_kg", "heavy", "a weight above zero such as 0.35, 0.35 kg or 350 g"),
        ("lead_time_days", "", "production days such as 12; this cell is needed"),
        ("lead_time_days", "soon", "a number of days such as 12 or 12 days"),
    ],
)
def test_a_bad_needed_cell_refuses_its_row_and_says_why(
    tmp_path: Path, field: str, value: str, expected: str
) -> None:
    reading = read_rows(tmp_path, [HEADINGS, with_cell(field, value), WHISK])
    assert skus(reading) == ["KW-02"]
    (error,) = reading.errors
    assert (error.file, error.line, error.column) == ("catalog.csv", 2, field)
    assert (error.value, error.expected, error.sku) == (value, expected, "KL-01")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("sample_price", "-5", "a price above zero in USD, such as 3.20"),
        ("sample_price", "0", "a price above zero in USD, such as 3.20"),
        ("cost", "cheap", "a price above zero in USD, such as 3.20"),
        ("carton_qty", "0", "a whole number of 1 or more"),
        ("stock", "-1", "a whole number of 0 or more"),
        ("stock", "plenty", "a whole number of 0 or more"),
        ("battery", "perhaps", "yes or no"),
        ("customization", "logo print", "options as name:extra unit price:MOQ, such as logo print:0.05:500"),
    ],
)
def test_a_bad_number_in_an_optional_cell_refuses_its_row_too(
    tmp_path: Path, field: str, value: str, expected: str
) -> None:
    reading = read_rows(tmp_path, [[*HEADINGS, field], [*LADLE, value], [*WHISK, ""]])
    assert skus(reading) == ["KW-02"]
    (error,) = reading.errors
    assert (error.line, error.column, error.value, error.expected) == (2, field, value, expected)


def test_an_unreadable_carton_size_is_only_warned_of(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [[*HEADINGS, "carton_cm"], [*LADLE, "big"], [*WHISK, "40x30x20"]])
    assert skus(reading) == ["KL-01", "KW-02"]
    assert reading.errors == ()
    assert [str(warning) for warning in reading.warnings] == [
        "catalog.csv, line 2: carton_cm 'big' is left out: expected three measures such as 42x31x28"
    ]


def test_the_second_row_of_an_sku_is_refused_and_the_first_stays(tmp_path: Path) -> None:
    again = with_cell("name", "Another ladle", with_cell("sku", "kl-01"))
    reading = read_rows(tmp_path, [HEADINGS, LADLE, WHISK, again])
    assert skus(reading) == ["KL-01", "KW-02"]
    (error,) = reading.errors
    assert (error.line, error.sku) == (4, "kl-01")
    assert error.expected == "each SKU once, it stands already in line 2"


def test_every_fault_of_a_row_is_named_at_once(tmp_path: Path) -> None:
    bad = with_cell("weight_kg", "0", with_cell("moq", "some"))
    reading = read_rows(tmp_path, [HEADINGS, bad, WHISK])
    assert [error.column for error in reading.errors] == ["moq", "weight_kg"]


def test_a_row_without_sku_is_refused(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [HEADINGS, with_cell("sku", ""), WHISK])
    assert [(error.column, error.sku) for error in reading.errors] == [("sku", None)]
    assert skus(reading) == ["KW-02"]


def test_an_error_reads_as_a_sentence(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [HEADINGS, with_cell("moq", "some"), WHISK])
    assert str(reading.errors[0]) == "catalog.csv, line 2, moq: 'some': expected a whole number such as 100"


def test_nothing_is_loaded_where_every_row_is_refused(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [HEADINGS, with_cell("moq", "some")])
    assert reading.shop is None
    assert reading.fatal is not None
    assert reading.fatal.startswith("catalog.csv: none of its 1 rows could be loaded; the first problem: ")
    assert len(reading.errors) == 1


def test_an_moq_in_another_unit_than_the_row_is_refused(tmp_path: Path) -> None:
    rows = [
        [*HEADINGS, "unit"],
        [*with_cell("moq", "100 cartons"), "pcs"],
        [*with_cell("moq", "200 sets", WHISK), "set"],
    ]
    reading = read_rows(tmp_path, rows)
    assert skus(reading) == ["KW-02"]
    assert reading.errors[0].expected == "the smallest order in the row's unit, pcs"


def test_the_cost_is_kept_apart_from_the_facts(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [[*HEADINGS, "cost"], [*LADLE, "1.8731"], [*WHISK, ""]])
    assert {sku: str(cost) for sku, cost in reading.costs.items()} == {"KL-01": "1.8731"}
    assert "1.8731" not in repr(reading.shop)


def test_a_refused_row_leaves_no_cost_behind(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [[*HEADINGS, "cost"], [*with_cell("moq", "x"), "1.80"], [*WHISK, "0.60"]])
    assert list(reading.costs) == ["KW-02"]


def test_prices_finer_than_the_shop_quotes_are_warned_of(tmp_path: Path) -> None:
    reading = read_shop_folder(
        write_shop(tmp_path, [HEADINGS, with_cell("price_tiers", "100:0.1255"), WHISK])
    )
    assert "1 SKUs are priced finer than 2 decimals" in str(reading.warnings[0])


@pytest.mark.parametrize("field", ["moq", "price_tiers", "weight_kg", "lead_time_days"])
@pytest.mark.parametrize("value", ["1 " * 4000, "1," * 4000, "1:" * 4000, "9" * 8000])
def test_a_cell_of_endless_digits_is_refused_like_any_other(tmp_path: Path, field: str, value: str) -> None:
    reading = read_rows(tmp_path, [HEADINGS, with_cell(field, value), WHISK])
    assert skus(reading) == ["KW-02"]
    assert {error.column for error in reading.errors} == {field}
