"""Start and end of the server, in a thread with a loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from .server import MODEL, ModelServer, Script

KEY = "sk-test-of-the-loopback"


@contextmanager
def model_server(
    script: Script,
    *,
    key: str = KEY,
    models: tuple[str, ...] = (MODEL,),
    context: int = 16_384,
    cache_from: int = 1024,
    port: int = 0,
) -> Iterator[ModelServer]:
    """A server on `port` of the loopback, or on a free one. Fails at the end when a script has raised."""
    server = ModelServer(script, key=key, models=models, context=context, cache_from=cache_from)
    running = _Running(server, port)
    running.start()
    try:
        yield server
    finally:
        running.stop()
    assert not server.crashes, f"the script failed: {server.crashes}"


class _Running:
    def __init__(self, server: ModelServer, port: int) -> None:
        self._server = server
        self._port = port
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="model-server", daemon=True)

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
        runner = web.AppRunner(
            self._server.app(), handler_cancellation=True, access_log=None, shutdown_timeout=0.1
        )
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        host, port = runner.addresses[0][:2]
        self._server.url = f"http://{host}:{port}/v1"
        self._ready.set()
        await self._over.wait()
        await runner.cleanup()
        await asyncio.sleep(0)  # its connections end with the next turn of the loop
