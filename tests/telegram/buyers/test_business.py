"""Salespeople's own accounts: drafted for, answered by hand, and known to have limits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiogram.methods import SendMessage

from prompts.telegram import load
from storage.live import reading
from storage.telegram_business import may_reply
from tests.telegram.buyers.conftest import Booth
from tests.telegram.server import Business, User

pytestmark = pytest.mark.anyio
WORDS = load("en")
COMPANY = "Mei Kitchenware Works"


async def connected(booth: Booth, *, bound: bool = True) -> tuple[User, Business]:
    owner = booth.server.user(first_name="Boris", started=True)
    if bound:
        await booth.bind(owner, "Boris")
    shop = booth.server.business(owner)
    await booth.deliver()
    return owner, shop


async def reason(booth: Booth, user: User, business: str = "") -> str | None:
    chat = await booth.chat(user, business)
    async with reading(booth.floor.desk.engine) as connection:
        return await may_reply(connection, chat.conversation_id, booth.floor.clock())


async def test_a_salespersons_account_is_connected_and_its_owner_told(booth: Booth) -> None:
    owner, shop = await connected(booth)
    (row,) = await booth.rows("SELECT * FROM telegram_business")
    assert (row.connection_id, row.staff_id, row.can_reply, row.enabled) == (
        shop.id, booth.floor.people["Boris"].id, True, True
    )  # fmt: skip
    assert booth.told(owner) == [WORDS.say("business-ready", company=COMPANY)]
    shop.sets_rights(can_reply=False)
    await booth.deliver(times=2)
    assert booth.told(owner)[1:] == [WORDS.say("business-no-right")]
    shop.disconnects()
    await booth.deliver()
    (row,) = await booth.rows("SELECT * FROM telegram_business")
    assert (row.can_reply, row.enabled) == (False, False)
    assert len(booth.told(owner)) == 2


async def test_an_account_of_nobody_in_the_team_is_told_how_to_bind_and_not_read(booth: Booth) -> None:
    owner, shop = await connected(booth, bound=False)
    assert booth.told(owner) == [WORDS.say("business-unbound", company=COMPANY)]
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?", to=shop)
    await booth.deliver()
    assert await booth.chats(alice, shop.id) == []
    await booth.bind(owner, "Boris")
    alice.writes("hello?", to=shop)
    await booth.deliver()
    assert await booth.words(alice, shop.id) == ["hello?"]
    assert (await booth.rows("SELECT staff_id FROM telegram_business"))[0].staff_id is not None


async def test_what_a_customer_writes_is_drafted_for_and_goes_to_that_salesperson(booth: Booth) -> None:
    await booth.floor.person("Anna", "salesperson")
    _owner, shop = await connected(booth)
    alice = booth.server.user(first_name="Alice")
    alice.writes("Price for 500 pcs KT-17, FOB?", to=shop)
    await booth.deliver(times=2)
    talk = await booth.talk(alice, shop.id)
    assert talk.assignee_id == booth.floor.people["Boris"].id
    assert await booth.chats(alice) == []
    draft = await booth.drafted(alice, shop.id)
    assert draft is not None
    assert "5.90" in draft.text
    assert booth.server.sent_to(alice.id, business=shop) == [], "it is the salesperson's own account"


async def test_what_the_salesperson_types_answers_and_drops_the_draft(booth: Booth) -> None:
    owner, shop = await connected(booth)
    alice = booth.server.user()
    alice.writes("Price for 500 pcs KT-17?", to=shop)
    await booth.deliver()
    draft = await booth.drafted(alice, shop.id)
    assert draft is not None
    owner.writes("5.90 for you, Alice!", to=shop.chat_with(alice))
    await booth.deliver(times=3)
    said = await booth.said(alice, shop.id)
    assert [(each.sender, each.author, each.staff_id, each.text) for each in said] == [
        ("buyer", "buyer", None, "Price for 500 pcs KT-17?"),
        ("seller", "person", booth.floor.people["Boris"].id, "5.90 for you, Alice!"),
    ]
    talk = await booth.talk(alice, shop.id)
    assert talk.waiting_since is None
    dropped = await booth.floor.draft(draft.id)
    assert (dropped.state, dropped.reason) == ("superseded", "a_person_answered")
    assert [event.data["answers"] for event in await booth.floor.events("message.sent")] == [1]


async def test_a_salesperson_who_answers_within_the_burst_leaves_the_next_one_to_be_drafted(
    booth: Booth,
) -> None:
    owner, shop = await connected(booth)
    alice = booth.server.user()
    alice.writes("Hello", to=shop)
    owner.writes("Hello Alice", to=shop.chat_with(alice))
    await booth.deliver()
    assert await booth.drafted(alice, shop.id) is None
    before = [task for task, _, _ in await booth.floor.jobs()].count("draft_reply")
    alice.writes("Price for 500 pcs KT-17?", to=shop)
    await booth.deliver()
    assert [task for task, _, _ in await booth.floor.jobs()].count("draft_reply") == before + 1
    assert await booth.drafted(alice, shop.id) is not None


async def test_our_own_words_on_behalf_of_the_account_are_not_stored_again(booth: Booth) -> None:
    _owner, shop = await connected(booth)
    alice = booth.server.user()
    alice.writes("Hello", to=shop)
    await booth.deliver()
    sent = await booth.office.calls(
        SendMessage(chat_id=alice.id, business_connection_id=shop.id, text="Hi Alice", parse_mode=None)
    )
    chat = shop.chat_with(alice).chat
    echoed = chat.messages[sent.message_id].json()
    await booth.take({"update_id": 990_000_000, "business_message": echoed})
    assert await booth.words(alice, shop.id) == ["Hello"]


async def test_whom_salespeople_write_to_first_is_their_own_affair(booth: Booth) -> None:
    owner, shop = await connected(booth)
    friend = booth.server.user(first_name="Friend")
    owner.writes("dinner tonight?", to=shop.chat_with(friend))
    await booth.deliver()
    assert await booth.chats(friend, shop.id) == []


async def test_edits_and_deletions_in_an_account_are_recorded(booth: Booth) -> None:
    owner, shop = await connected(booth)
    alice = booth.server.user()
    first = alice.writes("Price for 500 pcs KT-17?", to=shop)
    own = owner.writes("one moment", to=shop.chat_with(alice))
    alice.edits(first, "Price for 800 pcs KT-17?")
    owner.edits(own, "one minute")
    alice.deletes(first)
    await booth.deliver(times=2)
    buyers, sellers = await booth.said(alice, shop.id)
    assert (buyers.text, buyers.earlier) == ("Price for 800 pcs KT-17?", ("Price for 500 pcs KT-17?",))
    assert (sellers.text, sellers.earlier) == ("one minute", ("one moment",))
    assert buyers.deleted_at is not None
    assert sellers.deleted_at is None
    assert [row.deleted_at is not None for row in await booth.rows(
        "SELECT deleted_at FROM telegram_messages ORDER BY message_id")] == [True, False]  # fmt: skip
    assert [event.data for event in await booth.floor.events("message.deleted")] == [{"seqs": [1]}]


async def test_whether_a_reply_may_leave_is_known(booth: Booth) -> None:
    owner, shop = await connected(booth)
    alice = booth.server.user()
    alice.writes("Hello", to=shop)
    await booth.deliver()
    assert await reason(booth, alice, shop.id) is None
    booth.floor.clock.pass_by(hours=24, minutes=1)
    assert await reason(booth, alice, shop.id) == "silent"
    booth.floor.clock.now -= timedelta(hours=24, minutes=1)
    shop.sets_rights(can_reply=False)
    await booth.deliver()
    assert await reason(booth, alice, shop.id) == "no_right"
    shop.sets_rights(can_reply=True)
    await booth.deliver()
    async with booth.floor.desk.engine.begin() as connection:
        from storage import staff

        await staff.change(connection, booth.floor.people["Boris"].id, active=False)
    assert await reason(booth, alice, shop.id) == "unbound"
    shop.disconnects()
    await booth.deliver()
    assert await reason(booth, alice, shop.id) == "disconnected"
    assert booth.server.user(owner.id).id == owner.id


async def test_a_former_salespersons_account_is_read_no_more(booth: Booth) -> None:
    _owner, shop = await connected(booth)
    async with booth.floor.desk.engine.begin() as connection:
        from storage import staff

        await staff.change(connection, booth.floor.people["Boris"].id, active=False)
    alice = booth.server.user()
    alice.writes("Hello", to=shop)
    await booth.deliver()
    assert await booth.chats(alice, shop.id) == []


async def test_a_connection_that_we_never_heard_of_is_asked_for(booth: Booth) -> None:
    owner = booth.server.user(first_name="Boris", started=True)
    await booth.bind(owner, "Boris")
    shop = booth.server.business(owner)
    booth.seen += [each["update_id"] for each in booth.server.pending]
    alice = booth.server.user()
    alice.writes("Hello", to=shop)
    await booth.deliver()
    assert await booth.words(alice, shop.id) == ["Hello"]


async def test_a_chat_goes_on_when_the_same_account_is_connected_anew(booth: Booth) -> None:
    owner, shop = await connected(booth)
    alice = booth.server.user()
    alice.writes("Hello", to=shop)
    await booth.deliver()
    shop.disconnects()
    again = booth.server.business(owner)
    alice.writes("are you there?", to=again)
    await booth.deliver()
    assert await booth.words(alice, again.id) == ["Hello", "are you there?"]
    assert await booth.chats(alice, shop.id) == []


async def test_what_colleagues_write_to_each_other_is_no_inquiry(booth: Booth) -> None:
    _owner, shop = await connected(booth)
    mei = booth.server.user(first_name="Mei", started=True)
    await booth.bind(mei, "Mei", "manager")
    mei.writes("Alice would pay 9.00, do not tell anybody", to=shop)
    await booth.deliver()
    (raw,) = [each for each in booth.server.pending if "business_message" in each]
    await booth.take(
        {**raw, "update_id": 900_001, "business_message": {**raw["business_message"], "date": "x"}}
    )
    assert await booth.chats(mei, shop.id) == []
