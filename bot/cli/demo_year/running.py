"""`supercargo demo`: a service with a year behind it, in a home folder of its own.

It never touches a shop that is in use: its database is the embedded one of `demo-year` below the home folder,
whatever the settings say, and no messenger and no language model is connected.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, text

from bot.cli.demo_year.world import A_DAY, DAYS, SEED
from bot.cli.opening import loading, told
from bot.cli.screen import notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.app import App
    from bot.settings import Settings

FOLDER = "demo-year"
_OURS = ("SUPERCARGO_", "TELEGRAM_")
_KEPT = frozenset(
    {
        "SUPERCARGO_HOME", "SUPERCARGO_EMBEDDINGS", "SUPERCARGO_HOST", "SUPERCARGO_PORT",
        "SUPERCARGO_LOG_LEVEL",
    }
)  # fmt: skip
"""Not the public address: the links of a demo would lead to the shop that is served there."""
_FRESH = timedelta(hours=12)
"""A year that ends so long ago at most is used again; else it is made anew, up to now."""
_CLEARED = ("alerts", "digests", "knowledge_gaps", "model_calls", "events", "buyers", "metric_touched")
Progress = Callable[[str, int, int], None]


def run() -> None:
    """Make the year where it is not there or is old, then serve until Ctrl-C. SupercargoError."""
    from bot.cli.serving import run as serve

    own = demo_settings()
    make(own)
    serve(own, made_up=True)


def demo_settings() -> Settings:
    """Those of the demo. The environment of this process, which its worker inherits, loses every variable
    that leads to a real shop, before any is read: what is wrong with one is of no concern here."""
    from bot.settings import read_settings, sample_shop

    for name in list(os.environ):
        if name.startswith(_OURS) and name not in _KEPT:
            del os.environ[name]
    return read_settings(home=read_settings().home.resolve() / FOLDER, shop=sample_shop(), role="all")


def make(settings: Settings, now: datetime | None = None) -> bool:
    """Fill the database of the demo; False where it is filled up to a while ago. SupercargoError."""
    from bot.app import load_if_changed, open_assistant, open_data
    from knowledge.encoder import open_encoder

    now = now or datetime.now(UTC)
    with told(), loading(settings) as opening, open_data(settings) as engine:
        encoder = open_encoder(settings.home, settings.embeddings)
        load_if_changed(settings, settings.shop, engine, encoder, opening)
        del encoder
        if _is_fresh(engine, now):
            return False
    with (
        told(),
        _bar() as progress,
        open_assistant(settings, settings.shop) as (app, _),
        open_data(settings) as engine,
    ):
        fill(engine, app, now, progress)
    return True


def fill(engine: Engine, app: App, now: datetime, progress: Progress, a_day: float = A_DAY) -> int:
    """The year up to `now` in one transaction, and the facts that figures come from; how many talks."""
    import asyncio

    from bot.cli.demo_year import history, templates
    from bot.cli.demo_year.tables import Rows
    from bot.cli.demo_year.talks import Year
    from bot.domain.working_hours import spans

    random = Random(SEED)  # noqa: S311 - invented data, the same every time
    zone = ZoneInfo(app.shop.company.timezone)
    first = (now.astimezone(zone) - timedelta(days=DAYS)).date()
    begins = datetime.combine(first, time(), zone).astimezone(UTC)
    made = templates.make(app, random, now, lambda done, of: progress("Answering sample inquiries", done, of))
    with engine.begin() as connection:
        shop_id, version_id = connection.execute(
            text("SELECT id, serving_version_id FROM shops ORDER BY id LIMIT 1")
        ).one()
        _clear(connection, shop_id)
        people = _people(connection, shop_id)
        rows = Rows(connection)
        year = Year(
            rows, random, shop_id, version_id, begins, now,
            list(spans(app.shop, begins - timedelta(days=8), now + timedelta(days=90))), people, made,
            a_day,
        )  # fmt: skip
        talks = history.tell(year, lambda done, of: progress("Inventing a year", done, of))
        rows.write(connection, lambda done, of: progress("Storing it", done, of))
        _note_numbers(connection, shop_id)
        connection.execute(
            text(
                "INSERT INTO shop_settings (shop_id, name, value, changed_at) VALUES (:shop, 'made_up', "
                "jsonb_build_object('seed', CAST(:seed AS int), 'talks', CAST(:talks AS int)), :now)"
            ),
            {"shop": shop_id, "seed": SEED, "talks": talks, "now": now},
        )
    asyncio.run(_count(engine, shop_id, now, talks, progress))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return talks


async def _count(engine: Engine, shop_id: int, now: datetime, talks: int, progress: Progress) -> None:
    from storage.live import live_engine
    from storage.metrics.facts import BATCH, catch_up

    live = live_engine(engine.url, connections=1)
    try:
        done = 0
        while counted := await catch_up(live, shop_id, now, batches=1):
            done += counted
            progress("Counting", min(done, talks), max(talks, BATCH))
    finally:
        await live.dispose()


def _is_fresh(engine: Engine, now: datetime) -> bool:
    with engine.connect() as connection:
        made = connection.execute(
            text("SELECT changed_at FROM shop_settings WHERE name = 'made_up'")
        ).scalar()
    return made is not None and now - made < _FRESH


def _clear(connection: Connection, shop_id: int) -> None:
    """An older year goes; the database is the demo's alone."""
    known = {"shop": shop_id}
    connection.execute(text("DELETE FROM shop_settings WHERE shop_id = :shop AND name = 'made_up'"), known)
    connection.execute(text(f"TRUNCATE {', '.join(_CLEARED)} CASCADE"))


def _people(connection: Connection, shop_id: int) -> list[tuple[int, float]]:
    from bot.cli.demo_year.world import PEOPLE

    added = []
    for name, role, part in PEOPLE:
        number = connection.execute(
            text("SELECT id FROM staff WHERE shop_id = :shop AND name = :name"),
            {"shop": shop_id, "name": name},
        ).scalar()
        if number is None:
            number = connection.execute(
                text("INSERT INTO staff (shop_id, name, role) VALUES (:shop, :name, :role) RETURNING id"),
                {"shop": shop_id, "name": name, "role": role},
            ).scalar_one()
        added.append((int(number), part))
    return added


def _note_numbers(connection: Connection, shop_id: int) -> None:
    """The next real quote's number comes after the invented ones."""
    connection.execute(
        text(
            "INSERT INTO quote_counters (shop_id, year, last) "
            "SELECT :shop, split_part(number, '-', 2)::int, max(split_part(number, '-', 3)::int) "
            "FROM quotes WHERE shop_id = :shop GROUP BY 2 "
            "ON CONFLICT (shop_id, year) DO UPDATE SET last = excluded.last"
        ),
        {"shop": shop_id},
    )
    connection.execute(
        text(
            "UPDATE knowledge_gaps g SET shown_id = q.id FROM (SELECT gap_id, min(id) AS id "
            "FROM unanswered_questions WHERE gap_id IS NOT NULL GROUP BY gap_id) q WHERE q.gap_id = g.id"
        )
    )


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    console = notes()
    columns: tuple[Any, ...] = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        task = bars.add_task("Getting ready", total=None)
        yield lambda stage, done, of: bars.update(task, description=stage, completed=done, total=max(of, 1))
