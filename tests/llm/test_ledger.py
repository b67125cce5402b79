"""Every call is recorded, the day's budget holds for all processes, and a lost database stops no draft."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, select, text

from bot.llm.about import asked_about
from bot.llm.ledger import DatabaseLedger
from storage.desk_tables import EventRow
from storage.live import live_engine
from storage.model_calls import BUDGET_SPENT, belong_to, spending
from storage.model_tables import ModelCallRow
from tests.llm.conftest import NAME, asked, asking, kind_of
from tests.model_server import Said, behaviours, model_server

ZONE = "Asia/Shanghai"


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    """A call of some forty tokens costs about a dollar."""
    path = tmp_path / "prices.toml"
    path.write_text(f'[models."{NAME}"]\nin = 20000\ncached = 10000\nout = 100000\n')
    return path


@pytest.fixture
def shop(engine: Engine) -> int:
    with engine.begin() as connection:
        made = connection.execute(text("INSERT INTO shops (key, folder) VALUES ('a', '/a') RETURNING id"))
        return int(made.scalar_one())


def rows(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(select(ModelCallRow.__table__).order_by(ModelCallRow.id)))


def events(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(select(EventRow.__table__).where(EventRow.kind == BUDGET_SPENT)))


def test_a_call_is_recorded_without_a_word_of_it(engine: Engine, shop: int, prices: Path) -> None:
    ledger = DatabaseLedger(engine, shop, ZONE)
    with (
        model_server(lambda request: "Dear Alice") as server,
        asking(server, ledger, model_prices=prices) as model,
        asked_about(7) as about,
    ):
        told = model.ask(asked("Alice wants mugs"))
    (row,) = rows(engine)
    assert about.calls == [row.id]
    assert (row.shop_id, row.conversation_id, row.draft_id) == (shop, 7, None)
    assert (row.purpose, row.prompt, row.prompt_version, row.prompt_hash) == ("write", "write", 1, "0" * 64)
    assert (row.model_asked, row.model_answering) == (NAME, told.model)
    assert (row.tokens_in, row.tokens_out, row.tokens_cached) == (told.tokens_in, told.tokens_out, 0)
    assert row.cost == row.counted == told.cost
    assert (row.tries, row.outcome, row.breaker, row.cache_hit) == (1, "ok", "closed", False)
    assert row.ms == pytest.approx(told.ms)
    assert "Alice" not in str(row)


def test_a_trouble_is_recorded_with_its_tries(engine: Engine, shop: int) -> None:
    ledger = DatabaseLedger(engine, shop, ZONE)
    with model_server(behaviours.down) as server, asking(server, ledger) as model:
        for _ in range(4):
            kind_of(model)
    told = [(row.outcome, row.tries, row.breaker, row.cost, row.counted) for row in rows(engine)]
    assert told[:3] == [("unavailable", 2, "closed", 0, 0)] * 3
    assert told[3] == ("unavailable", 0, "open", 0, 0)


def test_what_a_provider_may_have_billed_counts_though_nobody_tells_its_cost(
    engine: Engine, shop: int
) -> None:
    ledger = DatabaseLedger(engine, shop, ZONE)
    with model_server(behaviours.hanging) as server, asking(server, ledger, model_timeout=1) as model:
        kind_of(model)
        server.script = behaviours.always(Said("Yes.", usage=False))
        model.ask(asked())
        server.script = lambda request: '{"a": '
        kind_of(model, asked(schema={"type": "object", "properties": {"a": {}}}))
    slow, uncounted, broken = rows(engine)
    assert (slow.outcome, slow.cost, slow.counted > 0) == ("timeout", None, True)
    assert (uncounted.outcome, uncounted.cost, uncounted.counted > 0) == ("ok", None, True)
    assert (broken.outcome, broken.tokens_in > 0, broken.counted > 0) == ("broken", True, True)


def test_a_spent_budget_stops_all_processes_and_is_told_once_a_day(
    engine: Engine, shop: int, prices: Path
) -> None:
    def replica() -> DatabaseLedger:
        return DatabaseLedger(engine, shop, ZONE)

    with model_server(lambda request: "Yes.") as server:
        with asking(server, replica(), model_prices=prices, model_budget=Decimal("0.5")) as model:
            model.ask(asked())
            assert kind_of(model) == "budget"
            assert kind_of(model) == "budget"
        with asking(server, replica(), model_prices=prices, model_budget=Decimal("0.5")) as other:
            assert kind_of(other) == "budget"
    assert len(server.calls) == 1
    (event,) = events(engine)
    assert (event.shop_id, event.actor, event.data["budget"]) == (shop, "rule", "0.5")
    assert [row.outcome for row in rows(engine)] == ["ok", "budget", "budget", "budget"]


def test_a_new_day_of_the_shop_has_a_new_budget(engine: Engine, shop: int, prices: Path) -> None:
    now = [datetime.now(UTC)]
    ledger = DatabaseLedger(engine, shop, ZONE, lambda: now[0])
    with (
        model_server(lambda request: "Yes.") as server,
        asking(server, ledger, model_prices=prices, model_budget=Decimal("0.5")) as model,
    ):
        model.ask(asked())
        assert kind_of(model) == "budget"
        now[0] += timedelta(days=1)
        assert ledger.spent() == 0
        model.ask(asked())


def test_the_day_begins_at_the_shops_midnight(engine: Engine, shop: int) -> None:
    ledger = DatabaseLedger(engine, shop, ZONE, lambda: datetime(2026, 11, 22, 16, 30, tzinfo=UTC))
    with engine.begin() as connection:
        for at in ("2026-11-22T15:59:59Z", "2026-11-22T16:00:00Z"):
            connection.execute(
                text(
                    "INSERT INTO model_calls (shop_id, at, purpose, prompt, prompt_version, prompt_hash,"
                    " model_asked, tokens_in, tokens_out, tokens_cached, counted, ms, tries, outcome,"
                    " breaker, cache_hit) VALUES (:shop, :at, 'write', 'write', 1, '', 'a:b', 1, 1, 0, 2, 1,"
                    " 1, 'ok', 'closed', false)"
                ),
                {"shop": shop, "at": at},
            )
    assert ledger.spent() == 2


def test_parallel_workers_overshoot_by_the_calls_in_flight_at_most(
    engine: Engine, shop: int, prices: Path
) -> None:
    script = behaviours.always(Said("Yes.", after=0.1))
    with model_server(script) as server:
        ledgers = [DatabaseLedger(engine, shop, ZONE) for _ in range(2)]
        with (
            asking(server, ledgers[0], model_prices=prices, model_budget=Decimal(5)) as one,
            asking(server, ledgers[1], model_prices=prices, model_budget=Decimal(5)) as two,
            ThreadPoolExecutor(8) as workers,
        ):

            def ask(number: int) -> Decimal:
                try:
                    return (one, two)[number % 2].ask(asked()).cost or Decimal(0)
                except Exception:
                    return Decimal(0)

            costs = list(workers.map(ask, range(60)))
    assert 5 <= sum(costs) <= 5 + 8 * max(costs)
    assert len(events(engine)) == 1


def test_without_its_database_a_draft_goes_on_and_the_record_comes_later(
    engine: Engine, shop: int, prices: Path
) -> None:
    lost = create_engine(engine.url.set(database="not_there"))
    ledger = DatabaseLedger(lost, shop, ZONE)
    with (
        model_server(lambda request: "Yes.") as server,
        asking(server, ledger, model_prices=prices, model_budget=Decimal("0.5")) as model,
    ):
        model.ask(asked())
        assert kind_of(model) == "budget"  # what could not be written counts all the same
    ledger._engine = engine
    lost.dispose()
    with model_server(behaviours.down) as server, asking(server, ledger) as model:
        kind_of(model)
    assert [row.outcome for row in rows(engine)] == ["ok", "budget", "unavailable"]


def test_calls_belong_to_the_draft_that_was_made_of_them_and_are_summed_up(
    engine: Engine, shop: int, prices: Path
) -> None:
    ledger = DatabaseLedger(engine, shop, ZONE)
    with model_server(lambda request: "Yes.") as server:
        with asking(server, ledger, model_prices=prices) as model, asked_about(7) as about:
            asyncio.run(_asked_in_threads(model))
        server.script = behaviours.nothing
        with asking(server, ledger) as model:
            kind_of(model, asked(purpose="translate"))
    now = datetime.now(UTC)

    async def look() -> Any:
        live = live_engine(engine.url)
        try:
            async with live.begin() as connection:
                await belong_to(connection, about.calls, 11)
                hour = timedelta(hours=1)
                return await spending(connection, shop, now - hour, now + hour)
        finally:
            await live.dispose()

    read, written, translated = sorted(asyncio.run(look()), key=lambda each: each.purpose)[0:3]
    assert [each.purpose for each in (read, written, translated)] == ["extract", "translate", "write"]
    assert (read.calls, read.troubles, read.unpriced, read.cost > 0) == (1, 0, 0, True)
    assert (written.calls, written.troubles, written.unpriced) == (1, 1, 1)
    assert [row.draft_id for row in rows(engine)] == [11, 11, None]


async def _asked_in_threads(model: Any) -> None:
    await asyncio.gather(
        asyncio.to_thread(model.ask, asked(purpose="extract")), asyncio.to_thread(model.ask, asked())
    )
