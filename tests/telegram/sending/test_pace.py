"""Two replicas at once against a server that refuses whatever comes too fast."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetMe, SendMessage
from sqlalchemy import Engine, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.telegram.calls import Calls, make_bot
from bot.telegram.errors import Wait
from bot.telegram.pace import SharedPace
from storage import telegram_pace
from storage.live import live_engine, writing
from tests.telegram.server import BotApi, bot_api

BOT = 7654321


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as running:
        running.limits.mode = "strict"
        running.limits.edits_count = False
        yield running


@pytest.fixture
async def database(engine: Engine) -> AsyncIterator[AsyncEngine]:
    live = live_engine(engine.url, connections=8)
    yield live
    await live.dispose()


@pytest.fixture
async def replicas(engine: Engine, server: BotApi) -> AsyncIterator[tuple[Calls, Calls]]:
    """Two processes' worth of calls: they share the database and nothing else."""
    engines = [live_engine(engine.url, connections=8) for _ in range(2)]
    bots = [make_bot(server.token, server.url) for _ in range(2)]
    first, second = (Calls(bot, SharedPace(each, BOT)) for bot, each in zip(bots, engines, strict=True))
    yield first, second
    for bot, each in zip(bots, engines, strict=True):
        await bot.session.close()
        await each.dispose()


@pytest.mark.anyio
async def test_two_replicas_keep_the_second_of_a_chat_and_the_order_of_asking(
    server: BotApi, database: AsyncEngine, replicas: tuple[Calls, Calls]
) -> None:
    alice = server.user(started=True)
    sends = []
    for place in range(5):
        send = replicas[place % 2](SendMessage(chat_id=alice.id, text=str(place)), patience=10)
        sends.append(asyncio.create_task(send))
        # Who has asked first is who has reserved first: a connection may take its time to open.
        await until_reserved(database, f"chat:{alice.id}", place + 1)
    await asyncio.gather(*sends)

    assert server.limits.violations == []
    assert [message.text for message in server.sent_to(alice.id)] == ["0", "1", "2", "3", "4"]


async def until_reserved(database: AsyncEngine, scope: str, count: int) -> None:
    reserved = text("SELECT cardinality(slots) FROM telegram_pace WHERE scope = :scope")
    for _ in range(1000):
        async with database.connect() as connection:
            if ((await connection.execute(reserved, {"scope": scope})).scalar() or 0) >= count:
                return
        await asyncio.sleep(0.005)
    raise AssertionError(f"{count} were not reserved")


@pytest.mark.anyio
async def test_a_process_that_stood_still_does_not_make_all_at_once_what_was_due_meanwhile(
    server: BotApi, database: AsyncEngine, replicas: tuple[Calls, Calls]
) -> None:
    buyers = [server.user(started=True).id for _ in range(70)]
    sends = [
        asyncio.create_task(replicas[0](SendMessage(chat_id=chat, text="x"), patience=20)) for chat in buyers
    ]
    await until_reserved(database, f"chat:{buyers[-1]}", 1)
    time.sleep(1.5)  # noqa: ASYNC251 - the loop stands still, as under a load that starves it
    await asyncio.gather(*sends)

    assert server.limits.violations == []
    assert all(len(server.sent_to(chat)) == 1 for chat in buyers)


@pytest.mark.anyio
async def test_a_database_that_forgot_the_newest_reservations_breaks_no_limit(
    server: BotApi, database: AsyncEngine, replicas: tuple[Calls, Calls]
) -> None:
    buyers = [server.user(started=True).id for _ in range(80)]
    sends = []
    for place, chat in enumerate(buyers):
        sends.append(asyncio.create_task(replicas[0](SendMessage(chat_id=chat, text="x"), patience=20)))
        if place == 40:
            await until_reserved(database, f"chat:{chat}", 1)
            async with writing(database) as connection:
                # All lines at once: one after the other it would lock them in another order than the callers.
                await connection.execute(text("LOCK TABLE telegram_pace IN EXCLUSIVE MODE"))
                await connection.execute(text("UPDATE telegram_pace SET slots = '{}'"))
    await asyncio.gather(*sends)

    assert server.limits.violations == []
    assert all(len(server.sent_to(chat)) == 1 for chat in buyers)


@pytest.mark.anyio
async def test_two_replicas_together_send_thirty_a_second_at_most_and_waste_little(
    server: BotApi, replicas: tuple[Calls, Calls]
) -> None:
    buyers = [server.user(started=True).id for _ in range(120)]
    began = time.monotonic()
    await asyncio.gather(
        *(
            replicas[place % 2](SendMessage(chat_id=chat, text="x"), patience=20)
            for place, chat in enumerate(buyers)
        )
    )
    took = time.monotonic() - began

    assert server.limits.violations == []
    assert all(len(server.sent_to(chat)) == 1 for chat in buyers)
    assert took > 3.5
    assert took < 12


