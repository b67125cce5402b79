from datetime import UTC, date, datetime

import pytest

from bot.domain.calendar import production, shop_date, valid_until
from bot.domain.facts import Company
from tests.steps.quote.showroom import MONDAY, campaign, closure, shop

NEW_YEAR = closure("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12))


def test_the_date_where_the_shop_is_counts() -> None:
    company = Company("Example", "CN", "Asia/Shanghai", "USD")
    assert shop_date(datetime(2026, 11, 30, 15, 59, tzinfo=UTC), company) == date(2026, 11, 30)
    assert shop_date(datetime(2026, 11, 30, 16, 0, tzinfo=UTC), company) == date(2026, 12, 1)


def test_the_first_day_is_not_counted() -> None:
    assert production(shop(), MONDAY, 1).ready_by == date(2026, 11, 24)


def test_a_lead_time_of_a_week_skips_the_sunday() -> None:
    assert production(shop(), MONDAY, 6).ready_by == date(2026, 11, 30)


def test_an_order_of_a_sunday_starts_on_monday() -> None:
    sunday = date(2026, 11, 22)
    assert production(shop(), sunday, 1).ready_by == date(2026, 11, 24)
    assert production(shop(), sunday, 0).ready_by == MONDAY


def test_days_of_a_closure_are_not_worked_and_the_closure_is_named() -> None:
    made = production(shop(closures=(NEW_YEAR,)), date(2027, 2, 1), 2)
    # Tuesday 2nd is worked, 3rd to 12th closed, Saturday 13th is worked.
    assert made.ready_by == date(2027, 2, 13)
    assert made.closures == ("Chinese New Year",)


def test_an_order_on_the_last_day_of_a_closure_starts_on_the_day_after() -> None:
    made = production(shop(closures=(NEW_YEAR,)), date(2027, 2, 12), 1)
    assert made.ready_by == date(2027, 2, 15)
    assert made.closures == ("Chinese New Year",)


def test_a_closure_outside_the_production_is_not_named() -> None:
    assert production(shop(closures=(NEW_YEAR,)), date(2027, 1, 4), 10).closures == ()


def test_a_closure_on_a_day_that_nobody_works_takes_nothing() -> None:
    sunday = closure("Festival", date(2026, 11, 29), date(2026, 11, 29))
    made = production(shop(closures=(sunday,)), MONDAY, 6)
    assert made.ready_by == date(2026, 11, 30)
    assert made.closures == ()


def test_a_shop_without_working_days_is_an_error_and_no_endless_search() -> None:
    idle = shop(company=Company("Example", "CN", "Asia/Shanghai", "USD", working_days=frozenset()))
    with pytest.raises(ValueError, match="working days"):
        production(idle, MONDAY, 1)


def test_a_quote_is_not_valid_past_the_end_of_a_campaign_that_it_uses() -> None:
    ends = campaign("5", date(2026, 11, 1), date(2026, 11, 30))
    assert valid_until(MONDAY, 14, []) == date(2026, 12, 7)
    assert valid_until(MONDAY, 14, [ends]) == date(2026, 11, 30)
    assert valid_until(MONDAY, 3, [ends]) == date(2026, 11, 26)
