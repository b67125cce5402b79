from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.desk import acknowledging, buyers, conversations, deciding, drafting, expiring, reworking
from bot.desk.reworking import Seen
from bot.domain.desk import DeskRefusal, Person
from bot.domain.quote import Quote
from bot.stored import from_json
from storage import quotes
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import MONDAY, Shopfloor

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please"
VALID_DAYS = 14
"""What the shop promises; a quote of Monday 23 November is valid until 7 December."""


async def refused(floor: Shopfloor, person: Person, draft: AnyRow, **more: str) -> DeskRefusal:
    with pytest.raises(DeskRefusal) as refusal:
        await deciding.approve(
            floor.desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint, **more
        )
    return refusal.value


async def quote_of(floor: Shopfloor, draft: AnyRow) -> Quote:
    async with reading(floor.desk.engine) as connection:
        kept = await quotes.revision(connection, draft.quote_id, draft.quote_revision)
    assert kept is not None
    return from_json(kept.body, Quote)


async def draft_jobs(floor: Shopfloor) -> int:
    """How often a draft was asked for: once by the buyer's message, and once for each that expired."""
    return [task for task, _, _ in await floor.jobs()].count("draft_reply")


async def edited(floor: Shopfloor, person: Person, draft: AnyRow, words: str = "Kind regards") -> AnyRow:
    seen = Seen(draft.id, draft.revision, draft.fingerprint)
    await reworking.save_words(floor.desk, person, seen, f"{draft.text}\n{words}")
    return await floor.draft(draft.id)


async def test_a_quote_whose_validity_has_passed_is_not_sent_and_is_written_anew(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=VALID_DAYS + 1)
    refusal = await refused(floor, boris, draft)
    assert refusal.code == "outdated"
    assert "validity of this quote has passed" in refusal.text
    assert "new draft is being written" in refusal.text
    assert await floor.send_all() == 0
    kept = await floor.draft(draft.id)
    assert (kept.state, kept.reason, kept.decided_by) == ("expired", "validity_over", None)
    assert await draft_jobs(floor) == 2
    newer = await floor.redrafted(draft.conversation_id)
    assert (await quote_of(floor, newer)).valid_until == date(2026, 12, 8) + timedelta(days=VALID_DAYS)
    await deciding.approve(
        floor.desk, boris, newer.id, revision=1, fingerprint_seen=newer.fingerprint
    )  # fmt: skip
    assert await floor.send_all() == 1


async def test_the_reply_clock_runs_on_from_the_buyers_message(floor: Shopfloor) -> None:
    draft = await floor.drafted(ASK)
    since = (await floor.conversation(draft.conversation_id)).waiting_since
    floor.clock.pass_by(days=1)
    assert await expiring.expire_outdated(floor.desk) == 1
    assert (await floor.conversation(draft.conversation_id)).waiting_since == since == MONDAY
    await floor.redrafted(draft.conversation_id)
    assert (await floor.conversation(draft.conversation_id)).waiting_since == since


async def test_what_expired_is_on_record_as_the_clocks_doing(floor: Shopfloor) -> None:
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    await expiring.expire_outdated(floor.desk)
    (event,) = await floor.events("draft.expired")
    assert (event.actor, event.staff_id, event.draft_id) == ("rule", None, draft.id)
    assert event.conversation_id == draft.conversation_id
    assert event.data == {"why": "dates_moved", "revision": 1, "edited": False}
    assert await floor.events("draft.superseded") == []


