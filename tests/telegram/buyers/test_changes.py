"""Edits and deletions: recorded, shown, and no draft that rested on the old words can be approved."""

from __future__ import annotations

import pytest

from bot.desk import conversations, deciding, drafting
from bot.domain.desk import DeskRefusal
from bot.pipeline import Answer
from tests.telegram.buyers.conftest import Booth

pytestmark = pytest.mark.anyio


async def test_an_edit_keeps_what_was_said_before(booth: Booth) -> None:
    alice = booth.server.user()
    first = alice.writes("50 pcs KT-17")
    alice.edits(first, "500 pcs KT-17")
    alice.edits(first, "5000 pcs KT-17")
    await booth.deliver(times=2)
    (message,) = await booth.said(alice)
    assert (message.text, message.earlier) == ("5000 pcs KT-17", ("50 pcs KT-17", "500 pcs KT-17"))
    assert message.edited_at is not None
    assert (await booth.talk(alice)).excerpt == "5000 pcs KT-17"
    assert [event.data["seq"] for event in await booth.floor.events("message.edited")] == [1, 1]


async def test_a_draft_for_the_old_words_cannot_be_approved_and_a_new_one_is_made(booth: Booth) -> None:
    boris = await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user()
    first = alice.writes("Price for 500 pcs KT-17, FOB please")
    await booth.deliver()
    draft = await booth.drafted(alice)
    assert draft is not None
    alice.edits(first, "Price for 200 pcs KT-17, FOB please")
    await booth.deliver()
    with pytest.raises(DeskRefusal) as refused:
        await deciding.approve(
            booth.floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint
        )
    assert refused.value.code == "outdated"
    newer = await booth.drafted(alice)
    assert newer is not None
    assert (await booth.floor.draft(draft.id)).state == "superseded"
    assert "200" in newer.text
    assert "500" not in newer.text
    await deciding.approve(booth.floor.desk, boris, newer.id, revision=1, fingerprint_seen=newer.fingerprint)


async def test_an_edit_while_the_draft_is_being_written_makes_that_void(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice = booth.server.user()
    first = alice.writes("Price for 500 pcs KT-17, FOB please")
    await booth.deliver()
    booth.floor.clock.pass_by(seconds=30)
    conversation = (await booth.chat(alice)).conversation_id
    kept = drafting._keep

    read = drafting.inquiry_of

    def edited_meanwhile(*args: object, **more: object) -> object:
        alice.edits(first, "Price for 200 pcs KT-17, FOB please")
        return read(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(drafting, "inquiry_of", edited_meanwhile)
    serving = await booth.floor.desk.counter.serving()
    answer = serving.assistant.answer

    async def never(*args: object, **more: object) -> int | None:
        raise AssertionError("a draft for words that are not there any more was kept")

    import asyncio

    loop = asyncio.get_running_loop()

    def slowly(inquiry: object, *more: object, **named: object) -> Answer:
        asyncio.run_coroutine_threadsafe(booth.deliver(), loop).result(20)
        return answer(inquiry, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(serving.assistant, "answer", slowly)
    monkeypatch.setattr(drafting, "_keep", never)
    assert await drafting.draft_reply(booth.floor.desk, conversation) is None
    monkeypatch.setattr(drafting, "_keep", kept)
    monkeypatch.setattr(drafting, "inquiry_of", read)
    monkeypatch.setattr(serving.assistant, "answer", answer)
    draft = await booth.drafted(alice)
    assert draft is not None
    assert "200" in draft.text


async def test_an_edit_that_changes_no_word_of_what_was_answered_asks_for_no_other_answer(
    booth: Booth,
) -> None:
    boris = await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user()
    first = alice.writes("price for 500 pcs kt-17 please")
    await booth.deliver()
    conversation = (await booth.chat(alice)).conversation_id
    async with booth.floor.desk.engine.begin() as connection:
        from storage import talk_changes, talks

        row = await talks.conversation(connection, conversation, locked=True)
        assert row is not None
        import uuid

        await talk_changes.add_own_words(
            connection, row, uuid.uuid4(), "Here you are.", boris.id, booth.floor.clock()
        )
    alice.edits(first, "Price for 500 pcs KT-17, please!")
    await booth.deliver()
    assert (await booth.talk(alice)).waiting_since is None
    alice.edits(first, "Price for 800 pcs KT-17, please!")
    await booth.deliver()
    talk = await booth.talk(alice)
    assert talk.waiting_since is not None
    assert talk.drafted_seq < talk.last_buyer_seq
    assert await booth.drafted(alice) is not None


async def test_an_edit_opens_a_talk_that_was_put_away(booth: Booth) -> None:
    boris = await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user()
    first = alice.writes("price for 500 pcs KT-17 please")
    await booth.deliver()
    await conversations.close(booth.floor.desk, boris, (await booth.chat(alice)).conversation_id)
    alice.edits(first, "price for 900 pcs KT-17 please")
    await booth.deliver()
    assert (await booth.talk(alice)).state == "open"
    assert await booth.drafted(alice) is not None


async def test_a_message_whose_first_version_never_came_is_stored_as_it_is_now(booth: Booth) -> None:
    alice = booth.server.user()
    first = alice.writes("lost on the way")
    booth.seen += [each["update_id"] for each in booth.server.pending]
    alice.edits(first, "500 pcs KT-17")
    await booth.deliver(times=2)
    assert await booth.words(alice) == ["500 pcs KT-17"]


async def test_somebody_on_the_way_with_a_live_location_writes_nothing_new(booth: Booth) -> None:
    alice = booth.server.user()
    place = {"location": {"latitude": 1.0, "longitude": 2.0, "live_period": 900}}
    message = alice._say("", place)
    message.content["location"] = {"latitude": 3.0, "longitude": 4.0, "live_period": 900}
    alice.edits(message, "")
    await booth.deliver()
    (said,) = await booth.said(alice)
    assert said.text.endswith("[location: 1.000000, 2.000000]")
    assert said.edited_at is None
