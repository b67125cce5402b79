"""What the calls of a worker are about, for their records: set around the work, not handed through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class About:
    """A conversation and, where it is made already, a draft. `calls`: ids of the records made meanwhile."""

    conversation_id: int | None = None
    draft_id: int | None = None
    calls: list[int] = field(default_factory=list)


_ABOUT: ContextVar[About | None] = ContextVar("asked_about", default=None)


@contextmanager
def asked_about(conversation_id: int | None = None, draft_id: int | None = None) -> Iterator[About]:
    """Calls inside, also in threads started by `asyncio.to_thread`, are recorded with these ids.

    Of a draft that is made of them, `storage.model_calls.belong_to` tells the records afterwards.
    """
    about = About(conversation_id, draft_id)
    token = _ABOUT.set(about)
    try:
        yield about
    finally:
        _ABOUT.reset(token)


def what_about() -> About:
    """What was set last around this code; without anything, a conversation of nobody."""
    return _ABOUT.get() or About()
