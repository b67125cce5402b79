"""What every step of the desk works with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.postbox import Postbox
from bot.domain.answers import OwnAnswer
from bot.domain.facts import Shop
from bot.domain.inquiry import Evidence
from bot.pipeline import Assistant
from storage.arrivals import Burst

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    def search_answers(self, question: str, limit: int = 5) -> tuple[Evidence, ...]: ...
    def vectors(self, questions: Sequence[tuple[str, str]]) -> tuple[str, NDArray[np.float32]]: ...
    def knowing(self, answers: Sequence[OwnAnswer]) -> OpenedShop: ...


ReadAnswers = Callable[[], Sequence[OwnAnswer]]
"""The team's own answers as they are in force now; reads the database, in the thread that asks."""


class _Opening:
    """A version of a shop, opened once for all revisions of the team's own answers."""

    def __init__(self, open_shop: Callable[[], OpenedShop]) -> None:
        self._open = open_shop
        self._opened: OpenedShop | None = None
        self._lock = Lock()

    def opened(self) -> OpenedShop:
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened


class ServingShop:
    """The shop as it serves now. `version_id` is that of its price list, `revision` that of the team's own
    answers, which change without it.

    What takes the encoder (`opened`, `assistant`) is opened at first use, in the thread that asks: some
    seconds and 200 MB that a process which only takes messages in does not spend.
    """

    def __init__(
        self,
        version_id: int,
        shop: Shop,
        open_shop: Callable[[], OpenedShop],
        read_answers: ReadAnswers = tuple,
        revision: int = 0,
    ) -> None:
        self.version_id = version_id
        self.shop = shop
        self.revision = revision
        self._opening = _Opening(open_shop)
        self._read_answers = read_answers
        self._knowing: OpenedShop | None = None
        self._lock = Lock()

    def at(self, revision: int) -> ServingShop:
        """The same version, which reads the team's own answers anew; what takes long to open stays open."""
        other = copy(self)
        other.revision, other._knowing, other._lock = revision, None, Lock()
        return other

    @property
    def opened(self) -> OpenedShop:
        with self._lock:
            if self._knowing is None:
                opened = self._opening.opened()
                answers = self._read_answers()
                self._knowing = opened.knowing(answers) if answers else opened
            return self._knowing

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
    model_budget: Decimal | None = None
    """USD a day; None: no limit."""
    tally: Tally = field(default_factory=Tally)
    postbox: Postbox = field(init=False)

    def __post_init__(self) -> None:
        burst = Burst(self.timing.quiet, self.timing.longest)
        object.__setattr__(self, "postbox", Postbox(self.engine, burst))
