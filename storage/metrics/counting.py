"""Figures over a period: any metrics, filtered, grouped; one query for each table of facts that they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
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
        group = list(metrics)
        if by is not None and fact not in _ONLY_OF.get(by, frozenset({fact})):
            raise ValueError(f"{group[0].code} is not known by {by}")
        query = _query(fact, at, group, asked, by)
        for row in await connection.execute(text(query), _values(shop_id, asked)):
            found.setdefault(row.key, {}).update(_of_row(group, row))
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


def _query(fact: Fact, at: str, metrics: Sequence[Metric], asked: Asked, by: By | None) -> str:
    columns = ", ".join(column for metric in metrics for column in _columns(metric))
    key = (
        "NULL" if by is None else f"date_trunc('{by}', {at} AT TIME ZONE :zone)::date" if by in SPANS else by
    )
    grouped = "" if by is None else "GROUP BY 1"
    return f"SELECT {key} AS key, {columns} FROM metric_{fact} WHERE {_conditions(fact, at, asked)} {grouped}"  # noqa: S608


def _columns(metric: Metric) -> tuple[str, str, str]:
    code, of = metric.code, f"({metric.of})"
    hits = f"count(*) FILTER (WHERE {of} AND ({metric.hit}))" if metric.kind == "share" else "0"
    if metric.kind == "percentile":
        inner = (
            f"percentile_cont({metric.percentile}) WITHIN GROUP (ORDER BY {metric.value}) FILTER (WHERE {of})"
        )
        n = f"count({metric.value}) FILTER (WHERE {of})"
    elif metric.kind == "sum":
        inner, n = f"sum({metric.value}) FILTER (WHERE {of})", f"count({metric.value}) FILTER (WHERE {of})"
    else:
        inner, n = "NULL", f"count(*) FILTER (WHERE {of})"
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
