"""Files are named at once, fetched later, and said to be lost where they cannot be had."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from procrastinate.jobs import Job

from bot.telegram.buyers.files import FETCH_TASK, fetch_file, give_up_file
from bot.telegram.errors import TelegramTrouble
from bot.telegram.jobs import telegram_work
from storage.files import file as open_file
from storage.live import reading
from storage.talks import File
from tests.telegram.buyers.conftest import Booth

pytestmark = pytest.mark.anyio


async def the_file(booth: Booth, user: object) -> File:
    (message,) = await booth.said(user)  # type: ignore[arg-type]
    (file,) = message.files
    return file


async def content(booth: Booth, file_id: uuid.UUID) -> bytes | None:
    async with reading(booth.floor.desk.engine) as connection:
        row = await open_file(connection, booth.floor.desk.shop_id, file_id)
    assert row is not None
    return None if row.content is None else bytes(row.content)


async def test_a_file_is_named_first_and_its_bytes_come_later(booth: Booth) -> None:
    alice = booth.server.user()
    alice.sends_document("plan.pdf", b"%PDF-1.7 a drawing")
    await booth.deliver()
    file = await the_file(booth, alice)
    assert (file.name, file.media_type, file.state) == ("plan.pdf", "application/pdf", "wanted")
    assert await content(booth, file.id) is None
    await booth.fetch_files()
    await booth.fetch_files()
    file = await the_file(booth, alice)
    assert (file.state, file.size) == ("kept", 18)
    assert await content(booth, file.id) == b"%PDF-1.7 a drawing"


async def test_a_file_that_is_too_large_for_bots_is_kept_by_its_name(booth: Booth) -> None:
    alice = booth.server.user()
    about = {"file_id": "x", "file_unique_id": "x", "file_name": "film.mov", "file_size": 21 * 2**20}
    alice._say("", {"document": about})
    await booth.deliver()
    file = await the_file(booth, alice)
    assert (file.name, file.state, file.lost_why) == ("film.mov", "lost", "too large")
    assert "telegram_file" not in [task for task, _, _ in await booth.floor.jobs()]


async def test_a_file_that_telegram_does_not_have_any_more_is_lost(booth: Booth) -> None:
    alice = booth.server.user()
    about = {"file_id": "never", "file_unique_id": "x", "file_name": "a.pdf", "file_size": 9}
    alice._say("", {"document": about})
    await booth.deliver()
    await booth.fetch_files()
    assert (await the_file(booth, alice)).state == "lost"


async def test_trouble_on_the_way_is_tried_again_and_given_up_at_last(booth: Booth) -> None:
    alice = booth.server.user()
    alice.sends_photo(b"\xff\xd8\xff picture")
    await booth.deliver()
    file = await the_file(booth, alice)
    booth.server.faults.add("getFile", "502", times=1)
    with pytest.raises(TelegramTrouble) as error:
        await fetch_file(booth.office, str(file.id))
    assert (await the_file(booth, alice)).state == "wanted"
    await give_up_file(booth.office, str(file.id), error.value)
    file = await the_file(booth, alice)
    assert (file.state, file.lost_why) == ("lost", "not fetched: Uncertain")
    await fetch_file(booth.office, str(file.id))
    assert (await the_file(booth, alice)).state == "lost"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", ".. .. etc passwd"),
        ("a\u0000b\n.pdf", "ab .pdf"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
        (" ", "file"),
        ("报价单.xlsx", "报价单.xlsx"),
    ],
)
async def test_names_of_files_are_plain_lines(booth: Booth, name: str, kept: str) -> None:
    alice = booth.server.user()
    alice.sends_document(name, b"x")
    await booth.deliver()
    assert (await the_file(booth, alice)).name == kept


async def test_files_of_many_are_fetched_few_at_a_time(booth: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    alice = booth.server.user()
    for number in range(8):
        alice.sends_document(f"{number}.pdf", b"%PDF-1.7")
    await booth.deliver()
    now = most = 0
    stream = AiohttpSession.stream_content

    async def slowly(self: AiohttpSession, *asked: Any, **more: Any) -> AsyncGenerator[bytes, None]:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.1)
        async for piece in stream(self, *asked, **more):
            yield piece
        now -= 1

    monkeypatch.setattr(AiohttpSession, "stream_content", slowly)
    files = [file for message in await booth.said(alice) for file in message.files]
    await asyncio.gather(*(fetch_file(booth.office, str(file.id)) for file in files))
    assert 1 < most <= 4, "each may be 20 MB"
    assert {file.state for message in await booth.said(alice) for file in message.files} == {"kept"}


async def test_a_file_is_wanted_for_as_long_as_an_outage_may_last(booth: Booth) -> None:
    work = telegram_work("postgresql://nowhere.test/x", booth.office, booth.dispatcher)
    strategy = work.tasks[FETCH_TASK].retry_strategy
    assert strategy is not None
    waited = 0.0
    for attempts in range(1000):
        job = Job(
            id=1, queue="telegram", lock=None, queueing_lock=None, task_name=FETCH_TASK, attempts=attempts
        )
        told = strategy.get_retry_decision(exception=TelegramTrouble("away"), job=job)
        if told is None:
            break
        assert told.retry_at is not None
        waited += (told.retry_at - datetime.now(UTC)).total_seconds()
    assert 6 * 3600 < waited < 48 * 3600
