"""What the buyer's page reads: messages, and how the talk stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.working_hours import Hours, hours_at
from bot.web.signing import LinkSigner
from bot.webchat.telling import told
from storage import drafts, talks, ticks
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.live import reading

PAGE = 200
"""Messages that are read at once."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`doing`: "reading" while an answer is made, "checking" while it waits for a person, or None."""

    doing: str | None
    seen: int
    """Up to which message of the buyer somebody of the team has looked."""
    hours: Hours

    def as_json(self) -> dict[str, Any]:
        return {
            "doing": self.doing,
            "seen": self.seen,
            "open": self.hours.open,
            "changes_at": self.hours.changes_at.isoformat() if self.hours.changes_at else None,
        }


async def messages_after(
    desk: Desk, signer: LinkSigner, conversation_id: int, after: int
) -> list[dict[str, Any]] | None:
    """The next PAGE messages with a seq above `after`, as JSON; None where the talk is gone."""
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None or _is_gone(talk):
            return None
        said = await talks.messages(connection, conversation_id, after=after, limit=PAGE, newest=False)
    serving = await desk.counter.serving() if any(each.quote for each in said) else None
    now = desk.clock()
    return [
        _message_json(told(each, serving, signer, now, talk.language).model_dump(mode="json", by_alias=True))
        for each in said
    ]


async def standing(desk: Desk, conversation_id: int) -> Standing | None:
    """How the talk stands; None where it is gone."""
    serving = await desk.counter.serving()
    now = desk.clock()
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None or _is_gone(talk):
            return None
        seen = await ticks.seen_through(connection, conversation_id, "buyer")
        doing = await _doing(connection, talk)
    return Standing(doing, seen, hours_at(serving.shop, now))


def _is_gone(talk: AnyRow | None) -> bool:
    return talk is None or talk.channel == NO_CHANNEL


async def _doing(connection: AsyncConnection, talk: AnyRow) -> str | None:
    if talk.waiting_since is None or talk.state not in ("open", "taken_over"):
        return None
    waits = talk.state == "open" and await drafts.waiting_in(connection, talk.id) is not None
    return "checking" if waits else "reading"


def _message_json(message: dict[str, Any]) -> dict[str, Any]:
    """Without the keys that this message does not have; inside a quote null says something."""
    return {key: value for key, value in message.items() if value is not None}
