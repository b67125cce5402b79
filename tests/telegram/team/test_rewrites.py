"""One-tap rewrites on the team's card: choices, what came of them, and the way back."""

from __future__ import annotations

import pytest
from aiogram import Bot

from bot.desk import conversations, rewriting, summarising
from storage import rewrites, talk_summaries
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.desk.with_model import asking
from tests.model_server import behaviours
from tests.modelled.answers import adding
from tests.telegram.server import BotApi, Group, Message, User
from tests.telegram.team.conftest import Team, gather

pytestmark = pytest.mark.anyio
GLAD = "We are glad to help you with it."


def buttons(card: Message) -> list[str]:
    rows = (card.markup or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


async def worked_off(team: Team, draft_id: int) -> None:
    """The job of the newest rewrite, and the card after it."""
    async with reading(team.floor.desk.engine) as connection:
        row = await rewrites.newest(connection, draft_id)
    assert row is not None
    await rewriting.make(team.floor.desk, row.id)
    await team.wall.draw()


async def test_the_choices_stand_in_place_of_the_buttons_and_the_card_shows_what_changed(
    floor: Shopfloor, server: BotApi, bot: Bot, group: Group, boris: User, mei: User
) -> None:
    first = behaviours.in_turn(
        behaviours.well, behaviours.wording(adding(GLAD)), behaviours.wording(adding("It costs USD 1.00."))
    )
    with asking(floor, first) as (with_model, _):
        team = await gather(with_model, server, bot, group, boris, mei)
        draft, card = await team.card()
        assert "✨ Rewrite" in buttons(card)
        tap = await team.tap(team.boris, card, "✨ Rewrite")
        assert "All figures stay" in tap.text
        assert buttons(card) == [
            "✂️ Shorter", "☀️ Warmer", "🧱 Firmer", "📜 No certificate in the catalogue", "‹ Back",
        ]  # fmt: skip
        stale = team.data("rewriting", draft, "1")
        told = await team.tap(team.boris, card, "📜 No certificate in the catalogue")
        assert "lists no certificate" in told.text
        tap = await team.tap(team.boris, card, "☀️ Warmer")
        assert "being rewritten" in tap.text
        card = await team.wall.card(draft.conversation_id)
        assert "Rewriting it warmer" in card.text
        assert "✨ Rewrite" not in buttons(card)
        await worked_off(team, draft.id)
        card = await team.wall.card(draft.conversation_id)
        assert GLAD in card.text
        assert "Made warmer for Boris" in card.text
        again = await team.forged(team.mei, card, stale)
        assert "has changed" in again.text
        # A second one that goes wrong leaves these words, and says so.
        await team.tap(team.mei, card, "✨ Rewrite")
        await team.tap(team.mei, card, "🧱 Firmer")
        await worked_off(team, draft.id)
        card = await team.wall.card(draft.conversation_id)
        assert "Not rewritten: the new words did not pass the check twice" in card.text
        assert (await team.floor.draft(draft.id)).revision == 2
        tap = await team.tap(team.mei, card, "↩️ Undo rewrite")
        assert "As it was" in tap.text
        now = await team.floor.draft(draft.id)
        assert (now.revision, now.text) == (3, draft.text)
        card = await team.wall.card(draft.conversation_id)
        await team.tap(team.boris, card, "✅ Approve & send")
        assert await team.outbox() == [draft.text]


async def test_without_a_model_and_certificates_the_card_is_as_it_ever_was(team: Team) -> None:
    _draft, card = await team.card()
    assert "✨ Rewrite" not in buttons(card)


async def test_the_receiver_of_a_conversation_finds_a_summary_on_the_card(team: Team) -> None:
    draft, _card = await team.card()
    await conversations.assign(team.floor.desk, team.manager, draft.conversation_id, team.manager.id)
    async with reading(team.floor.desk.engine) as connection:
        row = await talk_summaries.newest(connection, draft.conversation_id)
    assert row is not None
    await summarising.make(team.floor.desk, row.id)
    await team.wall.draw()
    card = await team.wall.card(draft.conversation_id)
    assert "In short, for Mei" in card.text
    assert "KT-17" in card.text.split("In short, for Mei")[1]
