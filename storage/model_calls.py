"""Calls to a language model: kept, counted against a day's budget, summed up.

What a call itself needs is synchronous, for calls are made by worker threads; the rest is for the desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.desk_tables import EventRow
from storage.model_tables import ModelCallRow
from storage.notices import CHANNEL

BUDGET_SPENT = "model.budget_spent"
_DAY_LOCK = 0x5C09E3
"""First half of the advisory lock under which a spent budget is told; the shop is the second."""


@dataclass(frozen=True, slots=True)
class ModelCall:
    """A row to be kept; the columns are explained at `ModelCallRow`."""

    at: datetime
    conversation_id: int | None
    draft_id: int | None
    purpose: str
    prompt: str
    prompt_version: int
    prompt_hash: str
    model_asked: str
    model_answering: str | None
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    cost: Decimal | None
    counted: Decimal
    ms: float
    tries: int
    outcome: str
    breaker: str
    cache_hit: bool


@dataclass(frozen=True, slots=True)
class Spending:
    """What calls of one purpose came to. `cost` leaves out the `unpriced` ones, whose price is unknown."""

    purpose: str
    calls: int
    troubles: int
    cost: Decimal
    unpriced: int
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    cache_hits: int


def add(connection: Connection, shop_id: int, calls: Sequence[ModelCall]) -> list[int]:
    """The ids of the kept calls, in their order."""
    made = insert(ModelCallRow).returning(ModelCallRow.id, sort_by_parameter_order=True)
    rows = [{"shop_id": shop_id, **asdict(call)} for call in calls]
    return list(connection.execute(made, rows).scalars())


def counted_since(connection: Connection, shop_id: int, since: datetime) -> Decimal:
    """USD counted against the budget by all processes."""
    counted = select(func.coalesce(func.sum(ModelCallRow.counted), 0)).where(
        ModelCallRow.shop_id == shop_id, ModelCallRow.at >= since
    )
    return Decimal(connection.execute(counted).scalar_one())


def tell_budget_spent(
    connection: Connection, shop_id: int, *, at: datetime, since: datetime, budget: Decimal, spent: Decimal
) -> bool:
    """One event and one notice for the day that began at `since`, whoever calls; False where it is told."""
    connection.execute(
        text("SELECT pg_advisory_xact_lock(:lock, :shop)"), {"lock": _DAY_LOCK, "shop": shop_id}
    )
    told = select(EventRow.id).where(
        EventRow.shop_id == shop_id, EventRow.kind == BUDGET_SPENT, EventRow.at >= since
    )
    if connection.execute(told.limit(1)).first() is not None:
        return False
    connection.execute(
        insert(EventRow).values(
            shop_id=shop_id, at=at, kind=BUDGET_SPENT, actor="rule",
            data={"budget": str(budget), "spent": str(spent)},
        )
    )  # fmt: skip
    connection.execute(
        text("SELECT pg_notify(:channel, json_build_object('topic', 'desk', 'shop', :shop ::bigint)::text)"),
        {"channel": CHANNEL, "shop": shop_id},
    )
    return True


async def belong_to(connection: AsyncConnection, calls: Sequence[int], draft_id: int) -> None:
    """Calls were made for a draft that has an id only now."""
    if calls:
        await connection.execute(
            update(ModelCallRow).where(ModelCallRow.id.in_(calls)).values(draft_id=draft_id)
        )


async def spending(
    connection: AsyncConnection, shop_id: int, since: datetime, until: datetime
) -> tuple[Spending, ...]:
    """By purpose, the dearest first; `until` is outside."""
    row = ModelCallRow
    cost = func.coalesce(func.sum(row.cost), 0)
    summed = (
        select(
            row.purpose,
            func.count(),
            func.count().filter(row.outcome != "ok"),
            cost,
            func.count().filter(row.cost.is_(None)),
            func.sum(row.tokens_in),
            func.sum(row.tokens_out),
            func.sum(row.tokens_cached),
            func.count().filter(row.cache_hit),
        )
        .where(row.shop_id == shop_id, row.at >= since, row.at < until)
        .group_by(row.purpose)
        .order_by(cost.desc(), row.purpose)
    )
    found = await connection.execute(summed)
    return tuple(
        Spending(purpose, calls, troubles, sum_ or Decimal(0), unpriced, *(int(each) for each in tokens))
        for purpose, calls, troubles, sum_, unpriced, *tokens in found
    )


async def spent_since(connection: AsyncConnection, shop_id: int, since: datetime) -> Decimal:
    """USD counted against the budget, for the console."""
    return await connection.run_sync(counted_since, shop_id, since)
