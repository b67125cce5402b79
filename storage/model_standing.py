"""How the language model stands at this moment, for all processes together: from the records of its calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.model_tables import ModelCallRow as Row

_LAST = 3
"""Calls: so many troubles in a row open a breaker."""
_LATELY = timedelta(minutes=15)
"""Older calls say nothing of now; the longest pause of a breaker is two minutes."""
_TOLD_TROUBLES = 5


@dataclass(frozen=True, slots=True)
class CallsOfOneKind:
    """Calls since some moment, of one purpose, that ended in one way. `cost`: USD, of those with a price."""

    purpose: str
    outcome: str
    """"ok" or the kind of trouble."""
    calls: int
    cost: Decimal
    counted: Decimal
    """USD against the budget: a cautious guess where the cost is unknown."""
    tokens_in: int
    tokens_out: int
    tokens_cached: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A call that gave nothing."""

    at: datetime
    purpose: str
    outcome: str
    conversation_id: int | None


@dataclass(frozen=True, slots=True)
class ModelStanding:
    """Since the shop's midnight, but for `breaker` and `out`, which are of the last minutes."""

    calls: tuple[CallsOfOneKind, ...]
    drafts: int
    """For which at least one answer was paid."""
    breaker: str
    """The state in which the newest call was made: closed, half_open, open. Without a recent one closed."""
    out: bool
    """The last calls were all in trouble, the budget's end apart."""
    troubles: tuple[Trouble, ...]
    """The newest of today's, newest first."""

    @property
    def counted(self) -> Decimal:
        return sum((each.counted for each in self.calls), Decimal(0))

    @property
    def cost(self) -> Decimal:
        return sum((each.cost for each in self.calls), Decimal(0))

    @property
    def cost_per_draft(self) -> Decimal | None:
        """USD; None before the first draft of the day."""
        return self.cost / self.drafts if self.drafts else None


async def model_standing(
    connection: AsyncConnection, shop_id: int, *, since: datetime, now: datetime
) -> ModelStanding:
    """`since`: when the day began in the shop."""
    today = (Row.shop_id == shop_id, Row.at >= since)
    sums = (
        func.coalesce(func.sum(Row.cost), 0), func.sum(Row.counted), func.sum(Row.tokens_in),
        func.sum(Row.tokens_out), func.sum(Row.tokens_cached),
    )  # fmt: skip
    kinds = select(Row.purpose, Row.outcome, func.count(), *sums).where(*today)
    calls = await connection.execute(
        kinds.group_by(Row.purpose, Row.outcome).order_by(Row.purpose, Row.outcome)
    )
    drafts = await connection.execute(
        select(func.count(Row.draft_id.distinct())).where(*today, Row.outcome == "ok")
    )
    latest = await connection.execute(
        select(Row.outcome, Row.breaker)
        .where(Row.shop_id == shop_id, Row.at >= now - _LATELY, Row.outcome != "budget")
        .order_by(Row.at.desc(), Row.id.desc())
        .limit(_LAST)
    )
    newest = latest.all()
    troubles = await connection.execute(
        select(Row.at, Row.purpose, Row.outcome, Row.conversation_id)
        .where(*today, Row.outcome != "ok")
        .order_by(Row.at.desc(), Row.id.desc())
        .limit(_TOLD_TROUBLES)
    )
    return ModelStanding(
        tuple(
            CallsOfOneKind(
                row[0], row[1], row[2], Decimal(row[3] or 0), Decimal(row[4] or 0), *map(int, row[5:])
            )
            for row in calls
        ),
        drafts.scalar_one(),
        newest[0].breaker if newest else "closed",
        bool(newest)
        and all(row.outcome != "ok" for row in newest)
        and (len(newest) == _LAST or newest[0].breaker == "open"),
        tuple(Trouble(*row) for row in troubles),
    )
