"""What managers are alerted of, what they may set about it, and when there is too much of something."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

KINDS = (
    "reply_clock", "off_platform", "policy_past", "prices_old", "rates_old", "model_budget", "queue_stuck",
)  # fmt: skip
CLOCK_LEFT = timedelta(hours=3)
"""Of the 24 hours in which a buyer is to be answered: the salesperson was reminded an hour before."""
STUCK_AFTER = timedelta(minutes=5)
"""A job that should have run so long ago."""
BUDGET_PART = 0.8
"""Of the model's budget of the day."""
SPIKE_DAYS = 7
SPIKE_WEEKS = 8
"""What is usual is counted over so many weeks before."""
_LEAST = 5
_SPREAD = 3.0


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """`off`: kinds that nobody wants to hear of. Days after which prices, and rates of exchange, are old."""

    off: frozenset[str] = frozenset()
    prices_days: int = 180
    rates_days: int = 60


def is_spike(now: int, before: int, weeks: int = SPIKE_WEEKS) -> bool:
    """Whether `now` in a week is more than chance, where there were `before` in the `weeks` before it."""
    usual = before / weeks
    return now >= _LEAST and now > usual + _SPREAD * math.sqrt(max(usual, 1.0))


def wanted(kind: str, settings: AlertSettings) -> bool:
    """Whether somebody wants to hear of this kind."""
    return kind not in settings.off


def kinds_but(kinds: Collection[str]) -> frozenset[str]:
    """All kinds but these: what a form with a box for each kind switches off."""
    return frozenset(KINDS) - frozenset(kinds)
