"""A salesperson's two taps send a buyer of Telegram an invoice; the card says what became of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.telegram.handling import make_dispatcher
from bot.telegram.sending.replies import send_telegram
from bot.telegram.team.keeper import Keeper
from storage.live import reading
from tests.telegram.server import Message, User
from tests.telegram.server.methods.payments import PROVIDER
from tests.telegram.team.conftest import ASKS, Team

pytestmark = pytest.mark.anyio


def sells_here(team: Team) -> None:
    """The shop has a payment provider."""
    office = replace(team.wall.office, payments=SecretStr(PROVIDER))
    team.wall.office, team.wall.keeper = office, Keeper(office)
    team.dispatcher = make_dispatcher(office)


async def send(team: Team) -> None:
    async with reading(team.floor.desk.engine) as connection:
        rows = await connection.exec_driver_sql("SELECT id FROM outbox WHERE state = 'queued' ORDER BY id")
        waiting = [row[0] for row in rows]
    for outbox_id in waiting:
        await send_telegram(team.wall.office, outbox_id)
    await team.wall.draw()


async def quoted(team: Team) -> tuple[User, Message]:
    """A buyer of Telegram with a quote, and the card."""
    alice = team.server.user(first_name="Alice")
    alice.writes(ASKS)
    await team.work()
    draft = await team.floor.redrafted(1)
    await team.wall.draw()
    await team.tap(team.boris, await team.wall.card(draft.conversation_id), "✅ Approve & send")
    await send(team)
    return alice, await team.wall.card(1)


async def test_two_taps_send_an_invoice_and_the_card_says_what_was_paid(team: Team) -> None:
    sells_here(team)
    alice, card = await quoted(team)
    await team.tap(team.boris, card, "📦 Order")
    chosen = await team.tap(team.boris, card, "💳 Invoice in Telegram")
    assert "an invoice over" in chosen.text
    sent = await team.tap(team.boris, card, "Deposit: USD 885.00")
    assert sent.text == "The invoice goes out."
    await team.again()
    await send(team)
    assert [
        each.content["invoice"]["total_amount"]
        for each in team.server.sent_to(alice.id)
        if each.content.get("invoice")
    ] == [88500]
    invoice = team.server.last_to(alice.id)
    assert "The buyer has an invoice over USD 885.00" in (await team.wall.card(1)).text
    asked = alice.presses_pay(invoice)
    await team.work()
    assert asked.ok
    paid = alice.is_charged(invoice)
    await team.work()
    assert "Paid on the platform · USD 885.00 received" in (await team.wall.card(1)).text
    alice.gets_back(paid)
    await team.work()
    assert "USD 885.00 went back" in (await team.wall.card(1)).text


async def test_without_a_provider_or_in_the_web_chat_there_is_no_such_button(team: Team) -> None:
    _, card = await quoted(team)
    await team.tap(team.boris, card, "📦 Order")
    assert "💳 Invoice in Telegram" not in str((await team.wall.card(1)).markup)
    sells_here(team)
    draft = await team.floor.drafted(ASKS)
    await team.wall.draw()
    web = await team.wall.card(draft.conversation_id)
    await team.tap(team.boris, web, "✅ Approve & send")
    await team.floor.send_all()
    await team.wall.draw()
    await team.tap(team.boris, web, "📦 Order")
    assert "💳 Invoice in Telegram" not in str((await team.wall.card(draft.conversation_id)).markup)


async def test_why_there_is_no_invoice_is_said_in_words(team: Team) -> None:
    sells_here(team)
    _, card = await quoted(team)
    await team.tap(team.boris, card, "📦 Order")
    team.floor.clock.pass_by(days=40)
    told = await team.tap(team.boris, card, "💳 Invoice in Telegram")
    assert told.text == "This quote is not valid any more. Send a new one first."
