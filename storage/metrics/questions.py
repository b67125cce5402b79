"""Figures as SQL: which queries answer for any metrics, in any groups, and what their rows tell.

Facts that are counted or summed are read once for all groups that are wanted: first into a cube of all that
tells them apart, which is small, then from the cube group by group. Percentiles need each fact: a query for
each way to group them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal

from storage.base import AnyRow
from storage.metrics.definitions import METRICS, Fact, Metric

By = Literal[
    "day", "week", "month", "country", "language", "channel", "source", "staff_id", "intent", "sku",
    "lost_reason",
]  # fmt: skip
Span = Literal["day", "week", "month"]
SPANS: tuple[Span, ...] = ("day", "week", "month")
ONLY_OF: Mapping[str, frozenset[Fact]] = {
    "intent": frozenset({"talks", "drafts"}), "sku": frozenset({"demand"}),
    "lost_reason": frozenset({"orders"}),
}  # fmt: skip
"""Ways to group and to narrow that not all facts know."""
_OWN_DAY: Mapping[tuple[Fact, str], str] = {
    ("talks", "started_at"): "day", ("waits", "asked_at"): "day", ("days", "first_at"): "day",
    ("drafts", "made_at"): "day", ("drafts", "decided_at"): "decided_day",
}  # fmt: skip
"""Moments whose day in the shop is kept beside them: to ask for it anew costs more than to count."""
Groups = Mapping[By | None, Iterable[str]]
"""Codes of metrics by how they are grouped; None: all in one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`n` facts were counted, `hits` of them meet a share's condition; `value` is the figure itself, None
    where there is nothing to make it of."""

    n: int
    hits: int
    value: float | Decimal | None


@dataclass(frozen=True, slots=True)
class Question:
    """One query: `metrics` of the facts of one table, by one moment, grouped by each of `by`."""

    fact: Fact
    at: str
    metrics: tuple[Metric, ...]
    by: tuple[By | None, ...]

    def sql(self, conditions: str) -> str:
        """`conditions` are over the facts' own columns, and bound; so is the shop's :zone."""
        widest = min((metric.of for metric in self.metrics), key=len)
        if widest != "true":
            conditions += f" AND ({widest})"
        among = [replace(metric, of="true") if metric.of == widest else metric for metric in self.metrics]
        keys = [by for by in self.by if by is not None]
        named = [f"{_key(self.fact, self.at, by)} AS k{place}" for place, by in enumerate(keys)]
        made = _sorted if among[0].kind == "percentile" else _cube
        return made(f"metric_{self.fact}", conditions, named, among, nothing_too=None in self.by)

    def read(self, rows: Iterable[AnyRow]) -> Iterator[tuple[By | None, Any, dict[str, Figure]]]:
        """(by, key, figures by code) of each group in which something happened; without `by` also where
        nothing did."""
        keys = [by for by in self.by if by is not None]
        for row in rows:
            # Of GROUPING's bits the first key's is the highest; it is 0 where the row is grouped by it.
            place = next((n for n in range(len(keys)) if not row.which >> (len(keys) - 1 - n) & 1), None)
            by, key = (None, None) if place is None else (keys[place], getattr(row, f"k{place}"))
            yield by, key, _of_row(self.metrics, row)


def questions(wanted: Groups) -> list[Question]:
    """Those that answer for all that is wanted, what takes longest first. KeyError for an unknown code;
    ValueError where facts are not known by what they should be grouped by."""
    by_metric: dict[Metric, list[By | None]] = {}
    for by, codes in wanted.items():
        for metric in (METRICS[code] for code in dict.fromkeys(codes)):
            if by is not None and metric.fact not in ONLY_OF.get(by, frozenset({metric.fact})):
                raise ValueError(f"{metric.code} is not known by {by}")
            by_metric.setdefault(metric, []).append(by)
    found: list[Question] = []
    for (fact, at), metrics in groupby(sorted(by_metric, key=_source), key=_source):
        for group in _together(list(metrics)):
            percentiles = [metric for metric in group if metric.kind == "percentile"]
            for by in dict.fromkeys(by for metric in percentiles for by in by_metric[metric]):
                of_it = tuple(metric for metric in percentiles if by in by_metric[metric])
                found.append(Question(fact, at, of_it, (by,)))
            counted = tuple(metric for metric in group if metric.kind != "percentile")
            if counted:
                ways = dict.fromkeys(by for metric in counted for by in by_metric[metric])
                found.append(Question(fact, at, counted, tuple(ways)))
    return sorted(found, key=lambda question: question.metrics[0].kind != "percentile")


def nothing(metric: Metric) -> Figure:
    """The figure of a group in which there was none of its facts."""
    counted = metric.kind == "count" or (metric.kind == "sum" and metric.unit == "count")
    return Figure(0, 0, 0 if counted else None)


def _source(metric: Metric) -> tuple[Fact, str]:
    return metric.fact, metric.at


def _together(metrics: Sequence[Metric]) -> list[list[Metric]]:
    """Which of a table's figures are asked for in one query: those of the same facts, and of some of these
    (`of` then begins alike). Only facts that count are read and sorted, and an index may hold just these."""
    groups: dict[str, list[Metric]] = {}
    for metric in sorted(metrics, key=lambda metric: len(metric.of)):
        wider = next((of for of in groups if f"{metric.of} AND ".startswith(f"{of} AND ")), metric.of)
        groups.setdefault(wider, []).append(metric)
    return list(groups.values())


class _Once:
    """Expressions of a row, each worked out once however many figures need it: comparing texts is what
    counting costs."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self.names: dict[str, str] = {}

    def name(self, expression: str) -> str:
        return self.names.setdefault(expression, f"{self.letter}{len(self.names)}")

    def columns(self) -> list[str]:
        return [f"{expression} AS {name}" for expression, name in self.names.items()]


