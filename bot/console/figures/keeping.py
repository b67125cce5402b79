"""Figures that many facts were counted for, kept for a moment: who looks at a year again, or has it as CSV
beside the page, does not have it counted anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.metrics.counting import Answer, Asked
from storage.metrics.questions import Question

KEPT_FOR = timedelta(minutes=1)
MANY = 50_000
"""From so many facts on in one figure: less is counted while one looks."""
_MOST = 64
_Key = tuple[int, tuple[Question, ...], Asked]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the queries of a page told, and when."""

    at: datetime
    now: list[Answer]
    before: list[Answer]


class Kept:
    """The newest of a process. Nothing of a buyer's is among it: figures alone."""

    def __init__(self) -> None:
        self._found: OrderedDict[_Key, Counted] = OrderedDict()

    def get(self, shop_id: int, asked: Iterable[Question], narrowed: Asked) -> Counted | None:
        """`narrowed` as it would be asked now; its own present does not count."""
        found = self._found.get(_key(shop_id, asked, narrowed))
        return found if found is not None and found.at <= narrowed.now < found.at + KEPT_FOR else None

    def clear(self) -> None:
        """Have all counted anew."""
        self._found.clear()

    def keep(self, shop_id: int, asked: Iterable[Question], narrowed: Asked, counted: Counted) -> None:
        figures = (figure for answer in counted.now for _, _, told in answer for figure in told.values())
        if max((figure.n for figure in figures), default=0) < MANY:
            return
        key = _key(shop_id, asked, narrowed)
        self._found[key] = counted
        self._found.move_to_end(key)
        while len(self._found) > _MOST:
            self._found.popitem(last=False)


_OF: WeakKeyDictionary[AsyncEngine, Kept] = WeakKeyDictionary()


def kept_by(engine: AsyncEngine) -> Kept:
    return _OF.setdefault(engine, Kept())


def _key(shop_id: int, asked: Iterable[Question], narrowed: Asked) -> _Key:
    return shop_id, tuple(asked), replace(narrowed, now=narrowed.since)
