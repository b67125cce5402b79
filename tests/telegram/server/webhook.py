"""Push to the bot's webhook: in order within a chat, again and later whenever it is not answered 2xx."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import aiohttp

from .updates import Pending
from .world import World

_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Backoff:
    """Seconds between tries of one update: doubled from `first` up to `longest` (Telegram's are longer)."""

    first: float = 0.05
    longest: float = 1.0
    timeout: float = 10.0
    """For one answer."""

    def after(self, tries: int) -> float:
        return min(self.first * 2.0 ** (tries - 1), self.longest)


@dataclass(frozen=True)
class Delivery:
    at: float
    update: Any
    status: int | None
    """None: no answer at all."""
    attempt: int
    body: str = ""


class Pusher:
    """Runs in the server's loop while the server does."""

    def __init__(
        self,
        world: World,
        backoff: Backoff,
        deliveries: list[Delivery],
        crashes: list[BaseException],
    ) -> None:
        self._world = world
        self._backoff = backoff
        self._deliveries = deliveries
        self._crashes = crashes
        self._busy: set[int | None] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Pusher:
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._client = aiohttp.ClientSession()
        self._world.wakers.append(self._wake)
        self._main = self._loop.create_task(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in (self._main, *self._tasks):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self._client.close()

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self._woken.set)

    async def _run(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            for one in self._ready():
                self._busy.add(one.chat)
                task = self._loop.create_task(self._deliver(one))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def _ready(self) -> list[Pending]:
        """The oldest update of each chat that is not being pushed now."""
        with self._world.lock:
            hook = self._world.updates.webhook
            if not hook.url:
                return []
            ready: dict[int | None, Pending] = {}
            for one in self._world.updates.pending:
                if one.chat not in self._busy:
                    ready.setdefault(one.chat, one)
            return list(ready.values())[: max(hook.max_connections - len(self._tasks), 0)]

    async def _deliver(self, one: Pending) -> None:
        try:
            while one in self._world.updates.pending and self._world.updates.webhook.url:
                if await self._pushed(one):
                    with self._world.lock:
                        self._world.updates.drop(one)
                    break
                await asyncio.sleep(self._backoff.after(one.delivered))
        finally:
            self._busy.discard(one.chat)
            self._woken.set()
            with self._world.lock:
                self._world.touch()

    async def _pushed(self, one: Pending) -> bool:
        hook = self._world.updates.webhook
        headers = {} if hook.secret is None else {_HEADER: hook.secret}
        timeout = aiohttp.ClientTimeout(total=self._backoff.timeout)
        one.delivered += 1
        status, body = None, ""
        try:
            async with self._client.post(hook.url, json=one.body, headers=headers, timeout=timeout) as answer:
                status, body = answer.status, await answer.text()
        except (aiohttp.ClientError, TimeoutError) as failed:
            hook.last_error = str(failed) or "Connection timed out"
        with self._world.lock:
            good = status is not None and 200 <= status < 300
            if good and '"method"' in body:
                self._crashes.append(AssertionError(f"a call in a webhook's answer is not done here: {body}"))
            if not good:
                hook.last_error_at = self._world.now()
                if status is not None:
                    hook.last_error = f"Wrong response from the webhook: {status}"
            self._deliveries.append(Delivery(self._world.clock.now(), one.body, status, one.delivered, body))
            self._world.touch()
        return good
