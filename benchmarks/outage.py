"""A model that goes away under load: how long drafts wait, and how long until it words them again.

    python -m benchmarks.outage [--timeout SECONDS] [--rate BUYERS_A_SECOND] [--seconds SECONDS]

Starts `supercargo run` with the sample shop and a model on the loopback. New buyers keep writing while the
model answers, hangs, answers 500, refuses connections, and answers again after each. Waiting is from a stored
message to its draft; bursts are over at once. The yardstick is the time-out of the same run.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
import time
import uuid
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import URL, select, text

from benchmarks.pipeline import percentile
from benchmarks.serving.intake import NoCounter
from benchmarks.serving.running import service
from bot.desk import intake
from bot.desk.context import Desk, DeskTiming
from storage.embedded import embedded_server
from storage.live import live_engine
from storage.places import find_places
from storage.tables import ShopRow
from tests.model_server import MODEL, ModelServer, behaviours, model_server
from tests.model_server.running import KEY

_LIMIT_SECONDS = 120.0
_LOOK_SECONDS = 0.05
_WORDS = "What is your best price for 500 pcs mini bluetooth speaker 5 W, FOB?"
_DRAFTED = text(
    """
    SELECT draft.conversation_id AS talk, revision.writer FROM drafts draft
    JOIN draft_revisions revision ON revision.draft_id = draft.id AND revision.revision = 1
    WHERE draft.conversation_id = ANY(:talks)
    """
)


@dataclass
class Phase:
    """What happened to those who wrote while the model was in one state."""

    name: str
    waited: dict[int, float] = field(default_factory=dict)
    by_model: int = 0

    def tell(self, limit: float) -> None:
        waits = sorted(self.waited.values())
        p50, p95, most = percentile(waits, 0.5), percentile(waits, 0.95), waits[-1]
        print(
            f"{self.name:22} {len(waits):4} drafts, {self.by_model:4} by the model; waited"
            f" p50 {p50 * 1000:6.0f} ms, p95 {p95 * 1000:6.0f} ms,"
            f" longest {most * 1000:6.0f} ms = {most / limit:.2f} time-outs",
            flush=True,
        )


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--timeout", type=int, default=4)
    arguments.add_argument("--rate", type=float, default=5)
    arguments.add_argument("--seconds", type=float, default=12, help="of each state of the model")
    given = arguments.parse_args()
    home = Path(tempfile.mkdtemp(prefix="supercargo-bench-"))
    try:
        with ExitStack() as servers:
            server = servers.enter_context(model_server(behaviours.well))
            settings = {
                "SUPERCARGO_MODEL": f"openai:{MODEL}", "SUPERCARGO_MODEL_BASE_URL": server.url,
                "SUPERCARGO_MODEL_API_KEY": KEY, "SUPERCARGO_MODEL_TIMEOUT": str(given.timeout),
                "SUPERCARGO_MODEL_BUDGET": "none", "SUPERCARGO_BURST_QUIET": "0",
            }  # fmt: skip
            with service(home, **settings), embedded_server(home) as address:
                asyncio.run(_measure(address, servers, server, given.timeout, given.rate, given.seconds))
    finally:
        if (home / "postgres").exists():  # of root it lies elsewhere
            shutil.rmtree(find_places(home / "postgres").data.parent, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


async def _measure(
    address: URL, servers: ExitStack, server: ModelServer, limit: float, rate: float, seconds: float
) -> None:
    """Every state of the model, and after each one the way back. `servers` holds the `server`."""
    engine = live_engine(address, connections=4)
    async with engine.connect() as connection:
        shop_id = (await connection.execute(select(ShopRow.id))).scalar_one()
    at_once = DeskTiming(quiet=timedelta(0), longest=timedelta(0))
    buyers = _Buyers(Desk(engine, shop_id, NoCounter(), lambda: datetime.now(UTC), timing=at_once), rate)
    try:
        await buyers.write("warming up", 2)
        (await buyers.write("answers", seconds)).tell(limit)
        for name, script in (("hangs", behaviours.hanging), ("answers 500", behaviours.down)):
            server.script = script
            (await buyers.write(name, seconds)).tell(limit)
            server.script = behaviours.well
            await buyers.back(limit)
        port = urlsplit(server.url).port or 0
        await asyncio.to_thread(servers.close)
        (await buyers.write("refuses connections", seconds)).tell(limit)
        with model_server(behaviours.well, port=port):
            await buyers.back(limit)
            (await buyers.write("answers", seconds)).tell(limit)
    finally:
        await engine.dispose()


class _Buyers:
    """New buyers, `rate` a second, who write one message each."""

    def __init__(self, desk: Desk, rate: float) -> None:
        self._desk = desk
        self._rate = rate

    async def write(self, name: str, seconds: float) -> Phase:
        """They write for so long; the answer comes when each has a draft."""
        stored: dict[int, float] = {}
        phase, total = Phase(name), round(seconds * self._rate)
        looking = asyncio.create_task(self._look(phase, stored, total))
        began = time.perf_counter()
        for number in range(total):
            await asyncio.sleep(max(0.0, began + number / self._rate - time.perf_counter()))
            await self._one(stored)
        await looking
        return phase

    async def back(self, limit: float) -> None:
        """Until the model words a draft again."""
        began = time.perf_counter()
        while time.perf_counter() - began < _LIMIT_SECONDS:
            if (await self.write("", 1 / self._rate)).by_model:
                taken = time.perf_counter() - began
                print(f"{'':22} back after {taken:.1f} s = {taken / limit:.1f} time-outs", flush=True)
                return
        raise RuntimeError("the model was not asked again")

    async def _one(self, stored: dict[int, float]) -> None:
        started = await intake.start_web_talk(self._desk, locale="en", name="Alice")
        await intake.receive(self._desk, started.conversation_id, uuid.uuid4(), _WORDS)
        stored[started.conversation_id] = time.perf_counter()

    async def _look(self, phase: Phase, stored: dict[int, float], total: int) -> None:
        began = time.perf_counter()
        while len(phase.waited) < total:
            if time.perf_counter() - began > _LIMIT_SECONDS:
                raise RuntimeError(f"{total - len(phase.waited)} drafts were not made")
            await asyncio.sleep(_LOOK_SECONDS)
            waiting = [talk for talk in stored if talk not in phase.waited]
            async with self._desk.engine.connect() as connection:
                rows = (await connection.execute(_DRAFTED, {"talks": waiting})).all()
            now = time.perf_counter()
            for row in rows:
                phase.waited[row.talk] = now - stored[row.talk]
                phase.by_model += row.writer != "templates"


if __name__ == "__main__":
    main()