@pytest.mark.parametrize(
    ("at", "expires"),
    [
        (datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC), 0),  # still Monday in Shanghai
        (datetime(2026, 11, 23, 16, 0, 0, tzinfo=UTC), 1),  # Tuesday there, Monday by UTC
    ],
)
async def test_a_day_ends_at_the_shops_midnight(floor: Shopfloor, at: datetime, expires: int) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.now = at
    assert await expiring.expire_outdated(floor.desk) == expires
    if not expires:
        await deciding.approve(
            floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint
        )  # fmt: skip
        return
    newer = await floor.redrafted(draft.conversation_id)
    assert "2026-12-08" not in draft.text
    before, after = await quote_of(floor, draft), await quote_of(floor, newer)
    assert after.valid_until - before.valid_until == timedelta(days=1)
    assert before.ready_by is not None
    assert after.ready_by is not None
    assert after.ready_by > before.ready_by


@pytest.mark.parametrize(
    ("at", "goes_out"),
    [
        (datetime(2026, 12, 7, 15, 59, 59, tzinfo=UTC), True),  # the last second of the last day in Shanghai
        (datetime(2026, 12, 7, 16, 0, 0, tzinfo=UTC), False),
    ],
)
async def test_a_quote_is_valid_to_the_end_of_its_last_day_where_the_shop_is(
    floor: Shopfloor, at: datetime, goes_out: bool
) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await edited(floor, boris, await floor.drafted(ASK))
    floor.clock.now = at
    if goes_out:
        await deciding.approve(
            floor.desk, boris, draft.id, revision=2, fingerprint_seen=draft.fingerprint
        )  # fmt: skip
        assert await floor.send_all() == 1
    else:
        assert (await refused(floor, boris, draft)).code == "outdated"
        assert await floor.send_all() == 0


async def test_a_tap_on_yesterdays_dates_is_refused_before_the_clock_has_cleared_up(
    floor: Shopfloor,
) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    refusal = await refused(floor, boris, draft)
    assert refusal.code == "outdated"
    assert "dates" in refusal.text
    assert (await floor.draft(draft.id)).reason == "dates_moved"
    assert await floor.send_all() == 0


async def test_of_all_who_tap_and_clear_up_at_once_one_has_it_written_anew(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=VALID_DAYS + 1)
    results = await asyncio.gather(
        refused(floor, boris, draft),
        expiring.expire_outdated(floor.desk),
        refused(floor, mei, draft),
        expiring.expire_outdated(floor.desk),
        refused(floor, boris, draft),
    )
    assert {each.code for each in results if isinstance(each, DeskRefusal)} == {"outdated"}
    assert len(await floor.events("draft.expired")) == 1
    assert await draft_jobs(floor) == 2
    await asyncio.gather(*(floor.redrafted(draft.conversation_id) for _ in range(3)))
    assert len(await floor.events("draft.made")) == 2
    assert await floor.send_all() == 0


async def test_a_draft_without_a_quote_never_expires(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted("What is your refund policy?")
    assert draft.quote_id is None
    floor.clock.pass_by(days=300)
    assert await expiring.expire_outdated(floor.desk) == 0
    await deciding.approve(
        floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint
    )  # fmt: skip
    assert await floor.send_all() == 1


async def test_a_quote_that_states_the_same_the_day_after_stays(floor: Shopfloor) -> None:
    terms = (floor.folder / "shop.toml").read_text(encoding="utf-8")
    ends = (
        '\n[[campaigns]]\nname = "Week of kettles"\nstart = 2026-11-20\nend = 2026-11-30\n'
        'percent = 10\nskus = ["KT-17"]\nmin_quantity = 1\n'
    )
    catalog = (floor.folder / "catalog.csv").read_text(encoding="utf-8")
    (floor.folder / "shop.toml").write_text(terms + ends, encoding="utf-8")
    floor.load_prices(catalog)
    floor.clock.now = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)  # Saturday: nothing begins before Monday
    draft = await floor.drafted(ASK)
    assert (await quote_of(floor, draft)).valid_until == date(2026, 11, 30)
    floor.clock.pass_by(days=1)
    assert await expiring.expire_outdated(floor.desk) == 0
    floor.clock.pass_by(days=2)
    assert await expiring.expire_outdated(floor.desk) == 1


