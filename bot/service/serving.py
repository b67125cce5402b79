"""Everything on one machine, watched: the web in this process, a worker as a child, the embedded database."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import uvicorn
from sqlalchemy import Engine

from bot.domain.errors import SettingsError
from bot.log import logger
from bot.service.first_people import first_links
from bot.service.memory import keep_for_good
from bot.service.parts import desk_parts, signing_key
from bot.service.sample_talks import add_sample_talks
from bot.service.web import create_web
from bot.settings import Settings, public_address
from bot.web.hub import Hub
from bot.web.signing import LinkSigner
from knowledge.index.exact import ExactStore
from storage import DatabaseUnavailable
from storage.embedded import revive

_GRACE_SECONDS = 20
_LOOK_SECONDS = 1.0
_STARTING_SECONDS = 30
_log = logger("service")


@dataclass(frozen=True, slots=True)
class Started:
    """What can be opened now. `links` are one-time links to the console: (name, role, address)."""

    url: str
    links: tuple[tuple[str, str, str], ...]


Announce = Callable[[Started], None]


def serve(settings: Settings, engine: Engine, announce: Announce) -> None:
    """Serve until SIGTERM or SIGINT; `announce` is called with the address once it can be used."""
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_serve(settings, engine, announce))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's, where it is installed (it is not for Windows): a third less work for each request."""
    try:
        import uvloop
    except ImportError:
        return None
    factory: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return factory


async def _serve(settings: Settings, engine: Engine, announce: Announce) -> None:
    listening = _listen(settings)
    port = listening.getsockname()[1]
    public_url = public_address(settings, port)
    key = signing_key(settings)
    async with desk_parts(settings, engine, ExactStore()) as parts:
        web = create_web(parts.desk, Hub(parts.address), LinkSigner(key), settings, public_url)
        server = _Server(
            uvicorn.Config(
                web, log_config=None, access_log=False, timeout_graceful_shutdown=_GRACE_SECONDS - 5,
                proxy_headers=True, server_header=False,
            )
        )  # fmt: skip
        watching = (
            [asyncio.create_task(_watch_worker(settings, public_url))] if settings.role == "all" else []
        )
        if settings.database_url is None:
            watching.append(asyncio.create_task(_watch_database(settings)))
        serving = asyncio.create_task(server.serve([listening]))
        await asyncio.wait(
            (asyncio.create_task(server.ready.wait()), serving), return_when=asyncio.FIRST_COMPLETED
        )
        if server.ready.is_set():
            links = await first_links(parts.desk, settings, public_url)
            await add_sample_talks(parts.desk, settings)
            await parts.desk.counter.serving()
            keep_for_good()
            announce(Started(public_url, links))
        await serving
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)


class _Server(uvicorn.Server):
    """Says when it serves. A signal ends it and goes no further: the rest of the process ends after it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield


async def _watch_worker(settings: Settings, public_url: str) -> None:
    """Keep one worker running; one that ends is started again."""
    pause = _LOOK_SECONDS
    while True:
        # In a session of its own: Ctrl-C on a terminal is for us, and we end the worker. It also ends where
        # its standard input does.
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            stdin=subprocess.PIPE, env=worker_environment(settings, public_url), start_new_session=True,
        )  # fmt: skip
        try:
            began = asyncio.get_running_loop().time()
            code = await child.wait()
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(child.wait(), _GRACE_SECONDS - 5)
            except TimeoutError:
                child.kill()
                await child.wait()
            raise
        lived = asyncio.get_running_loop().time() - began
        # A worker that was killed starts again at once; one that cannot start is not tried without end.
        failing = code > 0 and lived < _STARTING_SECONDS
        pause = min(pause * 2, 30.0) if failing else _LOOK_SECONDS
        _log.warning("service.worker_ended", code=code, again_in_s=pause)
        await asyncio.sleep(pause)


async def _watch_database(settings: Settings) -> None:
    """Start the embedded server again if it was killed: it recovers, and nothing that was stored is lost."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        try:
            if await asyncio.to_thread(revive, settings.home):
                _log.warning("service.database_revived")
        except (DatabaseUnavailable, OSError) as error:
            _log.error("service.database_down", error=str(error))


def worker_environment(settings: Settings, public_url: str) -> dict[str, str]:
    """The child's: the same settings, as a worker that knows where the web listens."""
    own = dict(os.environ)
    own.update(
        SUPERCARGO_ROLE="worker",
        SUPERCARGO_CHILD="1",
        SUPERCARGO_HOME=str(settings.home),
        SUPERCARGO_SHOP=str(settings.shop),
        SUPERCARGO_PUBLIC_URL=public_url,
    )
    return own


def _listen(settings: Settings) -> socket.socket:
    """The socket, before anything slow: an address in use is told at once."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise SettingsError(
            f"SUPERCARGO_HOST={settings.host}, SUPERCARGO_PORT={settings.port}: {error.strerror}. "
            "Set SUPERCARGO_PORT to a free port, or to 0 for any."
        ) from error
    return listening
