"""What Telegram refuses, what it puts off, and what nobody can tell."""

from __future__ import annotations

import asyncio

import pytest
from aiogram.methods import GetMe
from sqlalchemy import text

from bot.domain.desk import DeskRefusal
from bot.telegram.errors import TelegramTrouble
from bot.telegram.sending.splitting import split
from storage import outbox, telegram_chats
from storage.live import reading, writing
from tests.telegram.sending.conftest import Dispatch, mark_arrived, resend
from tests.telegram.sending.test_replies import LONG
from tests.telegram.server import BotApi, Kind

pytestmark = pytest.mark.anyio
PIECES = len(split(LONG))


async def test_when_telegram_says_wait_the_reply_is_put_off_by_that_time(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.faults.add("sendMessage", "429", retry_after=7)

    assert await dispatch.send(reply) == 7
    assert (await dispatch.row(reply)).state == "queued"
    assert await dispatch.parts(reply) == ["queued"]
    assert await dispatch.send(reply) is None
    assert dispatch.seen(alice) == ["Hello"]


async def test_where_telegram_cannot_be_reached_nothing_is_in_doubt(dispatch: Dispatch) -> None:
    _, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    session = dispatch.office.calls.bot.session
    right, session.api = session.api, type(session.api).from_base("http://127.0.0.1:9")

    assert await dispatch.send(reply) == 5
    assert (await dispatch.row(reply)).state == "queued"

    session.api = right
    assert await dispatch.send(reply) is None
    assert (await dispatch.row(reply)).state == "sent"


async def test_a_buyer_who_has_blocked_the_bot_is_told_to_the_team(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    boris = await dispatch.floor.person("Boris", "salesperson")
    reply = await dispatch.approved(talk, "Price for 500 pcs KT-17 please", boris)
    alice.blocks_bot()

    assert await dispatch.send(reply) is None

    row = await dispatch.row(reply)
    assert row.state == "failed"
    assert outbox.why_of(row.error) == ("blocked", "Forbidden: bot was blocked by the user")
    draft = await dispatch.floor.draft(row.draft_id)
    assert (draft.state, draft.reason) == ("failed", "blocked")
    assert [event.data["why"] for event in await dispatch.floor.events("message.failed")] == ["blocked"]
    async with reading(dispatch.floor.desk.engine) as connection:
        chat = await telegram_chats.chat_of(connection, talk)
        assert chat is not None
        assert chat.blocked_at is not None
    assert await dispatch.replies(talk) == []
    assert (await dispatch.floor.conversation(talk)).waiting_since is not None, "the buyer still waits"

    alice.unblocks_bot()
    await resend(dispatch.floor.desk, boris, reply)
    assert await dispatch.sending_jobs() == [reply, reply]
    assert await dispatch.send(reply) is None
    assert (await dispatch.floor.draft(row.draft_id)).state == "sent"
    assert len(await dispatch.replies(talk)) == 1


async def test_a_business_chat_that_was_silent_for_a_day_is_not_answered(
    dispatch: Dispatch, server: BotApi
) -> None:
    alice = server.user(first_name="Alice")
    boris = await dispatch.floor.person("Boris", "salesperson")
    shop = await dispatch.account(server.user(first_name="Boris", started=True), boris)
    alice.writes("hello", to=shop)
    talk = await dispatch.chat_with(alice, shop.id)
    server.clock.advance(hours=25)
    late = await dispatch.put(talk, "Good morning")
    await dispatch.send(late)  # our clock says that there is time, Telegram's does not
    assert outbox.why_of((await dispatch.row(late)).error)[0] == "too_late"

    alice.writes("still there?", to=shop)
    shop.sets_rights(can_reply=False)
    forbidden = await dispatch.put(talk, "Yes")
    await dispatch.send(forbidden)
    assert outbox.why_of((await dispatch.row(forbidden)).error)[0] == "no_rights"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("UPDATE telegram_business SET enabled = false", "no_rights"),
        ("UPDATE telegram_business SET can_reply = false", "no_rights"),
        ("DELETE FROM telegram_staff", "no_rights"),
        ("UPDATE staff SET active = false", "no_rights"),
        ("UPDATE telegram_chats SET heard_at = heard_at - interval '25 hours'", "too_late"),
    ],
)
async def test_nothing_goes_out_for_an_account_that_may_not_be_spoken_for(
    dispatch: Dispatch, server: BotApi, change: str, why: str
) -> None:
    alice = server.user(first_name="Alice")
    boris = await dispatch.floor.person("Boris", "salesperson")
    shop = await dispatch.account(server.user(first_name="Boris", started=True), boris)
    alice.writes("hello", to=shop)
    talk = await dispatch.chat_with(alice, shop.id)
    async with writing(dispatch.floor.desk.engine) as connection:
        await connection.execute(text(change))
    reply = await dispatch.put(talk, "Good morning")
    await dispatch.send(reply)
    assert outbox.why_of((await dispatch.row(reply)).error)[0] == why
    assert not server.calls("sendMessage")