def _key(fact: Fact, at: str, by: By) -> str:
    if by not in SPANS:
        return by
    day = _OWN_DAY.get((fact, at))
    return f"date_trunc('{by}', {f'{day}::timestamp' if day else f'{at} AT TIME ZONE :zone'})::date"


def _cube(
    table: str, conditions: str, keys: Sequence[str], metrics: Sequence[Metric], *, nothing_too: bool
) -> str:
    """Counts, shares and sums; by each of `keys` alone, and with `nothing_too` all in one."""
    flags, values = _Once("c"), _Once("v")
    columns = [column for metric in metrics for column in _counted(metric, flags, values)]
    told_apart = [f"k{place}" for place in range(len(keys))]
    inner = [*keys, *flags.columns(), "count(*) AS facts"]
    for expression, name in values.names.items():
        inner += [f"count({expression}) AS n_{name}", f"sum({expression}) AS {name}"]
    places = ", ".join(str(place + 1) for place in range(len(keys) + len(flags.names)))
    sets = [*(f"({name})" for name in told_apart), *(["()"] if nothing_too else [])]
    which = f"GROUPING({', '.join(told_apart)})" if told_apart else "0"
    return f"""
        SELECT {", ".join([f"{which} AS which", *told_apart, *columns])} FROM (
          SELECT {", ".join(inner)} FROM {table} WHERE {conditions} {f"GROUP BY {places}" if places else ""}
        ) cube GROUP BY GROUPING SETS ({", ".join(sets)})
    """  # noqa: S608 - definitions of ours; what is asked for is bound


def _counted(metric: Metric, flags: _Once, values: _Once) -> Iterator[str]:
    among = [flags.name(each) for each in (metric.of,) if each != "true"]
    n, hits, value = "facts", "0", "NULL"
    if metric.kind == "share":
        met = [*among, *(flags.name(each) for each in (metric.hit,) if each != "true")]
        hits = _total("facts", met)
    elif metric.kind == "sum":
        name = values.name(metric.value)
        n, value = f"n_{name}", f"sum({name}){_filter(among)}"
    yield f"{_total(n, among)} AS {metric.code}_n"
    yield f"{hits} AS {metric.code}_hits"
    yield f"{value} AS {metric.code}_value"


def _total(column: str, flags: Sequence[str]) -> str:
    return f"coalesce(sum({column}){_filter(flags)}, 0)::bigint"


def _filter(flags: Sequence[str]) -> str:
    return f" FILTER (WHERE {' AND '.join(flags)})" if flags else ""


def _sorted(
    table: str, conditions: str, keys: Sequence[str], metrics: Sequence[Metric], *, nothing_too: bool
) -> str:
    """Percentiles; by the one of `keys`, or with `nothing_too` all in one."""
    once = _Once("c")
    columns = [column for metric in metrics for column in _percentile(metric, metrics, once)]
    # OFFSET 0 keeps the inner query apart: else each expression is put back into every figure.
    return f"""
        SELECT {", ".join(["0 AS which", *(["k0"] if keys else []), *columns])} FROM (
          SELECT {", ".join([*keys, *once.columns()])} FROM {table} WHERE {conditions} OFFSET 0
        ) facts {"" if nothing_too else "GROUP BY k0"}
    """  # noqa: S608 - definitions of ours; what is asked for is bound


def _percentile(metric: Metric, among: Sequence[Metric], once: _Once) -> Iterator[str]:
    flags = [once.name(each) for each in (metric.of,) if each != "true"]
    value = once.name(metric.value)
    # Those of the same values are asked for together: they are sorted once.
    wanted = sorted({each.percentile for each in among if (each.of, each.value) == (metric.of, metric.value)})
    places = f"ARRAY[{', '.join(map(str, wanted))}]"
    sorted_ = f"percentile_cont({places}) WITHIN GROUP (ORDER BY {value}){_filter(flags)}"
    yield f"count({value}){_filter(flags)} AS {metric.code}_n"
    yield f"0 AS {metric.code}_hits"
    yield f"({sorted_})[{wanted.index(metric.percentile) + 1}] AS {metric.code}_value"


def _of_row(metrics: Sequence[Metric], row: AnyRow) -> dict[str, Figure]:
    made = {}
    for metric in metrics:
        n, hits, value = (getattr(row, f"{metric.code}_{part}") for part in ("n", "hits", "value"))
        if metric.kind == "count":
            value = n
        elif metric.kind == "share":
            value = hits / n if n else None
        elif metric.kind == "sum" and metric.unit == "count":
            value = int(value or 0)
        made[metric.code] = Figure(n, hits, value)
    return made
