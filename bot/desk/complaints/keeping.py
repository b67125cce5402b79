"""A change of a case with all that belongs to it: its history, an event, a notice, what follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.planning import plan_others, plan_talk
from bot.domain.desk import DeskRefusal
from storage import complaints, talks
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.events import Actor, record
from storage.notices import notify
from storage.storable import storable

COMPLAINTS = "complaints"
"""Topic of the notice that a case has moved."""


async def tell(
    desk: Desk, connection: AsyncConnection, row: AnyRow, kind: str, now: datetime, *,
    actor: Actor = "rule", staff_id: int | None = None, words: str | None = None,
    told: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """`kind` is that of the history and, behind `complaint.`, of the event; `words` stay in the history.

    `told` is the event's data besides the case and its number.
    """
    await complaints.note(connection, row.id, kind, now, staff_id=staff_id, words=words)
    await record(
        connection, f"complaint.{kind}", at=now, shop_id=desk.shop_id,
        actor="person" if staff_id is not None else actor, staff_id=staff_id,
        conversation_id=row.conversation_id,
        data={"complaint": row.id, "number": row.number, **(told or {})},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id)
    await notify(connection, COMPLAINTS, shop=desk.shop_id, complaint=row.id)


async def plan_anew(desk: Desk, connection: AsyncConnection, conversation_id: int, now: datetime) -> None:
    """What follows for this buyer is another matter, in all their talks: a case has begun or ended."""
    talk = await talks.conversation(connection, conversation_id)
    if talk is not None:
        await plan_talk(desk, connection, conversation_id, now)
        await plan_others(connection, talk.buyer_id, conversation_id)


async def locked_talk(desk: Desk, connection: AsyncConnection, conversation_id: int) -> AnyRow:
    """DeskRefusal `unknown_conversation`."""
    talk = await talks.conversation(connection, conversation_id, locked=True)
    if talk is None or talk.shop_id != desk.shop_id or talk.channel == NO_CHANNEL:
        raise DeskRefusal("unknown_conversation", "There is no such conversation.")
    return talk


async def locked(desk: Desk, connection: AsyncConnection, complaint_id: int, seen: int | None) -> AnyRow:
    """An open case, which nobody else changes until the transaction ends; its talk is locked first.

    DeskRefusal `unknown_complaint`; `already_decided` where it is open no more; `outdated` where it is not
    the version that was seen.
    """
    known = await complaints.one(connection, complaint_id)
    if known is None or known.shop_id != desk.shop_id:
        raise unknown_complaint()
    await locked_talk(desk, connection, known.conversation_id)
    row = await complaints.one(connection, complaint_id, locked=True)
    if row is None:
        raise unknown_complaint()
    if row.state != "open":
        raise DeskRefusal("already_decided", "This complaint is closed already.")
    if seen is not None and row.version != seen:
        raise DeskRefusal("outdated", "This complaint has changed since. Look at it as it is now.")
    return row


def unknown_complaint() -> DeskRefusal:
    return DeskRefusal("unknown_complaint", "There is no such complaint.")


def short(words: str | None, most: int = 1000) -> str | None:
    """On one line, without what cannot be stored; None where nothing is left."""
    return " ".join(str(storable(words)).split())[:most] or None if words else None
