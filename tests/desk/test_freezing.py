"""Somebody says that bank details have changed: nothing goes out until a manager has looked."""

from __future__ import annotations

import uuid

import pytest

from bot.case.case import read_case
from bot.case.undelivered import Undelivered, read_undelivered
from bot.desk import conversations, deciding, freezing, uncertain
from bot.domain.desk import DeskRefusal, Person
from storage import outbox
from storage.base import AnyRow
from storage.erasing import erase
from storage.live import reading, writing
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
CHANGED = "Hello, please note our bank details have changed, pay to the new beneficiary from today."
LOOKED = "I have phoned the buyer"


async def tap(floor: Shopfloor, person: Person, draft: AnyRow, **more: str) -> None:
    await deciding.approve(
        floor.desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint, **more
    )


async def refused(floor: Shopfloor, person: Person, draft: AnyRow, **more: str) -> str:
    with pytest.raises(DeskRefusal) as refusal:
        await tap(floor, person, draft, **more)
    return refusal.value.code


async def test_a_changed_account_freezes_the_talk_and_only_a_manager_with_a_reason_sends(
    floor: Shopfloor,
) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted(CHANGED)
    talk = await floor.conversation(draft.conversation_id)
    assert (talk.frozen_why, talk.needs) == ("account_changed", "manager")
    assert "never change" in draft.text
    assert draft.quote_id is None
    assert await refused(floor, boris, draft, reason="it is fine") == "role"
    assert await refused(floor, mei, draft) == "findings"
    await tap(floor, mei, draft, reason=LOOKED)
    assert await floor.send_all() == 1
    (frozen,) = await floor.events("conversation.frozen")
    assert (frozen.actor, frozen.data["why"]) == ("rule", "account_changed")
    (approved,) = await floor.events("draft.approved")
    assert approved.data["overridden"] == ["frozen_talk"]


async def test_what_is_written_later_in_a_frozen_talk_is_held_too(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    first = await floor.drafted(CHANGED)
    await floor.say(first.conversation_id, "Price for 500 pcs KT-17 FOB please")
    second = await floor.redrafted(first.conversation_id)
    assert second.id != first.id
    assert await refused(floor, boris, second, reason="it is only a price") == "role"
    await freezing.thaw(floor.desk, mei, first.conversation_id)
    await freezing.thaw(floor.desk, mei, first.conversation_id)
    assert len(await floor.events("conversation.thawed")) == 1
    newer = await floor.waiting(first.conversation_id)
    assert (await floor.conversation(first.conversation_id)).frozen_at is None
    if newer.needs == "manager":
        await tap(floor, mei, newer)
    else:
        await tap(floor, boris, newer)


async def test_what_waited_in_the_outbox_when_a_talk_was_frozen_is_held_until_a_manager_sends_it(
    floor: Shopfloor,
) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted("Price for 500 pcs KT-17 FOB please")
    talk = draft.conversation_id
    await tap(floor, boris, draft)
    await freezing.freeze(floor.desk, boris, talk)

    assert await floor.send_all() == 0
    (held,) = await held_in(floor, talk)
    assert (held.why, held.held, held.row.past_freeze) == ("frozen", True, None)
    assert len(await floor.said(talk)) == 1
    for refused_to in (uncertain.resend, uncertain.put_aside):
        with pytest.raises(DeskRefusal) as refusal:
            await refused_to(floor.desk, boris, held.row.id)
        assert refusal.value.code == "role"

    await uncertain.resend(floor.desk, mei, held.row.id)
    assert await floor.send_all() == 1
    assert (await floor.conversation(talk)).frozen_at is not None
    assert [message.sender for message in await floor.said(talk)] == ["buyer", "seller"]
    assert await held_in(floor, talk) == ()


async def test_what_a_manager_sends_through_one_freeze_does_not_leave_in_the_next(floor: Shopfloor) -> None:
    mei = await floor.person("Mei", "manager")
    draft = await floor.drafted(CHANGED)
    talk = draft.conversation_id
    await tap(floor, mei, draft, reason=LOOKED)
    await freezing.thaw(floor.desk, mei, talk)
    floor.clock.pass_by(minutes=1)
    await freezing.freeze(floor.desk, mei, talk)
    assert await floor.send_all() == 0
    (held,) = await held_in(floor, talk)
    await freezing.thaw(floor.desk, mei, talk)
    assert await floor.send_all() == 0, "a thaw sends nothing by itself"
    await uncertain.put_aside(floor.desk, mei, held.row.id)
    assert await held_in(floor, talk) == ()
    with pytest.raises(DeskRefusal) as refusal:
        await uncertain.resend(floor.desk, mei, held.row.id)
    assert refusal.value.code == "already_decided"
    await conversations.send_own_words(floor.desk, mei, talk, "Hello, all is well.", reason=LOOKED)
    assert await floor.send_all() == 1, "what is held holds nothing back behind it"


async def test_an_acknowledgement_that_a_freeze_has_overtaken_is_withdrawn(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk("Price for 500 pcs KT-17 FOB please")
    async with writing(floor.desk.engine) as connection:
        row = await outbox.put(
            connection, "acknowledgement:1", talk, channel="web", text="Thank you.", author="rule"
        )
        assert row is not None
    await freezing.freeze(floor.desk, boris, talk)
    assert await floor.send_all() == 0
    async with reading(floor.desk.engine) as connection:
        assert await outbox.state_of(connection, row) == "withdrawn"
    assert await held_in(floor, talk) == ()


async def held_in(floor: Shopfloor, talk: int) -> tuple[Undelivered, ...]:
    async with reading(floor.desk.engine) as connection:
        return await read_undelivered(connection, talk)


async def test_words_of_ones_own_are_held_and_the_talk_is_not_put_away(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted(CHANGED)
    for attempt in (
        conversations.send_own_words(floor.desk, boris, draft.conversation_id, "Hello.", reason="x"),
        conversations.close(floor.desk, boris, draft.conversation_id),
        conversations.mark_spam(floor.desk, boris, draft.conversation_id),
        freezing.thaw(floor.desk, boris, draft.conversation_id),
    ):
        with pytest.raises(DeskRefusal) as refusal:
            await attempt
        assert refusal.value.code == "role"
    await conversations.send_own_words(
        floor.desk, mei, draft.conversation_id, "Thank you for telling us.", reason=LOOKED, key=uuid.uuid4()
    )
    assert await floor.send_all() == 1


async def test_anybody_freezes_by_hand_and_the_case_shows_it(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted("Price for 500 pcs KT-17 FOB please")
    await freezing.freeze(floor.desk, boris, draft.conversation_id)
    case = await read_case(floor.desk, boris, draft.conversation_id, "en")
    assert case.draft is not None
    assert not case.draft.may_decide
    assert case.draft.approver == "manager"
    assert [finding.rule for finding in case.draft.blocking] == ["frozen_talk"]
    before = case.mark
    await freezing.thaw(floor.desk, mei, draft.conversation_id)
    after = await read_case(floor.desk, boris, draft.conversation_id, "en")
    assert after.mark != before
    assert after.draft is not None
    assert after.draft.may_decide


async def test_an_erased_buyers_talk_is_frozen_no_more(floor: Shopfloor) -> None:
    draft = await floor.drafted(CHANGED)
    talk = await floor.conversation(draft.conversation_id)
    async with writing(floor.desk.engine) as connection:
        await erase(connection, talk.buyer_id, floor.clock())
    gone = await floor.conversation(draft.conversation_id)
    assert (gone.frozen_at, gone.frozen_why) == (None, None)
