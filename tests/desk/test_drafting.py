from __future__ import annotations

import uuid

import pytest

from bot.desk import conversations, drafting
from bot.domain.desk import Person
from storage import talks
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("words", "country", "told"),
    [
        ("500 pcs KT-17 to Mexico please", None, ("MX", "stated")),
        ("500 pcs KT-17 please", None, (None, None)),
        ("Hola, precio de 500 KT-17", None, (None, None)),
        ("500 pcs KT-17 to Mexico please", "DE", ("DE", "profile")),
    ],
)
async def test_the_buyers_country_is_learned_from_their_words_and_never_from_their_language(
    floor: Shopfloor, words: str, country: str | None, told: tuple[str | None, str | None]
) -> None:
    from bot.desk import intake

    started = await intake.start_web_talk(floor.desk, locale="en", country=country)
    await floor.say(started.conversation_id, words)
    await floor.redrafted(started.conversation_id)
    row = await floor.conversation(started.conversation_id)
    async with reading(floor.desk.engine) as connection:
        buyer = await talks.buyer(connection, row.buyer_id)
    assert buyer is not None
    assert (buyer.country, buyer.country_basis) == told


@pytest.mark.parametrize("what", ["answers", "closes", "marks as spam"])
async def test_a_person_who_is_faster_than_the_burst_leaves_the_next_message_to_be_drafted_for(
    floor: Shopfloor, what: str
) -> None:
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk("Hello there")
    await _act(floor, boris, talk, what)
    floor.clock.pass_by(seconds=30)
    assert await drafting.draft_reply(floor.desk, talk) is None
    before = [task for task, _, _ in await floor.jobs()].count("draft_reply")
    floor.clock.pass_by(hours=1)
    await floor.say(talk, "Price of 500 KT-17?")
    await floor.say(talk, "FOB")
    assert [task for task, _, _ in await floor.jobs()].count("draft_reply") == before + 1
    assert (await floor.redrafted(talk)).through_seq == (await floor.conversation(talk)).last_buyer_seq


async def _act(floor: Shopfloor, person: Person, talk: int, what: str) -> None:
    if what == "answers":
        await conversations.send_own_words(floor.desk, person, talk, "One moment please.", key=uuid.uuid4())
    elif what == "closes":
        await conversations.close(floor.desk, person, talk)
    else:
        await conversations.mark_spam(floor.desk, person, talk)