async def test_a_snoozed_talk_is_left_until_it_wakes(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    until = floor.clock.now + timedelta(days=3)
    await conversations.snooze(floor.desk, boris, draft.conversation_id, until)
    floor.clock.pass_by(days=2)
    assert await expiring.expire_outdated(floor.desk) == 0
    floor.clock.now = until
    await conversations.wake(floor.desk, draft.conversation_id)
    assert await expiring.expire_outdated(floor.desk) == 1


async def test_a_new_price_list_has_its_own_reason(floor: Shopfloor) -> None:
    draft = await floor.drafted(ASK)
    catalog = (floor.folder / "catalog.csv").read_text(encoding="utf-8")
    floor.load_prices(catalog.replace("500:5.90", "500:5.80"))
    floor.clock.pass_by(days=1)
    assert await expiring.expire_outdated(floor.desk) == 0
    await floor.redrafted(draft.conversation_id)
    assert (await floor.draft(draft.id)).reason == "price_list"


async def test_nobody_writes_anew_what_a_person_has_answered_meanwhile(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    await expiring.expire_outdated(floor.desk)
    await conversations.send_own_words(floor.desk, boris, draft.conversation_id, "One moment, please.")
    assert await drafting.draft_reply(floor.desk, draft.conversation_id) is None


async def test_reminders_go_on_from_when_the_first_draft_began_to_wait(floor: Shopfloor) -> None:
    draft = await floor.drafted(ASK)
    began = draft.created_at
    floor.clock.now = datetime(2026, 11, 23, 16, 1, tzinfo=UTC)  # midnight there, 14 hours after
    await expiring.expire_outdated(floor.desk)
    newer = await floor.redrafted(draft.conversation_id)
    planned = [
        (args["step"], at)
        for task, args, at in await floor.jobs()
        if task == "remind" and args["draft_id"] == newer.id
    ]
    assert planned == [(2, began + timedelta(hours=20)), (3, began + timedelta(hours=22))]


async def test_a_draft_made_anew_is_not_acknowledged_like_a_first_inquiry(floor: Shopfloor) -> None:
    mei = await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    await acknowledging.switch(floor.desk, mei, ["en"], "always")
    floor.clock.pass_by(days=1)
    await expiring.expire_outdated(floor.desk)
    await floor.redrafted(draft.conversation_id)
    assert await floor.send_all() == 0


async def test_a_step_that_fails_leaves_the_draft_waiting(floor: Shopfloor) -> None:
    """Expired and asked for anew are one transaction: without the job nothing has happened."""
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    with floor.engine.begin() as connection:
        connection.execute(text("ALTER FUNCTION procrastinate_defer_jobs_v1 RENAME TO put_away"))
    with pytest.raises(Exception, match="procrastinate_defer_jobs_v1"):
        await expiring.expire_outdated(floor.desk)
    assert (await floor.waiting(draft.conversation_id)).id == draft.id
    assert await floor.events("draft.expired") == []
    with floor.engine.begin() as connection:
        connection.execute(text("ALTER FUNCTION put_away RENAME TO procrastinate_defer_jobs_v1"))
    assert await expiring.expire_outdated(floor.desk) == 1


async def test_many_are_put_aside_a_hundred_at_a_time(floor: Shopfloor) -> None:
    for _ in range(3):
        await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    assert [await expiring.expire_outdated(floor.desk, most=2) for _ in range(3)] == [2, 1, 0]


async def test_an_erased_buyers_expired_draft_keeps_its_reason(floor: Shopfloor) -> None:
    mei = await floor.person("Mei", "admin")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    await expiring.expire_outdated(floor.desk)
    talk = await floor.conversation(draft.conversation_id)
    await buyers.erase_buyer(floor.desk, talk.buyer_id, mei)
    kept = await floor.draft(draft.id)
    assert (kept.state, kept.reason, kept.text) == ("expired", "dates_moved", "")
