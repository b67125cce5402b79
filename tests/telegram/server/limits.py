"""Telegram's flood limits: 1 message a second in a chat, 20 a minute in a group, 30 a second in all."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .errors import ApiError, too_many

_SLACK = 0.02
"""Seconds that a message may come early: clocks and networks jitter."""


@dataclass(frozen=True)
class Violation:
    at: float
    chat: int
    rule: Literal["chat", "group", "overall", "retry_after"]
    """`retry_after`: sent before the time was over that the last 429 had named."""
    retry_after: int


class Limits:
    """`mode`: off; count (violations are listed, nothing is refused); strict (429 as well)."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.mode: Literal["off", "count", "strict"] = "count"
        self.per_second = 1.0
        self.burst = 1
        """Messages that a chat takes at once before it is held to `per_second`."""
        self.group_per_minute = 20
        self.overall_per_second = 30
        self.edits_count = False
        """Whether edits count as messages do; Telegram does not say."""
        self.violations: list[Violation] = []
        self._tokens: dict[int, tuple[float, float]] = {}
        self._group: dict[int, deque[float]] = defaultdict(deque)
        self._all: deque[float] = deque()
        self._held: dict[int, float] = {}

    def spend(self, chat: int, messages: int = 1) -> None:
        """Account for messages to a chat; raises ApiError 429 in strict mode when it is too many."""
        if self.mode == "off":
            return
        now = self._now()
        broken = self._broken(chat, messages, now)
        if broken is not None:
            self.violations.append(broken)
            if self.mode == "strict":
                self.hold(chat, broken.retry_after)
                raise too_many(broken.retry_after)
        self._take(chat, messages, now)

    def hold(self, chat: int, seconds: int) -> ApiError:
        """The bot was told to wait: what it sends to that chat before then is a violation."""
        self._held[chat] = max(self._held.get(chat, 0.0), self._now() + seconds)
        return too_many(seconds)

    def _broken(self, chat: int, messages: int, now: float) -> Violation | None:
        held = self._held.get(chat, 0.0) - now
        if held > _SLACK:
            return Violation(now, chat, "retry_after", math.ceil(held))
        missing = min(messages, self.burst) - self._filled(chat, now)
        if missing > _SLACK * self.per_second:
            return Violation(now, chat, "chat", max(1, math.ceil(missing / self.per_second)))
        if chat < 0 and (wait := _wait(self._group[chat], messages, self.group_per_minute, 60, now)) > _SLACK:
            return Violation(now, chat, "group", math.ceil(wait))
        if (wait := _wait(self._all, messages, self.overall_per_second, 1, now)) > _SLACK:
            return Violation(now, chat, "overall", max(1, math.ceil(wait)))
        return None

    def _filled(self, chat: int, now: float) -> float:
        tokens, since = self._tokens.get(chat, (float(self.burst), now))
        return min(float(self.burst), tokens + (now - since) * self.per_second)

    def _take(self, chat: int, messages: int, now: float) -> None:
        left = max(self._filled(chat, now) - messages, -float(self.burst))
        self._tokens[chat] = (left, now)
        if chat < 0:
            self._group[chat].extend([now] * messages)
        self._all.extend([now] * messages)


def _wait(sent: deque[float], messages: int, most: int, window: float, now: float) -> float:
    """Seconds until `messages` more fit into the window."""
    while sent and sent[0] <= now - window:
        sent.popleft()
    over = len(sent) + messages - most
    if over <= 0 or not sent:
        return 0.0
    return sent[min(over, len(sent)) - 1] + window - now
