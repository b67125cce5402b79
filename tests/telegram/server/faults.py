"""What goes wrong on purpose, per method and chat: from a queue, or at random with a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Literal, get_args

from .errors import NO_THREAD, ApiError, bad, forbidden, migrated, too_many

Kind = Literal[
    "429", "500", "500_after", "502", "502_after", "cut_before", "cut_after", "hang", "hang_after",
    "403", "migrated", "deleted_topic",
]  # fmt: skip
"""
429                 too many requests, with retry_after
500, 502            an error in JSON, an error page in HTML; nothing was done
cut_before, hang    the connection is closed, or stays open without an answer; nothing was done
…_after             the same, but Telegram had done what was asked
403                 blocked by the user
migrated            the group became a supergroup (`new_chat` is its id)
deleted_topic       message thread not found
"""
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass
class Fault:
    kind: Kind
    times: int = 1
    chat: int | None = None
    retry_after: int = 1
    new_chat: int = -1009999999999
    skip: int = 0
    """Calls that pass first."""

    @property
    def after(self) -> bool:
        return self.kind.endswith("_after")

    def refusal(self) -> ApiError | None:
        """The answer, where the fault is one that Telegram words."""
        match self.kind:
            case "429":
                return too_many(self.retry_after)
            case "403":
                return forbidden("bot was blocked by the user")
            case "migrated":
                return migrated(self.new_chat)
            case "deleted_topic":
                return bad(NO_THREAD)
            case "500" | "500_after":
                return ApiError(500, "Internal Server Error")
            case _:
                return None


@dataclass
class _Chance:
    chances: dict[str, dict[str, float]]
    dice: random.Random
    retry_after: int = field(default=1)


class Faults:
    def __init__(self) -> None:
        self._queue: dict[str, list[Fault]] = {}
        self._chance: _Chance | None = None

    def add(
        self,
        method: str,
        kind: Kind,
        *,
        times: int = 1,
        chat: int | None = None,
        retry_after: int = 1,
        new_chat: int = -1009999999999,
        skip: int = 0,
    ) -> None:
        """The next `times` calls of `method` (to `chat`) meet this; "*" is any, "download" is of a file."""
        assert kind in KINDS, kind
        fault = Fault(kind, times, chat, retry_after, new_chat, skip)
        self._queue.setdefault(method, []).append(fault)

    def randomly(self, chances: dict[str, dict[str, float]], seed: int, retry_after: int = 1) -> None:
        """`{"sendMessage": {"500": 0.03, "cut_after": 0.01}}`; the same seed, the same faults in order."""
        for kinds in chances.values():
            assert set(kinds) <= set(KINDS), kinds
            assert sum(kinds.values()) <= 1, kinds
        self._chance = _Chance(chances, random.Random(seed), retry_after)

    def clear(self) -> None:
        self._queue.clear()
        self._chance = None

    def left(self) -> int:
        """How many of the queued faults have not happened yet."""
        return sum(fault.times for queue in self._queue.values() for fault in queue)

    def pick(self, method: str, chat: int | None) -> Fault | None:
        for name in (method, "*"):
            for fault in self._queue.get(name, []):
                if fault.chat not in (None, chat):
                    continue
                if fault.skip:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                if not fault.times:
                    self._queue[name].remove(fault)
                return fault
        return self._thrown(method)

    def _thrown(self, method: str) -> Fault | None:
        chance = self._chance
        kinds = (chance.chances.get(method) or chance.chances.get("*")) if chance else None
        if chance is None or not kinds:
            return None
        dice = chance.dice.random()
        for kind, share in kinds.items():
            dice -= share
            if dice < 0:
                return Fault(kind, retry_after=chance.retry_after)  # type: ignore[arg-type]
        return None
