"""An inbox of 100,000 conversations, written straight into the database, and how fast its page is."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import pairwise

from sqlalchemy import URL, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from benchmarks.serving.http_load import get, send_at_rate
from benchmarks.serving.intake import NoCounter
from benchmarks.serving.running import Running
from bot.desk.context import Desk
from bot.web.access import STAFF_COOKIE
from bot.web.login_links import make_login_link, sign_in
from storage import inbox, staff
from storage.inbox import Wanted
from storage.live import live_engine, reading, writing
from storage.tables import ShopRow

CONVERSATIONS = 100_000
_ROUNDS = 60
_FILL = (
    """
    INSERT INTO buyers (shop_id, name, company, country, country_basis, locale, created_at, seen_at)
    SELECT :shop, 'Buyer ' || n, CASE WHEN n % 3 = 0 THEN 'Company ' || n END,
      (ARRAY['DE','MX','BR','US','FR','PL','TR','VN','IN','AE'])[1 + n % 10], 'profile', 'en',
      now() - n * interval '5 minutes', now() - n * interval '5 minutes'
    FROM generate_series(1, :count) n
    """,
    """
    INSERT INTO conversations (shop_id, buyer_id, channel, state, created_at, last_seq, last_buyer_seq,
      drafted_seq, last_message_at, excerpt, waiting_since, assignee_id, language, intents, grade, needs)
    SELECT :shop, b.id, 'web', CASE WHEN n % 10 < 6 THEN 'closed' WHEN n % 10 = 6 THEN 'spam' ELSE 'open' END,
      b.created_at, 2, 2, 2, b.created_at, 'What is your best price for ' || n || ' pcs?',
      CASE WHEN n % 50 = 9 THEN b.created_at END, :staff,
      (ARRAY['de','es','pt','en','fr','pl','tr','vi','hi','ar'])[1 + n % 10], '{price_quote}',
      (ARRAY['A','B','C','D'])[1 + n % 4], 'salesperson'
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM buyers WHERE shop_id = :shop) b
    """,
    """
    INSERT INTO messages (conversation_id, seq, id, sender, author, text, at)
    SELECT c.id, s, gen_random_uuid(), 'buyer', 'buyer', c.excerpt, c.created_at
    FROM conversations c, generate_series(1, 2) s WHERE c.shop_id = :shop AND c.channel = 'web'
      AND NOT EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id)
    """,
    "ANALYZE",
)


async def fill(address: URL) -> str:
    """Write the conversations; the cookie of a signed-in salesperson."""
    engine = live_engine(address, connections=2)
    async with engine.connect() as connection:
        shop_id = (await connection.execute(select(ShopRow.id))).scalar_one()
    async with writing(engine) as connection:
        person = await staff.add(connection, shop_id, "Benchmark", "salesperson")
        for statement in _FILL:
            given = {"shop": shop_id, "staff": person, "count": CONVERSATIONS}
            named = {name: value for name, value in given.items() if f":{name}" in statement}
            await connection.execute(text(statement), named)
    desk = Desk(engine, shop_id, NoCounter(), lambda: datetime.now(UTC))
    signed_in = await sign_in(desk, await make_login_link(desk, person))
    assert signed_in is not None
    await engine.dispose()
    return f"{STAFF_COOKIE}={signed_in[0]}"


async def page_seconds(running: Running, cookie: str, path: str) -> list[float]:
    """Of each of some requests for a page, one after the other, after a few that do not count."""
    request = get(path, running.host, cookie)
    load = await send_at_rate(running.host, running.port, [request] * (_ROUNDS + 5), 1000, connections=1)
    assert {answer.status for answer in load.answers} == {200}, "the page was not shown"
    answered = [answer.seconds for answer in load.answers]
    # All were due at once, so that an answer took what lies between it and the one before.
    return [later - before for before, later in pairwise(answered[4:])]


async def query_seconds(address: URL) -> list[float]:
    """Of the bare queries that fill the page."""
    engine = live_engine(address, connections=1)
    async with engine.connect() as connection:
        shop_id = (await connection.execute(select(ShopRow.id))).scalar_one()

    async def queue(connection: AsyncConnection) -> None:
        await inbox.listed(connection, shop_id, Wanted())
        await inbox.counts(connection, shop_id, 0)
        await inbox.filter_values(connection, shop_id)

    taken = await _timed(engine, queue)
    await engine.dispose()
    return taken


async def _timed(engine: AsyncEngine, work: Callable[[AsyncConnection], Awaitable[None]]) -> list[float]:
    taken = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        async with reading(engine) as connection:
            await work(connection)
        taken.append(time.perf_counter() - began)
    return taken[5:]
