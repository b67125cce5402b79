"""From a buyer's message over HTTP to the draft that waits for a person: time, and processor time.

    python -m benchmarks.inquiry [--rounds N]

Starts `supercargo run` with the sample shop in a folder of its own, without the seconds of quiet that end
a burst. One buyer after the other writes each of the sample inquiries; then all write at once. Yardsticks of
the same run: one committed row, and the pipeline alone in this process.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import httpx
from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine

from benchmarks.pipeline import percentile
from benchmarks.serving.intake import committed_rows
from benchmarks.serving.running import Running, service
from bot.cli.demo import read_inquiries
from bot.cli.opening import opened
from bot.domain.inquiry import Inquiry
from bot.settings import Settings, sample_shop
from storage.embedded import embedded_server
from storage.live import live_engine
from storage.places import find_places

_POLL = 0.002
_LONGEST = 60.0


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=6, help="how often each sample inquiry is asked")
    rounds = arguments.parse_args().rounds
    home = Path(tempfile.mkdtemp(prefix="supercargo-bench-"))
    inquiries = read_inquiries(sample_shop() / "inquiries.jsonl")
    try:
        with (
            service(home, SUPERCARGO_BURST_QUIET="0", SUPERCARGO_LOG_LEVEL="warning") as running,
            embedded_server(home) as address,
        ):
            asyncio.run(_measure(running, address, [_words(each) for each in inquiries], rounds))
        alone = _alone(home, inquiries, rounds)
        print(f"yardstick  the pipeline alone     {_line(alone)}")
    finally:
        if (home / "postgres").exists():  # of root it lies elsewhere
            shutil.rmtree(find_places(home / "postgres").data.parent, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


async def _measure(running: Running, address: URL, words: Sequence[str], rounds: int) -> None:
    rows = await committed_rows(address, 200)
    print(f"yardstick  one committed row      {_line(rows)}")
    engine = live_engine(address, connections=4)
    async with httpx.AsyncClient(base_url=f"http://{running.host}:{running.port}", timeout=60) as web:
        for each in words:
            await _until_drafted(web, engine, each)  # word lists are read at first use
        taken = [await _until_drafted(web, engine, each) for _ in range(rounds) for each in words]
        print(f"inquiry    HTTP in to draft       {_line(taken)}")
        used, began = running.processor_seconds(), time.perf_counter()
        many = len(words) * rounds
        await asyncio.gather(*(_until_drafted(web, engine, words[n % len(words)]) for n in range(many)))
        seconds = time.perf_counter() - began
        cost = (running.processor_seconds() - used) / many
    await engine.dispose()
    print(
        f"at once    {many} inquiries: {many / seconds:.1f} drafts/s, {cost * 1000:.0f} ms of processor each"
    )


async def _until_drafted(web: httpx.AsyncClient, engine: AsyncEngine, words: str) -> float:
    """Seconds from sending a new buyer's message until its draft can be seen by others."""
    started = (await web.post("/api/chat/sessions", json={"locale": "en"})).json()
    message = {"id": str(uuid.uuid4()), "text": words}
    head = {"Authorization": f"Bearer {started['token']}"}
    began = time.perf_counter()
    (await web.post("/api/chat/messages", json=message, headers=head)).raise_for_status()
    while time.perf_counter() - began < _LONGEST:
        async with engine.connect() as connection:
            found = await connection.scalar(
                text(
                    "SELECT 1 FROM messages m JOIN drafts d ON d.conversation_id = m.conversation_id "
                    "WHERE m.id = :id AND d.state = 'waiting'"
                ),
                {"id": uuid.UUID(message["id"])},
            )
        if found:
            return time.perf_counter() - began
        await asyncio.sleep(_POLL)
    raise RuntimeError(f"no draft after {_LONGEST:.0f} s: {words[:60]}")


def _alone(home: Path, inquiries: Sequence[Inquiry], rounds: int) -> list[float]:
    """Seconds of each answer of the pipeline, in this process."""
    taken = []
    with opened(Settings(home=home), sample_shop()) as app:
        for number in range(rounds + 1):
            for each in inquiries:
                began = time.perf_counter()
                app.assistant.answer(each)
                if number:
                    taken.append(time.perf_counter() - began)
    return taken


def _words(inquiry: Inquiry) -> str:
    """What the buyer has written, as one message."""
    return "\n".join(each.text for each in inquiry.messages if each.sender == "buyer")


def _line(seconds: Sequence[float]) -> str:
    return f"p50 {median(seconds) * 1000:7.1f} ms   p95 {percentile(seconds, 0.95) * 1000:7.1f} ms"


if __name__ == "__main__":
    main()
