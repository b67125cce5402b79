"""Figures over a period: any metrics, filtered, grouped; one query for each table of facts that they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.metrics.definitions import METRICS, Fact, Metric

By = Literal[
    "day",
    "week",
    "month",
    "country",
    "language",
    "channel",
    "source",
    "staff_id",
    "intent",
    "sku",
    "lost_reason",
]
Span = Literal["day", "week", "month"]
SPANS: tuple[Span, ...] = ("day", "week", "month")
UNKNOWN = "-"
"""Narrows to what has no country, language, source …; of people: NOBODY."""
NOBODY = 0
_NARROWING = ("country", "language", "channel", "source", "staff_id", "intent", "sku", "lost_reason")
_ONLY_OF: Mapping[str, frozenset[Fact]] = {
    "intent": frozenset({"talks", "drafts"}), "sku": frozenset({"demand"}),
    "lost_reason": frozenset({"orders"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """`since` <= moment < `until` (aware); `zone` is the shop's, days and weeks are cut by it. The rest
    narrows: None is everything, UNKNOWN (of people NOBODY) what is not known."""

    since: datetime
    until: datetime
    now: datetime
    zone: str
    country: str | None = None
    language: str | None = None
    channel: str | None = None
    source: str | None = None
    staff_id: int | None = None
    intent: str | None = None
    sku: str | None = None
    lost_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """`n` facts were counted, `hits` of them meet a share's condition; `value` is the figure itself, None
    where there is nothing to make it of."""

    n: int
    hits: int
    value: float | Decimal | None


@dataclass(frozen=True, slots=True)
class Found:
    """A talk behind a figure, and the moment by which it falls into the period."""

    conversation_id: int
    at: datetime


async def figures(
    connection: AsyncConnection, shop_id: int, codes: Iterable[str], asked: Asked, by: By | None = None
) -> dict[Any, dict[str, Figure]]:
    """Figures by key of `by` (a date, a code, an id, or None where it is not known) and by code; without `by`
    under the one key None. Groups in which nothing happened are left out. KeyError for an unknown code."""
    wanted = sorted((METRICS[code] for code in dict.fromkeys(codes)), key=_source)
    found: dict[Any, dict[str, Figure]] = {}
    for (fact, at), metrics in groupby(wanted, key=_source):
        among = list(metrics)
        if by is not None and fact not in _ONLY_OF.get(by, frozenset({fact})):
            raise ValueError(f"{among[0].code} is not known by {by}")
        nothing = {metric.code: _nothing(metric) for metric in among}
        for group in _together(among):
            query = _query(fact, at, group, asked, by)
            for row in await connection.execute(text(query), _values(shop_id, asked)):
                key = found.setdefault(row.key, {})
                key.update({code: figure for code, figure in nothing.items() if code not in key})
                key.update(_of_row(group, row))
    return found


async def talks(
    connection: AsyncConnection, shop_id: int, code: str, asked: Asked, *, hits: bool = True,
    after: tuple[datetime, int] | None = None, limit: int = 50,
) -> Sequence[Found]:  # fmt: skip
    """The talks behind a figure, each once, the newest first; those that make a share what it is, or with
    `hits` False those that were counted beside them. `after` is the last of the page before."""
    metric = METRICS[code]
    chosen = (
        f"({metric.of})"
        if metric.kind != "share"
        else f"({metric.of}) AND {'' if hits else 'NOT '}coalesce({metric.hit}, false)"
    )
    if metric.kind in ("percentile", "sum"):
        chosen += f" AND {metric.value} IS NOT NULL"
    later = "HAVING (max({at}), conversation_id) < (:after_at, :after_id)" if after is not None else ""
    query = f"""
        SELECT conversation_id, max({metric.at}) AS at FROM metric_{metric.fact}
        WHERE {_conditions(metric.fact, metric.at, asked)} AND {chosen}
        GROUP BY conversation_id {later.format(at=metric.at)}
        ORDER BY at DESC, conversation_id DESC LIMIT :limit
    """  # noqa: S608 - definitions of ours; what is asked for is bound
    values = _values(shop_id, asked) | {"limit": limit}
    if after is not None:
        values |= {"after_at": after[0], "after_id": after[1]}
    return [Found(row.conversation_id, row.at) for row in await connection.execute(text(query), values)]


def _source(metric: Metric) -> tuple[Fact, str]:
    return metric.fact, metric.at


_OWN_DAY: Mapping[tuple[Fact, str], str] = {
    ("talks", "started_at"): "day", ("waits", "asked_at"): "day", ("days", "first_at"): "day",
    ("drafts", "made_at"): "day", ("drafts", "decided_at"): "decided_day",
}  # fmt: skip
"""Moments whose day in the shop is kept beside them: to ask for it anew costs more than to count."""


def _together(metrics: Sequence[Metric]) -> list[list[Metric]]:
    """Which of a table's figures are asked for in one query: those of the same facts, and of some of these
    (`of` then begins alike). Only facts that count are read and sorted, and an index may hold just these."""
    groups: dict[str, list[Metric]] = {}
    for metric in sorted(metrics, key=lambda metric: len(metric.of)):
        wider = next((of for of in groups if f"{metric.of} AND ".startswith(f"{of} AND ")), metric.of)
        groups.setdefault(wider, []).append(metric)
    return list(groups.values())


def _nothing(metric: Metric) -> Figure:
    counted = metric.kind == "count" or (metric.kind == "sum" and metric.unit == "count")
    return Figure(0, 0, 0 if counted else None)


class _Once:
    """Expressions of a row, each worked out once however many figures need it: comparing texts is what
    counting costs."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def name(self, expression: str) -> str:
        return self.names.setdefault(expression, f"c{len(self.names)}")