async def test_a_chat_that_has_moved_is_followed(dispatch: Dispatch) -> None:
    _, talk = await dispatch.buyer()
    other = dispatch.server.user(first_name="The same", started=True)
    dispatch.server.faults.add("sendMessage", "migrated", new_chat=other.id)
    reply = await dispatch.put(talk, LONG)
    await dispatch.send(reply)

    assert len(dispatch.seen(other)) == PIECES
    async with reading(dispatch.floor.desk.engine) as connection:
        chat = await telegram_chats.chat_of(connection, talk)
        assert chat is not None
        assert chat.chat_id == other.id


async def test_a_reply_without_a_chat_fails_and_says_so(dispatch: Dispatch) -> None:
    _, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    await dispatch.run_sql("DELETE FROM telegram_chats")
    await dispatch.send(reply)
    assert outbox.why_of((await dispatch.row(reply)).error)[0] == "no_chat"


@pytest.mark.parametrize("kind", ["500", "502", "cut_before", "500_after", "502_after", "cut_after"])
async def test_where_nobody_can_tell_it_is_never_repeated_by_itself(dispatch: Dispatch, kind: Kind) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.faults.add("sendMessage", kind)

    for _ in range(3):
        assert await dispatch.send(reply) is None

    assert (await dispatch.row(reply)).state == "unknown"
    assert await dispatch.parts(reply) == ["unknown"]
    assert len(dispatch.server.calls("sendMessage")) == 1
    assert len(dispatch.seen(alice)) == kind.endswith("_after")
    assert await dispatch.replies(talk) == []
    assert len(await dispatch.floor.events("message.uncertain")) == 1


