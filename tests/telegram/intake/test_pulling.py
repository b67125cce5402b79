"""The pull loop: nothing is acknowledged that is not stored, and nothing stops it for good."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress

import psycopg
import pytest
from aiogram import Bot
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from bot.telegram.calls import make_bot
from bot.telegram.pulling import WebhookIsSet, pull
from storage.lease import Lease, try_lease
from storage.live import libpq_url
from tests.desk.conftest import Shopfloor
from tests.telegram.server import TOKEN, BotApi, Kind, bot_api

pytestmark = pytest.mark.anyio
BOT_ID = int(TOKEN.partition(":")[0])
_SECONDS = 20


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as started:
        yield started


@pytest.fixture
async def bot(server: BotApi) -> AsyncIterator[Bot]:
    made = make_bot(TOKEN, server.url)
    yield made
    await made.session.close()


def address_of(floor: Shopfloor) -> str:
    return libpq_url(floor.engine.url)


@asynccontextmanager
async def pulling(floor: Shopfloor, bot: Bot) -> AsyncIterator[Lease]:
    async with try_lease(address_of(floor), 1, BOT_ID) as lease:
        assert lease is not None
        task = asyncio.create_task(pull(bot, floor.desk, BOT_ID, lease))
        try:
            yield lease
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def texts(floor: Shopfloor) -> list[str | None]:
    async with floor.desk.engine.connect() as connection:
        rows = await connection.execute(
            text("SELECT body::json #>> '{message,text}' FROM telegram_updates ORDER BY update_id")
        )
        return list(rows.scalars())


async def until(server: BotApi, true: Callable[[], object]) -> None:
    await asyncio.to_thread(server.wait_for, true, timeout=_SECONDS)


async def until_stored(floor: Shopfloor, expected: list[str | None]) -> None:
    ends = time.monotonic() + _SECONDS
    while (found := await texts(floor)) != expected:
        assert time.monotonic() < ends, found
        await asyncio.sleep(0.02)


async def test_what_buyers_write_is_stored_and_then_acknowledged(
    floor: Shopfloor, server: BotApi, bot: Bot
) -> None:
    alice = server.user(first_name="Alice")
    alice.writes("one")
    alice.writes("two")
    async with pulling(floor, bot):
        await until_stored(floor, ["one", "two"])
        alice.writes("three")
        await until_stored(floor, ["one", "two", "three"])
        await until(server, lambda: not server.pending)


async def test_what_could_not_be_stored_comes_again(floor: Shopfloor, server: BotApi, bot: Bot) -> None:
    server.user().writes("keep me")
    async with floor.desk.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE telegram_updates RENAME TO elsewhere"))
    async with try_lease(address_of(floor), 1, BOT_ID) as lease:
        assert lease is not None
        with pytest.raises(ProgrammingError):
            await asyncio.wait_for(pull(bot, floor.desk, BOT_ID, lease), _SECONDS)
    assert server.pending
    async with floor.desk.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE elsewhere RENAME TO telegram_updates"))
    async with pulling(floor, bot):
        await until_stored(floor, ["keep me"])


async def test_an_update_that_nobody_can_read_is_stored_like_any_other(
    floor: Shopfloor, server: BotApi, bot: Bot
) -> None:
    server.push_raw({"update_id": 1, "message": {"broken": True}})
    server.user().writes("after it")
    async with pulling(floor, bot):
        await until_stored(floor, [None, "after it"])


@pytest.mark.parametrize("kind", ["500", "502", "cut_before", "cut_after", "429"])
async def test_a_failing_answer_is_asked_for_again(
    floor: Shopfloor, server: BotApi, bot: Bot, kind: Kind
) -> None:
    server.faults.add("getUpdates", kind, times=2, retry_after=1)
    server.user().writes("hello")
    async with pulling(floor, bot):
        await until_stored(floor, ["hello"])


async def test_a_webhook_that_somebody_has_set_is_told(floor: Shopfloor, server: BotApi, bot: Bot) -> None:
    await bot.set_webhook("https://elsewhere.test/hook")
    async with try_lease(address_of(floor), 1, BOT_ID) as lease:
        assert lease is not None
        with pytest.raises(WebhookIsSet):
            await asyncio.wait_for(pull(bot, floor.desk, BOT_ID, lease), _SECONDS)


async def test_another_poller_is_waited_for(floor: Shopfloor, server: BotApi, bot: Bot) -> None:
    async with pulling(floor, bot):
        await until(server, lambda: server.calls("getUpdates"))
        other = make_bot(TOKEN, server.url)
        await other.get_updates(timeout=1)  # ends ours with 409
        await other.session.close()
        server.user().writes("hello")
        await until_stored(floor, ["hello"])


async def test_after_a_quiet_week_no_old_number_is_given(floor: Shopfloor, server: BotApi, bot: Bot) -> None:
    alice = server.user()
    alice.writes("before")
    async with pulling(floor, bot):
        await until_stored(floor, ["before"])
        await until(server, lambda: not server.pending)
        floor.clock.pass_by(days=7)
        # Telegram counts from anywhere now, here from below.
        server.push_raw({"update_id": 3, "message": {"chat": {"id": alice.id}, "text": "after"}})
        await until_stored(floor, ["after", "before"])
        offsets = [call.fields.get("offset") for call in server.calls("getUpdates")]
        assert offsets[-1] in (None, 4)


async def test_one_process_pulls_at_a_time_and_another_goes_on_at_once(floor: Shopfloor) -> None:
    address = address_of(floor)
    async with try_lease(address, 1, BOT_ID) as first:
        assert first is not None
        async with try_lease(address, 1, BOT_ID) as second:
            assert second is None
        async with try_lease(address, 1, BOT_ID + 1) as of_another_bot:
            assert of_another_bot is not None
        await first.must_hold()
    async with try_lease(address, 1, BOT_ID) as third:
        assert third is not None


async def test_whoever_lost_the_database_pulls_no_more(floor: Shopfloor, server: BotApi, bot: Bot) -> None:
    async with try_lease(address_of(floor), 1, BOT_ID) as lease:
        assert lease is not None
        async with floor.desk.engine.connect() as connection:
            await connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted "
                    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                )
            )
        server.user().writes("for whoever has the lease now")
        with pytest.raises(psycopg.OperationalError):
            await asyncio.wait_for(pull(bot, floor.desk, BOT_ID, lease), _SECONDS)
    assert await texts(floor) == []