@pytest.mark.anyio
async def test_a_group_gets_twenty_a_minute_and_whoever_would_wait_long_is_told_how_long(
    database: AsyncEngine,
) -> None:
    pace = SharedPace(database, BOT)
    message = SendMessage(chat_id=-100500, text="x")
    line = [f"clock_timestamp() - interval '{30 - place} seconds'" for place in range(20)]
    async with writing(database) as connection:
        await telegram_pace.add_missing(connection, BOT, ("all", "chat:-100500"))
        await connection.execute(
            text(f"UPDATE telegram_pace SET slots = ARRAY[{', '.join(line)}] WHERE scope <> 'all'")
        )

    with pytest.raises(Wait) as told:
        await pace.turn(message)

    assert 30 < told.value.seconds < 32
    async with database.connect() as connection:
        slots = (await connection.execute(text("SELECT sum(cardinality(slots)) FROM telegram_pace"))).scalar()
    assert slots == 20, "a turn that is not waited for is not reserved"


@pytest.mark.anyio
async def test_a_card_that_is_drawn_anew_keeps_no_message_back_and_a_tap_is_answered_at_once(
    database: AsyncEngine,
) -> None:
    pace = SharedPace(database, BOT)
    await pace.turn(SendMessage(chat_id=-7, text="x"))
    began = time.monotonic()
    await pace.turn(EditMessageText(chat_id=-7, message_id=1, text="x"))
    await pace.turn(AnswerCallbackQuery(callback_query_id="1"))
    await pace.turn(GetMe())
    assert time.monotonic() - began < 0.5

    await pace.turn(EditMessageText(chat_id=-7, message_id=1, text="y"))
    assert time.monotonic() - began > 1.0


@pytest.mark.anyio
async def test_when_telegram_says_wait_no_replica_sends_to_that_chat_before(
    server: BotApi, replicas: tuple[Calls, Calls]
) -> None:
    alice, bob = server.user(started=True), server.user(first_name="Bob", started=True)
    server.faults.add("sendMessage", "429", chat=alice.id, retry_after=3)
    with pytest.raises(Wait) as told:
        await replicas[0](SendMessage(chat_id=alice.id, text="first"))
    assert told.value.seconds == 3

    began = time.monotonic()
    await replicas[1](SendMessage(chat_id=bob.id, text="not held"))
    assert time.monotonic() - began < 1
    await replicas[1](SendMessage(chat_id=alice.id, text="later"))

    assert time.monotonic() - began > 2.5
    assert server.limits.violations == []
    server.faults.add("sendMessage", "429", chat=alice.id, retry_after=40)
    with pytest.raises(Wait):
        await replicas[0](SendMessage(chat_id=alice.id, text="again"))
    with pytest.raises(Wait) as longer:
        await replicas[1](SendMessage(chat_id=alice.id, text="again"))
    assert 35 < longer.value.seconds <= 40


@pytest.mark.anyio
async def test_when_two_chats_are_told_to_wait_all_do(server: BotApi, replicas: tuple[Calls, Calls]) -> None:
    chats = [server.user(started=True).id for _ in range(3)]
    for chat in chats[:2]:
        server.faults.add("sendMessage", "429", chat=chat, retry_after=2)
        with pytest.raises(Wait):
            await replicas[0](SendMessage(chat_id=chat, text="x"))

    began = time.monotonic()
    await replicas[1](SendMessage(chat_id=chats[2], text="x"))
    assert 1.2 < time.monotonic() - began < 4


@pytest.mark.anyio
async def test_a_wait_is_never_made_shorter(database: AsyncEngine) -> None:
    pace = SharedPace(database, BOT)
    message = SendMessage(chat_id=5, text="x")
    await pace.hold(message, 50)
    await pace.hold(message, 1)
    with pytest.raises(Wait) as told:
        await pace.turn(message)
    assert told.value.seconds > 45


@pytest.mark.anyio
async def test_whoever_stands_in_line_when_telegram_says_wait_waits_too(database: AsyncEngine) -> None:
    pace = SharedPace(database, BOT)
    message = SendMessage(chat_id=5, text="x")
    await pace.turn(message)
    waiting = asyncio.create_task(pace.turn(message))
    await asyncio.sleep(0.3)
    await pace.hold(message, 30)
    with pytest.raises(Wait) as told:
        await waiting
    assert told.value.seconds > 25


@pytest.mark.anyio
async def test_a_turn_that_is_given_up_is_given_back(database: AsyncEngine) -> None:
    pace = SharedPace(database, BOT)
    message = SendMessage(chat_id=5, text="x")
    await pace.turn(message)
    given_up = asyncio.create_task(pace.turn(message))
    await asyncio.sleep(0.3)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)

    began = time.monotonic()
    await pace.turn(message)
    assert time.monotonic() - began < 1.1


@pytest.mark.anyio
async def test_lines_of_chats_that_are_silent_are_let_go(database: AsyncEngine) -> None:
    pace = SharedPace(database, BOT)
    await pace.turn(SendMessage(chat_id=5, text="x"))
    async with writing(database) as connection:
        assert await telegram_pace.forget(connection, timedelta(hours=1)) == 0
        await connection.execute(
            text("UPDATE telegram_pace SET slots = ARRAY[clock_timestamp() - interval '2 hours']")
        )
        assert await telegram_pace.forget(connection, timedelta(hours=1)) == 2
