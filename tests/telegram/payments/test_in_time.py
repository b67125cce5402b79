"""Telegram waits ten seconds for its answer: the question is pulled, stored, and goes before all else."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from aiogram import Bot

from bot.telegram.jobs import telegram_work
from bot.telegram.pulling import pull
from storage.lease import try_lease
from storage.live import libpq_url
from tests.telegram.payments.conftest import Till

pytestmark = pytest.mark.anyio
OTHERS = 60


async def test_a_question_is_answered_before_a_crowd_of_messages(till: Till) -> None:
    booth = till.booth
    invoice = await till.invoice()
    for number in range(OTHERS):
        booth.server.user(first_name=f"Buyer {number}").writes("500 kettles please")
    asked = till.alice.presses_pay(invoice)
    address = libpq_url(booth.floor.engine.url)
    bot = booth.office.calls.bot
    assert isinstance(bot, Bot)
    async with try_lease(address, 1, booth.office.bot_id) as lease:
        assert lease is not None
        pulls = asyncio.create_task(pull(bot, booth.floor.desk, booth.office.bot_id, lease))
        await asyncio.to_thread(booth.server.wait_for, lambda: booth.server.pending == [])
        pulls.cancel()
        with suppress(asyncio.CancelledError):
            await pulls
    assert booth.server.withheld == []
    work = telegram_work(address, booth.office, booth.dispatcher)
    async with work.open_async():
        worker = asyncio.create_task(work.run_worker_async(wait=False, concurrency=2))
        await asyncio.to_thread(booth.server.wait_for, lambda: asked.answered)
        left = await booth.rows("SELECT count(*) AS n FROM telegram_updates WHERE state = 'new'")
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)
    assert asked.ok
    assert left[0].n > OTHERS / 2
