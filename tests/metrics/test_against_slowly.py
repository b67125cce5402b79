"""Each figure against a slow computation of its own, over random histories: whole, narrowed and grouped."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from bot.domain.facts import Closure, Company, Shop
from storage.live import live_engine, reading
from storage.metrics.counting import NOBODY, UNKNOWN, Asked, figures, talks
from storage.metrics.definitions import METRICS
from storage.metrics.facts import catch_up
from storage.terms import terms_to_json
from tests.metrics.histories import BEGIN, DAYS, histories, write
from tests.metrics.slowly import Fact, facts

SHOP = Shop(
    items=(),
    # Clocks are put forward on 8 March 2026 there.
    company=Company(
        "Kettles", "US", "America/New_York", "USD", working_days=frozenset({0, 1, 2, 3, 4}),
        working_hours=(time(9), time(17, 30)),
    ),
    closures=(Closure("Stocktaking", date(2026, 3, 23), date(2026, 3, 27)),),
)  # fmt: skip
NOW = BEGIN + timedelta(days=DAYS)
ZONE = ZoneInfo("America/New_York")

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def store(engine: Engine) -> Engine:
    """A database with a shop and two people."""
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO shops (key, folder) VALUES ('k', '/k')"))
        connection.execute(
            text(
                "INSERT INTO shop_versions (shop_id, files_hash, terms, reading, encoder) "
                "VALUES (1, 'h', :terms, '{}', 'e')"
            ),
            {"terms": json.dumps(terms_to_json(SHOP))},
        )
        connection.execute(text("UPDATE shops SET serving_version_id = 1"))
        for name in ("Mei", "Boris"):
            connection.execute(
                text("INSERT INTO staff (shop_id, name, role) VALUES (1, :name, 'salesperson')"),
                {"name": name},
            )
    return engine


def same(metric: str, found: Any, slow: Sequence[Fact]) -> None:
    """One figure as the database and as plain Python have it."""
    kind, percentile = METRICS[metric].kind, METRICS[metric].percentile
    assert found.n == len(slow), metric
    if kind == "share":
        assert found.hits == sum(each.hit for each in slow), metric
    elif kind == "sum":
        total = sum(each.value for each in slow)
        assert (found.value or 0) == total, metric
    elif kind == "percentile":
        values = sorted(float(each.value) for each in slow)
        place = (len(values) - 1) * percentile
        low, high = values[math.floor(place)], values[math.ceil(place)]
        assert found.value == pytest.approx(low + (high - low) * (place - math.floor(place)), abs=1e-3), (
            metric
        )


def is_among(known: dict[str, str | None], narrowed: tuple[str, ...]) -> bool:
    """Whether a fact of which this is known stays, where one narrows to ("country", "DE") or to nothing."""
    return not narrowed or known[narrowed[0]] == (None if narrowed[1] == UNKNOWN else narrowed[1])


@given(
    history=histories,
    since=st.integers(0, DAYS),
    length=st.integers(1, DAYS),
    staff=st.sampled_from([None, 1, NOBODY]),
    narrowed=st.sampled_from(
        [(), ("country", "DE"), ("country", UNKNOWN), ("source", UNKNOWN), ("channel", "telegram")]
    ),
)
@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
async def test_every_figure(
    store: Engine, history: Any, since: int, length: int, staff: int | None, narrowed: tuple[str, ...]
) -> None:
    with store.begin() as connection:
        connection.execute(text("DELETE FROM conversations"))
        ids = write(connection, 1, history)
    expected = facts(history, SHOP, NOW)
    begin = BEGIN + timedelta(days=since)
    asked = Asked(begin, begin + timedelta(days=length), NOW, "America/New_York", staff_id=staff)
    if narrowed:
        asked = replace(asked, **{narrowed[0]: narrowed[1]})  # type: ignore[arg-type]
    live = live_engine(store.url)
    try:
        await catch_up(live, 1, NOW)
        async with reading(live) as connection:
            whole = (await figures(connection, 1, METRICS, asked)).get(None, {})
            weeks = await figures(connection, 1, METRICS, asked, "week")
            behind = await talks(connection, 1, "inquiries", asked, limit=100)
            lost = {
                reason: (await figures(connection, 1, ["lost_orders"], replace(asked, lost_reason=reason)))
                for reason in ("price", UNKNOWN)
            }
    finally:
        await live.dispose()
    for code in METRICS:
        counted = [
            each
            for each in expected[code]
            if asked.since <= each.at < asked.until and (staff is None or each.staff == (staff or None))
            and is_among(each.known, narrowed)
        ]  # fmt: skip
        if not counted and code not in whole:
            continue
        if counted or METRICS[code].kind != "percentile":
            same(code, whole[code], counted)
        by_week: dict[date, list[Fact]] = defaultdict(list)
        for each in counted:
            day = each.at.astimezone(ZONE).date()
            by_week[day - timedelta(days=day.weekday())].append(each)
        for week, some in by_week.items():
            same(code, weeks[week][code], some)
        assert sum(row[code].n for row in weeks.values() if code in row) == len(counted), code
    for reason, found in lost.items():
        wanted = [
            each
            for each in expected["lost_orders"]
            if asked.since <= each.at < asked.until and (staff is None or each.staff == (staff or None))
            and is_among(each.known, narrowed) and is_among(each.known, ("lost_reason", reason))
        ]  # fmt: skip
        assert found[None]["lost_orders"].n == len(wanted), reason
    counting = [
        (talk.said[0].at, number)
        for number, talk in zip(ids, history, strict=True)
        if talk.state != "spam" and not talk.test and asked.since <= talk.said[0].at < asked.until
        and (staff is None or talk.owner == (staff or None))
        and is_among({"country": talk.country, "source": talk.source, "channel": talk.channel}, narrowed)
    ]  # fmt: skip
    assert [(each.at, each.conversation_id) for each in behind] == sorted(counting, reverse=True)
