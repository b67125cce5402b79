from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from bot.desk import acknowledging, autonomy, conversations, drafting
from bot.domain.desk import DeskRefusal
from bot.domain.facts import Closure, Company, Shop
from bot.domain.inquiry import LANGUAGES
from tests.desk.conftest import Shopfloor
from tests.desk.test_autonomy import THANKS, earn

pytestmark = pytest.mark.anyio
PRICE = "Price for 500 pcs KT-17 FOB please"
MONDAY_MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
SHOP = Shop(Company("Mei Kitchenware", "CN", "Asia/Shanghai", "USD"), ())


async def switch_on(floor: Shopfloor, *languages: str, when: str = "always") -> None:
    mei = await floor.person("Mei", "manager")
    await acknowledging.switch(floor.desk, mei, languages or ("en",), when)


async def acknowledged(floor: Shopfloor, conversation_id: int) -> list[str]:
    await floor.send_all()
    return [each.text for each in await floor.said(conversation_id) if each.sender == "seller"]


async def test_nothing_is_acknowledged_until_a_manager_switches_it_on(floor: Shopfloor) -> None:
    draft = await floor.drafted(PRICE)
    assert await acknowledged(floor, draft.conversation_id) == []
    boris = await floor.person("Boris", "salesperson")
    with pytest.raises(DeskRefusal, match="Only a manager"):
        await acknowledging.switch(floor.desk, boris, ["en"], "always")


async def test_a_first_inquiry_is_acknowledged_once_and_still_waits_for_an_answer(floor: Shopfloor) -> None:
    await switch_on(floor)
    draft = await floor.drafted(PRICE)
    assert len(await acknowledged(floor, draft.conversation_id)) == 1
    assert (await floor.conversation(draft.conversation_id)).waiting_since is not None
    assert (await floor.draft(draft.id)).state == "waiting"
    await floor.say(draft.conversation_id, "To Hamburg please")
    await floor.redrafted(draft.conversation_id)
    assert len(await acknowledged(floor, draft.conversation_id)) == 1


async def test_what_was_asked_before_an_acknowledgement_is_still_answered_after_it(floor: Shopfloor) -> None:
    await switch_on(floor)
    first = await floor.drafted(PRICE)
    await floor.send_all()
    await floor.say(first.conversation_id, "And what is your refund policy?")
    later = await floor.redrafted(first.conversation_id)
    assert "2,950.00" in later.text
    assert "10 days" in later.text


async def test_only_the_languages_that_are_switched_on_are_acknowledged(floor: Shopfloor) -> None:
    await switch_on(floor, "es")
    english = await floor.drafted(PRICE)
    spanish = await floor.drafted("Hola, precio de 500 piezas KT-17 FOB por favor")
    assert await acknowledged(floor, english.conversation_id) == []
    assert (await acknowledged(floor, spanish.conversation_id))[0].startswith("Gracias por su mensaje")


async def test_it_is_sent_inside_or_outside_working_hours_as_set(floor: Shopfloor) -> None:
    await switch_on(floor, when="outside")
    floor.clock.now = MONDAY_MORNING
    open_now = await floor.drafted(PRICE)
    assert await acknowledged(floor, open_now.conversation_id) == []
    floor.clock.now = SUNDAY
    closed = await floor.drafted(PRICE)
    words = (await acknowledged(floor, closed.conversation_id))[0]
    assert "Mon 09:00 (UTC+08:00)" in words


async def test_spam_and_what_a_person_has_taken_over_are_not_acknowledged(floor: Shopfloor) -> None:
    await switch_on(floor)
    boris = await floor.person("Boris", "salesperson")
    taken = await floor.talk(PRICE)
    await conversations.take_over(floor.desk, boris, taken)
    floor.clock.pass_by(seconds=30)
    await drafting.draft_reply(floor.desk, taken)
    assert await acknowledged(floor, taken) == []


async def test_what_goes_out_by_itself_is_not_acknowledged_besides(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    await switch_on(floor)
    intent = await earn(floor, boris, 30)
    await autonomy.enable(floor.desk, floor.people["Mei"], intent, "en")
    conversation = await floor.talk(THANKS)
    floor.clock.pass_by(seconds=30)
    await drafting.draft_reply(floor.desk, conversation)
    assert len(await acknowledged(floor, conversation)) == 1
    said = (await floor.said(conversation))[-1]
    assert said.draft_id is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_stand_in_every_language_and_hold_no_amounts(language: str) -> None:
    inside = acknowledging.words(SHOP, language, MONDAY_MORNING)
    outside = acknowledging.words(SHOP, language, SUNDAY)
    assert not re.search(r"\d", inside)
    figures = re.findall(r"\d+", outside.replace("Th 2", "Monday"))
    assert [figure.zfill(2) for figure in figures] == ["09", "00", "08", "00"]
    assert inside != outside
    assert acknowledging.words(SHOP, language, SUNDAY, outside=False) == inside


def test_a_shop_that_never_opens_promises_no_day() -> None:
    closed = Shop(
        SHOP.company, (), closures=(Closure("for good", SUNDAY.date(), SUNDAY.date().replace(year=2027)),)
    )
    assert "open again." in acknowledging.words(closed, "en", SUNDAY)
