"""Orders move by taps below the card."""

from __future__ import annotations

import pytest

from storage import orders as ledger
from storage.base import AnyRow
from storage.live import reading
from tests.telegram.server import Message
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio


async def quoted(team: Team) -> Message:
    """The card of a talk whose quote the buyer has."""
    draft, card = await team.card()
    await team.tap(team.boris, card, "✅ Approve & send")
    await team.floor.send_all()
    await team.work()
    await team.wall.draw()
    return await team.wall.card(draft.conversation_id)


async def order(team: Team) -> AnyRow:
    async with reading(team.floor.desk.engine) as connection:
        (row,) = await ledger.of_conversation(connection, 1)
    return row


async def test_the_card_says_where_the_order_stands_and_a_tap_moves_it(team: Team) -> None:
    card = await quoted(team)
    assert "📦 Q-2026-0001: Quoted" in card.text
    opened = await team.tap(team.boris, card, "📦 Order")
    assert "What has happened?" in opened.text
    moved = await team.tap(team.boris, card, "Paid on the platform")
    assert "Paid on the platform" in moved.text
    row = await order(team)
    assert (row.state, row.version) == ("paid_on_platform", 2)
    await team.wall.draw()
    assert "📦 Q-2026-0001: Paid on the platform" in (await team.wall.card(1)).text


async def test_a_tap_that_is_handled_again_is_a_success_and_another_ones_is_told(team: Team) -> None:
    card = await quoted(team)
    await team.tap(team.boris, card, "📦 Order")
    await team.tap(team.boris, card, "Buyer said yes")
    await team.again()
    answers = [each.fields["text"] for each in team.server.calls("answerCallbackQuery")]
    assert answers[-1] == answers[-2] == "Noted: Accepted"
    late = await team.tap(team.mei, card, "Buyer said yes", stale=True)
    assert "already" in late.text
    assert (await order(team)).version == 2


async def test_a_button_of_an_older_state_does_nothing(team: Team) -> None:
    card = await quoted(team)
    await team.tap(team.boris, card, "📦 Order")
    await team.tap(team.mei, card, "Paid on the platform")
    late = await team.tap(team.boris, card, "Buyer said yes", stale=True)
    assert late.alert or "changed" in late.text
    assert (await order(team)).state == "paid_on_platform"


async def test_an_order_is_lost_for_a_reason_that_is_tapped(team: Team) -> None:
    card = await quoted(team)
    await team.tap(team.boris, card, "📦 Order")
    asked = await team.tap(team.boris, card, "Lost …")
    assert asked.text == "Why is it lost?"
    await team.tap(team.boris, card, "Price")
    row = await order(team)
    assert (row.state, row.lost_reason) == ("lost", "price")
    over = await team.tap(team.boris, await team.wall.card(1), "📦 Order")
    assert "A manager can take it back" in over.text


async def test_a_buyers_yes_is_on_the_card_and_moves_nothing(team: Team) -> None:
    card = await quoted(team)
    assert "seems to say yes" not in card.text
    await team.floor.say(1, "Good. We accept! Thank you")
    await team.floor.redrafted(1)
    await team.wall.draw()
    assert "“We accept!”" in (await team.wall.card(1)).text
    assert (await order(team)).state == "quoted"


async def test_a_card_without_a_quote_has_no_button_for_orders(team: Team) -> None:
    _, card = await team.card("Hello, where is your company?")
    assert "📦 Order" not in str(card.markup)
