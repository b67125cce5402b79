"""Every figure that managers see, defined once: what is counted, by which moment it falls into a period.

`of`, `hit` and `value` are SQL over one table of facts; an `of` that begins with another one and "AND" is
part of it, and both are counted at once. What a figure is called and how it is explained stands in
`prompts/metrics`, by its code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Fact = Literal["talks", "waits", "days", "drafts", "orders", "demand"]
Kind = Literal["count", "share", "percentile", "sum"]
Unit = Literal["count", "share", "seconds", "days", "money"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A count of the facts `of`; the share of `hit` among them; a percentile or the sum of their `value`.

    Shares are between 0 and 1, money is in the shop's currency. `better`: which way a team wants it to go.
    """

    code: str
    fact: Fact
    at: str
    kind: Kind = "count"
    unit: Unit = "count"
    of: str = "true"
    hit: str = "true"
    value: str = "NULL"
    percentile: float = 0.5
    better: Literal["more", "less"] | None = None


def _share(
    code: str, fact: Fact, at: str, of: str, hit: str, better: Literal["more", "less"] | None = None
) -> Metric:
    return Metric(code, fact, at, "share", "share", of, hit, better=better)


def _seconds(code: str, fact: Fact, at: str, of: str, value: str, percentile: float = 0.5) -> Metric:
    return Metric(
        code, fact, at, "percentile", "seconds", of, value=value, percentile=percentile, better="less"
    )


def _sum(
    code: str, fact: Fact, at: str, of: str, value: str, better: Literal["more", "less"] | None = None,
    unit: Unit = "money",
) -> Metric:  # fmt: skip
    return Metric(code, fact, at, "sum", unit, of, value=value, better=better)


def _days(code: str, reached: str) -> Metric:
    value = f"extract(epoch FROM {reached} - started_at) / 86400"
    return Metric(code, "talks", "started_at", "percentile", "days", f"{reached} IS NOT NULL", value=value)


_FIRST = "first AND answered_by = 'person'"
_DECIDED = "NOT follow_up AND outcome IN ('as_it_was', 'light', 'heavy', 'refused')"
_BY_PERSON = f"{_DECIDED} AND outcome <> 'refused'"
_PAID = "paid_at IS NOT NULL"
_FOLLOW_UP = "follow_up AND followed IS NOT NULL"

_ALL = (
    # How much there was
    Metric("inquiries", "talks", "started_at", better="more"),
    _sum("messages_in", "talks", "started_at", "true", "messages_in", unit="count"),
    _sum("messages_out", "talks", "started_at", "true", "messages_out", unit="count"),
    # How quickly buyers were answered
    _seconds("first_response", "waits", "asked_at", _FIRST, "wall_s"),
    _seconds("first_response_p90", "waits", "asked_at", _FIRST, "wall_s", 0.9),
    _seconds("first_response_worked", "waits", "asked_at", _FIRST, "worked_s"),
    _seconds("first_response_worked_p90", "waits", "asked_at", _FIRST, "worked_s", 0.9),
    _seconds("any_response", "waits", "asked_at", "answered_by = 'person'", "wall_s"),
    Metric("first_by_rule", "waits", "asked_at", of="first AND answered_by = 'rule'"),
    Metric("never_answered", "waits", "asked_at", of="waits", better="less"),
    _share(
        "reply_rate", "days", "first_at",
        "(person_at IS NOT NULL AND person_at <= first_at + interval '24 hours')"
        " OR first_at <= :now - interval '24 hours'",
        "person_at <= first_at + interval '24 hours'", "more",
    ),
    _seconds("approval", "drafts", "decided_at", _DECIDED, "waited_s"),
    _seconds("approval_p90", "drafts", "decided_at", _DECIDED, "waited_s", 0.9),
    _seconds("approval_worked", "drafts", "decided_at", _DECIDED, "worked_s"),
    # What became of the assistant's drafts
    Metric("drafts_made", "drafts", "made_at", of="NOT follow_up"),
    Metric("drafts_decided", "drafts", "decided_at", of=_DECIDED),
    _share("as_it_was", "drafts", "decided_at", _DECIDED, "outcome = 'as_it_was'", "more"),
    _share("light_edit", "drafts", "decided_at", _DECIDED, "outcome = 'light'"),
    _share("heavy_edit", "drafts", "decided_at", _DECIDED, "outcome = 'heavy'", "less"),
    _share("refused", "drafts", "decided_at", _DECIDED, "outcome = 'refused'", "less"),
    Metric("superseded", "drafts", "made_at", of="NOT follow_up AND outcome = 'superseded'"),
    Metric("expired", "drafts", "made_at", of="NOT follow_up AND outcome = 'expired'", better="less"),
    Metric("by_rule", "drafts", "decided_at", of="NOT follow_up AND outcome = 'by_rule'"),
    _share("rushed", "drafts", "decided_at", _BY_PERSON, "rushed", "less"),
    _sum("overridden", "drafts", "decided_at", _BY_PERSON, "overridden", "less", "count"),
    # From the inquiry to the money; talks count for the day on which they began
    _share("qualified", "talks", "started_at", "true", "qualified_at IS NOT NULL", "more"),
    _share("quoted", "talks", "started_at", "true", "quoted_at IS NOT NULL", "more"),
    _share("accepted", "talks", "started_at", "true", "accepted_at IS NOT NULL", "more"),
    _share("paid", "talks", "started_at", "true", "paid_at IS NOT NULL", "more"),
    _days("days_to_quote", "quoted_at"),
    _days("days_to_yes", "accepted_at"),
    _days("days_to_money", "paid_at"),
    _sum("quoted_value", "orders", "quoted_at", "quoted_at IS NOT NULL", "value"),
    Metric("paid_orders", "orders", "paid_at", of=_PAID, better="more"),
    _sum("paid_value", "orders", "paid_at", _PAID, "coalesce(value, received)", "more"),
    _sum("received", "orders", "paid_at", _PAID, "received"),
    Metric("off_orders", "orders", "off_at", of="off_at IS NOT NULL", better="less"),
    _sum("off_value", "orders", "off_at", "off_at IS NOT NULL", "value", "less"),
    _share(
        "on_platform", "orders", "coalesce(paid_at, off_at)", "paid_at IS NOT NULL OR off_at IS NOT NULL",
        "paid_at IS NOT NULL", "more",
    ),
    Metric("lost_orders", "orders", "lost_at", of="lost_at IS NOT NULL", better="less"),
    Metric("signals_theirs", "talks", "signal_at", of="signal_at IS NOT NULL", better="less"),
    Metric("signals_ours", "drafts", "made_at", of="ours", better="less"),
    # What is asked for
    Metric("asked_for", "demand", "asked_at"),
    _share("demand_quoted", "demand", "asked_at", "true", "quoted_at IS NOT NULL", "more"),
    _share("demand_won", "demand", "asked_at", "true", "won_at IS NOT NULL", "more"),
    _sum("demand_value", "demand", "asked_at", "won_at IS NOT NULL", "value", "more"),
    # Coming back to buyers
    Metric("follow_ups", "drafts", "decided_at", of=_FOLLOW_UP),
    _share("follow_up_yield", "drafts", "decided_at", _FOLLOW_UP, "followed", "more"),
)  # fmt: skip

METRICS: Mapping[str, Metric] = MappingProxyType({metric.code: metric for metric in _ALL})
FACTS: tuple[Fact, ...] = ("talks", "waits", "days", "drafts", "orders", "demand")
