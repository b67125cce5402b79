from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import NAMED, Period, Step, begin_of, between, following, named

TODAY = date(2026, 11, 22)
DATES = st.dates(date(2020, 1, 1), date(2030, 1, 1))
STEPS = st.sampled_from(["day", "week", "month"])


def test_named_periods_end_today_or_before_the_step_of_today() -> None:
    assert named("7d", TODAY) == Period(date(2026, 11, 16), TODAY)
    assert named("week", TODAY) == Period(date(2026, 11, 16), TODAY)
    assert named("month", TODAY) == Period(date(2026, 11, 1), TODAY)
    assert named("last_week", TODAY) == Period(date(2026, 11, 9), date(2026, 11, 15))
    assert named("last_month", TODAY) == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert [named(name, TODAY).is_partial(TODAY) for name in NAMED] == [True] * 6 + [False] * 2
    with pytest.raises(ValueError, match="one of 7d"):
        named("forever", TODAY)


def test_the_day_on_which_clocks_change_is_a_whole_day() -> None:
    since, until = Period(date(2026, 3, 8), date(2026, 3, 8)).moments("America/New_York")
    assert until.astimezone(UTC) - since.astimezone(UTC) == timedelta(hours=23)
    assert since == datetime(2026, 3, 8, 5, tzinfo=UTC)


def test_wrong_ends_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        between(TODAY, TODAY - timedelta(days=1))
    with pytest.raises(ValueError, match="five years"):
        between(TODAY, TODAY + timedelta(days=3000))


@given(first=DATES, days=st.integers(1, 400), step=STEPS, today=DATES)
def test_steps_cover_a_period_once(first: date, days: int, step: Step, today: date) -> None:
    period = Period(first, first + timedelta(days=days - 1))
    begins = list(period.steps(step))
    counted = sum(
        1 for begin in begins for n in range((following(begin, step) - begin).days)
        if period.first <= begin + timedelta(days=n) <= period.last
    )  # fmt: skip
    assert counted == period.days == period.before().days
    assert period.before().last == period.first - timedelta(days=1)
    for begin in begins:
        whole = all(
            period.first <= begin + timedelta(days=n) <= period.last and begin + timedelta(days=n) < today
            for n in range((following(begin, step) - begin).days)
        )
        assert period.is_whole(begin, step, today) == whole


@given(day=DATES, step=STEPS)
def test_a_step_begins_where_it_says(day: date, step: Step) -> None:
    begin = begin_of(day, step)
    assert begin <= day < following(begin, step)
    assert begin_of(begin, step) == begin
