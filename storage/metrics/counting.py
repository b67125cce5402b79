"""Figures over a period: any metrics, filtered, grouped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.metrics.definitions import METRICS, Fact
from storage.metrics.questions import ONLY_OF, By, Figure, Groups, Question, nothing, questions

UNKNOWN = "-"
"""Narrows to what has no country, language, source …; of people: NOBODY."""
NOBODY = 0
_NARROWING = ("country", "language", "channel", "source", "staff_id", "intent", "sku", "lost_reason")


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
class Found:
    """A talk behind a figure, and the moment by which it falls into the period."""

    conversation_id: int
    at: datetime


Answer = list[tuple[By | None, Any, dict[str, Figure]]]
Figures = dict[Any, dict[str, Figure]]
"""Figures by key of a group (a date, a code, an id, or None where it is not known) and by code; of all in one
under the key None. Groups in which nothing happened are left out."""


async def figures(
    connection: AsyncConnection, shop_id: int, codes: Iterable[str], asked: Asked, by: By | None = None
) -> Figures:
    """Figures in groups of `by`, or all in one. KeyError for an unknown code."""
    wanted = {by: list(codes)}
    answers = [await answer(connection, shop_id, each, asked) for each in questions(wanted)]
    return gathered(wanted, answers)[by]


async def answer(connection: AsyncConnection, shop_id: int, question: Question, asked: Asked) -> Answer:
    """What one query tells, for `gathered`."""
    conditions, values = narrowed(shop_id, question.fact, question.at, asked)
    return list(question.read(await connection.execute(text(question.sql(conditions)), values)))


def gathered(wanted: Groups, answers: Iterable[Answer]) -> dict[By | None, Figures]:
    """The figures that were wanted, of what the queries of `questions(wanted)` told."""
    codes = {by: list(dict.fromkeys(names)) for by, names in wanted.items()}
    found: dict[By | None, Figures] = {by: {} for by in codes}
    for by, key, told in (each for answered in answers for each in answered):
        here = {code: figure for code, figure in told.items() if code in codes[by]}
        # The key None without `by` stands for everything, and is there also where nothing happened.
        if here and (by is None or any(figure.n for figure in here.values())):
            found[by].setdefault(key, {}).update(here)
    for by, groups in found.items():
        for told in groups.values():
            told.update({code: nothing(METRICS[code]) for code in codes[by] if code not in told})
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


def _conditions(fact: Fact, at: str, asked: Asked) -> str:
    conditions = ["shop_id = :shop", f"{at} >= :since", f"{at} < :until"]
    given = {name: getattr(asked, name) for name in _NARROWING}
    narrowing = [
        f"{name} IS NULL" if value in (UNKNOWN, NOBODY) else f"{name} = :{name}"
        for name, value in given.items()
        if value is not None and fact in ONLY_OF.get(name, frozenset({fact}))
    ]
    return " AND ".join(conditions + narrowing)


def narrowed(shop_id: int, fact: Fact, at: str, asked: Asked) -> tuple[str, dict[str, Any]]:
    """The condition by which facts are among what is asked for, over their own columns, and its values."""
    return _conditions(fact, at, asked), _values(shop_id, asked)


def _values(shop_id: int, asked: Asked) -> dict[str, Any]:
    return {"shop": shop_id} | {each.name: getattr(asked, each.name) for each in fields(asked)}
