from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.shop_folder import ShopReading, read_shop_folder
from tests.knowledge.shop_folder.folders import write_shop

HEADINGS = "method,countries,min_kg,max_kg,base,per_kg,days_min,days_max,battery"
SEA = "sea,*,50,,80.00,0.90,30,40,yes"


def read_rates(folder: Path, *rows: str, headings: str = HEADINGS) -> ShopReading:
    return read_shop_folder(write_shop(folder, shipping="\n".join([headings, *rows, ""])))


def test_freight_rates_are_read(tmp_path: Path) -> None:
    reading = read_rates(
        tmp_path, "express,DE;fr; United Kingdom,0,21 kg,USD 22.00,$6.90,4,7 days,no,yes", f"{SEA},",
        headings=f"{HEADINGS},includes_duty",
    )  # fmt: skip
    assert reading.errors == ()
    assert reading.shop is not None
    express, sea = reading.shop.rates
    assert express.countries == ("DE", "FR", "GB")
    assert (express.min_kg, express.max_kg, express.base, express.per_kg) == (
        Decimal(0), Decimal(21), Decimal(22), Decimal("6.90")
    )  # fmt: skip
    assert (express.days_min, express.days_max, express.battery, express.includes_duty) == (4, 7, False, True)
    assert (sea.countries, sea.max_kg, sea.battery, sea.includes_duty) == (("*",), None, True, None)


def test_namibia_is_a_country_and_no_empty_cell(tmp_path: Path) -> None:
    reading = read_rates(tmp_path, "air,NA,0,,20,5,5,9,no")
    assert reading.shop is not None
    assert reading.shop.rates[0].countries == ("NA",)


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (",*,50,,80,0.9,30,40,yes", "method", "the method's name; this cell is needed"),
        ("sea,,50,,80,0.9,30,40,yes", "countries", "* or ISO codes with ; between; this cell is needed"),
        ("sea,DE;XX,50,,80,0.9,30,40,yes", "countries",
         "* or ISO 3166-1 alpha-2 codes with ; between, 'XX' is none"),
        ("sea,*,heavy,,80,0.9,30,40,yes", "min_kg", "a weight above zero such as 0.35, 0.35 kg or 350 g"),
        ("sea,*,50,50,80,0.9,30,40,yes", "max_kg", "a weight above min_kg (50), or nothing for no limit"),
        ("sea,*,50,,-80,0.9,30,40,yes", "base", "a price of zero or more in USD, such as 3.20"),
        ("sea,*,50,,80,EUR 0.9,30,40,yes", "per_kg", "a price of zero or more in USD, such as 3.20"),
        ("sea,*,50,,80,0.9,40,30,yes", "days_max", "at least days_min (40)"),
        ("sea,*,50,,80,0.9,30,40,perhaps", "battery", "yes or no"),
        ("sea,*,50,,80,0.9,30", None, "9 cells as in the headings, the row has 7: it looks cut off"),
    ],
)  # fmt: skip
def test_a_bad_rate_is_refused_alone(tmp_path: Path, row: str, column: str | None, expected: str) -> None:
    reading = read_rates(tmp_path, "air,*,0,,20,5,5,9,no", row)
    assert reading.shop is not None
    assert [rate.method for rate in reading.shop.rates] == ["air"]
    (error,) = reading.errors
    assert (error.file, error.line, error.column, error.expected) == ("shipping.csv", 3, column, expected)


def test_the_same_rate_twice_is_refused(tmp_path: Path) -> None:
    reading = read_rates(tmp_path, SEA, SEA.replace("0.90", "0.80"))
    assert "stand in line 2" in reading.errors[0].expected


def test_a_freight_list_without_its_columns_loads_the_shop_without_freight(tmp_path: Path) -> None:
    reading = read_rates(tmp_path, "sea,*,50", headings="method,countries,min_kg")
    assert reading.shop is not None
    assert reading.shop.rates == ()
    assert "missing: base, per_kg, days_min, days_max, battery. Nothing is quoted with freight" in str(
        reading.errors[0]
    )


def test_an_empty_freight_list_is_reported_and_the_shop_loads(tmp_path: Path) -> None:
    reading = read_shop_folder(write_shop(tmp_path, shipping=""))
    assert reading.shop is not None
    assert reading.errors[0].file == "shipping.csv"
    assert "shipping.csv is empty" in reading.errors[0].expected


def test_freight_headings_in_other_words_are_understood(tmp_path: Path) -> None:
    headings = (
        "Shipping method,Destination,From kg,To kg,Base fee,Price per kg,Min days,Max days,Battery allowed"
    )
    reading = read_rates(tmp_path, SEA, headings=headings)
    assert reading.shop is not None
    assert [rate.method for rate in reading.shop.rates] == ["sea"]
