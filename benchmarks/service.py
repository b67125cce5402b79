"""The running service: start-up, idle memory, taking messages in while it drafts, and a big inbox.

    python -m benchmarks.service [--seconds N]

Starts `supercargo run` with the sample shop and an embedded PostgreSQL in a folder of its own, and prints
each figure beside its yardstick, measured in the same run on the same machine: ratios hold, absolute times
are upper bounds where other work runs beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import URL

from benchmarks.pipeline import percentile
from benchmarks.serving.big_inbox import CONVERSATIONS, fill, page_seconds, query_seconds
from benchmarks.serving.http_load import Load
from benchmarks.serving.intake import PER_SECOND, buyers_write, committed_rows, drafted, empty_route
from benchmarks.serving.running import Running, service
from storage.embedded import embedded_server
from storage.places import find_places


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=20, help="how long buyers write")
    seconds = arguments.parse_args().seconds
    home = Path(tempfile.mkdtemp(prefix="supercargo-bench-"))
    try:
        with service(home):
            pass  # the first start loads the shop and exports the model; the next is what is measured
        with service(home) as running, embedded_server(home) as address:
            _tell_start(running)
            asyncio.run(_tell_intake(running, address, seconds))
            asyncio.run(_tell_inbox(running, address))
    finally:
        if (home / "postgres").exists():  # of root it lies elsewhere
            shutil.rmtree(find_places(home / "postgres").data.parent, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


def _tell_start(running: Running) -> None:
    print(f"start      ready in {running.ready_seconds:.1f} s, worker too in {running.working_seconds:.1f} s")
    parts = running.memory()
    for what, resident, proportional in parts:
        print(f"idle       {what:10} {resident:6.0f} MB resident, {proportional:6.0f} MB proportional")
    print(f"idle       all        {'':19} {sum(part[2] for part in parts):6.0f} MB proportional")


async def _tell_intake(running: Running, address: URL, seconds: float) -> None:
    rows = await committed_rows(address, PER_SECOND)
    _tell("one committed row, alone", rows)
    empty = await empty_route(running, 5)
    _tell("empty route at the same rate", [answer.seconds for answer in empty.answers])
    before = await drafted(address)
    load = await buyers_write(running, address, seconds)
    taken = [answer.seconds for answer in load.answers]
    _tell("message stored and acknowledged", taken)
    made = await drafted(address) - before
    print(
        f"intake     {load.rate:.0f} of {PER_SECOND} messages/s; {_statuses(load)}; {made} drafts meanwhile"
    )
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        ratio = percentile(taken, share) / percentile(rows, share)
        print(f"intake     {name} is {ratio:.1f} times that of one committed row")


async def _tell_inbox(running: Running, address: URL) -> None:
    cookie = await fill(address)
    print(f"inbox      {CONVERSATIONS:,} conversations")
    bare = await query_seconds(address)
    _tell("bare queries of the inbox", bare)
    for path in ("/console/inbox", "/console/inbox?view=all", "/console/inbox?view=open&language=de"):
        page = await page_seconds(running, cookie, path)
        _tell(path, page)
        ratio = percentile(page, 0.95) / percentile(bare, 0.95)
        print(f"inbox      p95 is {ratio:.1f} times that of the bare queries")


def _tell(what: str, seconds: Sequence[float]) -> None:
    shares = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    figures = "  ".join(f"{name} {percentile(seconds, share) * 1000:7.1f} ms" for name, share in shares)
    print(f"           {what:38} {figures}", flush=True)


def _statuses(load: Load) -> str:
    counts: dict[int, int] = {}
    for answer in load.answers:
        counts[answer.status] = counts.get(answer.status, 0) + 1
    return ", ".join(f"{count} answered {status}" for status, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
