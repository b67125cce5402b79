"""What calls have cost today, and a record of each: in the database, for all processes together.

Written at once, from the worker thread that asked, and not through a queue: the budget of the next call has
to see this one, a call takes a hundred times longer than its row, and a process that is killed takes no
record along. Whatever the database does, a draft goes on: what cannot be written is kept here and written
with the next call.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from bot.log import logger

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from storage.model_calls import ModelCall

_KEPT = 1000
"""Calls that wait for a database: a day of a small shop's."""
_PATIENCE = "2s"
"""What a statement may take; then the draft goes on without it."""
_log = logger("llm")


class Ledger(Protocol):
    """Where calls are recorded."""

    def spent(self) -> Decimal:
        """USD counted today, in the shop's time zone."""
        ...

    def add(self, call: ModelCall) -> int | None:
        """Keep a call; its id where it is stored. Never raises."""
        ...

    def budget_spent(self, budget: Decimal, spent: Decimal) -> None:
        """Tell the team, once a day. Never raises."""
        ...


class NoLedger:
    """For commands that keep no records: the budget holds for this process alone, from its start."""

    def __init__(self) -> None:
        self._spent = Decimal(0)

    def spent(self) -> Decimal:
        return self._spent

    def add(self, call: ModelCall) -> int | None:
        self._spent += call.counted
        return None

    def budget_spent(self, budget: Decimal, spent: Decimal) -> None:
        _log.warning("model.budget_spent", budget=str(budget), spent=str(spent))


class DatabaseLedger:
    """The calls of one shop in PostgreSQL. `engine` is a synchronous one; thread-safe."""

    def __init__(
        self, engine: Engine, shop_id: int, timezone: str, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._engine = engine
        self._shop_id = shop_id
        self._zone = ZoneInfo(timezone)
        self._clock = clock or (lambda: datetime.now(UTC))
        self._lock = Lock()
        self._unwritten: deque[ModelCall] = deque(maxlen=_KEPT)
        self._known: tuple[datetime, Decimal] | None = None
        """(start of the day, what the database said last)"""
        self._told: datetime | None = None

    def spent(self) -> Decimal:
        """Where the database does not answer: what it said last, and what it has not heard of."""
        from sqlalchemy.exc import SQLAlchemyError

        from storage.model_calls import counted_since

        since = self._today()
        try:
            with self._connected() as connection:
                counted = counted_since(connection, self._shop_id, since)
            self._known = (since, counted)
        except SQLAlchemyError as error:
            _log.warning("model.spend_unread", error=type(error).__name__)
            known = self._known
            counted = known[1] if known and known[0] == since else Decimal(0)
        with self._lock:
            waiting = [call.counted for call in self._unwritten if call.at >= since]
        return counted + sum(waiting, Decimal(0))

    def add(self, call: ModelCall) -> int | None:
        from sqlalchemy.exc import SQLAlchemyError

        from storage.model_calls import add

        with self._lock:
            calls = [*self._unwritten, call]
            self._unwritten.clear()
        try:
            with self._connected() as connection:
                return add(connection, self._shop_id, calls)[-1]
        except SQLAlchemyError as error:
            _log.warning("model.call_unrecorded", error=type(error).__name__, waiting=len(calls))
            with self._lock:
                self._unwritten.extend(calls)
            return None

    def budget_spent(self, budget: Decimal, spent: Decimal) -> None:
        from sqlalchemy.exc import SQLAlchemyError

        from storage.model_calls import tell_budget_spent

        since = self._today()
        if self._told == since:
            return
        try:
            with self._connected() as connection:
                first = tell_budget_spent(
                    connection, self._shop_id, at=self._clock(), since=since, budget=budget, spent=spent
                )
        except SQLAlchemyError as error:
            _log.warning("model.budget_untold", error=type(error).__name__)
            return
        self._told = since
        if first:
            _log.warning("model.budget_spent", budget=str(budget), spent=str(spent))

    def _today(self) -> datetime:
        """When the shop's day began."""
        now = self._clock().astimezone(self._zone)
        return now.replace(hour=0, minute=0, second=0, microsecond=0)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        from sqlalchemy import text

        with self._engine.begin() as connection:
            connection.execute(text(f"SET LOCAL statement_timeout = '{_PATIENCE}'"))
            yield connection
