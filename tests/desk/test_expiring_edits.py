"""What a person has changed in a draft that expires is never lost, and never sent out of date."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.desk import deciding, expiring, reworking
from bot.desk.reworking import Seen
from bot.domain.changes import LineChange, QuoteChange
from bot.domain.desk import DeskRefusal
from storage import drafts
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.desk.test_expiring import ASK, VALID_DAYS, edited, quote_of, refused

pytestmark = pytest.mark.anyio


async def test_what_a_person_has_edited_is_left_alone_while_its_quote_is_valid(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await edited(floor, boris, await floor.drafted(ASK))
    floor.clock.pass_by(days=VALID_DAYS)
    assert await expiring.expire_outdated(floor.desk) == 0
    await deciding.approve(
        floor.desk, boris, draft.id, revision=2, fingerprint_seen=draft.fingerprint
    )  # fmt: skip
    assert await floor.send_all() == 1


async def test_a_person_who_sends_other_words_the_day_after_is_not_stopped(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=1)
    await deciding.approve(
        floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint,
        text=f"{draft.text}\nKind regards",
    )  # fmt: skip
    assert await floor.send_all() == 1


async def test_edited_words_stay_on_record_when_the_validity_is_over(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await edited(floor, boris, await floor.drafted(ASK), "As agreed by phone")
    floor.clock.pass_by(days=VALID_DAYS + 1)
    assert await expiring.expire_outdated(floor.desk) == 1
    kept = await floor.draft(draft.id)
    assert (kept.state, kept.edited, kept.text) == ("expired", True, draft.text)
    (event,) = await floor.events("draft.expired")
    assert event.data == {"why": "validity_over", "revision": 2, "edited": True}


@pytest.mark.parametrize("cleared_up_before", [False, True])
@pytest.mark.parametrize("by", ["approving", "saving"])
async def test_words_that_come_too_late_are_kept_and_not_sent(
    floor: Shopfloor, cleared_up_before: bool, by: str
) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=VALID_DAYS + 1)
    if cleared_up_before:
        await expiring.expire_outdated(floor.desk)
    words = f"{draft.text}\nWritten with care for half an hour"
    seen = Seen(draft.id, 1, draft.fingerprint)
    if by == "approving":
        assert f"kept with draft {draft.id}" in (await refused(floor, boris, draft, text=words)).text
    elif cleared_up_before:
        with pytest.raises(DeskRefusal, match=f"kept with draft {draft.id}"):
            await reworking.save_words(floor.desk, boris, seen, words)
    else:
        await reworking.save_words(floor.desk, boris, seen, words)
        assert await expiring.expire_outdated(floor.desk) == 1
    async with reading(floor.desk.engine) as connection:
        history = await drafts.revisions(connection, draft.id)
    assert [(each.author, each.text) for each in history] == [("rule", draft.text), ("person", words)]
    assert (await floor.draft(draft.id)).state == "expired"
    assert await floor.send_all() == 0
    assert words not in (await floor.redrafted(draft.conversation_id)).text


async def test_a_granted_discount_stays_with_the_expired_draft_and_is_not_carried_on(
    floor: Shopfloor,
) -> None:
    mei = await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    change = QuoteChange((LineChange("KT-17", 500, discount=Decimal(5)),))
    await reworking.requote(floor.desk, mei, Seen(draft.id, 1, draft.fingerprint), change, "a good customer")
    floor.clock.pass_by(days=1)
    assert await expiring.expire_outdated(floor.desk) == 0
    floor.clock.pass_by(days=VALID_DAYS)
    assert await expiring.expire_outdated(floor.desk) == 1
    newer = await floor.redrafted(draft.conversation_id)
    assert (await quote_of(floor, newer)).total == Decimal("2950.00")
    old = await floor.draft(draft.id)
    assert (await quote_of(floor, old)).total == Decimal("2805.00")  # 500 x 5.61
    assert await reworking.editor_start(floor.desk, old.id) == change


async def test_a_quote_worked_out_anew_by_a_person_is_valid_again(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    floor.clock.pass_by(days=VALID_DAYS + 1)
    change = QuoteChange((LineChange("KT-17", 500),))
    await reworking.requote(floor.desk, boris, Seen(draft.id, 1, draft.fingerprint), change)
    now = await floor.draft(draft.id)
    assert await expiring.expire_outdated(floor.desk) == 0
    await deciding.approve(floor.desk, boris, now.id, revision=2, fingerprint_seen=now.fingerprint)
    assert await floor.send_all() == 1
