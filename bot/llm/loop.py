"""One thread with an event loop, in which all calls of a process run.

Callers are worker threads that wait for a result. A call that takes too long is cancelled, and its connection
closed: with a thread a call, a server that hangs or trickles would keep one thread after the other.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import cache
from typing import TypeVar

T = TypeVar("T")

_AT_ONCE = 16
"""Calls that are under way together; more wait for their turn, within their own time."""
_GRACE = 0.5
"""Seconds for the cancelling itself. After them the caller goes on whatever the loop is doing."""


class CallingThread:
    """Runs coroutines for other threads. Starts at the first call; a daemon: no exit waits for a provider."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turns = asyncio.Semaphore(_AT_ONCE)

    def run(self, call: Callable[[], Awaitable[T]], seconds: float) -> T:
        """The result of `call`. TimeoutError after `seconds`, waiting for a turn included."""

        async def in_time() -> T:
            async with asyncio.timeout(seconds), self._turns:
                return await call()

        loop = self._started()
        future = asyncio.run_coroutine_threadsafe(in_time(), loop)
        try:
            return future.result(seconds + _GRACE)
        except TimeoutError:
            future.cancel()
            raise

    def _started(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._turns = asyncio.Semaphore(_AT_ONCE)
                threading.Thread(target=_serve, args=(self._loop,), name="model-calls", daemon=True).start()
            return self._loop


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()


@cache
def calling_thread() -> CallingThread:
    """The one of this process. Never ended: providers' packages share connections between their clients, and
    these are bound to the loop that opened them."""
    return CallingThread()
