"""A desk over a real database and the real pipeline, whose clock the test turns."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import URL, Engine, create_engine, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import assemble
from bot.counter import ShopCounter
from bot.desk import drafting, intake, sending
from bot.desk.context import Desk, ServingShop
from bot.domain.desk import Person, Role
from knowledge.encoder import Encoder
from knowledge.index.exact import ExactStore
from knowledge.ingest import ingest, load_shop
from knowledge.questions.loading import load_answers
from storage import drafts, staff, talks
from storage.base import AnyRow
from storage.desk_tables import EventRow, OutboxRow
from storage.live import live_engine, reading, writing
from storage.tables import ShopRow
from storage.talks import SpokenMessage
from tests.cli.shops import write_shop
from tests.given_back import all_given_back
from tests.own_shop import TEMPLATE_SHOP, move_in

_TEMPLATE = "template_with_a_shop"
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Ten in the morning where the shop is."""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class Clock:
    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Shopfloor:
    """The desk, and what a test does and looks at from outside."""

    desk: Desk
    clock: Clock
    engine: Engine
    folder: Path
    encoder: Encoder
    people: dict[str, Person] = field(default_factory=dict)

    async def person(self, name: str, role: Role) -> Person:
        async with writing(self.desk.engine) as connection:
            staff_id = await staff.add(connection, self.desk.shop_id, name, role)
        self.people[name] = Person(staff_id, name, role)
        return self.people[name]

    async def talk(self, *words: str, locale: str = "en", name: str | None = "Alice") -> int:
        """A new conversation in which the buyer has written these messages."""
        started = await intake.start_web_talk(self.desk, locale=locale, name=name)
        for each in words:
            await self.say(started.conversation_id, each)
        return started.conversation_id

    async def say(self, conversation_id: int, words: str) -> int:
        stored = await intake.receive(self.desk, conversation_id, uuid.uuid4(), words)
        return stored.seq

    async def drafted(self, *words: str, **buyer: str) -> AnyRow:
        """The draft that waits after a new buyer has written these messages and the burst is over."""
        return await self.redrafted(await self.talk(*words, **buyer))

    async def redrafted(self, conversation_id: int) -> AnyRow:
        self.clock.pass_by(seconds=30)
        await drafting.draft_reply(self.desk, conversation_id)
        return await self.waiting(conversation_id)

    async def waiting(self, conversation_id: int) -> AnyRow:
        async with reading(self.desk.engine) as connection:
            draft = await drafts.waiting_in(connection, conversation_id)
        assert draft is not None
        return draft

    async def draft(self, draft_id: int) -> AnyRow:
        async with reading(self.desk.engine) as connection:
            draft = await drafts.draft(connection, draft_id)
        assert draft is not None
        return draft

    async def conversation(self, conversation_id: int) -> AnyRow:
        async with reading(self.desk.engine) as connection:
            row = await talks.conversation(connection, conversation_id)
        assert row is not None
        return row

    async def said(self, conversation_id: int) -> tuple[SpokenMessage, ...]:
        async with reading(self.desk.engine) as connection:
            return await talks.messages(connection, conversation_id)

    async def send_all(self) -> int:
        """What the worker does: send everything that waits in the outbox; how many left."""
        async with reading(self.desk.engine) as connection:
            queued = (
                await connection.execute(select(OutboxRow.id).where(OutboxRow.state == "queued"))
            ).scalars().all()  # fmt: skip
        return len([sent for each in queued if (sent := await sending.send_reply(self.desk, each))])

    async def events(self, kind: str) -> list[AnyRow]:
        async with reading(self.desk.engine) as connection:
            found = await connection.execute(
                select(*EventRow.__table__.columns).where(EventRow.kind == kind).order_by(EventRow.id)
            )
            return list(found.all())

    async def jobs(self) -> list[tuple[str, dict[str, object], datetime | None]]:
        """(task, arguments, when) of all jobs that wait."""
        async with self.desk.engine.connect() as connection:
            rows = await connection.execute(
                text("SELECT task_name, args, scheduled_at FROM procrastinate_jobs ORDER BY id")
            )
            return [(row.task_name, row.args, row.scheduled_at) for row in rows]

    def load_prices(self, catalog: str) -> None:
        """A new price list, as `supercargo ingest` brings it in."""
        (self.folder / "catalog.csv").write_text(catalog, encoding="utf-8")
        report = ingest(
            self.folder, engine=self.engine, store=ExactStore(), encoder_factory=lambda: self.encoder
        )
        assert report.exit_code == 0


@pytest.fixture
async def floor(
    database_server: URL, encoder: Encoder, shop_with_terms: Path, shop_template: str, shared_folder: Path
) -> AsyncIterator[Shopfloor]:
    """A desk of its own for one test."""
    name = f"test_{secrets.token_hex(6)}"
    _execute(database_server, f"CREATE DATABASE {name} TEMPLATE {shop_template} STRATEGY file_copy")
    address = database_server.set(database=name)
    engine = create_engine(address)
    move_in(engine, shared_folder / TEMPLATE_SHOP, shop_with_terms)
    live = live_engine(address)
    clock = Clock()
    with engine.connect() as connection:
        shop_id = connection.execute(select(ShopRow.id)).scalar_one()
    counter = ShopCounter(live, shop_id, lambda: _serving(shop_with_terms, engine, encoder))
    try:
        yield Shopfloor(Desk(live, shop_id, counter, clock), clock, engine, shop_with_terms, encoder)
        await all_given_back(live)
    finally:
        counter.close()
        await live.dispose()
        engine.dispose()
        _execute(database_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def live(floor: Shopfloor) -> AsyncEngine:
    return floor.desk.engine


@pytest.fixture
def shop_with_terms(tmp_path: Path) -> Path:
    """Where this test's own copy of the shop's folder is."""
    return tmp_path / "desk-shop"


@pytest.fixture(scope="session")
def shop_template(database_server: URL, encoder: Encoder, shared_folder: Path) -> str:
    """A migrated database in which a small shop serves, to be cloned."""
    with FileLock(shared_folder / "shop-template.lock"):
        folder = shared_folder / TEMPLATE_SHOP
        if folder.exists():
            return _TEMPLATE
        write_shop(folder)
        terms = (folder / "shop.toml").read_text(encoding="utf-8")
        link = 'order_link = "https://example.test/order/{quote_number}"\n'
        (folder / "shop.toml").write_text(
            terms.replace("methods =", f"{link}methods =")
            + "\n[discount]\nsalesperson_percent = 3\nmanager_percent = 8\n",
            encoding="utf-8",
        )
        scratch = f"shop_{secrets.token_hex(6)}"
        _execute(database_server, f"CREATE DATABASE {scratch} TEMPLATE template_migrated STRATEGY file_copy")
        engine = create_engine(database_server.set(database=scratch))
        report = ingest(folder, engine=engine, store=ExactStore(), encoder_factory=lambda: encoder)
        assert report.exit_code == 0, report.errors
        engine.dispose()
        _execute(database_server, f"ALTER DATABASE {scratch} RENAME TO {_TEMPLATE}")
    return _TEMPLATE


def _serving(folder: Path, engine: Engine, encoder: Encoder) -> ServingShop:
    loaded = load_shop(folder, engine=engine, store=ExactStore())
    own = partial(load_answers, folder, loaded.shop.company.timezone, engine=engine)
    return ServingShop(loaded.version, loaded.shop, lambda: assemble(loaded, encoder), own)


def _execute(address: URL, statement: str) -> None:
    engine = create_engine(address.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
