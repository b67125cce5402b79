from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.facts import PriceTier
from knowledge.shop_folder import cells, money_cells, number_cells
from knowledge.shop_folder.number_cells import Unreadable


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3.20", "3.20"), ("1,250.50", "1250.50"), ("1.250,50", "1250.50"), ("1 250,5", "1250.5"),
        ("0,35", "0.35"),
        ("1'250.00", "1250"), ("12,5", "12.5"), (".5", "0.5"), ("３.２０", "3.20"), ("1,00,000", "100000"),
        ("−4", "-4"), ("1,250", "1250"), ("1.250", "1.250"), ("0.125", "0.125"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_the_world_writes_them(written: str, meant: str) -> None:
    assert number_cells.number(written) == Decimal(meant)


def test_a_list_with_decimal_commas_reads_three_digits_behind_a_comma_as_a_fraction() -> None:
    assert number_cells.number("1,250", decimal_comma=True) == Decimal("1.25")
    assert number_cells.number("1.250", decimal_comma=True) == Decimal(1250)


@pytest.mark.parametrize("written", ["", "abc", "1.2.3", "12..5", "1,2,3", "12-5", "3,20.1,5"])
def test_what_is_no_number_is_not_made_into_one(written: str) -> None:
    assert number_cells.number(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1,000 pcs", (1000, None)), ("1.000", (1000, None)), ("100.0", (100, None)), ("20 sets", (20, "sets")),
     ("500件", (500, None)), ("≥ 300", (300, None)), ("12 pairs", (12, "pairs"))],
)  # fmt: skip
def test_quantities_come_with_their_units(written: str, meant: tuple[int, str | None]) -> None:
    assert cells.count(written) == meant


@pytest.mark.parametrize("written", ["a lot", "12.5", "100-200", "one hundred", "100 or 200"])
def test_a_quantity_that_is_not_one_whole_number_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        cells.count(written)


@pytest.mark.parametrize(
    ("written", "kilograms"),
    [("0.35kg", "0.35"), ("350 g", "0.350"), ("350g/pc", "0.350"), ("1,2 kg", "1.2"),
     ("0.5 lb", "0.226796185"),
     ("120克", "0.12"), ("2.1 KGS", "2.1")],
)  # fmt: skip
def test_weights_come_with_their_units(written: str, kilograms: str) -> None:
    assert cells.weight_kg(written) == Decimal(kilograms)


@pytest.mark.parametrize("written", ["0", "-0.2", "light", "0.2 - 0.3 kg", "5 stone", "kg"])
def test_a_weight_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        cells.weight_kg(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("12", 12), ("12 days", 12), ("10-15 days", 15), ("15 working days", 15), ("2 weeks", 12), ("15天", 15),
     ("20 días hábiles", 20), ("3 Wochen", 18), ("7 рабочих дней", 7), ("30 to 35 days", 35), ("12.0", 12)],
)  # fmt: skip
def test_lead_times_are_read_in_working_days_and_a_range_as_its_longer_end(written: str, meant: int) -> None:
    assert cells.days(written, per_week=6) == meant


@pytest.mark.parametrize("written", ["soon", "in stock", "2 months", "15-10 days", "-3", "12 parsecs"])
def test_a_lead_time_that_says_no_days_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        cells.days(written)


@pytest.mark.parametrize(
    "written", ["3.20", "USD 3.20", "$3.20", "3.20 USD", "US$3.20/pc", "3,20 $", "$ 3.20 per piece"]
)
def test_prices_come_with_their_currency(written: str) -> None:
    assert money_cells.price(written, "USD") == Decimal("3.20")


@pytest.mark.parametrize(
    "written", ["EUR 3.20", "¥3.20", "0", "-1.00", "USD -1.00", "call us", "2.70-3.20", "3.20 XYZ"]
)
def test_a_price_in_another_currency_or_without_value_is_refused(written: str) -> None:
    with pytest.raises(Unreadable, match="above zero in USD"):
        money_cells.price(written, "USD")


@pytest.mark.parametrize(
    "written",
    ["100:3.20; 500:2.95", "100 pcs: $3.20\n500 pcs: $2.95", "100-499: USD 3.20 | 500+: USD 2.95",
     "100=3.20;500=2.95;",
     "≥100：3.20；≥500：2.95", "100:3,20; 500:2,95"],
)  # fmt: skip
def test_tiers_in_one_cell(written: str) -> None:
    assert money_cells.tiers(written, "USD") == (
        PriceTier(100, Decimal("3.20")),
        PriceTier(500, Decimal("2.95")),
    )


def test_one_price_holds_from_the_moq_on() -> None:
    assert money_cells.tiers("$3.20", "USD", moq=250) == (PriceTier(250, Decimal("3.20")),)


def test_an_option_has_a_name_an_extra_and_its_own_moq() -> None:
    read = money_cells.options("logo print:0.05:500; gift box: $0.30 : 1,000 pcs; free hang tag:0:100", "USD")
    assert [(option.name, option.unit_price, option.moq) for option in read] == [
        ("logo print", Decimal("0.05"), 500),
        ("gift box", Decimal("0.30"), 1000),
        ("free hang tag", Decimal(0), 100),
    ]


@pytest.mark.parametrize(
    "written", ["logo print", "logo print:0.05", "logo:cheap:500", "logo:0.05:0", ":0.05:500"]
)
def test_an_option_without_price_or_moq_is_refused(written: str) -> None:
    with pytest.raises(Unreadable, match="name:extra unit price:MOQ"):
        money_cells.options(written, "USD")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("42x31x28", "42x31x28"), ("42*31*28 cm", "42x31x28"), ("420 × 310 × 285 mm", "42x31x28.5"),
     ("10x10x10in", "25.4x25.4x25.4")],
)  # fmt: skip
def test_carton_sizes_are_kept_in_centimetres(written: str, meant: str) -> None:
    assert cells.carton_cm(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("Yes", True), ("是", True), ("", False), ("no", False), ("N/A", False)]
)
def test_yes_and_no(written: str, meant: bool) -> None:
    assert cells.yes_no(written) is meant


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        cells.yes_no("maybe")


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Weight (g)", "g"), ("G.W. (kg)", "kg"), ("G.W.", None), ("N.W./G.W.", None), ("Unit weight, g", "g"),
     ("重量(克)", "克"),
     ("Weight", None)],
)  # fmt: skip
def test_a_heading_may_name_the_unit_of_weight(heading: str, unit: str | None) -> None:
    assert cells.weight_unit(heading) == unit
