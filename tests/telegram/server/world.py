"""All that the server knows, behind one lock: the tests' thread and the server's thread both act on it."""

from __future__ import annotations

import itertools
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .asked import Checkout, Query
from .errors import bad
from .faults import Faults
from .journal import Journal
from .limits import Limits
from .state import Chat, Connection, Json, StoredFile
from .updates import Updates


class Clock:
    """The server's time: real, plus what a test added."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, *, seconds: float = 0, hours: float = 0) -> None:
        self._ahead += seconds + hours * 3600


@dataclass
class Sizes:
    """Bytes; a test makes them small to reach them."""

    photo: int = 10 * 2**20
    document: int = 50 * 2**20
    download: int = 20 * 2**20


@dataclass
class World:
    bot: Json
    clock: Clock = field(default_factory=Clock)
    sizes: Sizes = field(default_factory=Sizes)
    chats: dict[tuple[str, int], Chat] = field(default_factory=dict)
    """By (business connection or "", chat id)."""
    people: dict[int, Json] = field(default_factory=dict)
    connections: dict[str, Connection] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    checkouts: dict[str, Checkout] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    """What setMyCommands, setMyDescription … set, by method and scope."""
    query_lifetime: float = 15.0
    """Seconds in which the bot may answer a tap."""
    checkout_lifetime: float = 10.0
    """Seconds in which the bot may answer a question before a payment."""
    latency: float = 0.0
    """Seconds by which every answer is late, but getUpdates'."""
    privacy: bool = True
    """In a group where it is no administrator the bot sees commands, mentions and replies to it only."""

    def __post_init__(self) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.wakers: list[Callable[[], None]] = []
        self.journal = Journal(self.clock.now)
        self.limits = Limits(self.clock.now)
        self.faults = Faults()
        self.updates = Updates()
        self.numbers = itertools.count(1)

    def touch(self) -> None:
        """Something changed: whoever waits looks again. Called with the lock held."""
        self.changed.notify_all()
        for wake in self.wakers:
            wake()

    def now(self) -> int:
        return int(self.clock.now())

    def push(self, kind: str, body: Json, chat: int | None = None) -> None:
        """One update to the bot, if it asked for that kind."""
        self.updates.push(kind, body, chat)
        self.touch()

    def wait_for(self, predicate: Callable[[], Any], timeout: float = 10.0) -> Any:
        """What `predicate` gave as soon as it is true; it is asked after each change."""
        with self.changed:
            found: list[Any] = []

            def look() -> bool:
                found[:] = [predicate()]
                return bool(found[0])

            if not self.changed.wait_for(look, timeout):
                raise AssertionError(
                    f"waited {timeout} s in vain; the last calls were {self.journal.calls[-8:]}"
                )
            return found[0]

    def chat(self, chat_id: int, business: str = "") -> Chat:
        try:
            return self.chats[business, chat_id]
        except KeyError:
            raise AssertionError(f"the test server has no chat {chat_id}") from None

    def store(self, name: str, mime: str, data: bytes, folder: str = "documents") -> StoredFile:
        number = next(self.numbers)
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        stored = StoredFile(
            file_id=f"BQACAgIAAxk{number:06}{secrets.token_urlsafe(24)}",
            unique_id=f"AgAD{number:08}",
            path=f"{folder}/file_{number}.{suffix}",
            name=name,
            mime=mime,
            data=data,
        )
        self.files[stored.file_id] = stored
        return stored

    def file(self, file_id: str) -> StoredFile:
        if file_id not in self.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return self.files[file_id]
