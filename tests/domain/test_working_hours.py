from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.facts import Closure, Company, Shop
from bot.domain.working_hours import Hours, hours_at

WEEK = frozenset({0, 1, 2, 3, 4})


def shop(*closures: Closure, opens: time = time(9), closes: time = time(18)) -> Shop:
    company = Company("Mei", "CN", "Asia/Shanghai", "USD", WEEK, (opens, closes))
    return Shop(company, (), closures=closures)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "is_open", "changes"),
    [
        ("2026-11-23T02:00", True, "2026-11-23T10:00"),  # Monday, ten o'clock there
        ("2026-11-23T00:59", False, "2026-11-23T01:00"),
        ("2026-11-23T10:00", False, "2026-11-24T01:00"),
        ("2026-11-20T10:01", False, "2026-11-23T01:00"),  # Friday evening: Monday
    ],
)
def test_buyers_are_told_when_somebody_is_there(now: str, is_open: bool, changes: str) -> None:
    assert hours_at(shop(), at(now)) == Hours(is_open, at(changes))


def test_a_closure_puts_the_opening_off() -> None:
    closed = shop(Closure("New Year", date(2026, 11, 23), date(2026, 11, 25)))
    assert hours_at(closed, at("2026-11-23T02:00")) == Hours(False, at("2026-11-26T01:00"))


def test_a_night_shift_ends_on_the_next_day() -> None:
    night = shop(opens=time(22), closes=time(6))
    assert hours_at(night, at("2026-11-23T20:00")) == Hours(True, at("2026-11-23T22:00"))


def test_a_shop_that_is_closed_for_long_says_no_date() -> None:
    closed = shop(Closure("Rebuilding", date(2026, 1, 1), date(2027, 12, 31)))
    assert hours_at(closed, at("2026-11-23T02:00")) == Hours(False, None)
