"""What managers' pages cost as history grows, and what new activity costs.

`python -m benchmarks.metrics [--messages 10000 100000 1000000] [--rounds 7]`. A history of ten messages,
three drafts and a third of a quote to a talk is grown in one database, spread over a year. Pages are asked
for through the console's own web, for the usual periods and for a year, each counted anew; "again" is a
year's page within the minute in which figures of very many facts are kept. New activity is 100 messages in
100 talks and what follows from them. Milliseconds; a growth of 1.0 between two sizes is flat.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import httpx
from sqlalchemy import Engine, text
from sqlalchemy.ext.asyncio import AsyncEngine

from benchmarks.history.growing import grow
from bot.app import ingest_shop, open_data
from bot.console.figures.keeping import Kept, kept_by
from bot.console.figures.sheets import SHEETS
from bot.desk.context import Desk
from bot.log import configure
from bot.service.parts import desk_parts
from bot.service.web import create_web
from bot.settings import Settings
from bot.web.access import STAFF_COOKIE
from bot.web.hub import Hub
from bot.web.login_links import make_login_link, sign_in
from bot.web.signing import LinkSigner
from knowledge.index.exact import ExactStore
from storage import staff
from storage.live import writing
from storage.metrics.facts import catch_up

PERIODS = ("7d", "30d", "90d", "365d")
_TARGET_MS = 300
_NEW = 100
_TERMS = """
[company]
name = "Generated Trading Co."
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"
"""
_CATALOG = (
    "sku,name,category,moq,price_tiers,weight_kg,lead_time_days\nT-1,Tea towel,towels,100,100:3.20,0.2,12\n"
)
Times = dict[str, float]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--messages", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    arguments.add_argument("--rounds", type=int, default=7)
    given = arguments.parse_args()
    configure()
    with tempfile.TemporaryDirectory() as scratch:
        _run(sorted(given.messages), given.rounds, Path(scratch))


def _run(sizes: Sequence[int], rounds: int, scratch: Path) -> None:
    shop = scratch / "shop"
    shop.mkdir()
    (shop / "shop.toml").write_text(_TERMS, encoding="utf-8")
    (shop / "catalog.csv").write_text(_CATALOG, encoding="utf-8")
    settings = Settings(home=scratch / "home", shop=shop)
    assert ingest_shop(settings, shop).exit_code == 0
    with open_data(settings) as engine:
        measured = [asyncio.run(_size(settings, engine, messages, rounds)) for messages in sizes]
    _growth(sizes, measured)


async def _size(settings: Settings, engine: Engine, messages: int, rounds: int) -> Times:
    """Grow the history to this size, and measure; milliseconds by what was measured."""
    now = datetime.now(UTC)
    async with desk_parts(settings, engine, ExactStore(), connections=4) as parts:
        desk = parts.desk
        begun = time.perf_counter()
        talks = grow(engine, desk.shop_id, messages // 10, now)
        grown = time.perf_counter() - begun
        begun = time.perf_counter()
        counted = await catch_up(desk.engine, desk.shop_id, now)
        took = time.perf_counter() - begun
        _vacuum(engine)
        print(f"\n{messages:,} messages in {talks:,} talks (grown in {grown:.0f} s)")
        print(
            f"  facts of {counted:,} talks worked out in {took:.0f} s, {took / counted * 1000:.2f} ms a talk"
        )
        times: Times = {"new activity": await _new_activity(desk.engine, desk.shop_id, now, rounds)}
        print(f"  {_NEW} new messages counted in {times['new activity']:.0f} ms")
        _vacuum(engine)
        web = create_web(desk, Hub(parts.address), LinkSigner("benchmark"), settings, "http://benchmark")
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(web), base_url="http://benchmark",
            cookies={STAFF_COOKIE: await _manager(desk)},
        ) as client:  # fmt: skip
            times |= await _pages(client, kept_by(desk.engine), rounds)
    return times


def _vacuum(engine: Engine) -> None:
    """What the server does by itself within minutes."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


