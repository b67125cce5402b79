"""A message that did not go out, was held by a freeze, or of which nobody can tell: a person decides."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.sending import finish
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import drafts, outbox, talks, telegram_sends
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.events import record
from storage.live import writing
from storage.notices import notify


async def resend(desk: Desk, person: Person, outbox_id: int) -> None:
    """Send what has not certainly arrived: the buyer may get a part twice, and the person knows that.

    Also for what has failed. What did arrive is not sent again. DeskRefusal `unknown_message`, `role`,
    `already_decided`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _decidable(desk, connection, person, outbox_id, ("unknown", "failed"))
        await _send_on(connection, row)
        if row.draft_id is not None:
            await drafts.set_state(connection, row.draft_id, "approved", ("failed",))
        await _tell(desk, connection, person, row, "message.resent", now)


async def put_aside(desk: Desk, person: Person, outbox_id: int) -> None:
    """What has failed, or was held by a freeze, is not sent: it is no longer shown, and the buyer waits.

    DeskRefusal `unknown_message`, `role`, `already_decided`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _decidable(desk, connection, person, outbox_id, ("failed",))
        await outbox.settle(connection, outbox_id, "withdrawn", error=row.error)
        await _tell(desk, connection, person, row, "message.put_aside", now)


async def mark_arrived(desk: Desk, person: Person, outbox_id: int) -> None:
    """The person has seen in the buyer's chat that it arrived. Parts that were never tried are sent now.

    DeskRefusal `unknown_message`, `role`, `already_decided`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _decidable(desk, connection, person, outbox_id, ("unknown",))
        await _tell(desk, connection, person, row, "message.marked_arrived", now)
        if await telegram_sends.say_arrived(connection, outbox_id, now):
            await _send_on(connection, row)
        else:
            await finish(desk, connection, row, now)


async def _decidable(
    desk: Desk, connection: AsyncConnection, person: Person, outbox_id: int, states: tuple[str, ...]
) -> AnyRow:
    """The row with its conversation, locked, where this person may decide about it now."""
    conversation_id = await outbox.conversation_of(connection, outbox_id)
    talk = None
    if conversation_id is not None:
        talk = await talks.conversation(connection, conversation_id, locked=True)
    row = await outbox.locked(connection, outbox_id)
    if talk is None or row is None or talk.shop_id != desk.shop_id or talk.channel == NO_CHANNEL:
        raise DeskRefusal("unknown_message", "There is no such message.")
    draft = await drafts.draft(connection, row.draft_id) if row.draft_id is not None else None
    if draft is not None and not has_authority(person.role, draft.needs):
        raise DeskRefusal("role", "A manager must decide this one.")
    if talk.frozen_at is not None and not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "This talk is frozen: only a manager sends anything in it.")
    if row.state not in states:
        raise DeskRefusal("already_decided", f"This message is {_NOW[row.state]} by now.")
    return row


_NOW = {
    "queued": "waiting to be sent", "sending": "being sent", "sent": "sent", "failed": "known to have failed",
    "unknown": "uncertain", "withdrawn": "put aside",
}  # fmt: skip


async def _send_on(connection: AsyncConnection, row: AnyRow) -> None:
    await outbox.put_back(connection, row.id, (row.state,), by_person=True)
    await telegram_sends.put_back(connection, row.id)
    await outbox.defer_sending(connection, row.id, row.conversation_id, row.channel)


async def _tell(
    desk: Desk, connection: AsyncConnection, person: Person, row: AnyRow, kind: str, now: datetime
) -> None:
    await record(
        connection, kind, at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=row.conversation_id, draft_id=row.draft_id,
        data={"outbox": row.id, "from": row.state},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id, draft=row.draft_id)
