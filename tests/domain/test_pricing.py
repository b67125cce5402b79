from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.facts import Campaign, PriceTier, QuoteTerms
from bot.domain.pricing import amount, price
from tests.steps.quote.showroom import KETTLE, LAMP, MONDAY, campaign, shop

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("quantity", "unit_price"), [(100, "8.40"), (499, "8.40"), (500, "7.95"), (999, "7.95"), (1000, "7.25")]
)
def test_the_highest_tier_reached_counts(quantity: int, unit_price: str) -> None:
    assert price(shop(), KETTLE, quantity, MONDAY).unit_price == Decimal(unit_price)


def test_nothing_is_priced_below_the_moq() -> None:
    with pytest.raises(ValueError, match="MOQ"):
        price(shop(), KETTLE, 99, MONDAY)


def test_the_campaign_is_off_the_tier_price_and_rounded_after_it() -> None:
    # 7.95 less 5 % is 7.5525
    priced = price(shop(campaigns=(campaign("5", *NOVEMBER),)), KETTLE, 500, MONDAY)
    assert priced.unit_price == Decimal("7.55")
    assert priced.campaign is not None


def test_half_a_cent_after_the_discount_is_rounded_up() -> None:
    item = replace(KETTLE, tiers=(PriceTier(100, Decimal("0.90")),))
    # 0.90 less 5 % is 0.855
    assert price(shop(campaigns=(campaign("5", *NOVEMBER),)), item, 100, MONDAY).unit_price == Decimal("0.86")


def test_a_shop_of_components_keeps_four_decimals() -> None:
    terms = QuoteTerms(unit_price_decimals=4)
    item = replace(KETTLE, tiers=(PriceTier(100, Decimal("0.0123")),))
    priced = price(shop(quote=terms, campaigns=(campaign("7", *NOVEMBER),)), item, 100, MONDAY)
    assert priced.unit_price == Decimal("0.0114")
    assert amount(priced.unit_price, 12_345) == Decimal("140.73")


def test_only_the_best_of_several_campaigns_is_used() -> None:
    both = (campaign("5", *NOVEMBER), campaign("10", *NOVEMBER))
    priced = price(shop(campaigns=both), KETTLE, 1000, MONDAY)
    assert priced.unit_price == Decimal("6.53")
    assert priced.campaign == both[1]


def test_of_two_equal_campaigns_the_one_that_ends_later_is_used() -> None:
    short, long = campaign("5", *NOVEMBER), campaign("5", date(2026, 11, 20), date(2026, 12, 24))
    assert price(shop(campaigns=(short, long)), KETTLE, 500, MONDAY).campaign == long
    assert price(shop(campaigns=(long, short)), KETTLE, 500, MONDAY).campaign == long


def test_a_campaign_that_changes_no_price_is_not_used() -> None:
    item = replace(KETTLE, tiers=(PriceTier(100, Decimal("0.01")),))
    assert price(shop(campaigns=(campaign("5", *NOVEMBER),)), item, 100, MONDAY).campaign is None


@pytest.mark.parametrize(
    ("day", "running"),
    [
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_first_and_last_day_of_a_campaign_are_inside(day: date, running: bool) -> None:
    priced = price(shop(campaigns=(campaign("5", *NOVEMBER),)), KETTLE, 100, day)
    assert (priced.campaign is not None) is running


def test_the_minimum_of_a_campaign_is_per_line() -> None:
    from_500 = (campaign("5", *NOVEMBER, min_quantity=500),)
    assert price(shop(campaigns=from_500), KETTLE, 499, MONDAY).campaign is None
    assert price(shop(campaigns=from_500), KETTLE, 500, MONDAY).campaign == from_500[0]


@pytest.mark.parametrize(
    ("offer", "kettle", "lamp"),
    [
        (campaign("5", *NOVEMBER), True, True),
        (campaign("5", *NOVEMBER, categories=("KETTLES ",)), True, False),
        (campaign("5", *NOVEMBER, categories=("Lamps",), skus=("KET-17",)), True, True),
        (campaign("5", *NOVEMBER, skus=("LMP-RC",)), False, True),
    ],
)
def test_a_campaign_names_categories_or_skus_or_covers_everything(
    offer: Campaign, kettle: bool, lamp: bool
) -> None:
    there = shop(campaigns=(offer,))
    assert (price(there, KETTLE, 100, MONDAY).campaign is not None) is kettle
    assert (price(there, LAMP, 100, MONDAY).campaign is not None) is lamp
