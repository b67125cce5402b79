from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from bot.case.reply_clock import reply_clock
from bot.domain.facts import Closure, Company

SHOP = Company("Mei Kitchenware", "CN", "Asia/Shanghai", "USD", working_hours=(time(9), time(18)))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In November, by the shop's clock."""
    return datetime(2026, 11, day, hour, minute, tzinfo=timezone(timedelta(hours=8)))


def test_an_answer_is_due_a_day_after_the_oldest_unanswered_message() -> None:
    clock = reply_clock(at(24, 10), at(24, 12), SHOP)
    assert clock.due == at(25, 10)
    assert clock.tone == "good"
    assert clock.answer_by == at(25, 10)
    assert not clock.closes_before


def test_the_shop_closes_before_the_time_is_over() -> None:
    clock = reply_clock(at(24, 22), at(25, 12), SHOP)
    assert clock.due == at(25, 22)
    assert clock.answer_by == at(25, 18)
    assert clock.closes_before
    assert clock.tone == "warn"  # six working hours, though ten are left


def test_on_a_saturday_nothing_is_left_to_work() -> None:
    clock = reply_clock(at(27, 20), at(28, 10), SHOP)
    assert clock.answer_by is None
    assert clock.due == at(28, 20)


def test_a_closure_counts_as_closed() -> None:
    holiday = Closure("National Day", date(2026, 11, 25), date(2026, 11, 25))
    assert reply_clock(at(24, 10), at(24, 12), SHOP, (holiday,)).answer_by == at(24, 18)


def test_two_hours_before_the_end_it_burns_and_then_it_is_late() -> None:
    assert reply_clock(at(24, 10), at(25, 8, 30), SHOP).tone == "bad"
    late = reply_clock(at(24, 10), at(25, 11), SHOP)
    assert late.late
    assert late.tone == "bad"
