"""The language model's part of what Prometheus reads: of all processes, from the records of the calls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from bot.desk.model_state import ModelState

_SINCE = "since the shop's midnight"
_STATES = ("closed", "half_open", "open")


def model_metrics(state: ModelState) -> Iterator[Metric]:
    """Counters begin anew at midnight, as they would with a restart: rates are right across it."""
    standing = state.standing
    calls = CounterMetricFamily(
        "supercargo_model_calls", f"Calls to the language model {_SINCE}.", labels=("purpose", "outcome")
    )
    cost = CounterMetricFamily(
        "supercargo_model_cost_usd", f"What they cost {_SINCE}, as far as prices are known.",
        labels=("purpose",),
    )  # fmt: skip
    tokens = CounterMetricFamily(
        "supercargo_model_tokens", f"Tokens {_SINCE}; cached ones are among those in.",
        labels=("purpose", "kind"),
    )  # fmt: skip
    for each in standing.calls:
        calls.add_metric((each.purpose, each.outcome), each.calls)
    for purpose, group in groupby(standing.calls, key=lambda each: each.purpose):
        those = list(group)
        cost.add_metric((purpose,), float(sum(each.cost for each in those)))
        for kind in ("in", "out", "cached"):
            tokens.add_metric((purpose, kind), sum(getattr(each, f"tokens_{kind}") for each in those))
    yield from (calls, cost, tokens)
    if standing.cost_per_draft is not None:
        yield GaugeMetricFamily(
            "supercargo_model_cost_per_draft_usd", f"Cost of a draft for which it was asked, {_SINCE}.",
            value=float(standing.cost_per_draft),
        )  # fmt: skip
    if state.left is not None:
        yield GaugeMetricFamily(
            "supercargo_model_budget_left_usd", "What is left of the shop's budget of today.",
            value=float(state.left),
        )  # fmt: skip
    breaker = GaugeMetricFamily(
        "supercargo_model_breaker", "1 for the state in which the newest call was made.", labels=("state",)
    )
    for name in _STATES:
        breaker.add_metric((name,), name == standing.breaker)
    yield breaker