async def test_a_person_has_it_sent_again_and_only_what_is_missing_is(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    boris = await dispatch.floor.person("Boris", "salesperson")
    reply = await dispatch.put(talk, LONG)
    dispatch.server.faults.add("sendMessage", "cut_before", skip=1)
    await dispatch.send(reply)
    assert await dispatch.parts(reply) == ["sent", "unknown", *["queued"] * (PIECES - 2)]

    await resend(dispatch.floor.desk, boris, reply)
    with pytest.raises(DeskRefusal) as refused:
        await resend(dispatch.floor.desk, boris, reply)
    assert refused.value.code == "already_decided"
    await dispatch.send(reply)

    assert dispatch.seen(alice) == list(split(LONG))
    assert await dispatch.replies(talk) == [LONG]
    (event,) = await dispatch.floor.events("message.resent")
    assert event.staff_id == boris.id


async def test_a_person_says_that_it_arrived_and_nothing_is_sent_twice(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    boris = await dispatch.floor.person("Boris", "salesperson")
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.faults.add("sendMessage", "cut_after")
    await dispatch.send(reply)

    await mark_arrived(dispatch.floor.desk, boris, reply)

    assert (await dispatch.row(reply)).state == "sent"
    assert await dispatch.replies(talk) == ["Hello"]
    await dispatch.send(reply)
    assert dispatch.seen(alice) == ["Hello"]
    (event,) = await dispatch.floor.events("message.marked_arrived")
    assert event.staff_id == boris.id


async def test_after_that_the_parts_that_were_never_tried_are_sent(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    boris = await dispatch.floor.person("Boris", "salesperson")
    reply = await dispatch.put(talk, LONG)
    dispatch.server.faults.add("sendMessage", "502_after")
    await dispatch.send(reply)

    await mark_arrived(dispatch.floor.desk, boris, reply)
    assert (await dispatch.row(reply)).state == "queued"
    assert await dispatch.replies(talk) == []
    await dispatch.send(reply)

    assert dispatch.seen(alice) == list(split(LONG))
    assert await dispatch.replies(talk) == [LONG]


async def test_only_who_may_approve_it_decides_about_it(dispatch: Dispatch) -> None:
    _, talk = await dispatch.buyer()
    mei = await dispatch.floor.person("Mei", "manager")
    boris = await dispatch.floor.person("Boris", "salesperson")
    reply = await dispatch.approved(talk, "We are from North Korea, price for 500 KT-17?", mei)
    await dispatch.run_sql("UPDATE drafts SET needs = 'manager'")
    dispatch.server.faults.add("sendMessage", "cut_after")
    await dispatch.send(reply)

    for decide in (resend, mark_arrived):
        with pytest.raises(DeskRefusal) as refused:
            await decide(dispatch.floor.desk, boris, reply)
        assert refused.value.code == "role"
        with pytest.raises(DeskRefusal) as unknown:
            await decide(dispatch.floor.desk, mei, reply + 1)
        assert unknown.value.code == "unknown_message"
    assert (await dispatch.row(reply)).state == "unknown"


async def test_an_outage_makes_one_reply_uncertain_not_all(dispatch: Dispatch) -> None:
    talks = [(await dispatch.buyer())[1] for _ in range(4)]
    replies = [await dispatch.put(talk, "Hello") for talk in talks]
    for method in ("sendMessage", "getMe"):
        dispatch.server.faults.add(method, "502", times=50)

    assert [await dispatch.send(reply) for reply in replies] == [None, 5, 5, 5]
    dispatch.server.faults.clear()
    for reply in replies:
        await dispatch.send(reply)

    states = [(await dispatch.row(reply)).state for reply in replies]
    assert states == ["unknown", "sent", "sent", "sent"]


async def test_where_telegram_answers_again_it_is_asked_once(dispatch: Dispatch) -> None:
    dispatch.server.faults.add("getMe", "502")
    with pytest.raises(TelegramTrouble):
        await dispatch.office.calls(GetMe())
    for _ in range(3):
        await dispatch.office.calls.must_answer()
    assert len(dispatch.server.calls("getMe")) == 2


async def test_a_token_that_telegram_does_not_know_fails_no_reply(dispatch: Dispatch) -> None:
    _, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    bot = dispatch.office.calls.bot
    right, bot._Bot__token = bot.token, "1:wrong"  # type: ignore[attr-defined]
    pause = await dispatch.send(reply)
    assert pause == 60
    bot._Bot__token = right  # type: ignore[attr-defined]
    assert (await dispatch.row(reply)).state == "queued"
    assert await dispatch.send(reply) is None


async def test_a_fault_of_ours_is_tried_again_and_then_told(dispatch: Dispatch) -> None:
    _, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello", choices=[{"nothing": "that is known"}])
    for _ in range(6):
        with pytest.raises(KeyError):
            await dispatch.send(reply)
        assert (await dispatch.row(reply)).state == "queued"
    await dispatch.send(reply)
    assert outbox.why_of((await dispatch.row(reply)).error) == ("fault", "KeyError")


async def test_two_workers_with_the_same_reply_send_it_once(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    await asyncio.gather(*(dispatch.send(reply) for _ in range(4)))
    assert dispatch.seen(alice) == ["Hello"]
    assert (await dispatch.row(reply)).state in ("sent", "unknown")
    assert len(dispatch.server.calls("sendMessage")) == 1
