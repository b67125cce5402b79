from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk import conversations, deciding
from bot.desk.follow_up.drafting import prepare
from bot.domain.desk import DeskRefusal
from tests.desk.follow_up.conftest import Sale

pytestmark = pytest.mark.anyio
WEDNESDAY_NINE_IN_BERLIN = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


async def test_a_sent_quote_plans_the_first_word_after_two_days_of_silence(sale: Sale) -> None:
    row = await sale.next()
    assert row is not None
    assert (row.kind, row.step, row.state) == ("silent", 0, "planned")
    assert row.arrives_at == WEDNESDAY_NINE_IN_BERLIN
    jobs = [(args, at) for task, args, at in await sale.floor.jobs() if task == "follow_up"]
    assert jobs == [({"follow_up_id": row.id}, row.draft_at)]
    # Two hours before, and while the team in Shenzhen (09:00 to 18:00) is at work.
    assert row.draft_at == WEDNESDAY_NINE_IN_BERLIN - timedelta(hours=2)


async def test_its_draft_is_about_what_this_buyer_asked_and_waits_for_a_person(sale: Sale) -> None:
    draft = await sale.drafted()
    assert "Q-2026-0001" in draft.text
    assert "KT-17" in draft.text
    assert draft.findings == []
    assert draft.state == "waiting"
    assert (await sale.floor.conversation(sale.talk)).draft_id == draft.id


async def test_an_early_job_and_one_that_comes_twice_make_one_draft(sale: Sale) -> None:
    row = await sale.next()
    assert row is not None
    assert await prepare(sale.floor.desk, row.id) is None
    sale.floor.clock.now = row.draft_at
    assert await prepare(sale.floor.desk, row.id) is not None
    assert await prepare(sale.floor.desk, row.id) is None


async def test_what_is_approved_before_the_buyer_is_at_work_waits_until_then(sale: Sale) -> None:
    held = await sale.approve(await sale.drafted())
    assert held.not_before == WEDNESDAY_NINE_IN_BERLIN
    assert not await sale.leave(held.id)
    assert await sale.leave(held.id, WEDNESDAY_NINE_IN_BERLIN)
    said = await sale.floor.said(sale.talk)
    assert said[-1].at == WEDNESDAY_NINE_IN_BERLIN
    following = await sale.next()
    assert following is not None
    assert (following.kind, following.step) == ("silent", 1)


async def test_the_buyers_reply_ends_it_and_drops_the_draft_that_waits(sale: Sale) -> None:
    draft = await sale.drafted()
    await sale.floor.say(sale.talk, "We are still looking at it, can you do a sample?")
    with pytest.raises(DeskRefusal) as refusal:
        await sale.approve(draft)
    assert refusal.value.code == "outdated"
    answer = await sale.floor.redrafted(sale.talk)
    assert answer.intent != "follow_up"
    assert (await sale.floor.draft(draft.id)).state == "superseded"
    assert await sale.next() is None
    assert await sale.silence() == "unanswered"


async def test_what_was_approved_is_withdrawn_when_the_buyer_writes_first(sale: Sale) -> None:
    held = await sale.approve(await sale.drafted())
    await sale.floor.say(sale.talk, "Please quote 1,000 instead")
    assert not await sale.leave(held.id, WEDNESDAY_NINE_IN_BERLIN)
    assert (await sale.held(held.draft_id)).state == "withdrawn"
    assert (await sale.floor.draft(held.draft_id)).state == "superseded"


async def test_stop_ends_all_and_is_confirmed(sale: Sale) -> None:
    await sale.drafted()
    await sale.floor.say(sale.talk, "STOP")
    draft = await sale.floor.redrafted(sale.talk)
    assert "not write to you again" in draft.text
    assert await sale.next() is None
    await sale.approve(draft)
    await sale.floor.send_all()
    assert await sale.silence() == "stopped"
    await sale.order("accepted")
    assert await sale.next() is None


async def test_a_stop_that_a_person_has_answered_already_still_counts(sale: Sale) -> None:
    await sale.floor.say(sale.talk, "please stop messaging me")
    await sale.answer("We are sorry, of course.")
    assert await sale.silence() == "stopped"


async def test_an_accepted_quote_is_nudged_to_be_paid_on_the_platform(sale: Sale) -> None:
    await sale.order("accepted")
    row = await sale.next()
    assert row is not None
    assert (row.kind, row.arrives_at) == ("unpaid", datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    draft = await sale.drafted()
    assert "https://example.test/order/Q-2026-0001" in draft.text
    await sale.order("paid_on_platform")
    following = await sale.next()
    assert following is not None
    assert following.subject == "festival:christmas:2026-12-25"
    assert (await sale.floor.draft(draft.id)).state == "superseded"


async def test_three_without_an_answer_are_enough(sale: Sale) -> None:
    kinds = [(await sale.sent_next()).kind for _ in range(3)]
    assert kinds == ["silent", "silent", "expiring"]
    assert await sale.next() is None
    assert await sale.silence() == "three_without_answer"


async def test_two_never_come_closer_than_two_days(sale: Sale) -> None:
    first = await sale.sent_next()
    await sale.order("accepted")
    nudge = await sale.next()
    assert nudge is not None
    assert nudge.arrives_at >= first.ended_at + timedelta(hours=48)


async def test_a_closed_talk_is_left_alone_and_an_opened_one_planned_again(sale: Sale) -> None:
    await conversations.close(sale.floor.desk, sale.boris, sale.talk)
    assert await sale.next() is None
    await conversations.release(sale.floor.desk, sale.boris, sale.talk)
    assert await sale.next() is not None


async def test_an_edited_follow_up_is_guarded_and_sent_like_any_reply(sale: Sale) -> None:
    draft = await sale.drafted()
    with pytest.raises(DeskRefusal) as refusal:
        await deciding.approve(
            sale.floor.desk, sale.boris, draft.id, revision=draft.revision,
            fingerprint_seen=draft.fingerprint, text=f"{draft.text}\nOnly USD 2.00 today!",
        )  # fmt: skip
    assert refusal.value.code == "findings"


async def test_a_new_price_list_makes_the_draft_anew(sale: Sale) -> None:
    draft = await sale.drafted()
    sale.floor.load_prices(
        (sale.floor.folder / "catalog.csv").read_text(encoding="utf-8").replace("500:5.90", "500:5.80")
    )
    with pytest.raises(DeskRefusal):
        await sale.approve(draft)
    from bot.desk import drafting

    await drafting.draft_reply(sale.floor.desk, sale.talk)
    row = await sale.next()
    assert row is not None
    assert row.state == "planned"
    renewed = await sale.drafted()
    assert renewed.id != draft.id
    assert renewed.intent == "follow_up"
