from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from knowledge.shop_folder import read_shop_folder
from tests.knowledge.shop_folder.folders import SHOP_TOML, csv_text, read_rows, write_shop


def test_a_price_column_in_another_currency_is_not_taken(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "moq", "Price (RMB)", "Price (USD)", "weight_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "100", "22.80", "3.20", "0.35", "12"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is not None
    assert reading.shop.item("KL-01").tiers[0].unit_price == Decimal("3.20")
    only_foreign = read_rows(tmp_path, [row[:5] + row[6:] for row in rows])
    assert only_foreign.fatal is not None
    assert "(not in USD: Price (RMB))" in only_foreign.fatal


def test_a_missing_column_is_named_with_the_headings_found_and_what_to_write(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "moq", "price_tiers", "Zustand"],
        ["KL-01", "Ladle", "l", "100", "100:3", "neu"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is None
    assert reading.fatal == (
        "catalog.csv has no column for weight_kg, lead_time_days."
        " Its headings: sku, name, category, moq, price_tiers, Zustand."
        ' Say in shop.toml which is which, as in: [catalog.columns] "Zustand" = "weight_kg"'
    )


def test_unused_columns_are_named_once(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "moq", "price_tiers", "weight_kg", "lead_time_days", "Zodiac"],
        ["KL-01", "Ladle", "ladles", "100", "100:3.20", "0.35", "12", "lion"],
    ]
    reading = read_rows(tmp_path, rows)
    assert [str(warning) for warning in reading.warnings] == [
        "catalog.csv: columns that are not used: Zodiac"
    ]


def test_a_weight_that_can_only_be_a_cartons_is_shared_among_its_pieces(tmp_path: Path) -> None:
    rows = [
        [
            "sku",
            "name",
            "category",
            "moq",
            "price_tiers",
            "N.W./G.W.",
            "PCS/CTN",
            "Carton size",
            "lead_time_days",
        ]
    ]
    rows += [
        [f"KL-{n}", "Ladle", "ladles", "100", "100:3.20", "17/18 kg", "50", "42x31x28", "12"]
        for n in range(4)
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is not None
    assert reading.shop.items[0].weight_kg == Decimal("0.36")
    assert reading.proposed["N.W./G.W."] == "carton_weight_kg"
    assert "is read as the weight of a carton" in str(reading.warnings[0])


def test_without_an_moq_column_the_first_tier_is_the_moq(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "price_tiers", "weight_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "150:3.20; 500:3.00", "0.35", "12"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is not None
    assert reading.shop.item("KL-01").moq == 150
    assert "the first price tier is taken for it" in str(reading.warnings[0])


def test_lead_times_in_weeks_by_their_heading_count_the_shops_own_week(tmp_path: Path) -> None:
    toml = SHOP_TOML + 'working_days = ["mon", "tue", "wed", "thu", "fri", "sat"]\n'
    rows = [
        ["sku", "name", "category", "moq", "price_tiers", "weight (g)", "Lead time (weeks)"],
        ["KL-01", "Ladle", "ladles", "100", "100:3.20", "350", "3"],
    ]
    reading = read_shop_folder(write_shop(tmp_path, toml=toml, catalog=csv_text(rows)))
    assert reading.shop is not None
    assert reading.shop.item("KL-01").lead_time_days == 18
    assert reading.shop.item("KL-01").weight_kg == Decimal("0.350")


def test_without_a_name_column_the_description_is_the_name(tmp_path: Path) -> None:
    rows = [
        ["Item No.", "Description", "category", "moq", "price_tiers", "weight_kg", "lead_time_days"],
        ["KL-01", "Copper ladle, 30 cm", "ladles", "100", "100:3.20", "0.35", "12"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is not None
    assert reading.shop.item("KL-01").name == "Copper ladle, 30 cm"
    assert reading.proposed["Description"] == "name"


def test_an_moq_in_cartons_is_refused_since_nobody_says_how_many_pieces_that_is(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "moq", "price_tiers", "weight_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "5 cartons", "5:3.20", "0.35", "12"],
        ["KW-02", "Whisk", "whisks", "50 sets", "50:3.20", "0.35", "12"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is not None
    assert [(item.sku, item.unit) for item in reading.shop.items] == [("KW-02", "sets")]
    assert reading.errors[0].expected == "the smallest order in the row's unit, pcs"
