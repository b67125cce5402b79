from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.facts import Campaign, Closure
from knowledge.shop_folder import ShopReading, read_shop_folder
from tests.knowledge.shop_folder.folders import SHOP_TOML, write_shop

WHOLE = """\
# What we sell on.
[company]
name = "Ningbo Copper Ladle Kitchenware Co., Ltd."
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"
working_days = ["mon", "tue", "wed", "thu", "fri", "sat"]
working_hours = ["08:30", "17:30"]
languages = ["zh", "en"]

[quote]
incoterms = ["EXW", "FOB", "CIF"]
default_incoterm = "EXW"
loading_port = "Ningbo"
validity_days = 10
deposit_percent = 30
unit_price_decimals = 3

[discount]
salesperson_percent = 2.5
manager_percent = 8

[payment]
platform = "Trade Assurance"
order_link = "https://orders.example/{quote_number}"
methods = ["card"]
benefits = ["refund if the ship date is missed"]
never = ["Western Union"]

[restricted]
destinations = ["KP", "IR"]

[fx]
as_of = 2026-11-20
EUR = 0.92
VND = 25900

[[closures]]
name = "Chinese New Year"
start = 2027-02-03
end = 2027-02-12

[[campaigns]]
name = "Spring fair"
start = 2027-03-01
end = 2027-03-31
percent = 5.5
min_quantity = 500
categories = ["Ladles"]
skus = ["kw-02"]
"""


def read_toml(folder: Path, toml: str) -> ShopReading:
    return read_shop_folder(write_shop(folder, toml=toml))


def test_all_terms_of_a_shop_are_read(tmp_path: Path) -> None:
    reading = read_toml(tmp_path, WHOLE)
    assert reading.errors == ()
    assert reading.warnings == ()
    shop = reading.shop
    assert shop is not None
    assert shop.company.working_days == frozenset(range(6))
    assert shop.company.working_hours == (time(8, 30), time(17, 30))
    assert (shop.quote.incoterms, shop.quote.default_incoterm) == (("EXW", "FOB", "CIF"), "EXW")
    assert (shop.quote.loading_port, shop.quote.validity_days, shop.quote.unit_price_decimals) == (
        "Ningbo",
        10,
        3,
    )
    assert shop.discount.salesperson_percent == Decimal("2.5")
    assert shop.payment.order_link == "https://orders.example/{quote_number}"
    assert shop.restricted == ("KP", "IR")
    assert shop.fx is not None
    assert shop.fx.as_of == date(2026, 11, 20)
    assert dict(shop.fx.rates) == {"EUR": Decimal("0.92"), "VND": Decimal(25900)}
    assert shop.closures == (Closure("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12)),)
    assert shop.campaigns == (
        Campaign(
            "Spring fair", date(2027, 3, 1), date(2027, 3, 31), Decimal("5.5"), 500, ("ladles",), ("KW-02",)
        ),
    )


def test_a_company_is_enough_to_start(tmp_path: Path) -> None:
    reading = read_toml(tmp_path, SHOP_TOML)
    assert reading.errors == ()
    assert reading.shop is not None
    assert reading.shop.quote.default_incoterm == "FOB"
    assert reading.shop.rates == ()
    assert reading.policies == ()


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("validity_days = 10", 'validity_days = "two weeks"', "quote.validity_days",
         "a whole number of days from 1 to 366; until then 14 holds"),
        ("unit_price_decimals = 3", "unit_price_decimals = 5", "quote.unit_price_decimals",
         "2, 3 or 4; until then 2 holds"),
        ('default_incoterm = "EXW"', 'default_incoterm = "DDP"', "quote.default_incoterm",
         "one of the incoterms (EXW, FOB, CIF); until then FOB holds"),
        ("manager_percent = 8", "manager_percent = 108", "discount.manager_percent",
         "a percentage from 0 to 100; until then 0 holds"),
        ("end = 2027-02-12", "end = 2027-01-12", "closures.end", "a day not before the start (2027-02-03)"),
        ("end = 2027-03-31", 'end = "soon"', "campaigns.end", "the last day, as 2026-09-30"),
        ("percent = 5.5", "percent = 0", "campaigns.percent", "a percentage above 0 and below 100"),
        ("VND = 25900", 'VND = "much"', "fx.VND", "what 1 USD is worth in VND, a number above zero"),
        ("VND = 25900", "XYZ = 2", "fx.XYZ", "an ISO 4217 currency code such as EUR as the key"),
        ('destinations = ["KP", "IR"]', 'destinations = ["KP", "Atlantis"]', "restricted.destinations",
         "ISO 3166-1 alpha-2 country codes such as KP"),
        ('incoterms = ["EXW", "FOB", "CIF"]', 'incoterms = ["EXW", "FOB", "CIF", "XXX"]', "quote.incoterms",
         "Incoterms 2020, of CFR, CIF, CIP, CPT, DAP, DDP, DPU, EXW, FAS, FCA, FOB"),
        ('working_hours = ["08:30", "17:30"]', 'working_hours = ["17:30", "08:30"]', "company.working_hours",
         'a start and a later end such as ["09:00", "18:30"]; until then 09:00:00, 18:00:00 holds'),
        ("{quote_number}", "{buyer}", "payment.order_link",
         "an http(s) link, with {quote_number} as its only placeholder; until then None holds"),
    ],
)  # fmt: skip
def test_a_wrong_term_is_reported_with_its_line_and_the_rest_loads(
    tmp_path: Path, old: str, new: str, column: str, expected: str
) -> None:
    assert old in WHOLE
    toml = WHOLE.replace(old, new, 1)
    line = next(number for number, text in enumerate(toml.splitlines(), 1) if new in text)
    reading = read_toml(tmp_path, toml)
    assert reading.shop is not None
    assert [(error.file, error.line, error.column, error.expected) for error in reading.errors] == [
        ("shop.toml", line, column, expected)
    ]


