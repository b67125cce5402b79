from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.desk import deciding
from bot.worker import work_list
from storage.live import libpq_url, writing
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
A_MINUTE_AGO = datetime.now(UTC) - timedelta(minutes=1)
"""Jobs are due by the database's own clock."""
ASK = "Price for 500 pcs KT-17 FOB please"


async def until(true: Callable[[], Awaitable[bool]], seconds: int = 30) -> None:
    """Wait for what the worker does. A test that waits too long fails here."""
    for _ in range(seconds * 10):
        if await true():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it never came about")


async def working(floor: Shopfloor, done: Callable[[], Awaitable[bool]], seconds: int = 30) -> None:
    """A worker at work until `done`."""
    jobs = work_list(libpq_url(floor.engine.url), floor.desk)
    async with jobs.open_async():
        worker = asyncio.create_task(jobs.run_worker_async())
        try:
            await until(done, seconds)
        finally:
            worker.cancel()
            with suppress(asyncio.CancelledError):
                await worker


async def test_what_was_written_and_approved_is_worked_off(floor: Shopfloor) -> None:
    floor.clock.now = A_MINUTE_AGO
    boris = await floor.person("Boris", "salesperson")
    talk = await floor.talk(ASK)
    floor.clock.pass_by(seconds=30)

    async def drafted() -> bool:
        return (await floor.conversation(talk)).draft_id is not None

    await working(floor, drafted)
    draft = await floor.waiting(talk)
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)

    async def sent() -> bool:
        return bool((await floor.draft(draft.id)).state == "sent")

    await working(floor, sent)
    assert [each.sender for each in await floor.said(talk)] == ["buyer", "seller"]


async def test_the_job_of_a_worker_that_died_is_done_by_the_next_one(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    async with writing(floor.desk.engine) as connection:  # as a killed worker leaves it
        worker = await connection.execute(
            text(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 minute')"
                " RETURNING id"
            )
        )
        await connection.execute(
            text(
                "UPDATE procrastinate_jobs SET status = 'doing', worker_id = :worker"
                " WHERE task_name = 'send_reply'"
            ),
            {"worker": worker.scalar_one()},
        )

    async def sent() -> bool:
        return bool((await floor.draft(draft.id)).state == "sent")

    await working(floor, sent)
    assert len(await floor.said(draft.conversation_id)) == 2


async def test_drafts_of_an_old_price_list_are_made_anew_without_anybody_asking(floor: Shopfloor) -> None:
    floor.clock.now = A_MINUTE_AGO
    draft = await floor.drafted(ASK)
    catalog = (floor.folder / "catalog.csv").read_text(encoding="utf-8")
    floor.load_prices(catalog.replace("500:5.90", "500:5.80"))

    async def renewed() -> bool:
        return bool((await floor.conversation(draft.conversation_id)).draft_id != draft.id)

    await working(floor, renewed)
    assert "2,900.00" in (await floor.waiting(draft.conversation_id)).text


async def test_drafts_of_an_earlier_day_are_made_anew_without_anybody_tapping(floor: Shopfloor) -> None:
    floor.clock.now = A_MINUTE_AGO - timedelta(days=2)
    draft = await floor.drafted(ASK)
    floor.clock.now = A_MINUTE_AGO

    async def renewed() -> bool:
        return bool((await floor.conversation(draft.conversation_id)).draft_id != draft.id)

    await working(floor, renewed, seconds=90)  # the clock looks once a minute
    assert (await floor.draft(draft.id)).state == "expired"
    assert "2,950.00" in (await floor.waiting(draft.conversation_id)).text
