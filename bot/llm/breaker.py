"""The circuit breaker: while a provider is down, nobody waits for it.

Pure: the time is handed in, in seconds of any clock that never goes back. One breaker a process: each finds
out for itself, and no shared row has to be written in an outage.
"""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Literal

State = Literal["closed", "half_open", "open"]

_TROUBLES = 3
"""So many one after the other, or so many in the window if they are most of its calls, open it. One slow
answer does not; in an outage under load, whoever asked before three have failed waits for the time-out, and
nobody else."""
_WINDOW = 60.0
LONGEST_FIRST_PAUSE = 10.0
_LONGEST_PAUSE = 120.0


class Breaker:
    """Lets calls through (closed), refuses them (open), or tries with one (half_open). Thread-safe."""

    def __init__(self, first_pause: float = LONGEST_FIRST_PAUSE) -> None:
        self._lock = Lock()
        self._calls: deque[tuple[float, bool]] = deque()
        self._in_a_row = 0
        self._open_until: float | None = None
        self._first_pause = self._pause = first_pause
        self._probing = False

    def enter(self, now: float) -> State:
        """The state in which a call would be made. Unless it is "open", make it, and `leave` afterwards."""
        with self._lock:
            if self._open_until is None:
                return "closed"
            if self._probing or now < self._open_until:
                return "open"
            self._probing = True
            return "half_open"

    def state(self, now: float) -> State:
        """The state without making a call."""
        with self._lock:
            if self._open_until is None:
                return "closed"
            return "open" if self._probing or now < self._open_until else "half_open"

    def leave(self, state: State, now: float, *, outage: bool, hold: float | None = None) -> None:
        """A call that entered in `state` has ended; `outage`: the provider could not be used.

        `hold`: seconds that the provider asks to be left alone.
        """
        with self._lock:
            if state == "half_open":
                self._probing = False
                if outage:
                    self._pause = min(self._pause * 2, _LONGEST_PAUSE)
                    self._open(now, max(self._pause, hold or 0.0))
                else:
                    self._open_until, self._pause, self._in_a_row = None, self._first_pause, 0
                    self._calls.clear()
                return
            self._in_a_row = self._in_a_row + 1 if outage else 0
            self._calls.append((now, outage))
            while self._calls[0][0] < now - _WINDOW:
                self._calls.popleft()
            troubles = sum(failed for _, failed in self._calls)
            most = troubles >= _TROUBLES and troubles * 2 > len(self._calls)
            if most or self._in_a_row >= _TROUBLES:
                self._open(now, max(self._pause, hold or 0.0))
            elif outage and hold is not None:
                self._open(now, hold)

    def _open(self, now: float, pause: float) -> None:
        # A call that began before the breaker opened never shortens the pause.
        until = now + min(pause, _LONGEST_PAUSE)
        self._open_until = max(until, self._open_until or 0.0)