def test_a_wrong_closure_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    toml = WHOLE + '\n[[closures]]\nname = "Golden week"\nstart = 2027-10-07\nend = 2027-10-01\n'
    reading = read_toml(tmp_path, toml)
    assert reading.shop is not None
    assert [closure.name for closure in reading.shop.closures] == ["Chinese New Year"]
    (error,) = reading.errors
    assert (error.line, error.value) == (toml.splitlines().index("end = 2027-10-01") + 1, "2027-10-01")


def test_a_wrong_destination_does_not_lift_the_other_restrictions(tmp_path: Path) -> None:
    reading = read_toml(tmp_path, WHOLE.replace('["KP", "IR"]', '["Atlantis", "IR", "North Korea"]'))
    assert reading.shop is not None
    assert reading.shop.restricted == ("IR", "KP")
    assert [error.value for error in reading.errors] == ["Atlantis"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('home_country = "CN"', 'home_country = "ZZ"', "line 4, company.home_country: 'ZZ': expected"),
        ('timezone = "Asia/Shanghai"', 'timezone = "Beijing"', "company.timezone: 'Beijing': expected"),
        ('currency = "USD"', 'currency = "Dollar"', "company.currency: 'Dollar': expected an ISO 4217"),
        ('currency = "USD"\n', "", "line 2, company.currency: expected an ISO 4217 currency code"),
        ('[company]', '[firm]', "shop.toml has no [company]: add one with name"),
        ('currency = "USD"', 'currency = USD', "shop.toml is no valid TOML"),
    ],
)  # fmt: skip
def test_without_a_usable_company_nothing_loads(tmp_path: Path, old: str, new: str, said: str) -> None:
    reading = read_toml(tmp_path, WHOLE.replace(old, new, 1))
    assert reading.shop is None
    assert reading.fatal is not None
    assert said in reading.fatal


def test_broken_toml_is_shown_with_its_line(tmp_path: Path) -> None:
    reading = read_toml(tmp_path, WHOLE.replace('currency = "USD"', "currency = USD"))
    assert reading.fatal is not None
    assert "line 6" in reading.fatal
    assert "'currency = USD'" in reading.fatal


def test_an_unknown_key_is_warned_of_with_the_nearest_known_one(tmp_path: Path) -> None:
    reading = read_toml(
        tmp_path, WHOLE.replace("validity_days", "valid_days").replace("[discount]", "[discounts]")
    )
    said = [str(warning) for warning in reading.warnings]
    assert (
        "shop.toml, line 15: unknown key 'valid_days' in [quote] is not used; did you mean 'validity_days'?"
        in said
    )
    assert any("unknown table 'discounts' is not used; did you mean 'discount'?" in text for text in said)


def test_a_campaign_for_goods_that_the_shop_does_not_have_is_warned_of(tmp_path: Path) -> None:
    reading = read_toml(tmp_path, WHOLE.replace('"Ladles"', '"ladels"').replace('"kw-02"', '"KW-99"'))
    assert [warning.text for warning in reading.warnings] == [
        "the campaign 'Spring fair' names the category 'ladels', which the catalogue does not have;"
        " did you mean 'ladles'?",
        "the campaign 'Spring fair' names the SKU 'KW-99', which the catalogue does not have",
    ]


def test_a_manager_with_less_authority_than_a_salesperson_is_warned_of(tmp_path: Path) -> None:
    reading = read_toml(tmp_path, WHOLE.replace("manager_percent = 8", "manager_percent = 1"))
    assert "a manager may grant 1 %, less than a salesperson (2.5 %)" in reading.warnings[0].text
