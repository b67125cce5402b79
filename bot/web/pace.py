"""How fast one sender may come: a bucket each; what comes too fast is put off or refused by whoever asks."""

from __future__ import annotations

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_MOST_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class TooFast(Exception):
    """The sender keeps the message and sends it again after so many seconds."""

    retry_after: int


class Pace:
    """A bucket a sender: `burst` at once, then `per_second`; the rest waits up to `longest` seconds."""

    def __init__(
        self,
        burst: float,
        per_second: float,
        longest: float = 4.0,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst = burst
        self._per_second = per_second
        self._longest = longest
        self._seconds = seconds
        self._buckets: OrderedDict[object, tuple[float, float]] = OrderedDict()

    async def wait(self, sender: object) -> None:
        """Return when it is `sender`'s turn. TooFast where that is too far off; nothing is taken then."""
        delay = self.take(sender)
        if delay > 0:
            await asyncio.sleep(delay)

    def take(self, sender: object) -> float:
        """Seconds until it is `sender`'s turn."""
        now = self._seconds()
        level, at = self._buckets.get(sender, (self._burst, now))
        level = min(self._burst, level + (now - at) * self._per_second) - 1
        delay = max(0.0, -level / self._per_second)
        if delay > self._longest:
            raise TooFast(math.ceil(delay - self._longest) + 1)
        self._buckets[sender] = (level, now)
        self._buckets.move_to_end(sender)
        if len(self._buckets) > _MOST_KNOWN:
            self._buckets.popitem(last=False)
        return delay
