"""Start and end of a server, in a thread with a loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from .server import BotApi
from .serving import Serving
from .webhook import Pusher
from .world import World

TOKEN = "7654321:AAtest_token_of_the_loopback_server_00000"


@contextmanager
def bot_api(token: str = TOKEN, *, username: str = "supercargo_bot") -> Iterator[BotApi]:
    """A server on a free port of the loopback, in a thread of its own."""
    bot = {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": "Supercargo",
        "username": username,
    }
    server = BotApi(token, World(bot))
    running = _Running(server)
    running.start()
    try:
        yield server
    finally:
        running.stop()
    assert not server.crashes, f"the test server crashed: {server.crashes}"
    assert not server.unimplemented, f"the test server can't do this: {server.unimplemented}"


class _Running:
    """The thread, its loop, and the way to end both."""

    def __init__(self, server: BotApi) -> None:
        self._server = server
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="bot-api", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()
        if self._failed is not None:
            raise self._failed

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failed:
            self._failed = failed
            raise
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        world = self._server.world
        serving = Serving(world, self._server.token)
        self._server.crashes = serving.crashes
        runner = web.AppRunner(
            serving.app(), handler_cancellation=True, access_log=None, shutdown_timeout=0.1
        )
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self._server.url = f"http://{host}:{port}"
        async with Pusher(world, self._server.backoff, self._server.deliveries, serving.crashes):
            self._ready.set()
            await self._over.wait()
            serving.stop()
        with world.lock:
            world.wakers.clear()
        await runner.cleanup()
        await asyncio.sleep(0)  # its connections end with the next turn of the loop
