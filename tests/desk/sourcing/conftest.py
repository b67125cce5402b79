"""Requests, and the people around them: Boris sells, Pavel buys, Mei manages, Charlie only buys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from bot.desk.sourcing.answering import Answer
from bot.desk.team import change_purchasing
from bot.domain.desk import Person, Role
from bot.domain.facts import CatalogItem, PriceTier
from bot.domain.sourcing import Cost, Purchasing
from storage import sourcing
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import Shopfloor

ASKED = "Hi, do you have bamboo toothbrushes? I need 3000 pcs FOB, target price 0.38 USD, by 15 January"
TOOTHBRUSH = CatalogItem(
    sku="", name="Bamboo toothbrush, soft", category="", moq=1000,
    tiers=(PriceTier(1000, Decimal("0.42")), PriceTier(3000, Decimal("0.39"))),
    weight_kg=Decimal("0.02"), lead_time_days=12, certifications=("FSC",),
)  # fmt: skip
FOUND = Answer(TOOTHBRUSH, date(2026, 12, 4), Cost(Decimal("0.2719"), "USD", "Yiwu Brush Factory"))


@dataclass
class Sourcing:
    """The floor with its people, and what a test asks of it."""

    floor: Shopfloor

    async def person(self, name: str, role: Role, purchasing: Purchasing = "no") -> Person:
        made = await self.floor.person(name, role)
        if purchasing != "no":
            await change_purchasing(self.floor.desk, None, made.id, purchasing)
        return made

    async def requests(self, conversation_id: int) -> list[AnyRow]:
        async with reading(self.floor.desk.engine) as connection:
            return list(await sourcing.of_conversation(connection, conversation_id))

    async def only(self, conversation_id: int) -> AnyRow:
        found = await self.requests(conversation_id)
        assert len(found) == 1
        return found[0]

    async def history(self, request_id: int) -> list[str]:
        async with reading(self.floor.desk.engine) as connection:
            return [each.kind for each in await sourcing.notes(connection, request_id)]


@pytest.fixture
def buying(floor: Shopfloor) -> Sourcing:
    return Sourcing(floor)


def found(**item: object) -> Answer:
    return replace(FOUND, item=replace(TOOTHBRUSH, **item))  # type: ignore[arg-type]
