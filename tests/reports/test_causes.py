"""What a change is put down to: the parts make up the whole, and chance is told from change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.causes import (
    is_more_than_chance_count,
    is_more_than_chance_share,
    is_much_money,
    is_much_time,
    leading,
    parts_of_share,
    parts_of_sum,
)

_GROUPS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 40), min_size=1)
_SHARES = st.dictionaries(
    st.sampled_from("abcde"),
    st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (min(pair), max(pair))),
    min_size=1,
)


@given(_GROUPS, _GROUPS)
def test_the_parts_of_a_count_add_up_to_its_change(now: dict[str, int], before: dict[str, int]) -> None:
    parts = parts_of_sum(now, before)
    assert sum(part.change for part in parts) == sum(now.values()) - sum(before.values())


@given(_SHARES, _SHARES)
def test_the_parts_of_a_share_add_up_to_its_change(
    now: dict[str, tuple[int, int]], before: dict[str, tuple[int, int]]
) -> None:
    def rate(groups: dict[str, tuple[int, int]]) -> float:
        return sum(hits for hits, _ in groups.values()) / sum(n for _, n in groups.values())

    change = sum(part.change for part in parts_of_share(now, before))
    assert change == pytest.approx(rate(now) - rate(before), abs=1e-9)


def test_a_country_that_has_grown_most_is_named() -> None:
    parts = parts_of_sum({"DE": 30, "US": 50}, {"DE": 10, "US": 48})
    assert [part.key for part in leading(parts, 22)] == ["DE"]


def test_the_largest_country_is_no_cause_where_all_have_grown_alike() -> None:
    parts = parts_of_sum({"US": 120, "DE": 36, "BR": 24}, {"US": 80, "DE": 24, "BR": 16})
    assert leading(parts, 60) == []


def test_a_share_falls_because_one_country_is_answered_late() -> None:
    parts = parts_of_share({"DE": (20, 40), "US": (38, 40)}, {"DE": (39, 40), "US": (38, 40)})
    assert [part.key for part in leading(parts, sum(part.change for part in parts))] == ["DE"]


def test_a_share_falls_because_a_country_with_a_low_one_has_more_of_it() -> None:
    parts = parts_of_share({"NG": (10, 50), "DE": (45, 50)}, {"NG": (2, 10), "DE": (81, 90)})
    assert all(part.change < 0 for part in parts)
    assert all(part.now == part.before for part in parts)


@pytest.mark.parametrize(
    ("now", "before", "told"), [(2, 0, False), (9, 1, True), (52, 49, False), (80, 49, True)]
)
def test_a_count_is_told_where_it_is_more_than_chance(now: int, before: int, told: bool) -> None:
    assert is_more_than_chance_count(now, before) is told


def test_a_share_of_few_says_nothing() -> None:
    assert not is_more_than_chance_share((1, 4), (4, 4))
    assert is_more_than_chance_share((60, 100), (80, 100))
    assert not is_more_than_chance_share((50, 50), (40, 40))


def test_money_and_time_are_told_where_much_of_them_is_gone() -> None:
    assert is_much_money(1000, 5000, 12)
    assert not is_much_money(1000, 5000, 3)
    assert not is_much_money(0, 0, 12)
    assert is_much_time(3600, 600, 30, 30)
    assert not is_much_time(700, 600, 30, 30)
