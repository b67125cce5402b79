from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.inquiry import AskedItem, TargetPrice
from bot.domain.quote import DiscountRequest
from bot.steps.quote import needs, work_out
from tests.steps.quote.showroom import MONDAY, asked, campaign, shop, understood

HUNDRED = asked("KET-17", 100)
"""At 8.40 each."""


def wished(*items: AskedItem, target: str | None = None, currency: str | None = None, **more: Any) -> Any:
    price = TargetPrice(Decimal(target), currency) if target else None
    inquiry = understood(*items, intents=("negotiation",), target_price=price, **more)
    outcome = work_out(shop(), inquiry, MONDAY)
    return outcome.discount, outcome.quote, needs(inquiry, outcome)


def test_the_list_price_stands_in_the_quote() -> None:
    discount, quote, _ = wished(HUNDRED, target="8.00")
    assert discount == DiscountRequest("KET-17", Decimal("4.76"), "manager")
    assert quote.total == Decimal("840.00")


@pytest.mark.parametrize(
    ("target", "who"), [("8.30", "salesperson"), ("8.148", "salesperson"), ("8.147", "manager")]
)
def test_up_to_three_percent_the_salesperson_decides_and_above_the_manager(target: str, who: str) -> None:
    discount, _, approver = wished(HUNDRED, target=target)
    assert discount.needs == who
    assert approver == who


@pytest.mark.parametrize(("percent", "who"), [("3", "salesperson"), ("3.01", "manager"), ("15", "manager")])
def test_a_discount_in_percent_is_measured_the_same_way(percent: str, who: str) -> None:
    discount, _, approver = wished(HUNDRED, discount_percent=Decimal(percent))
    assert discount == DiscountRequest("KET-17", Decimal(percent), who)
    assert approver == who


@pytest.mark.parametrize("target", ["8.40", "9.00"])
def test_a_target_at_or_above_the_price_is_no_discount(target: str) -> None:
    discount, _, approver = wished(HUNDRED, target=target)
    assert discount is None
    assert approver == "salesperson"


def test_the_price_less_the_campaign_is_what_the_buyer_would_pay_anyway() -> None:
    runs = campaign("5", date(2026, 11, 1), date(2026, 11, 30))
    inquiry = understood(HUNDRED, intents=("negotiation",), target_price=TargetPrice(Decimal("7.90"), "USD"))
    outcome = work_out(shop(campaigns=(runs,)), inquiry, MONDAY)
    # 7.90 is 5.95 % off the list, but 1.00 % off 7.98
    assert outcome.discount == DiscountRequest("KET-17", Decimal("1.00"), "salesperson")


def test_a_target_in_another_currency_is_converted_for_the_comparison_only() -> None:
    # 8.40 USD are 7.728 EUR
    discount, quote, _ = wished(HUNDRED, target="7.60", currency="EUR")
    assert discount == DiscountRequest("KET-17", Decimal("1.66"), "salesperson")
    assert quote.currency == "USD"
    assert wished(HUNDRED, target="7.80", currency="EUR")[0] is None


def test_a_target_in_a_currency_without_a_rate_is_shown_without_a_percentage() -> None:
    assert wished(HUNDRED, target="5", currency="XAU")[0] == DiscountRequest("KET-17", None, "salesperson")


def test_a_better_price_without_a_figure_goes_to_the_salesperson() -> None:
    assert wished(HUNDRED)[0] == DiscountRequest("KET-17", None, "salesperson")
    assert wished()[0] == DiscountRequest(None, None, "salesperson")


def test_a_percentage_without_goods_still_tells_who_may_grant_it() -> None:
    assert wished(discount_percent=Decimal(10))[0] == DiscountRequest(None, Decimal(10), "manager")


def test_of_several_goods_the_one_that_the_target_is_nearest_to_is_meant() -> None:
    items = (HUNDRED, asked("TWL-WH", 300))
    assert wished(*items, target="1.10")[0] == DiscountRequest("TWL-WH", Decimal("4.35"), "manager")
    assert wished(*items, target="8.20")[0] == DiscountRequest("KET-17", Decimal("2.38"), "salesperson")


def test_below_the_moq_the_target_is_measured_against_the_price_of_the_moq() -> None:
    discount, quote, _ = wished(asked("KET-17", 20), target="7.00")
    assert quote is None
    assert discount == DiscountRequest("KET-17", Decimal("16.67"), "manager")


def test_without_a_quantity_a_target_below_even_the_last_tier_needs_the_manager() -> None:
    assert wished(asked("KET-17"), target="5")[0] == DiscountRequest("KET-17", None, "manager")
    assert wished(asked("KET-17"), target="7.20")[0] == DiscountRequest("KET-17", None, "salesperson")


def test_a_buyer_who_only_asks_for_the_price_wants_no_discount() -> None:
    assert work_out(shop(), understood(HUNDRED), MONDAY).discount is None


def test_two_wishes_count_as_the_larger() -> None:
    discount, _, _ = wished(HUNDRED, target="8.30", discount_percent=Decimal(10))
    assert discount == DiscountRequest("KET-17", Decimal(10), "manager")
