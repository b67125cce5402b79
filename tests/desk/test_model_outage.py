"""A model that goes away while buyers keep writing: drafts go on, replies leave, and it comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from bot.desk import deciding
from bot.desk.context import DeskTiming
from bot.llm.client import AskedModel
from bot.llm.ledger import DatabaseLedger
from bot.llm.opening import open_model
from bot.settings import read_settings
from bot.worker import work_list, workers
from storage.base import AnyRow
from storage.live import libpq_url, reading
from tests.desk.conftest import Shopfloor
from tests.desk.test_drafting_with_model import PRICE, with_model
from tests.desk.test_worker import until
from tests.model_server import Script, behaviours, model_server
from tests.model_server.running import KEY

pytestmark = pytest.mark.anyio
NAME = "openai:gpt-test"
_MADE = text(
    """
    SELECT revision.writer, (event.data->>'ms')::float / 1000 AS seconds,
      ARRAY(SELECT jsonb_array_elements_text(event.data->'findings')) AS findings
    FROM drafts draft
    JOIN draft_revisions revision ON revision.draft_id = draft.id AND revision.revision = 1
    JOIN events event ON event.draft_id = draft.id AND event.kind = 'draft.made'
    WHERE draft.conversation_id = ANY(:talks)
    """
)


@dataclass
class Busy:
    """A desk at work with a model, to which buyers write."""

    floor: Shopfloor
    model: AskedModel

    async def written(self, buyers: int) -> list[int]:
        """So many buyers ask for a price; nobody waits for a draft."""
        return [await self.floor.talk(PRICE) for _ in range(buyers)]

    async def drafts(self, talks: Sequence[int]) -> list[AnyRow]:
        """(writer, seconds after its turn came, findings) of the draft of each talk, once all are made."""

        async def all_made() -> bool:
            return len(await self._made(talks)) == len(talks)

        await until(all_made)
        return await self._made(talks)

    async def _made(self, talks: Sequence[int]) -> list[AnyRow]:
        async with reading(self.floor.desk.engine) as connection:
            return list(await connection.execute(_MADE, {"talks": list(talks)}))

    async def until_by_the_model(self) -> None:
        """Buyers write until the model words a draft: the breaker looks by itself."""
        for _ in range(60):
            if (await self.drafts(await self.written(1)))[0].writer == NAME:
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the model is not asked any more")


@asynccontextmanager
async def busy(floor: Shopfloor, url: str, seconds: int) -> AsyncIterator[Busy]:
    """The worker as the service runs it, over the test's database."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(32))
    settings = read_settings({}, model=NAME, model_base_url=url, model_api_key=KEY, model_timeout=seconds)
    model = open_model(settings, DatabaseLedger(floor.engine, floor.desk.shop_id, "Asia/Shanghai"))
    assert model is not None
    asking = with_model(floor, model)
    at_once = DeskTiming(quiet=timedelta(0), longest=timedelta(0))
    desk = replace(asking.desk, model=NAME, clock=lambda: datetime.now(UTC), timing=at_once)
    asking = replace(asking, desk=desk)
    jobs = work_list(libpq_url(floor.engine.url), desk)
    async with jobs.open_async():
        working = [asyncio.create_task(each) for each in workers(jobs, desk)]
        try:
            yield Busy(asking, model)
        finally:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)


@pytest.mark.parametrize(
    ("how", "finding"),
    [
        (behaviours.hanging, "model_timeout"),
        (behaviours.down, "model_unavailable"),
        (None, "model_unavailable"),
    ],
    ids=["hangs", "answers 500", "refuses connections"],
)
async def test_in_an_outage_drafts_go_on_and_afterwards_the_model_words_them_again(
    floor: Shopfloor, how: Script | None, finding: str
) -> None:
    """`how` the server fails; None: nobody listens."""
    with ExitStack() as running:
        server = running.enter_context(model_server(behaviours.well))
        port = urlsplit(server.url).port or 0
        async with busy(floor, server.url, seconds=1) as desk:
            await desk.until_by_the_model()  # the first call reads libraries in its time
            good = await desk.drafts(await desk.written(12))
            assert NAME in {draft.writer for draft in good}
            if how is not None:
                server.script = how
                during = await desk.drafts(await desk.written(24))
                server.script = behaviours.well
                await desk.until_by_the_model()
            else:
                await asyncio.to_thread(running.close)
                during = await desk.drafts(await desk.written(24))
                with model_server(behaviours.well, port=port):
                    await desk.until_by_the_model()
    assert {draft.writer for draft in during} == {"templates"}
    told = [each for draft in during for each in draft.findings]
    assert set(told) <= {finding, "model_unavailable"}
    assert finding in told
    assert len(told) == len(during), "each card says it"
    # The second is for what a draft takes without waiting; on a busy machine any draft takes more.
    usual = max(draft.seconds for draft in good)
    assert max(draft.seconds for draft in during) <= 1 + max(1, 2 * usual), "the time-out and one second"


async def test_replies_leave_while_every_draft_waits_for_the_model(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    with ExitStack() as running:
        server = running.enter_context(model_server(behaviours.well))
        async with busy(floor, server.url, seconds=20) as desk:
            (talk,) = await desk.written(1)
            await desk.drafts([talk])
            draft = await floor.waiting(talk)
            server.script = behaviours.hanging
            await desk.written(14)

            async def all_hang() -> bool:
                return len(server.calls) > 12

            await until(all_hang)
            seen = {"revision": 1, "fingerprint_seen": draft.fingerprint}
            await deciding.approve(desk.floor.desk, boris, draft.id, **seen)

            async def sent() -> bool:
                return bool((await floor.draft(draft.id)).state == "sent")

            await until(sent)
            assert [call.outcome for call in server.calls[1:]] == ["running"] * 12
            await asyncio.to_thread(running.close)  # nobody has to wait for the time-out


async def test_the_calls_of_an_outage_are_recorded_with_what_became_of_them(floor: Shopfloor) -> None:
    with model_server(behaviours.hanging) as server:
        async with busy(floor, server.url, seconds=1) as desk:
            await desk.drafts(await desk.written(16))
    async with reading(floor.desk.engine) as connection:
        rows = await connection.execute(
            text("SELECT outcome, breaker, tries FROM model_calls WHERE draft_id IS NOT NULL")
        )
        found = [tuple(row) for row in rows]
    assert len(found) == 16
    assert set(found) <= {("timeout", "closed", 1), ("unavailable", "open", 0), ("timeout", "half_open", 1)}
    assert ("unavailable", "open", 0) in found
