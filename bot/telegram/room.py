"""How many calls one process may have on their way: what holds where a reserved moment alone does not."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from bot.telegram.pace_rules import Limit

IN_A_PROCESS = Limit(30, 1.02)
"""Telegram's own limit overall. From the end of a call no network lies between, and so hardly a margin is
needed."""


class Room:
    """At most `limit.count` messages on their way or ended within `limit.seconds`.

    A moment to leave says little of when a call arrives: a process that stands still for half a second makes
    at once all the calls that were due meanwhile, and a database that was killed has forgotten the newest
    reservations. A call arrives between its start and its end; so whoever counts both never lets more arrive
    in any one second, whatever stood still. Processes that call at the same time have a part of it each.
    To be used from one event loop.
    """

    def __init__(self, limit: Limit = IN_A_PROCESS) -> None:
        self._limit = limit
        self._most = limit.count
        self._inside = 0
        self._ended: deque[float] = deque()
        self._door = asyncio.Lock()
        self._left = asyncio.Event()

    def share(self, processes: int) -> None:
        """So many have to make do with it together."""
        self._most = max(1, self._limit.count // processes)
        self._left.set()

    async def enter(self, messages: int, patience: float) -> None:
        """Return when there is room, in the order of coming. TimeoutError after `patience` seconds."""
        async with asyncio.timeout(max(patience, 0.0)), self._door:
            while (seconds := self._until_free(messages)) != 0:
                self._left.clear()
                try:
                    async with asyncio.timeout(seconds):
                        await self._left.wait()
                except TimeoutError:
                    continue
            self._inside += messages

    def leave(self, messages: int, *, called: bool = True) -> None:
        """The call has come to its end, however, or was not made."""
        self._inside -= messages
        if called:
            self._ended.extend([time.monotonic()] * messages)
        self._left.set()

    def _until_free(self, messages: int) -> float | None:
        """Seconds until an ended call is forgotten; None: not before one ends; 0 where there is room."""
        now = time.monotonic()
        while self._ended and self._ended[0] <= now - self._limit.seconds:
            self._ended.popleft()
        taken = self._inside + len(self._ended)
        if taken + messages <= self._most or not taken:  # an album of more goes alone
            return 0
        return self._ended[0] + self._limit.seconds - now if self._ended else None