async def _pages(client: httpx.AsyncClient, kept: Kept, rounds: int) -> Times:
    """The 95th percentile of each page and period."""
    columns = (*((period, False) for period in PERIODS), (PERIODS[-1], True))
    heads = [f"{period} p50" if not again else "again p50" for period, again in columns]
    print(f"  {'page':12}" + "".join(f"{head:>10}{'p95':>7}" for head in heads))
    found: Times = {}
    for sheet in SHEETS:
        line = f"  {sheet:12}"
        for period, again in columns:
            taken = []
            for number in range(rounds + 1):
                if not again:
                    kept.clear()
                begun = time.perf_counter()
                answer = await client.get(f"/console/figures/{sheet}", params={"period": period})
                answer.raise_for_status()
                if number:  # the first one reads templates and words
                    taken.append((time.perf_counter() - begun) * 1000)
            middle, late = statistics.median(taken), _late(taken)
            found[f"{sheet} {'again' if again else period}"] = late
            line += f"{middle:10.0f}{late:6.0f}{'!' if late > _TARGET_MS else ' '}"
        print(line, flush=True)
    return found


async def _new_activity(engine: AsyncEngine, shop_id: int, now: datetime, rounds: int) -> float:
    """Of messages in talks from all over the year: the work until every figure knows of them."""
    taken = []
    for _ in range(rounds):
        async with writing(engine) as connection:
            await connection.execute(
                text(
                    """
                    INSERT INTO messages (conversation_id, seq, id, sender, author, text, at)
                    SELECT t.id, (SELECT max(m.seq) + 1 FROM messages m WHERE m.conversation_id = t.id),
                      gen_random_uuid(), 'buyer', 'buyer', 'Any news?', :now
                    FROM (
                      SELECT min(id) AS first, count(*) AS many FROM conversations WHERE shop_id = :shop
                    ) c
                    CROSS JOIN generate_series(0, CAST(:new AS bigint) - 1) place
                    CROSS JOIN LATERAL (SELECT c.first + place * c.many / CAST(:new AS bigint) AS id) t
                    """
                ),
                {"now": now, "new": _NEW, "shop": shop_id},
            )
        begun = time.perf_counter()
        counted = await catch_up(engine, shop_id, now)
        taken.append((time.perf_counter() - begun) * 1000)
        assert counted == _NEW, counted
    return statistics.median(taken)


async def _manager(desk: Desk) -> str:
    """The cookie of a manager who has signed in."""
    async with writing(desk.engine) as connection:
        member = await staff.add(connection, desk.shop_id, f"Mei {time.time_ns()}", "manager")
    signed_in = await sign_in(desk, await make_login_link(desk, member))
    assert signed_in is not None
    return signed_in[0]


def _late(taken: Sequence[float]) -> float:
    """The 95th percentile of a few: the slowest but of twenty or more."""
    return sorted(taken)[max(0, -(-len(taken) * 95 // 100) - 1)]


def _growth(sizes: Sequence[int], measured: Sequence[Times]) -> None:
    if len(sizes) < 2:
        return
    print("\ngrowth" + "".join(f"{f'{a:,} to {b:,}':>24}" for a, b in pairwise(sizes)))
    print(f"  {'history':20}" + "".join(f"{b / a:>24.1f}" for a, b in pairwise(sizes)))
    for name in ("new activity", *(f"{sheet} {period}" for sheet in SHEETS for period in ("30d", "365d"))):
        ratios = [after[name] / before[name] for before, after in pairwise(measured)]
        print(f"  {name:20}" + "".join(f"{each:>24.1f}" for each in ratios))
    slow = [f"{name} {ms:.0f}" for name, ms in measured[-1].items() if ms > _TARGET_MS]
    print(f"\nover {_TARGET_MS} ms at {sizes[-1]:,} messages: {', '.join(slow) or 'nothing'}")


if __name__ == "__main__":
    main()
