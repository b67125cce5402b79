"""A record of every call, so that "twice" can be counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Call:
    number: int
    at: float
    """Seconds since 1970, by the server's clock."""
    method: str
    fields: dict[str, Any] = field(repr=False)
    chat: int | None = None
    thread: int | None = None
    outcome: str = "running"
    """running, ok, refused (an answer with ok: false), cut (no answer), hung."""
    code: int | None = None
    description: str = ""
    effect: bool = False
    """Telegram did what was asked, whether or not the bot learned of it."""
    fault: str | None = None
    """The kind of the fault that was made to happen to it."""
    result: Any = field(default=None, repr=False)


class Journal:
    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.calls: list[Call] = []

    def begin(self, method: str, fields: dict[str, Any]) -> Call:
        call = Call(len(self.calls) + 1, self._now(), method, fields)
        chat, thread = fields.get("chat_id"), fields.get("message_thread_id")
        call.chat, call.thread = _number(chat), _number(thread)
        self.calls.append(call)
        return call

    def of(
        self,
        method: str | None = None,
        *,
        chat: int | None = None,
        thread: int | None = None,
        outcome: str | None = None,
        effect: bool | None = None,
        code: int | None = None,
    ) -> list[Call]:
        """The calls that match all that is given, oldest first."""
        return [
            call
            for call in self.calls
            if method in (None, call.method)
            and chat in (None, call.chat)
            and thread in (None, call.thread)
            and outcome in (None, call.outcome)
            and effect in (None, call.effect)
            and code in (None, call.code)
        ]


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
