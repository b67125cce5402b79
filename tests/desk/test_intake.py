from __future__ import annotations

import asyncio
import uuid

import pytest
from sqlalchemy import func, select

from bot.desk import drafting, intake
from bot.desk.intake import NewFile
from bot.domain.desk import DeskRefusal
from storage import talks
from storage.live import reading
from storage.talk_tables import MessageRow
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio


async def test_a_message_is_stored_once_however_often_the_browser_sends_it(floor: Shopfloor) -> None:
    talk = await floor.talk("Hello")
    message = uuid.uuid4()
    stored = await asyncio.gather(
        *(intake.receive(floor.desk, talk, message, "500 kettles?") for _ in range(8))
    )
    assert {each.seq for each in stored} == {2}
    assert sum(each.new for each in stored) == 1
    assert [each.text for each in await floor.said(talk)] == ["Hello", "500 kettles?"]


async def test_messages_that_come_at_once_get_places_without_gaps(floor: Shopfloor) -> None:
    talk = await floor.talk()
    await asyncio.gather(*(floor.say(talk, f"message {number}") for number in range(30)))
    assert [each.seq for each in await floor.said(talk)] == list(range(1, 31))


async def test_one_job_answers_a_burst_and_it_waits_until_the_buyer_is_quiet(floor: Shopfloor) -> None:
    began = floor.clock.now
    talk = await floor.talk("Hi")
    for _ in range(3):
        floor.clock.pass_by(seconds=2)
        await floor.say(talk, "and")
    jobs = [job for job in await floor.jobs() if job[0] == "draft_reply"]
    assert len(jobs) == 1
    assert (jobs[0][2] - began).total_seconds() == 4  # type: ignore[operator]
    row = await floor.conversation(talk)
    assert (row.burst_due_at - began).total_seconds() == 10
    assert await drafting.draft_reply(floor.desk, talk) is None
    again = [job for job in await floor.jobs() if job[0] == "draft_reply"]
    assert [job[2] for job in again[1:]] == [row.burst_due_at]


async def test_a_buyer_who_never_stops_is_answered_after_the_longest_burst(floor: Shopfloor) -> None:
    began = floor.clock.now
    talk = await floor.talk("Hi")
    for _ in range(9):
        floor.clock.pass_by(seconds=3)
        await floor.say(talk, "and more")
    row = await floor.conversation(talk)
    assert (row.burst_due_at - began).total_seconds() == 20


async def test_files_are_kept_with_their_message_and_told_to_the_assistant_by_name(floor: Shopfloor) -> None:
    talk = await floor.talk()
    file = NewFile("logo.svg", "image/svg+xml", b"<svg/>")
    await intake.receive(floor.desk, talk, uuid.uuid4(), "", [file])
    (message,) = await floor.said(talk)
    assert [(each.name, each.size) for each in message.files] == [("logo.svg", 6)]
    async with reading(floor.desk.engine) as connection:
        row = await talks.conversation(connection, talk)
        assert row is not None
        buyer = await talks.buyer(connection, row.buyer_id)
    assert buyer is not None
    assert "logo.svg" in drafting.inquiry_of(talk, (message,), buyer, floor.clock()).messages[0].text


@pytest.mark.parametrize(
    ("words", "files", "code"),
    [
        ("  ", [], "empty_message"),
        ("x" * 20_001, [], "too_long"),
        ("a\0b", [], "not_text"),
        ("", [NewFile("a", "b", b"x" * (10 * 1024 * 1024 + 1))], "file_too_large"),
        ("", [NewFile("a", "b", b"x")] * 11, "too_many_files"),
    ],
)
async def test_what_cannot_be_taken_in_is_refused_with_words_and_leaves_nothing(
    floor: Shopfloor, words: str, files: list[NewFile], code: str
) -> None:
    talk = await floor.talk()
    with pytest.raises(DeskRefusal) as refused:
        await intake.receive(floor.desk, talk, uuid.uuid4(), words, files)
    assert refused.value.code == code
    assert refused.value.text.endswith((".", "."))
    async with reading(floor.desk.engine) as connection:
        assert (await connection.execute(select(func.count()).select_from(MessageRow))).scalar() == 0


async def test_a_message_to_nobody_is_refused(floor: Shopfloor) -> None:
    with pytest.raises(DeskRefusal) as refused:
        await intake.receive(floor.desk, 999, uuid.uuid4(), "Hello")
    assert refused.value.code == "unknown_conversation"


async def test_a_closed_or_snoozed_talk_opens_when_the_buyer_writes(floor: Shopfloor) -> None:
    from bot.desk import conversations

    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk("Hello")
    await conversations.close(floor.desk, boris, talk)
    assert (await floor.conversation(talk)).state == "closed"
    assert (await floor.conversation(talk)).waiting_since is None
    await floor.say(talk, "One more thing")
    row = await floor.conversation(talk)
    assert row.state == "open"
    assert row.waiting_since == floor.clock.now