def _query(fact: Fact, at: str, metrics: Sequence[Metric], asked: Asked, by: By | None) -> str:
    once = _Once()
    widest = min((metric.of for metric in metrics), key=len)
    conditions = _conditions(fact, at, asked) + ("" if widest == "true" else f" AND ({widest})")
    metrics = [replace(metric, of="true") if metric.of == widest else metric for metric in metrics]
    columns = ", ".join(column for metric in metrics for column in _columns(metric, metrics, once))
    key = "NULL" if by is None else _day(fact, at, by) if by in SPANS else by
    rows = "".join(f", {expression} AS {name}" for expression, name in once.names.items())
    # Without `by` there is one group, also where nothing happened.
    grouped = "" if by is None else "GROUP BY 1"
    # OFFSET 0 keeps the inner query apart: else each expression is put back into every figure.
    return f"""
        SELECT {"NULL AS key" if by is None else "key"}, {columns} FROM (
          SELECT {key} AS key{rows} FROM metric_{fact} WHERE {conditions} OFFSET 0
        ) facts {grouped}
    """  # noqa: S608 - definitions of ours; what is asked for is bound


def _day(fact: Fact, at: str, by: By) -> str:
    day = _OWN_DAY.get((fact, at))
    return f"date_trunc('{by}', {f'{day}::timestamp' if day else f'{at} AT TIME ZONE :zone'})::date"


def _columns(metric: Metric, among: Sequence[Metric], once: _Once) -> tuple[str, str, str]:
    code = metric.code
    filtered = "" if metric.of == "true" else f"FILTER (WHERE {once.name(metric.of)})"
    hits, inner, n = "0", "NULL", f"count(*) {filtered}"
    if metric.kind == "share":
        both = [once.name(each) for each in (metric.of, metric.hit) if each != "true"]
        hits = f"count(*) FILTER (WHERE {' AND '.join(both) or 'true'})"
    elif metric.kind != "count":
        value = once.name(metric.value)
        n = f"count({value}) {filtered}"
        inner = f"sum({value}) {filtered}"
        if metric.kind == "percentile":
            # Those of the same values are asked for together: they are sorted once.
            wanted = sorted(
                {each.percentile for each in among if (each.of, each.value) == (metric.of, metric.value)}
            )
            list_ = ", ".join(map(str, wanted))
            place = wanted.index(metric.percentile) + 1
            inner = f"(percentile_cont(ARRAY[{list_}]) WITHIN GROUP (ORDER BY {value}) {filtered})[{place}]"
    return f"{n} AS {code}_n", f"{hits} AS {code}_hits", f"{inner} AS {code}_value"


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


def _conditions(fact: Fact, at: str, asked: Asked) -> str:
    conditions = ["shop_id = :shop", f"{at} >= :since", f"{at} < :until"]
    given = {name: getattr(asked, name) for name in _NARROWING}
    narrowing = [
        f"{name} IS NULL" if value in (UNKNOWN, NOBODY) else f"{name} = :{name}"
        for name, value in given.items()
        if value is not None and fact in _ONLY_OF.get(name, frozenset({fact}))
    ]
    return " AND ".join(conditions + narrowing)


def narrowed(shop_id: int, fact: Fact, at: str, asked: Asked) -> tuple[str, dict[str, Any]]:
    """The condition by which facts are among what is asked for, over their own columns, and its values."""
    return _conditions(fact, at, asked), _values(shop_id, asked)


def _values(shop_id: int, asked: Asked) -> dict[str, Any]:
    return {"shop": shop_id} | {each.name: getattr(asked, each.name) for each in fields(asked)}
