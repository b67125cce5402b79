"""What every step of the desk works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.postbox import Postbox
from bot.domain.facts import Shop
from bot.domain.inquiry import Evidence
from bot.pipeline import Assistant
from storage.arrivals import Burst

Clock = Callable[[], datetime]
"""The present, aware."""


@dataclass(frozen=True, slots=True)
class DeskTiming:
    """When the desk acts on its own."""

    quiet: timedelta = timedelta(seconds=4)
    """A burst is over when the buyer has written nothing for so long …"""
    longest: timedelta = timedelta(seconds=20)
    """… or when it has lasted so long."""
    reminders: tuple[timedelta, ...] = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=20))
    """After a draft began to wait."""
    hand_over: timedelta = timedelta(hours=22)
    """When the next salesperson gets a draft that still waits; before the platform's 24 hours are over."""
    retention: timedelta | None = None
    """Buyers with whom nothing was written for so long are erased; None: nobody is."""


class OpenedShop(Protocol):
    """A shop with its search and its assistant."""

    @property
    def assistant(self) -> Assistant: ...
    def search_policies(self, question: str, limit: int = 10) -> tuple[str, tuple[Evidence, ...]]: ...
    def search_products(self, question: str, limit: int = 10) -> tuple[str, list[tuple[str, str, float]]]: ...


class ServingShop:
    """The shop as it serves now. `version_id` is that of its price list.

    What takes the encoder (`opened`, `assistant`) is opened at first use, in the thread that asks: some
    seconds and 200 MB that a process which only takes messages in does not spend.
    """

    def __init__(self, version_id: int, shop: Shop, open_shop: Callable[[], OpenedShop]) -> None:
        self.version_id = version_id
        self.shop = shop
        self._open = open_shop
        self._opened: OpenedShop | None = None
        self._opening = Lock()

    @property
    def opened(self) -> OpenedShop:
        with self._opening:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    @property
    def assistant(self) -> Assistant:
        return self.opened.assistant


class Counter(Protocol):
    """Where the desk gets the shop from: the newest version that was loaded."""

    async def serving(self) -> ServingShop: ...


@dataclass(slots=True)
class Tally:
    """What this process has done since it started."""

    messages_stored: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """One shop's desk."""

    engine: AsyncEngine
    shop_id: int
    counter: Counter
    clock: Clock
    timing: DeskTiming = field(default_factory=DeskTiming)
    model: str | None = None
    """The language model that is set, `provider:model`; None: templates alone. Asked through the assistant,
    in jobs and worker threads."""
    tally: Tally = field(default_factory=Tally)
    postbox: Postbox = field(init=False)

    def __post_init__(self) -> None:
        burst = Burst(self.timing.quiet, self.timing.longest)
        object.__setattr__(self, "postbox", Postbox(self.engine, burst))
