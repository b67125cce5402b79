"""What made a figure change: how much of it each group brought about, and what is no more than chance.

Groups are countries, products, channels: never people. The parts of all groups add up to the whole change.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
_SURE = 1.64
"""Standard deviations: nine changes of ten that are told are more than chance."""
_MONEY = 0.25
_TIME = 0.25
"""Least change, against the period before, of what has no simple measure of chance."""
_TIME_SECONDS = 300.0
_LEADING = 1 / 3
_MORE_THAN_ITS_PART = 1.4
_LEAST_COUNT = 6
_LEAST_SHARE = 20
"""Of both periods together, of each: fewer facts say nothing."""


@dataclass(frozen=True, slots=True)
class Part(Generic[Key]):
    """What one group has brought about of a change, in the unit of the figure. `now` and `before` are the
    group's own figures."""

    key: Key
    change: float
    now: float
    before: float
    weight: float
    """Its part of all facts of both periods, 0 to 1."""


def parts_of_sum(now: Mapping[Key, float], before: Mapping[Key, float]) -> list[Part[Key]]:
    """Of a count or a sum, the largest first."""
    whole = sum(now.values()) + sum(before.values())
    parts = []
    for key in {**now, **before}:
        new, old = now.get(key, 0.0), before.get(key, 0.0)
        parts.append(Part(key, new - old, new, old, (new + old) / whole if whole else 0.0))
    return _sorted(parts)


def parts_of_share(
    now: Mapping[Key, tuple[int, int]], before: Mapping[Key, tuple[int, int]]
) -> list[Part[Key]]:
    """Of a share, groups as (hits, of how many): what a group's own share has changed, and what its larger
    or smaller place among all has. Empty where one of the periods has nothing."""
    all_now, all_before = sum(n for _, n in now.values()), sum(n for _, n in before.values())
    if not all_now or not all_before:
        return []
    whole = (_rate(_total(now)) + _rate(_total(before))) / 2
    parts = []
    for key in {**now, **before}:
        (hits, n), (old_hits, old_n) = now.get(key, (0, 0)), before.get(key, (0, 0))
        # A group that is new, or gone, has in the other period the share that it has in this one.
        rate = _rate((hits, n)) if n else _rate((old_hits, old_n))
        old_rate = _rate((old_hits, old_n)) if old_n else rate
        weight, old_weight = n / all_now, old_n / all_before
        own = (weight + old_weight) / 2 * (rate - old_rate)
        place = (weight - old_weight) * ((rate + old_rate) / 2 - whole)
        parts.append(Part(key, own + place, rate, old_rate, (n + old_n) / (all_now + all_before)))
    return _sorted(parts)


def leading(parts: list[Part[Key]], change: float, most: int = 2) -> list[Part[Key]]:
    """Those that stand for a third of the change or more, in its direction, and for clearly more of it than
    of everything: where all groups have grown alike, the largest one is no cause."""
    if not change:
        return []
    return [
        part for part in parts if part.change / change >= max(_LEADING, _MORE_THAN_ITS_PART * part.weight)
    ][:most]


def is_more_than_chance_count(now: int, before: int) -> bool:
    """Of how often something happened, in periods as long as each other."""
    together = now + before
    return together >= _LEAST_COUNT and abs(now - before) / math.sqrt(together) >= _SURE


def is_more_than_chance_share(now: tuple[int, int], before: tuple[int, int]) -> bool:
    """Of shares, each as (hits, of how many)."""
    if min(now[1], before[1]) < _LEAST_SHARE:
        return False
    common = (now[0] + before[0]) / (now[1] + before[1])
    spread = math.sqrt(common * (1 - common) * (1 / now[1] + 1 / before[1]))
    return spread > 0 and abs(_rate(now) - _rate(before)) / spread >= _SURE


def is_much_money(now: float, before: float, facts: int) -> bool:
    """`facts`: how many orders both are made of."""
    return facts >= _LEAST_COUNT and abs(now - before) >= _MONEY * max(now, before) > 0


def is_much_time(now: float, before: float, facts: int, facts_before: int) -> bool:
    """Of seconds, medians of so many facts."""
    enough = min(facts, facts_before) >= _LEAST_SHARE / 2
    return enough and abs(now - before) >= max(_TIME_SECONDS, _TIME * max(now, before))


def _total(groups: Mapping[Key, tuple[int, int]]) -> tuple[int, int]:
    return sum(hits for hits, _ in groups.values()), sum(n for _, n in groups.values())


def _rate(counted: tuple[int, int]) -> float:
    return counted[0] / counted[1]


def _sorted(parts: list[Part[Key]]) -> list[Part[Key]]:
    return sorted(
        (part for part in parts if part.change), key=lambda part: (-abs(part.change), str(part.key))
    )
