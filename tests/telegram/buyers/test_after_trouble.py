"""What a crash, an outage or a fault in the middle of an update must not take from a buyer."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from aiogram.methods import SendMessage, TelegramMethod

from bot.desk import conversations
from bot.desk.notes import UNREADABLE
from bot.telegram.buyers import routes
from bot.telegram.calls import Calls
from bot.telegram.errors import Unreachable
from bot.telegram.handling import give_up_update, handle, make_dispatcher
from bot.telegram.office import Office
from prompts.telegram import load
from storage import telegram_updates
from storage.jobs import DRAFT_TASK
from storage.live import writing
from storage.telegram_updates import update_of
from tests.telegram.buyers.conftest import Booth, NoWaiting
from tests.telegram.buyers.test_business import connected

pytestmark = pytest.mark.anyio
WORDS = load("en")


async def test_who_was_not_greeted_when_the_worker_died_is_greeted_after_it(booth: Booth) -> None:
    await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?")
    waiting = _StopsAtAMessage()
    update_id = await _store(booth)
    office = _with(booth.office, waiting)
    task = asyncio.create_task(handle(office, make_dispatcher(office), update_id))
    await asyncio.wait_for(waiting.reached.wait(), 20)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert booth.told(alice) == []

    await handle(booth.office, booth.dispatcher, update_id)

    assert len(booth.told(alice)) == 1
    assert "Boris" in booth.told(alice)[0]
    await booth.deliver(times=2)
    assert len(booth.told(alice)) == 1


async def test_an_answer_that_was_not_sent_when_the_worker_died_is_sent_after_it(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("Hello")
    await booth.deliver()
    alice.writes("/privacy")
    waiting = _StopsAtAMessage()
    office = _with(booth.office, waiting)
    update_id = await _store(booth)
    task = asyncio.create_task(handle(office, make_dispatcher(office), update_id))
    await asyncio.wait_for(waiting.reached.wait(), 20)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert len(booth.told(alice)) == 1

    await handle(booth.office, booth.dispatcher, update_id)

    assert len(booth.told(alice)) == 2


async def test_a_business_message_waits_until_telegram_can_be_asked_whose_account_it_is(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, shop = await connected(booth)
    await _run(booth, "DELETE FROM telegram_business")
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?", to=shop)
    update_id = await _store(booth)

    async def away(*_: Any, **__: Any) -> None:
        raise Unreachable("no connection")

    with monkeypatch.context() as patched:
        patched.setattr(Calls, "__call__", away)
        with pytest.raises(Unreachable):
            await handle(booth.office, booth.dispatcher, update_id)

    await handle(booth.office, booth.dispatcher, update_id)
    assert await booth.words(alice, shop.id) == ["500 pcs KT-17?"]


async def test_a_message_that_a_fault_of_ours_keeps_from_the_talk_is_said_to_have_come(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?")
    update_id = await _store(booth)

    def broken(_: object) -> None:
        raise KeyError("a fault of ours")

    monkeypatch.setattr(routes, "content_of", broken)
    with pytest.raises(KeyError) as error:
        await handle(booth.office, booth.dispatcher, update_id)

    await give_up_update(booth.office, update_id, error.value, 7)

    assert await booth.words(alice) == [f"500 pcs KT-17?\n{UNREADABLE}"]
    assert await booth.failed() == ["not handled after 7 tries: KeyError"]


async def test_a_message_that_is_in_the_talk_already_is_not_added_when_its_update_is_given_up(
    booth: Booth,
) -> None:
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?")
    update_id = await _store(booth)
    booth.server.faults.add("sendMessage", "429", times=1, retry_after=60)
    with pytest.raises(Exception, match="Too Many") as error:
        await handle(booth.office, booth.dispatcher, update_id)
    await give_up_update(booth.office, update_id, error.value, 7)
    assert await booth.words(alice) == ["500 pcs KT-17?"]


@pytest.mark.parametrize("by_person", [True, False])
async def test_a_changed_message_of_spam_is_read_again_and_once(booth: Booth, by_person: bool) -> None:
    boris = await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user()
    first = alice.writes("Cheap SEO backlinks, first page of Google guaranteed")
    await booth.deliver()
    talk = await booth.talk(alice)
    if by_person:
        await conversations.mark_spam(booth.floor.desk, boris, talk.id)
    else:
        await _run(
            booth,
            "UPDATE conversations SET state = 'spam', spam_seq = last_seq, drafted_seq = last_buyer_seq,"
            " burst_started_at = NULL, burst_due_at = NULL, waiting_since = NULL",
        )
        await _run(booth, "DELETE FROM procrastinate_jobs")
    alice.edits(first, "Price for 500 pcs KT-17, FOB please")
    await booth.deliver()

    draft = await booth.drafted(alice)

    assert draft is not None, "the buyer waits for an answer"
    drafting_jobs = [task for task, _, _ in await booth.floor.jobs() if task == DRAFT_TASK]
    assert len(drafting_jobs) == 1, "the one of the burst; another would run for ever"


async def _store(booth: Booth) -> int:
    """What pulling does with the newest update."""
    found = update_of(json.loads(json.dumps(booth.server.pending[-1])))
    async with writing(booth.floor.desk.engine) as connection:
        await telegram_updates.store(connection, booth.office.bot_id, [found], booth.floor.desk.clock())
    booth.seen.append(found.id)
    return found.id


async def _run(booth: Booth, statement: str) -> None:
    async with booth.floor.desk.engine.begin() as connection:
        await connection.exec_driver_sql(statement)


class _StopsAtAMessage(NoWaiting):
    """A worker whose message waits for its turn for as long as the worker lives."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()

    async def turn(self, method: TelegramMethod[Any], *, patience: float = 0.0) -> None:
        if isinstance(method, SendMessage):
            self.reached.set()
            await asyncio.Event().wait()


def _with(office: Office, pace: NoWaiting) -> Office:
    return Office(
        office.desk, Calls(office.calls.bot, pace), office.bot_id, office.username, office.team,
        office.signer, office.public_url,
    )  # fmt: skip
