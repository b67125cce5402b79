from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.buyer_hours import BuyerHours, is_open, next_open, window_at

BERLIN = BuyerHours(("Europe/Berlin",))
NEW_YORK = BuyerHours(("America/New_York",))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "at", "expected"),
    [
        # Friday evening: Monday, and in Europe the clocks have been changed in between.
        (BERLIN, "2027-03-26 17:30", "2027-03-29 07:00"),
        (BERLIN, "2027-10-29 17:30", "2027-11-01 08:00"),
        (NEW_YORK, "2027-03-12 23:30", "2027-03-15 13:00"),
        (NEW_YORK, "2027-11-05 22:30", "2027-11-08 14:00"),
        # At work already.
        (BERLIN, "2026-11-25 10:07", "2026-11-25 10:07"),
        # One minute too late.
        (BERLIN, "2026-11-25 17:00", "2026-11-26 08:00"),
    ],
)
def test_the_next_working_moment_knows_daylight_saving(hours: BuyerHours, at: str, expected: str) -> None:
    assert next_open(hours, utc(at)) == utc(expected)


def test_somewhere_in_the_country_means_everywhere_in_it() -> None:
    coasts = BuyerHours(("America/New_York", "America/Los_Angeles"))
    monday = utc("2026-11-23 00:00")
    assert next_open(coasts, monday) == utc("2026-11-23 17:00")  # 09:00 in the west, noon in the east
    window = window_at(coasts, utc("2026-11-23 18:00"))
    assert window == (utc("2026-11-23 17:00"), utc("2026-11-23 23:00"))


def test_where_no_hour_is_shared_there_is_none() -> None:
    assert next_open(BuyerHours(("Europe/Berlin", "Pacific/Auckland")), utc("2026-11-23 00:00")) is None


def test_weekends_days_off_and_short_days_are_kept() -> None:
    riyadh = BuyerHours(("Asia/Riyadh",), frozenset({4, 5}), frozenset({date(2027, 2, 22)}))
    assert next_open(riyadh, utc("2026-11-26 16:00")) == utc("2026-11-29 06:00")  # Thursday night: Sunday
    assert next_open(riyadh, utc("2027-02-22 00:00")) == utc("2027-02-23 06:00")
    dubai = BuyerHours(("Asia/Dubai",), early=((4, time(12)),))
    assert not is_open(dubai, utc("2026-11-27 08:30"))
    assert is_open(dubai, utc("2026-11-27 07:30"))


def test_every_quarter_of_a_year_is_as_it_says() -> None:
    """What is found is open, and nothing before it is."""
    hours = BuyerHours(("Australia/Sydney", "Australia/Perth"), days_off=frozenset({date(2027, 1, 26)}))
    at = utc("2027-01-01 00:00")
    while at < utc("2027-05-01 00:00"):
        found = next_open(hours, at)
        assert found is not None
        assert is_open(hours, found)
        if found > at:
            assert not is_open(hours, at)
            assert not is_open(hours, found - timedelta(minutes=1))
        at += timedelta(hours=3, minutes=45)
