from __future__ import annotations

from datetime import timedelta

import pytest

from bot.desk import conversations, drafting, reminding
from bot.domain.desk import DeskRefusal
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please"


async def test_a_snoozed_talk_comes_back_at_its_time(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk(ASK)
    until = floor.clock.now + timedelta(hours=3)
    await conversations.snooze(floor.desk, boris, talk, until)
    assert ("wake", {"conversation_id": talk}, until) in await floor.jobs()
    await conversations.wake(floor.desk, talk)
    assert (await floor.conversation(talk)).state == "snoozed"
    floor.clock.pass_by(hours=3)
    await conversations.wake(floor.desk, talk)
    assert (await floor.conversation(talk)).state == "open"
    with pytest.raises(DeskRefusal, match="90 days"):
        await conversations.snooze(floor.desk, boris, talk, floor.clock.now - timedelta(minutes=1))


async def test_spam_is_put_aside_and_comes_back_when_it_turns_out_to_be_a_buyer(floor: Shopfloor) -> None:
    talk = await floor.talk(
        "Dear sir, we offer SEO services and guest posts, rank your website on page one, cheap packages, "
        "click https://seo.example"
    )
    floor.clock.pass_by(seconds=30)
    assert await drafting.draft_reply(floor.desk, talk) is None
    row = await floor.conversation(talk)
    assert (row.state, row.waiting_since) == ("spam", None)
    await floor.say(talk, ASK)
    draft = await floor.redrafted(talk)
    assert "KT-17" in draft.text
    assert (await floor.conversation(talk)).state == "open"


async def test_what_a_person_calls_no_spam_stays_in_the_queue(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk("We offer SEO services and guest posts, cheap packages, https://seo.example")
    floor.clock.pass_by(seconds=30)
    await drafting.draft_reply(floor.desk, talk)
    assert (await floor.conversation(talk)).state == "spam"
    await conversations.release(floor.desk, boris, talk)
    await drafting.draft_reply(floor.desk, talk)
    row = await floor.conversation(talk)
    assert (row.state, row.needs) == ("open", "salesperson")
    assert row.waiting_since is not None


async def test_reminders_are_planned_and_the_last_one_hands_the_talk_over(floor: Shopfloor) -> None:
    boris, anna = await floor.person("Boris", "salesperson"), await floor.person("Anna", "salesperson")
    draft = await floor.drafted(ASK)
    planned = [
        (args["step"], at - draft.created_at) for task, args, at in await floor.jobs() if task == "remind"
    ]
    assert planned == [
        (0, timedelta(minutes=5)),
        (1, timedelta(hours=1)),
        (2, timedelta(hours=20)),
        (3, timedelta(hours=22)),
    ]
    assert (await floor.conversation(draft.conversation_id)).assignee_id == boris.id
    for step in range(4):
        await reminding.remind(floor.desk, draft.id, step)
    assert len(await floor.events("draft.reminded")) == 3
    assert (await floor.conversation(draft.conversation_id)).assignee_id == anna.id
    (event,) = await floor.events("conversation.handed_over")
    assert event.data == {"from": boris.id, "to": anna.id}


async def test_nobody_is_reminded_of_what_is_decided_or_taken_over(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    await conversations.take_over(floor.desk, boris, draft.conversation_id)
    await reminding.remind(floor.desk, draft.id, 0)
    await conversations.close(floor.desk, boris, draft.conversation_id)
    await reminding.remind(floor.desk, draft.id, 1)
    assert await floor.events("draft.reminded") == []


async def test_new_talks_go_to_the_salesperson_with_the_least_to_do(floor: Shopfloor) -> None:
    await floor.person("Mei", "manager")
    boris, anna = await floor.person("Boris", "salesperson"), await floor.person("Anna", "salesperson")
    talks = [await floor.talk(ASK) for _ in range(4)]
    given = [(await floor.conversation(talk)).assignee_id for talk in talks]
    assert sorted(given) == sorted([boris.id, boris.id, anna.id, anna.id])


async def test_while_a_person_is_at_it_a_draft_is_only_a_suggestion(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk("Hello")
    await conversations.take_over(floor.desk, boris, talk)
    await floor.say(talk, ASK)
    draft = await floor.redrafted(talk)
    assert draft.state == "waiting"
    assert [task for task, _, _ in await floor.jobs() if task == "remind"] == []
    assert (await floor.conversation(talk)).state == "taken_over"


async def test_a_message_with_the_same_key_is_sent_once(floor: Shopfloor) -> None:
    import uuid

    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk(ASK)
    key = uuid.uuid4()
    for _ in range(2):
        await conversations.send_own_words(floor.desk, boris, talk, "Thank you, I will look.", key=key)
    assert await floor.send_all() == 1


async def test_an_assignee_must_be_somebody_active_of_the_team(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk(ASK)
    with pytest.raises(DeskRefusal) as refusal:
        await conversations.assign(floor.desk, boris, talk, 999)
    assert refusal.value.code == "unknown_staff"
