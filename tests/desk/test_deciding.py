from __future__ import annotations

import asyncio

import pytest

from bot.desk import conversations, deciding
from bot.domain.desk import DeskRefusal, Person
from storage.base import AnyRow
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please"


async def tap(floor: Shopfloor, person: Person, draft: AnyRow, **more: str) -> None:
    await deciding.approve(
        floor.desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint, **more
    )


async def refused(floor: Shopfloor, person: Person, draft: AnyRow, **more: str) -> DeskRefusal:
    with pytest.raises(DeskRefusal) as refusal:
        await tap(floor, person, draft, **more)
    return refusal.value


async def test_an_approved_draft_reaches_the_buyer_once_with_its_quote(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    assert "2,950.00" in draft.text
    await tap(floor, boris, draft)
    assert await floor.send_all() == 1
    assert await floor.send_all() == 0
    talk = await floor.said(draft.conversation_id)
    assert [each.text for each in talk] == [ASK, draft.text]
    assert talk[1].quote is not None
    assert talk[1].quote["number"] == "Q-2026-0001"
    row = await floor.conversation(draft.conversation_id)
    assert row.waiting_since is None
    assert (await floor.draft(draft.id)).state == "sent"
    (event,) = await floor.events("draft.approved")
    assert (event.actor, event.staff_id, event.data["edited"]) == ("person", boris.id, False)


async def test_of_two_who_tap_at_once_one_is_told_that_it_was_done(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    results = await asyncio.gather(
        *(tap(floor, person, draft) for person in (boris, mei, boris, mei)), return_exceptions=True
    )
    codes = [each.code for each in results if isinstance(each, DeskRefusal)]
    assert codes == ["already_decided"] * 3
    assert await floor.send_all() == 1


async def test_a_tap_on_a_draft_whose_buyer_has_written_again_is_outdated(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    await floor.say(draft.conversation_id, "Make it 1000")
    assert (await refused(floor, boris, draft)).code == "outdated"
    newer = await floor.redrafted(draft.conversation_id)
    assert newer.id != draft.id
    assert (await refused(floor, boris, draft)).code == "superseded"
    assert (await floor.draft(draft.id)).reason == "buyer_wrote_again"
    assert "5,900.00" in newer.text


async def test_a_tap_after_the_price_list_changed_is_outdated_and_a_new_draft_is_made(
    floor: Shopfloor,
) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    catalog = (floor.folder / "catalog.csv").read_text(encoding="utf-8")
    floor.load_prices(catalog.replace("500:5.90", "500:5.80"))
    assert (await refused(floor, boris, draft)).code == "outdated"
    newer = await floor.redrafted(draft.conversation_id)
    assert "2,900.00" in newer.text
    assert (await floor.draft(draft.id)).reason == "price_list"
    await tap(floor, boris, newer)
    await floor.send_all()
    sent = (await floor.said(draft.conversation_id))[-1]
    assert sent.quote is not None
    assert (sent.quote["number"], sent.quote["revision"]) == ("Q-2026-0001", 2)


async def test_what_was_seen_must_be_what_is_there(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    for revision, seen in ((2, draft.fingerprint), (1, "0" * 32)):
        with pytest.raises(DeskRefusal) as refusal:
            await deciding.approve(floor.desk, boris, draft.id, revision=revision, fingerprint_seen=seen)
        assert refusal.value.code == "outdated"
    assert await floor.send_all() == 0


async def test_a_changed_price_needs_a_reason_and_both_are_kept(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    cheaper = draft.text.replace("2,950.00", "2,050.00")
    refusal = await refused(floor, boris, draft, text=cheaper)
    assert refusal.code == "findings"
    assert [finding.rule for finding in refusal.findings] == ["unsupported_amount"]
    assert (await floor.draft(draft.id)).revision == 1
    await tap(floor, boris, draft, text=cheaper, reason="agreed by phone")
    await floor.send_all()
    assert (await floor.said(draft.conversation_id))[-1].text == cheaper
    decided = await floor.draft(draft.id)
    assert (decided.revision, decided.edited, decided.reason) == (2, True, "agreed by phone")
    (event,) = await floor.events("draft.approved")
    assert event.data["overridden"] == ["unsupported_amount"]


async def test_bank_details_take_a_manager_whatever_the_reason(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    leaking = f"{draft.text}\nPlease pay to IBAN DE89 3704 0044 0532 0130 00."
    assert (await refused(floor, boris, draft, text=leaking, reason="he insists")).code == "role"
    await tap(floor, mei, draft, text=leaking, reason="checked with the bank")
    assert await floor.send_all() == 1


async def test_a_dispute_is_decided_by_a_manager(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted("Half of the kettles are broken, I will open a dispute on the platform today")
    assert draft.needs == "manager"
    assert (await refused(floor, boris, draft)).code == "role"
    await tap(floor, mei, draft)
    assert await floor.send_all() == 1


async def test_a_refused_draft_stays_with_its_reason_and_the_buyer_still_waits(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    await deciding.refuse(floor.desk, boris, draft.id, "wrong_price", "the list is old")
    kept = await floor.draft(draft.id)
    assert (kept.state, kept.reason, kept.decided_by) == ("refused", "wrong_price: the list is old", boris.id)
    assert (await floor.conversation(draft.conversation_id)).waiting_since is not None
    assert (await refused(floor, boris, draft)).code == "already_decided"
    with pytest.raises(DeskRefusal, match="Say why"):
        await deciding.refuse(floor.desk, boris, draft.id, "because")


async def test_an_emptied_text_cannot_be_sent_even_with_a_reason(floor: Shopfloor) -> None:
    mei = await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    assert (await refused(floor, mei, draft, text="  ", reason="why not")).code == "findings"


async def test_a_person_who_writes_first_drops_the_draft_and_what_they_write_is_guarded(
    floor: Shopfloor,
) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    talk = draft.conversation_id
    await conversations.take_over(floor.desk, boris, talk)
    with pytest.raises(DeskRefusal) as refusal:
        await conversations.send_own_words(floor.desk, boris, talk, "For you 1.00 USD each")
    assert refusal.value.code == "findings"
    await conversations.send_own_words(
        floor.desk, boris, talk, "500 kettles are 2,950.00 USD. Shall I go on?"
    )
    assert await floor.send_all() == 1
    assert (await floor.draft(draft.id)).reason == "a_person_answered"
    assert (await refused(floor, boris, draft)).code == "superseded"


async def test_what_one_has_taken_over_another_does_not_take(floor: Shopfloor) -> None:
    boris, anna = await floor.person("Boris", "salesperson"), await floor.person("Anna", "salesperson")
    talk = await floor.talk(ASK)
    await conversations.take_over(floor.desk, boris, talk)
    with pytest.raises(DeskRefusal, match="Boris"):
        await conversations.take_over(floor.desk, anna, talk)
    with pytest.raises(DeskRefusal, match="Somebody else"):
        await conversations.send_own_words(floor.desk, anna, talk, "Hello")
    await conversations.release(floor.desk, boris, talk)
    await conversations.take_over(floor.desk, anna, talk)
