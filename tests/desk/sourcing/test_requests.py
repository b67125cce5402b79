"""Requests between salespeople and purchasers: who may what, the clock, erasing, and what is no request."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text

from bot.desk import team
from bot.desk.sourcing import answering, purchasing, sending
from bot.desk.sourcing.settings import set_settings
from bot.domain.desk import DeskRefusal
from storage import staff
from storage.erasing import erase
from storage.exporting import export
from storage.live import reading, writing
from tests.desk.sourcing.conftest import ASKED, FOUND, Sourcing

pytestmark = pytest.mark.anyio


async def refused(doing: object) -> str:
    with pytest.raises(DeskRefusal) as refusal:
        await doing  # type: ignore[misc]
    return refusal.value.code


@pytest.mark.parametrize(
    "words",
    [
        "Price for 500 pcs KT-17 FOB please",
        "Hello, how are you?",
        "What is your MOQ?",
        "Where is my order 88?",
    ],
)
async def test_what_the_catalogue_holds_or_nobody_asked_for_is_no_request(
    buying: Sourcing, words: str
) -> None:
    draft = await buying.floor.drafted(words)
    assert await buying.requests(draft.conversation_id) == []


async def test_the_buyers_name_and_address_stay_behind(buying: Sourcing) -> None:
    words = f"{ASKED}. Alice Moreau, Moreau SARL, alice@moreau.test, +33 6 12 34 56 78"
    draft = await buying.floor.drafted(words, name="Alice Moreau")
    row = await buying.only(draft.conversation_id)
    held = json.dumps([row.asked, row.need])
    assert "toothbrushes" in held
    assert not any(secret in held for secret in ("Moreau", "Alice", "@", "12 34"))


async def test_what_the_buyer_adds_is_read_and_what_a_person_corrected_stands(buying: Sourcing) -> None:
    boris = await buying.person("Boris", "salesperson")
    draft = await buying.floor.drafted("Do you have bamboo toothbrushes? 3000 pcs, FOB price please")
    row = await buying.only(draft.conversation_id)
    await sending.correct(buying.floor.desk, boris, row.id, {"quantity": "3500"}, seen=row.version)
    await buying.floor.say(
        draft.conversation_id, "So bamboo toothbrushes: 4000 pcs, black, 19 cm, FOB price please"
    )
    await buying.floor.redrafted(draft.conversation_id)
    after = (await buying.only(draft.conversation_id)).need
    assert after["quantity"]["value"] == "3500"
    assert after["quantity"]["source"] == "person"
    assert "renewed" in await buying.history(row.id)


async def test_a_purchaser_asks_and_the_salesperson_tells(buying: Sourcing) -> None:
    desk, boris = buying.floor.desk, await buying.person("Boris", "salesperson")
    pavel = await buying.person("Pavel", "salesperson", "only")
    rita = await buying.person("Rita", "salesperson", "also")
    draft = await buying.floor.drafted(ASKED)
    row = await buying.only(draft.conversation_id)
    assert await refused(purchasing.claim(desk, pavel, row.id)) == "already_decided"  # not sent yet
    await sending.send(desk, boris, row.id, seen=row.version)
    assert await refused(purchasing.ask(desk, boris, row.id, "How big?")) == "role"
    await purchasing.ask(desk, pavel, row.id, "Soft or medium?")
    assert (await buying.only(draft.conversation_id)).state == "asked"
    assert await refused(purchasing.claim(desk, rita, row.id)) == "already_decided"
    assert await refused(purchasing.release(desk, rita, row.id)) == "role"
    assert await refused(sending.tell(desk, pavel, row.id, "Soft")) == "role"
    await sending.tell(desk, boris, row.id, "Soft")
    told = await buying.only(draft.conversation_id)
    assert (told.state, told.claimed_by) == ("claimed", pavel.id)
    await sending.withdraw(desk, boris, row.id, seen=told.version)
    late = answering.answer(desk, pavel, row.id, FOUND, seen=told.version + 1)
    assert await refused(late) == "already_decided"


async def test_whose_right_was_taken_away_answers_no_more(buying: Sourcing) -> None:
    desk, boris = buying.floor.desk, await buying.person("Boris", "salesperson")
    pavel = await buying.person("Pavel", "salesperson", "also")
    draft = await buying.floor.drafted(ASKED)
    row = await buying.only(draft.conversation_id)
    await sending.send(desk, boris, row.id, seen=row.version)
    await team.change_purchasing(desk, None, pavel.id, "no")
    row = await buying.only(draft.conversation_id)
    assert await refused(answering.answer(desk, pavel, row.id, FOUND, seen=row.version)) == "role"


async def test_who_only_buys_gets_no_conversation(buying: Sourcing) -> None:
    pavel = await buying.person("Pavel", "salesperson")
    draft = await buying.floor.drafted(ASKED)
    assert (await buying.floor.conversation(draft.conversation_id)).assignee_id == pavel.id
    boris = await buying.person("Boris", "salesperson")
    await team.change_purchasing(buying.floor.desk, None, pavel.id, "only")
    assert (await buying.floor.conversation(draft.conversation_id)).assignee_id == boris.id
    async with reading(buying.floor.desk.engine) as connection:
        assert await staff.least_busy(connection, buying.floor.desk.shop_id, besides=boris.id) is None


async def test_only_a_manager_makes_purchasers_and_never_locks_one_out(buying: Sourcing) -> None:
    boris, mei = await buying.person("Boris", "salesperson"), await buying.person("Mei", "manager")
    desk = buying.floor.desk
    assert await refused(team.change_purchasing(desk, boris, boris.id, "also")) == "role"
    assert await refused(team.change_purchasing(desk, mei, mei.id, "only")) == "invalid"
    await team.change_purchasing(desk, mei, boris.id, "also")
    assert [each.data["purchasing"] for each in await buying.floor.events("staff.purchasing_changed")] == [
        "also"
    ]


async def test_requests_go_by_themselves_where_a_manager_has_said_so(buying: Sourcing) -> None:
    boris, mei = await buying.person("Boris", "salesperson"), await buying.person("Mei", "manager")
    await buying.person("Pavel", "salesperson", "only")
    desk = buying.floor.desk
    assert await refused(set_settings(desk, boris, automatic=True, hours=8)) == "role"
    await set_settings(desk, mei, automatic=True, hours=8)
    draft = await buying.floor.drafted(ASKED)
    row = await buying.only(draft.conversation_id)
    assert (row.state, row.sent_by) == ("open", None)
    assert (row.due_at - row.sent_at).total_seconds() == 8 * 3600
    due = [at for task, _, at in await buying.floor.jobs() if task == "remind_sourcing"]
    assert len(due) == 2


async def test_a_reminder_comes_once_and_not_after_the_answer(buying: Sourcing) -> None:
    desk, boris = buying.floor.desk, await buying.person("Boris", "salesperson")
    pavel = await buying.person("Pavel", "salesperson", "only")
    draft = await buying.floor.drafted(ASKED)
    row = await buying.only(draft.conversation_id)
    await sending.send(desk, boris, row.id, seen=row.version)
    buying.floor.clock.pass_by(hours=24)
    for step in (0, 0, 1, 1):
        await sending.remind(desk, row.id, step)
    assert [each.data["overdue"] for each in await buying.floor.events("sourcing.reminded")] == [True, True]
    row = await buying.only(draft.conversation_id)
    await answering.answer(desk, pavel, row.id, FOUND, seen=row.version)
    await sending.remind(desk, row.id, 2)
    assert len(await buying.floor.events("sourcing.reminded")) == 2


async def test_erasing_takes_the_words_and_exporting_hands_them_out(buying: Sourcing) -> None:
    desk, boris = buying.floor.desk, await buying.person("Boris", "salesperson")
    pavel = await buying.person("Pavel", "salesperson", "only")
    draft = await buying.floor.drafted(ASKED)
    row = await buying.only(draft.conversation_id)
    await sending.send(desk, boris, row.id, seen=row.version, note="She wants soft ones")
    row = await buying.only(draft.conversation_id)
    await answering.answer(desk, pavel, row.id, FOUND, seen=row.version)
    talk = await buying.floor.conversation(draft.conversation_id)
    async with reading(desk.engine) as connection:
        given = await export(connection, desk.shop_id, talk.buyer_id)
    assert given is not None
    handed = json.dumps(given["conversations"][0]["sourcing"])
    assert "bamboo toothbrushes" in handed
    assert "0.2719" not in json.dumps(given)
    async with writing(desk.engine) as connection:
        await erase(connection, talk.buyer_id, buying.floor.clock.now)
        await erase(connection, talk.buyer_id, buying.floor.clock.now)
    async with reading(desk.engine) as connection:
        left = (await connection.execute(text("SELECT * FROM sourcing_requests"))).one()
        notes = (await connection.execute(text("SELECT text FROM sourcing_notes"))).scalars().all()
    assert (left.asked, left.need, left.key, left.heads, left.note) == ("", {}, "", [], None)
    assert set(notes) == {None}
