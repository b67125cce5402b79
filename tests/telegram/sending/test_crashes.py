"""A worker that dies in the middle of a reply, and the order of replies in a conversation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram.methods import SendMessage, TelegramMethod
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException

from bot.telegram.calls import Calls
from bot.telegram.handling import make_dispatcher
from bot.telegram.jobs import telegram_work
from bot.telegram.office import Office
from bot.telegram.sending.replies import send_telegram
from bot.telegram.sending.splitting import split
from storage.live import libpq_url
from tests.telegram.sending.conftest import Dispatch, NoWaiting
from tests.telegram.sending.test_replies import LONG
from tests.telegram.server import Kind

pytestmark = pytest.mark.anyio
PIECES = list(split(LONG))


@pytest.mark.parametrize(("kind", "seen"), [("hang", 0), ("hang_after", 1)])
async def test_a_worker_that_dies_between_its_claim_and_the_answer_leaves_it_uncertain(
    dispatch: Dispatch, kind: Kind, seen: int
) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.faults.add("sendMessage", kind)
    await _killed_at(dispatch, reply, calls=1)
    assert await dispatch.parts(reply) == ["sending"]

    for _ in range(3):
        assert await dispatch.send(reply) is None

    assert (await dispatch.row(reply)).state == "unknown"
    assert await dispatch.parts(reply) == ["unknown"]
    assert len(dispatch.seen(alice)) == seen
    assert len(dispatch.server.calls("sendMessage")) == 1
    assert len(await dispatch.floor.events("message.uncertain")) == 1


@pytest.mark.parametrize(
    "meanwhile",
    [
        "UPDATE telegram_chats SET heard_at = now() - interval '2 days'",
        "UPDATE telegram_business SET enabled = false",
        "DELETE FROM telegram_chats",
    ],
)
async def test_what_a_dead_worker_may_have_sent_stays_uncertain_though_nothing_may_be_sent_now(
    dispatch: Dispatch, meanwhile: str
) -> None:
    boris = await dispatch.floor.person("Boris", "salesperson")
    shop = await dispatch.account(dispatch.server.user(), boris)
    alice, talk = await dispatch.buyer(business=shop.id)
    alice.writes("Hello", to=shop)
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.faults.add("sendMessage", "hang_after")
    await _killed_at(dispatch, reply, calls=1)
    await dispatch.run_sql(meanwhile)

    assert await dispatch.send(reply) is None

    assert (await dispatch.row(reply)).state == "unknown", "it may have arrived"
    assert await dispatch.parts(reply) == ["unknown"]


async def test_a_job_whose_end_the_database_does_not_take_at_once_holds_nobody_back_for_ever(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, talk = await dispatch.buyer()
    settle = PsycopgConnector.execute_query_async
    broken = 1

    async def breaks(self: PsycopgConnector, query: Any, **arguments: Any) -> None:
        nonlocal broken
        if broken and "procrastinate_finish_job" in str(query):
            broken -= 1
            raise ConnectorException("the connection is closed")
        await settle(self, query, **arguments)

    monkeypatch.setattr(PsycopgConnector, "execute_query_async", breaks)
    for words in ("one", "two"):
        await dispatch.put(talk, words)
    async with _working(dispatch):
        await _until(lambda: dispatch.seen(alice) == ["one", "two"], 10)
    assert not broken


async def test_a_worker_that_dies_between_two_pieces_is_gone_on_for(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, LONG)
    stopping = _StopsAt(3)
    office = _with(dispatch.office, stopping)
    task = asyncio.create_task(send_telegram(office, reply))
    await stopping.reached.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert (await dispatch.row(reply)).state == "sending"
    assert await dispatch.parts(reply) == ["sent", "sent", "queued", "queued"]

    await dispatch.send(reply)

    assert dispatch.seen(alice) == PIECES
    assert await dispatch.replies(talk) == [LONG]


async def test_a_worker_that_dies_before_the_talk_is_told_is_gone_on_for(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    await dispatch.send(reply)
    # As if the last part had been written down alone.
    await dispatch.run_sql("DELETE FROM messages WHERE sender = 'seller'")
    await dispatch.run_sql("UPDATE outbox SET state = 'sending'")

    await dispatch.send(reply)

    assert dispatch.seen(alice) == ["Hello"]
    assert await dispatch.replies(talk) == ["Hello"]


async def test_a_slow_worker_that_was_thought_dead_sends_nothing_twice(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.delay(1.0)
    slow = asyncio.create_task(dispatch.send(reply))
    await _claimed(dispatch, reply)
    await dispatch.send(reply)
    assert (await dispatch.row(reply)).state == "unknown"
    await slow

    assert dispatch.seen(alice) == ["Hello"]
    assert (await dispatch.row(reply)).state == "sent", "it came to its end after all"
    assert await dispatch.replies(talk) == ["Hello"]


async def test_later_replies_of_a_conversation_wait_behind_one_that_is_put_off(dispatch: Dispatch) -> None:
    (alice, first), (bob, second) = await dispatch.buyer(), await dispatch.buyer(first_name="Bob")
    dispatch.server.faults.add("sendMessage", "429", chat=alice.id, retry_after=2, times=2)
    for words in ("one", "two", "three"):
        await dispatch.put(first, words)
        await dispatch.put(second, words)

    async with _working(dispatch):
        await _until(lambda: dispatch.seen(bob) == ["one", "two", "three"], 10)
        assert dispatch.seen(alice) == []
        await _until(lambda: len(dispatch.seen(alice)) == 3, 15)

    assert dispatch.seen(alice) == ["one", "two", "three"]
    assert await dispatch.replies(first) == ["one", "two", "three"]


async def test_an_uncertain_reply_does_not_hold_the_next_one_back(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    dispatch.server.faults.add("sendMessage", "cut_before")
    for words in ("one", "two"):
        await dispatch.put(talk, words)
    async with _working(dispatch):
        await _until(lambda: dispatch.seen(alice) == ["two"], 10)


async def test_under_the_limits_replies_leave_in_order_and_nothing_is_refused(paced: Dispatch) -> None:
    buyers = [await paced.buyer() for _ in range(5)]
    for number in range(3):
        for _, talk in buyers:
            await paced.put(talk, str(number))
    async with _working(paced):
        await _until(lambda: all(len(paced.seen(user)) == 3 for user, _ in buyers), 30)
    assert all(paced.seen(user) == ["0", "1", "2"] for user, _ in buyers)
    assert paced.server.limits.violations == []


async def test_a_worker_that_is_stopped_ends_what_it_has_begun(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    dispatch.server.delay(1.0)
    async with _working(dispatch):
        await _claimed(dispatch, reply)
    assert (await dispatch.row(reply)).state == "sent"
    assert dispatch.seen(alice) == ["Hello"]


class _StopsAt(NoWaiting):
    """A worker that hangs when the turn of its `call`-th message has come."""

    def __init__(self, call: int) -> None:
        self.left = call
        self.reached = asyncio.Event()

    async def turn(self, method: TelegramMethod[Any], *, patience: float = 0.0) -> None:
        self.left -= isinstance(method, SendMessage)
        if not self.left:
            self.reached.set()
            await asyncio.Event().wait()


def _with(office: Office, pace: NoWaiting) -> Office:
    return Office(
        office.desk, Calls(office.calls.bot, pace), office.bot_id, office.username, office.team,
        office.signer, office.public_url,
    )  # fmt: skip


async def _killed_at(dispatch: Dispatch, reply: int, *, calls: int) -> None:
    """Nothing that the worker would do after this call has begun is done."""
    task = asyncio.create_task(send_telegram(dispatch.office, reply))
    await _until(lambda: len(dispatch.server.calls("sendMessage")) == calls, 10)
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _until(is_so: Any, seconds: float) -> None:
    for _ in range(int(seconds / 0.05)):
        if is_so():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"not so after {seconds} s")


async def _claimed(dispatch: Dispatch, reply: int) -> None:
    for _ in range(200):
        if await dispatch.parts(reply) == ["sending"]:
            return
        await asyncio.sleep(0.02)


@asynccontextmanager
async def _working(dispatch: Dispatch) -> AsyncIterator[None]:
    """The worker's jobs, as the service runs and stops them."""
    address = libpq_url(dispatch.floor.engine.url)
    work = telegram_work(address, dispatch.office, make_dispatcher(dispatch.office))
    async with work.open_async():
        task = asyncio.create_task(work.run_worker_async())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
