from decimal import Decimal

import pytest

from bot.domain.freight import Shipment, Wish, carriage
from bot.domain.quote import Freight
from tests.steps.quote.showroom import RATES, rate

TO_FRANCE = Shipment("FR", Decimal(100), battery=False)
BATTERY_TO_FRANCE = Shipment("FR", Decimal(100), battery=True)


def test_the_cheapest_rate_that_fits_is_taken() -> None:
    assert carriage(RATES, TO_FRANCE, Wish()).freight == Freight("sea", Decimal("170.00"), 28, 38)


def test_freight_is_base_and_kilos_to_the_cent() -> None:
    light = Shipment("FR", Decimal("3.3335"), battery=False)
    freight = carriage([rate("air", "*", "10", "1.5", (7, 9))], light, Wish()).freight
    assert freight is not None
    assert freight.amount == Decimal("15.00")


def test_a_method_that_the_buyer_asks_for_is_taken_whatever_it_costs() -> None:
    carried = carriage(RATES, TO_FRANCE, Wish(method="Air"))
    assert carried.freight is not None
    assert carried.freight.method == "air"
    assert carried.replaced is None


def test_speed_takes_the_row_with_the_fewest_days() -> None:
    carried = carriage(RATES, TO_FRANCE, Wish(fastest=True))
    assert carried.freight == Freight("courier", Decimal("675.00"), 3, 6)


def test_of_two_equally_fast_rows_the_cheaper_is_taken() -> None:
    twice = (rate("jet", "*", "50", "9", (2, 6)), rate("courier", "*", "40", "9", (3, 6)))
    carried = carriage(twice, TO_FRANCE, Wish(fastest=True))
    assert carried.freight is not None
    assert carried.freight.method == "courier"


def test_a_row_without_batteries_does_not_carry_a_lamp_with_one() -> None:
    carried = carriage(RATES, BATTERY_TO_FRANCE, Wish(fastest=True))
    assert carried.freight is not None
    assert carried.freight.method == "air"


def test_a_method_that_takes_no_batteries_is_replaced_by_the_cheapest_and_that_is_said() -> None:
    carried = carriage(RATES, BATTERY_TO_FRANCE, Wish(method="courier"))
    assert carried.freight is not None
    assert carried.freight.method == "sea"
    assert carried.replaced is not None
    assert (carried.replaced.asked, carried.replaced.used) == ("courier", "sea")
    assert carried.replaced.because_battery


def test_a_method_that_is_too_small_is_replaced_and_not_because_of_the_battery() -> None:
    heavy = Shipment("FR", Decimal(500), battery=True)
    carried = carriage(RATES, heavy, Wish(method="courier"))
    assert carried.replaced is not None
    assert not carried.replaced.because_battery


def test_a_method_that_nothing_can_replace_is_said_too() -> None:
    only = [rate("courier", "*", "25", "6", (3, 6), battery=False)]
    carried = carriage(only, BATTERY_TO_FRANCE, Wish(method="courier"))
    assert carried.freight is None
    assert carried.replaced is not None
    assert carried.replaced.used is None


@pytest.mark.parametrize(("kg", "base"), [("0", "10"), ("20.999", "10"), ("21", "7"), ("99", "7")])
def test_the_lower_weight_is_inside_and_the_upper_outside(kg: str, base: str) -> None:
    bands = (
        rate("air", "*", "10", "0", (7, 9), max_kg=Decimal(21)),
        rate("air", "*", "7", "0", (7, 9), min_kg=Decimal(21), max_kg=Decimal(100)),
    )
    freight = carriage(bands, Shipment("FR", Decimal(kg), battery=False), Wish()).freight
    assert freight is not None
    assert freight.amount == Decimal(base)


def test_above_the_heaviest_band_nothing_fits() -> None:
    bands = [rate("air", "*", "7", "1", (7, 9), max_kg=Decimal(100))]
    assert carriage(bands, TO_FRANCE, Wish()).freight is None


def test_a_row_that_names_the_country_wins_over_the_star_of_its_method() -> None:
    rows = (rate("air", "*", "10", "1", (7, 9)), rate("air", "BE;FR", "30", "1", (6, 8)))
    assert carriage(rows, TO_FRANCE, Wish()).freight == Freight("air", Decimal("130.00"), 6, 8)
    assert carriage(rows, Shipment("BR", Decimal(100), battery=False), Wish()).freight == Freight(
        "air", Decimal("110.00"), 7, 9
    )


def test_a_named_row_of_one_method_does_not_close_another_method() -> None:
    rows = (rate("sea", "*", "10", "1", (30, 40)), rate("air", "FR", "30", "1", (6, 8)))
    freight = carriage(rows, TO_FRANCE, Wish()).freight
    assert freight is not None
    assert freight.method == "sea"


def test_a_named_row_for_small_parcels_leaves_the_star_to_large_ones() -> None:
    rows = (rate("air", "*", "10", "1", (7, 9)), rate("air", "FR", "5", "1", (6, 8), max_kg=Decimal(20)))
    freight = carriage(rows, TO_FRANCE, Wish()).freight
    assert freight is not None
    assert freight.amount == Decimal("110.00")


def test_duty_paid_takes_only_rates_that_include_duty() -> None:
    rows = (*RATES, rate("door to door", "FR;DE", "120", "3", (12, 18), includes_duty=True))
    carried = carriage(rows, TO_FRANCE, Wish(duty_paid=True))
    assert carried.freight == Freight("door to door", Decimal("420.00"), 12, 18)
    assert not carried.duty_not_included


def test_duty_paid_to_a_country_without_such_a_rate_is_marked() -> None:
    rows = (*RATES, rate("door to door", "DE", "120", "3", (12, 18), includes_duty=True))
    carried = carriage(rows, TO_FRANCE, Wish(duty_paid=True))
    assert carried.freight is not None
    assert carried.freight.method == "sea"
    assert carried.duty_not_included


def test_duty_paid_promises_nothing_where_the_rate_with_duty_cannot_carry_the_goods() -> None:
    rows = (*RATES, rate("door to door", "FR", "120", "3", (12, 18), includes_duty=True, battery=False))
    carried = carriage(rows, BATTERY_TO_FRANCE, Wish(duty_paid=True))
    assert carried.freight is None
    assert not carried.duty_not_included
