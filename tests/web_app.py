"""The real service in a thread: web, live updates and worker over a database of the test's own.

A test says what it wants in its `conftest.py`::

    from tests.desk.conftest import shop_template
    from tests.web_app import web_app

    def test_something(web_app: WebApp) -> None:
        web_app.start()                                  # worker=False: messages stay undrafted
        boris = web_app.person("Boris", "salesperson")
        with web_app.client() as client:                 # httpx, signed in as nobody
            client.post("/api/chat/sessions", json={"locale": "es"})
        token = web_app.api_token(boris)                 # Authorization: Bearer …
        link = web_app.login_link(boris)                 # opens the console in a browser
        web_app.run(lambda desk: deciding.approve(desk, boris, …))   # anything of bot.desk, in its loop
        web_app.restart()                                # same address, same database
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import httpx
import pytest
import uvicorn
from sqlalchemy import URL, Engine, create_engine, select, text

from bot.app import assemble
from bot.counter import ShopCounter
from bot.desk.context import Desk, DeskTiming, ServingShop
from bot.desk.intake import hash_of
from bot.domain.asking import LanguageModel
from bot.domain.desk import Person, Role
from bot.service.web import create_web
from bot.settings import Settings
from bot.web.hub import Hub
from bot.web.login_links import make_login_link
from bot.web.signing import LinkSigner
from bot.worker import work_list
from knowledge.encoder import Encoder
from knowledge.index.exact import ExactStore
from knowledge.ingest import load_shop
from knowledge.questions.loading import load_answers
from storage import drafts, staff
from storage.base import AnyRow
from storage.live import libpq_url, live_engine, reading, writing
from storage.tables import ShopRow
from tests.given_back import all_given_back
from tests.once_a_process import work_out_routes_once
from tests.own_shop import TEMPLATE_SHOP, move_in

_V = TypeVar("_V")
_LONGEST_WAIT_SECONDS = 30.0
_POLL_SECONDS = 0.1
QUICK = DeskTiming(quiet=timedelta(seconds=0.2), longest=timedelta(seconds=1))


@dataclass
class WebApp:
    """The service. `engine` looks into its database from the test's own thread."""

    engine: Engine
    folder: Path
    encoder: Encoder
    settings: Settings
    timing: DeskTiming = QUICK
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    model: LanguageModel | None = None
    """The real client of a model, for tests with a scripted server; set before `start`."""
    url: str = ""
    _port: int = 0
    _thread: Thread | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _stop: asyncio.Event | None = None
    _desk: Desk | None = None
    _failure: list[BaseException] = field(default_factory=list)

    def start(self, *, worker: bool = True) -> None:
        """Serve at `url`; with a worker, what is due is drafted and what is approved is sent."""
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", self._port))
        listening.listen(128)
        self._port = listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._desk = None
        self._thread = Thread(target=self._serve, args=(listening, worker), daemon=True)
        self._thread.start()
        self.until(lambda: self._desk is not None or bool(self._failure), "the service is up")
        if self._failure:
            raise self._failure[0]

    def stop(self) -> None:
        if self._thread is None or self._loop is None or self._stop is None:
            return
        with suppress(RuntimeError):  # its loop has ended already
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_LONGEST_WAIT_SECONDS)
        assert not self._thread.is_alive(), "the service did not stop"
        self._thread = self._desk = None

    def restart(self, *, worker: bool = True) -> None:
        self.stop()
        self.start(worker=worker)

    def run(self, action: Callable[[Desk], Awaitable[_V]]) -> _V:
        """What `action` gives, run in the service's loop on its desk; its refusals are raised here."""
        desk, loop = self._desk, self._loop
        if desk is None or loop is None:
            raise AssertionError("start() first")

        async def acting() -> _V:
            return await action(desk)

        return asyncio.run_coroutine_threadsafe(acting(), loop).result(_LONGEST_WAIT_SECONDS)

    def client(self, token: str | None = None) -> httpx.Client:
        """`token`: of a buyer's chat session, or a person's API token."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=_LONGEST_WAIT_SECONDS)

    def person(self, name: str, role: Role) -> Person:
        async def add(desk: Desk) -> int:
            async with writing(desk.engine) as connection:
                return await staff.add(connection, desk.shop_id, name, role)

        return Person(self.run(add), name, role)

    def login_link(self, person: Person) -> str:
        """The address that signs a browser in, once."""
        return f"{self.url}/console/login/{self.run(lambda desk: make_login_link(desk, person.id))}"

    def api_token(self, person: Person) -> str:
        token = secrets.token_urlsafe(32)

        async def add(desk: Desk) -> None:
            async with writing(desk.engine) as connection:
                await staff.add_api_token(connection, person.id, hash_of(token))

        self.run(add)
        return token

    def waiting_draft(self, conversation_id: int) -> AnyRow:
        """The draft that waits in a conversation, as soon as the worker has made it."""

        async def look(desk: Desk) -> AnyRow | None:
            async with reading(desk.engine) as connection:
                return await drafts.waiting_in(connection, conversation_id)

        return self.until(lambda: self.run(look), "a draft waits")

    def only_conversation(self) -> int:
        """The conversation of a test that has one, as soon as it is there."""
        look = self.until(lambda: self.rows("SELECT id FROM conversations"), "a conversation is begun")
        return int(look[0].id)

    def rows(self, statement: str, **values: Any) -> list[AnyRow]:
        """What the database says, outside the service."""
        with self.engine.connect() as connection:
            return list(connection.execute(text(statement), values).all())

    def until(self, look: Callable[[], _V | None], what: str) -> _V:
        """What `look` finds, once it finds something; fails after half a minute."""
        end = time.monotonic() + _LONGEST_WAIT_SECONDS
        while time.monotonic() < end:
            if found := look():
                return found
            time.sleep(0.05)
        raise AssertionError(f"waited in vain until {what}")

    def _serve(self, listening: socket.socket, worker: bool) -> None:
        try:
            asyncio.run(self._serving(listening, worker))
        except BaseException as error:
            self._failure.append(error)
        finally:
            listening.close()

    async def _serving(self, listening: socket.socket, worker: bool) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        address = libpq_url(self.engine.url)
        live = live_engine(self.engine.url)
        with self.engine.connect() as connection:
            shop_id = connection.execute(select(ShopRow.id)).scalar_one()
        counter = ShopCounter(live, shop_id, self._load)
        name = self.model.name if self.model is not None else None
        desk = Desk(live, shop_id, counter, lambda: self.clock(), self.timing, model=name)
        web = create_web(desk, Hub(address), LinkSigner("a key for tests"), self.settings, self.url)
        work_out_routes_once(web)
        server = uvicorn.Server(
            uvicorn.Config(web, log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=1)
        )
        async with AsyncExitStack() as after:
            after.push_async_callback(live.dispose)
            after.push_async_callback(all_given_back, live)
            after.callback(counter.close)
            serving = asyncio.create_task(server.serve([listening]))
            working = None
            if worker:
                jobs = work_list(address, desk)
                await after.enter_async_context(jobs.open_async())
                working = asyncio.create_task(jobs.run_worker_async(fetch_job_polling_interval=_POLL_SECONDS))
            self._desk = desk  # the socket listens: whoever connects early is served a moment later
            await self._stop.wait()
            server.should_exit = True
            if working is not None:
                working.cancel()
                await asyncio.gather(working, return_exceptions=True)
            await serving

    def _load(self) -> ServingShop:
        loaded = load_shop(self.folder, engine=self.engine, store=ExactStore())
        own = partial(load_answers, self.folder, loaded.shop.company.timezone, engine=self.engine)
        return ServingShop(
            loaded.version, loaded.shop, lambda: assemble(loaded, self.encoder, self.model), own
        )


@pytest.fixture
def web_app(
    database_server: URL,
    encoder: Encoder,
    encoder_home: Path,
    shared_folder: Path,
    shop_template: str,
    tmp_path: Path,
) -> Iterator[WebApp]:
    """A service that is not started yet, over a database in which a small kitchenware shop serves."""
    name = f"test_{secrets.token_hex(6)}"
    server = create_engine(database_server, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {shop_template} STRATEGY file_copy"))
    engine = create_engine(database_server.set(database=name))
    folder = move_in(engine, shared_folder / TEMPLATE_SHOP, tmp_path / "desk-shop")
    app = WebApp(engine, folder, encoder, Settings(home=encoder_home, shop=folder))
    try:
        yield app
    finally:
        app.stop()
        engine.dispose()
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()
