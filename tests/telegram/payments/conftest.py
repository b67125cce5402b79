"""A buyer in Telegram who has a quote, a shop with a payment provider, and a Bot API server between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import SecretStr

from bot.desk import deciding
from bot.desk.invoices.due import Part
from bot.desk.invoices.offering import send_invoice
from bot.domain.desk import Person
from bot.telegram.handling import make_dispatcher
from bot.telegram.sending.replies import send_telegram
from storage import orders, telegram_invoices
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import anyio_backend, floor, live, shop_template, shop_with_terms
from tests.telegram.buyers.conftest import Booth, booth
from tests.telegram.server import BotApi, Message, User, bot_api
from tests.telegram.server.methods.payments import PROVIDER

__all__ = ["anyio_backend", "booth", "floor", "live", "shop_template", "shop_with_terms"]
ASKS = "Hello, what is your price for 500 pcs KT-17?"


@dataclass
class Till:
    """What a test does and looks at. `order` is Alice's, whose quote she has."""

    booth: Booth
    alice: User
    boris: Person
    order_id: int

    async def order(self) -> AnyRow:
        async with reading(self.booth.floor.desk.engine) as connection:
            row = await orders.order(connection, self.order_id)
        assert row is not None
        return row

    async def ask(self, part: Part = "deposit", person: Person | None = None) -> bool:
        """A person approves an invoice; nothing is sent yet."""
        row = await self.order()
        return await send_invoice(self.booth.floor.desk, person or self.boris, row.id, part, seen=row.version)

    async def send(self) -> None:
        """The worker sends what waits in the outbox."""
        for row in await self.booth.rows(
            "SELECT id FROM outbox WHERE state IN ('queued', 'sending') ORDER BY id"
        ):
            await send_telegram(self.booth.office, row.id)

    async def invoice(self, part: Part = "deposit") -> Message:
        """An invoice that Alice has."""
        assert await self.ask(part)
        await self.send()
        return self.last_invoice()

    def invoices(self) -> list[Message]:
        return [each for each in self.booth.server.sent_to(self.alice.id) if "invoice" in each.content]

    def last_invoice(self) -> Message:
        return self.invoices()[-1]

    async def may_pay(self, invoice: Message, who: User | None = None, **changed: Any) -> str:
        """What Telegram is answered: "" for a yes, else what the buyer is told."""
        asked = (who or self.alice).presses_pay(invoice, **changed)
        await self.booth.deliver()
        assert asked.answered, "the question was not answered"
        return "" if asked.ok else asked.error

    async def pay(self, invoice: Message, **changed: Any) -> Message:
        assert await self.may_pay(invoice) == ""
        charged = self.alice.is_charged(invoice, **changed)
        await self.booth.deliver()
        return charged

    async def payments(self) -> list[AnyRow]:
        return await self.booth.rows("SELECT * FROM telegram_payments ORDER BY id")

    async def kept(self) -> list[AnyRow]:
        """Alice's invoices as they are kept, the newest first."""
        async with reading(self.booth.floor.desk.engine) as connection:
            return list((await telegram_invoices.of_orders(connection, [self.order_id]))[0])


async def quoted(booth: Booth, user: User, words: str = ASKS) -> int:
    """The order of a buyer who has written this and got the reply."""
    user.writes(words)
    await booth.deliver()
    draft = await booth.drafted(user)
    assert draft is not None
    manager = await booth.floor.person(f"Mei {user.id}", "manager")
    await deciding.approve(
        booth.floor.desk, manager, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    for row in await booth.rows("SELECT id FROM outbox WHERE state = 'queued'"):
        await send_telegram(booth.office, row.id)
    (order,) = await booth.rows(
        "SELECT id FROM orders WHERE conversation_id = :talk", talk=draft.conversation_id
    )
    number: int = order.id
    return number


def with_payments(booth: Booth) -> None:
    """The shop has a payment provider."""
    booth.office = replace(booth.office, payments=SecretStr(PROVIDER))
    booth.dispatcher = make_dispatcher(booth.office)


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as running:
        yield running


@pytest.fixture
async def till(booth: Booth) -> Till:
    booth.floor.clock.now = datetime.now(UTC)
    with_payments(booth)
    alice = booth.server.user()
    order_id = await quoted(booth, alice)
    boris = await booth.floor.person("Boris", "salesperson")
    return Till(booth, alice, boris, order_id)
