"""How the language model stands, as the team and Prometheus are told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.desk.context import Desk
from storage.live import reading
from storage.model_standing import ModelStanding, model_standing


@dataclass(frozen=True, slots=True)
class ModelState:
    """`budget`: USD a day, None for no limit."""

    model: str
    standing: ModelStanding
    budget: Decimal | None

    @property
    def left(self) -> Decimal | None:
        """USD of today's budget, never below nought."""
        return None if self.budget is None else max(self.budget - self.standing.counted, Decimal(0))

    @property
    def notice(self) -> str | None:
        """What the team should know: "budget" (today's is spent), "out" (the model gives no answers), or
        nothing. It goes by itself: at midnight, or with the next answer."""
        if self.left is not None and self.left <= 0:
            return "budget"
        return "out" if self.standing.out else None


async def model_state(desk: Desk, budget: Decimal | None) -> ModelState | None:
    """None where no model is set."""
    if desk.model is None:
        return None
    serving = await desk.counter.serving()
    now = desk.clock()
    local = now.astimezone(ZoneInfo(serving.shop.company.timezone))
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    async with reading(desk.engine) as connection:
        standing = await model_standing(connection, desk.shop_id, since=midnight, now=now)
    return ModelState(desk.model, standing, budget)
