from __future__ import annotations

from datetime import timedelta

import pytest

from bot.desk.follow_up import acts, campaigning
from bot.desk.follow_up.campaigning import Aim
from bot.domain.desk import DeskRefusal, Person
from tests.desk.follow_up.conftest import Sale

pytestmark = pytest.mark.anyio
WORDS = {"en": "Our kettles come in three new colours now.\nAsk us for the colour card."}
KETTLES = Aim(skus=("KT-17",))


async def begun(sale: Sale, mei: Person, aim: Aim = KETTLES) -> tuple[int, int]:
    now = sale.floor.clock()
    return await campaigning.start(
        sale.floor.desk, mei, "New colours", aim, WORDS, begins=now, ends=now + timedelta(days=14)
    )


async def test_only_buyers_whose_inquiry_it_concerns_are_counted(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    desk = sale.floor.desk
    reached = (await campaigning.preview(desk, mei, KETTLES, WORDS)).reached
    assert [row.id for row in reached] == [sale.talk]
    for aim in (
        Aim(skus=("CB-30",)), Aim(skus=("KT-17",), countries=("FR",)), Aim(intents=("after_sales",)),
        Aim(skus=("KT-17",), stages=("shipped",)), Aim(categories=("no such thing",)),
    ):  # fmt: skip
        assert (await campaigning.preview(desk, mei, aim, WORDS)).reached == ()
    category = next(i.category for i in (await desk.counter.serving()).shop.items if i.sku == "KT-17")
    for aim in (Aim(categories=(category,)), Aim(skus=("KT-17",), stages=("quoted",), countries=("DE",))):
        assert len((await campaigning.preview(desk, mei, aim, WORDS)).reached) == 1
    spoken = await campaigning.preview(desk, mei, KETTLES, {"de": "Neue Farben"})
    assert (spoken.reached, spoken.unspoken) == ((), {"en": 1})


async def test_it_becomes_a_draft_within_the_caps_and_is_approved_with_the_list_shown(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    campaign, planned = await begun(sale, mei)
    assert planned == 1
    draft = await sale.drafted()
    assert "three new colours" in draft.text
    assert "STOP" in draft.text
    shown = [
        (each.id, each.revision, each.fingerprint)
        for each in await campaigning.waiting(sale.floor.desk, campaign)
    ]
    assert [each[0] for each in shown] == [draft.id]
    with pytest.raises(DeskRefusal):
        await campaigning.approve_all(sale.floor.desk, sale.boris, campaign, shown)
    assert await campaigning.approve_all(sale.floor.desk, mei, campaign, shown) == (1, 0)
    assert (await sale.held(draft.id)).not_before is not None


async def test_an_ended_one_is_dropped_everywhere(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    campaign, _ = await begun(sale, mei)
    draft = await sale.drafted()
    await campaigning.end(sale.floor.desk, mei, campaign)
    assert (await sale.floor.draft(draft.id)).state == "superseded"
    following = await sale.next()
    assert following is not None
    assert following.kind != "campaign"


async def test_bank_data_links_and_aimless_ones_are_refused(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    now = sale.floor.clock()
    for words in ("Pay to IBAN DE89 3704 0044 0532 0130 00", "See https://elsewhere.example/now"):
        with pytest.raises(DeskRefusal) as refusal:
            await campaigning.start(
                sale.floor.desk, mei, "X", KETTLES, {"en": words}, begins=now, ends=now + timedelta(days=3)
            )
        assert refusal.value.code == "findings"
    # A country alone is no inquiry: that would be a mailing to all who live there.
    for aim in (Aim(), Aim(countries=("DE",)), Aim(skus=("KT-17",), stages=("rich",))):
        with pytest.raises(DeskRefusal) as refusal:
            await begun(sale, mei, aim)
        assert refusal.value.code == "invalid"
    with pytest.raises(DeskRefusal) as refusal:
        await begun(sale, sale.boris)
    assert refusal.value.code == "role"


async def test_who_is_passed_by_and_who_has_to_wait_is_shown_with_the_reason(sale: Sale) -> None:
    mei = await sale.floor.person("Mei", "manager")
    desk = sale.floor.desk
    await sale.floor.say(sale.talk, "One more thing: is the lid steel as well?")
    waiting = await campaigning.preview(desk, mei, KETTLES, WORDS)
    assert [row.id for row in waiting.reached] == [sale.talk]
    assert waiting.later == {sale.talk: "unanswered"}
    await acts.note_stop(desk, sale.boris, sale.talk)
    stopped = await campaigning.preview(desk, mei, KETTLES, WORDS)
    assert stopped.reached == ()
    assert [(each.row.id, each.why) for each in stopped.others] == [(sale.talk, "stopped")]
