"""A year of made-up activity: full figures at once, the same every time, and never called real."""

from __future__ import annotations

import anyio.to_thread
import pytest
from sqlalchemy import text

from bot.app import assemble
from bot.cli.demo_year import running, world
from bot.domain.periods import named
from bot.reports.collecting import of_period, report_of
from knowledge.index.exact import ExactStore
from knowledge.ingest import load_shop
from storage.live import looking
from storage.made_up import is_made_up
from tests.desk.conftest import MONDAY, Shopfloor

pytestmark = pytest.mark.anyio


async def test_a_year_fills_every_figure_and_says_that_it_is_made_up(floor: Shopfloor) -> None:
    loaded = load_shop(floor.folder, engine=floor.engine, store=ExactStore())
    app = assemble(loaded, floor.encoder)
    steps: list[str] = []
    talks = await anyio.to_thread.run_sync(
        lambda: running.fill(floor.engine, app, MONDAY, lambda stage, done, of: steps.append(stage), 1.5)
    )
    assert talks > 200
    assert list(dict.fromkeys(steps)) == [
        "Answering sample inquiries", "Inventing a year", "Storing it", "Counting",
    ]  # fmt: skip
    async with looking(floor.desk.engine) as connection:
        assert await is_made_up(connection, floor.desk.shop_id)
        late = await connection.execute(
            text("SELECT count(*) FROM messages WHERE at > :now"), {"now": MONDAY}
        )
        assert late.scalar_one() == 0
        states = set((await connection.execute(text("SELECT DISTINCT state FROM orders"))).scalars())
        people = await connection.execute(
            text("SELECT count(DISTINCT decided_by) FROM drafts WHERE decided_by IS NOT NULL")
        )
        assert people.scalar_one() == len(world.PEOPLE)
        untold = await connection.execute(
            text(
                "SELECT count(*) FROM orders o WHERE o.state <> (SELECT e.after FROM order_events e "
                "WHERE e.order_id = o.id ORDER BY e.id DESC LIMIT 1)"
            )
        )
        assert untold.scalar_one() == 0, "the history of an order ends where it stands"
        complaints = (
            await connection.execute(
                text(
                    "SELECT c.state, c.known->'wrong'->>'value' = m.text AS said FROM complaints c "
                    "JOIN orders o ON o.id = c.order_id JOIN messages m "
                    "ON m.conversation_id = c.conversation_id AND m.seq = c.opened_seq"
                )
            )
        ).all()
        assert complaints
        assert all(each.said for each in complaints)
    assert {"quoted", "lost", "reviewed"} <= states
    period = named("365d", MONDAY.date())
    report = await report_of(floor.desk, *of_period(period, "Asia/Shanghai", MONDAY))
    assert report.made_up
    assert report.told("inquiries").now.n > 200
    for code in ("first_response_worked", "reply_rate", "as_it_was", "heavy_edit", "paid_value"):
        assert report.told(code).now.value, code
    assert len(report.countries) > 10
    assert len(report.worth_reading) == 3
