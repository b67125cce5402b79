"""Updates that wait for the bot: what is confirmed goes, what it did not ask for is set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
"""Kinds that Telegram delivers only to bots that name them."""


@dataclass(eq=False)
class Pending:
    update_id: int | None
    body: Any
    chat: int | None = None
    raw: bool = False
    delivered: int = 0
    """How often it was handed out."""


@dataclass
class Webhook:
    url: str = ""
    secret: str | None = None
    max_connections: int = 40
    last_error: str | None = None
    last_error_at: int | None = None


@dataclass
class Updates:
    pending: list[Pending] = field(default_factory=list)
    withheld: list[dict[str, Any]] = field(default_factory=list)
    """Updates of kinds that the bot did not ask for: it never sees them."""
    allowed: list[str] | None = None
    webhook: Webhook = field(default_factory=Webhook)
    next_id: int = 870_000_001
    pushed: int = 0

    def push(self, kind: str, body: dict[str, Any], chat: int | None) -> None:
        update: dict[str, Any] = {"update_id": self.next_id, kind: body}
        if not self.wanted(kind):
            self.withheld.append(update)
            return
        self.next_id += 1
        self.pushed += 1
        self.pending.append(Pending(update["update_id"], update, chat))

    def push_raw(self, body: Any) -> None:
        """Anything at all, as it stands; ids are the caller's business."""
        update_id = body.get("update_id") if isinstance(body, dict) else None
        self.pushed += 1
        self.pending.append(Pending(update_id if isinstance(update_id, int) else None, body, raw=True))

    def wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in _ON_REQUEST

    def confirm(self, offset: int) -> None:
        """What has a smaller id was received. A raw update is handed out once at least."""
        if offset < 0:
            self.pending = self.pending[offset:]
            return
        self.pending = [
            one
            for one in self.pending
            if (one.raw and not one.delivered) or (one.update_id is not None and one.update_id >= offset)
        ]

    def batch(self, limit: int) -> list[Any]:
        taken = self.pending[:limit]
        for one in taken:
            one.delivered += 1
        return [one.body for one in taken]

    def drop(self, one: Pending) -> None:
        if one in self.pending:
            self.pending.remove(one)
