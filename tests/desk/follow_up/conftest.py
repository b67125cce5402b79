"""A sold quote, and what becomes of it while the test's clock runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.desk import deciding, orders, sending
from bot.desk.follow_up import door
from bot.desk.follow_up.drafting import prepare
from bot.domain.desk import Person
from bot.domain.orders import OrderState
from storage import follow_ups, talks
from storage import orders as kept_orders
from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.live import reading, writing
from tests.desk.conftest import Shopfloor, floor, live, shop_template, shop_with_terms  # noqa: F401

ASK = "Price for 500 pcs KT-17 FOB please"


@dataclass
class Sale:
    """One talk with a quote that the buyer has."""

    floor: Shopfloor
    boris: Person
    talk: int

    async def next(self) -> AnyRow | None:
        """What comes next in the talk."""
        async with reading(self.floor.desk.engine) as connection:
            return await follow_ups.open_in(connection, self.talk)

    async def silence(self) -> str | None:
        async with reading(self.floor.desk.engine) as connection:
            return await follow_ups.silence_of(connection, self.talk)

    async def drafted(self) -> AnyRow:
        """The draft of what comes next, at its time."""
        row = await self.next()
        assert row is not None
        self.floor.clock.now = max(row.draft_at, self.floor.clock.now)
        assert await prepare(self.floor.desk, row.id) is not None
        return await self.floor.waiting(self.talk)

    async def approve(self, draft: AnyRow) -> AnyRow:
        """The person approves; the message as it stands in the outbox then."""
        await deciding.approve(
            self.floor.desk, self.boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
        )
        return await self.held(draft.id)

    async def held(self, draft_id: int) -> AnyRow:
        async with reading(self.floor.desk.engine) as connection:
            row = await follow_ups.held_row(connection, draft_id)
        assert row is not None
        return row

    async def leave(self, outbox_id: int, at: datetime | None = None) -> bool:
        """The job that sends it, at its time or at `at`; whether the buyer has it now."""
        if at is not None:
            self.floor.clock.now = at
        await door.release(self.floor.desk, outbox_id)
        return await sending.send_reply(self.floor.desk, outbox_id) is not None

    async def sent_next(self) -> AnyRow:
        """The whole way of what comes next, to the buyer."""
        held = await self.approve(await self.drafted())
        assert await self.leave(held.id, held.not_before)
        async with reading(self.floor.desk.engine) as connection:
            row = await follow_ups.of_draft(connection, held.draft_id)
        assert row is not None
        return row

    async def order(self, to: OrderState) -> None:
        async with reading(self.floor.desk.engine) as connection:
            row = (await kept_orders.of_conversation(connection, self.talk))[0]
        await orders.move(self.floor.desk, self.boris, row.id, to, seen=row.version)

    async def answer(self, words: str = "Thank you, we will look at it.") -> None:
        """We answer the buyer with our own words."""
        from bot.desk import conversations

        await conversations.send_own_words(self.floor.desk, self.boris, self.talk, words, reason="said so")
        await self.floor.send_all()


@pytest.fixture
async def sale(floor: Shopfloor) -> Sale:  # noqa: F811
    """Alice in Germany has a quote for 500 kettles, sent on Monday at ten in Shenzhen."""
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    async with writing(floor.desk.engine) as connection:
        talk = await talks.conversation(connection, draft.conversation_id)
        assert talk is not None
        await talks.change_buyer(connection, talk.buyer_id, country="DE", country_basis="profile")
    await deciding.approve(
        floor.desk, boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    await floor.send_all()
    return Sale(floor, boris, draft.conversation_id)


async def all_outbox(floor: Shopfloor) -> list[AnyRow]:  # noqa: F811
    async with reading(floor.desk.engine) as connection:
        return list((await connection.execute(select(*OutboxRow.__table__.columns))).all())


__all__ = ["ASK", "Sale", "all_outbox"]
