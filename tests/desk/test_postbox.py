"""Buyers who write at the same moment: each message is stored once and in order; none waits for another."""

from __future__ import annotations

import asyncio
import uuid

import pytest

from bot.desk import intake
from bot.domain.desk import DeskRefusal
from storage import talks
from storage.arrivals import Stored
from storage.live import writing
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio


async def test_what_many_write_at_once_is_all_stored_in_each_ones_order(floor: Shopfloor) -> None:
    buyers = [await floor.talk() for _ in range(8)]
    words = [f"message {number}" for number in range(6)]
    await asyncio.gather(*(floor.say(buyer, each) for each in words for buyer in buyers))
    for buyer in buyers:
        assert [each.text for each in await floor.said(buyer)] == words
    assert len(await floor.events("message.received")) == 48
    assert [task for task, _, _ in await floor.jobs()] == ["draft_reply"] * 8
    assert floor.desk.tally.messages_stored == 48


async def test_the_same_message_sent_many_times_at_once_is_stored_once(floor: Shopfloor) -> None:
    buyer, same = await floor.talk(), uuid.uuid4()
    answers = await asyncio.gather(*(intake.receive(floor.desk, buyer, same, "Hello") for _ in range(10)))
    assert {each.seq for each in answers} == {1}
    assert [each.new for each in answers].count(True) == 1
    assert len(await floor.said(buyer)) == 1


async def test_a_talk_that_somebody_is_changing_keeps_no_other_waiting(floor: Shopfloor) -> None:
    held, free = await floor.talk(), await floor.talk()
    async with writing(floor.desk.engine) as connection:
        await talks.conversation(connection, held, locked=True)
        waiting = [asyncio.create_task(floor.say(held, each)) for each in ("one", "two", "three")]
        async with asyncio.timeout(5):
            assert await floor.say(free, "Hello") == 1
        assert not any(each.done() for each in waiting)
    assert await asyncio.gather(*waiting) == [1, 2, 3]
    assert [each.text for each in await floor.said(held)] == ["one", "two", "three"]


async def test_a_message_that_has_no_talk_is_refused_alone(floor: Shopfloor) -> None:
    buyer = await floor.talk()
    refused, stored = await asyncio.gather(
        intake.receive(floor.desk, 999_999, uuid.uuid4(), "Hello"),
        intake.receive(floor.desk, buyer, uuid.uuid4(), "Hello"),
        return_exceptions=True,
    )
    assert isinstance(refused, DeskRefusal)
    assert refused.code == "unknown_conversation"
    assert isinstance(stored, Stored)


async def test_whoever_goes_before_the_answer_has_written_all_the_same(floor: Shopfloor) -> None:
    buyer = await floor.talk()
    going = asyncio.create_task(floor.say(buyer, "Hello"))
    await asyncio.sleep(0)
    going.cancel()
    await floor.say(buyer, "Are you there?")
    assert [each.text for each in await floor.said(buyer)] == ["Hello", "Are you there?"]
