"""An approved reply to its buyer: each call once, or marked.

A reply is sent in parts, and each part is claimed before its call is made. A worker that dies between the two
leaves a claim that nobody can say the end of: the reply is then uncertain, and a person decides. Parts that
have certainly arrived, or were never tried, are simply gone on with.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.sending import fail, finish, tell_uncertain
from bot.job_log import PutOff
from bot.log import logger
from bot.telegram.errors import BadLink, ChatMoved, NotDone, TelegramTrouble, Uncertain
from bot.telegram.office import Office
from bot.telegram.sending.opening import Opened, open_row
from bot.telegram.sending.outcomes import pause_of, why_of
from bot.telegram.sending.planning import Chat, Reply, call, message_ids
from bot.telegram.sending.reading import reply_of
from storage import outbox, talks, telegram_chats, telegram_sends
from storage.base import AnyRow
from storage.live import looking, writing

_FAULTS = 7
"""After so many tries that ended in a fault of ours a person is told."""
_PAUSES = (0.2, 0.5, 1.0, 3.0)
"""Before what Telegram has answered is written down again, where the database did not take it."""
_log = logger("telegram")


class _Taken(Exception):
    """Another worker has this part."""


async def send_telegram(office: Office, outbox_id: int) -> None:
    """Send what waits in the outbox, or go on with it. Running it twice sends nothing twice.

    PutOff where Telegram wants to wait or cannot be reached: nothing is in doubt then. What cannot be sent at
    all, or may have been, is kept for a person.
    """
    try:
        await _send(office, outbox_id)
    except PutOff:
        raise
    except Exception as error:
        if not await _give_up(office, outbox_id, error):
            raise


async def _send(office: Office, outbox_id: int) -> None:
    try:
        await office.calls.must_answer()
    except TelegramTrouble as trouble:
        raise PutOff(pause_of(trouble), type(trouble).__name__) from trouble
    opened = await open_row(office, outbox_id)
    if opened is None:
        return
    left = [part for part in opened.parts if part.state != "sent"]
    documents = any(part.kind != "text" for part in left)
    reply = await reply_of(
        office, opened.row, opened.quote, opened.invoice, opened.language, documents=documents
    )
    if not left:
        await _finished(office, opened.row)
        return
    where = Chat(opened.chat.chat_id, opened.chat.business)
    for part in left:
        try:
            moved = await _send_part(office, opened, reply, where, part.part, last=part is left[-1])
        except _Taken:
            return
        if moved is None:
            return
        where = moved


async def _send_part(
    office: Office, opened: Opened, reply: Reply, where: Chat, part: int, *, last: bool
) -> Chat | None:
    """Make one call, and keep how it ended. Where to go on; None where a person has to look first.

    PutOff, and the part waits as if it had not been tried.
    """
    desk, outbox_id = office.desk, opened.row.id

    claimed = False

    async def claim() -> None:
        nonlocal claimed
        async with writing(desk.engine) as connection:
            if not await telegram_sends.claim(connection, outbox_id, part, desk.clock()):
                raise _Taken
        claimed = True

    linked = True
    while True:
        try:
            answer = await office.calls(call(reply, where, part, linked=linked), just_before=claim)
        except Uncertain as trouble:
            await _settled(partial(_uncertain, office, outbox_id, part, trouble))
            return None
        except NotDone as trouble:
            if claimed:
                await _settled(partial(_put_part_back, office, outbox_id, part))
            if isinstance(trouble, ChatMoved):
                async with writing(desk.engine) as connection:
                    await telegram_chats.change_chat(connection, opened.chat.id, chat_id=trouble.chat_id)
                where = Chat(trouble.chat_id, where.business)
            elif isinstance(trouble, BadLink) and linked:
                linked = False
            elif (why := why_of(trouble)) is not None:
                await _failed(office, opened, part, why, trouble)
                return None
            else:
                async with writing(desk.engine) as connection:
                    await outbox.put_back(connection, outbox_id, ("sending",))
                raise PutOff(pause_of(trouble), type(trouble).__name__) from trouble
        else:
            await _settled(partial(_arrived, office, opened.row, part, message_ids(answer), last=last))
            return where


async def _settled(write: Callable[[], Awaitable[None]]) -> None:
    """Write down how a call ended, and do not give up at once: what is not written down is in doubt."""
    for pause in _PAUSES:
        with suppress(DBAPIError, OSError):
            await write()
            return
        await asyncio.sleep(pause)
    await write()


async def _arrived(office: Office, row: AnyRow, part: int, messages: Sequence[int], *, last: bool) -> None:
    desk = office.desk
    now = desk.clock()
    async with writing(desk.engine) as connection:
        if last:
            await talks.conversation(connection, row.conversation_id, locked=True)
        await telegram_sends.arrived(connection, row.id, part, messages, now)
        if last:
            await _finish(office, connection, row, now)


async def _finished(office: Office, row: AnyRow) -> None:
    """The last part had arrived when a worker died."""
    async with writing(office.desk.engine) as connection:
        await talks.conversation(connection, row.conversation_id, locked=True)
        await _finish(office, connection, row, office.desk.clock())


async def _finish(office: Office, connection: AsyncConnection, row: AnyRow, now: datetime) -> None:
    """The message of the talk, once: where a slower worker comes to its end, it may stand there already."""
    kept = await outbox.locked(connection, row.id)
    everything = all(part.state == "sent" for part in await telegram_sends.parts(connection, row.id))
    if kept is not None and kept.state in ("sending", "unknown") and everything:
        await finish(office.desk, connection, kept, now)


async def _put_part_back(office: Office, outbox_id: int, part: int) -> None:
    async with writing(office.desk.engine) as connection:
        await telegram_sends.settle(connection, outbox_id, part, "queued")


async def _uncertain(office: Office, outbox_id: int, part: int, trouble: Uncertain) -> None:
    desk = office.desk
    async with writing(desk.engine) as connection:
        row = await _of_its_talk(connection, outbox_id)
        await telegram_sends.settle(connection, outbox_id, part, "unknown", str(trouble))
        if row is not None and row.state == "sending":
            await tell_uncertain(desk, connection, row, desk.clock(), str(trouble))


async def _failed(office: Office, opened: Opened, part: int, why: str, trouble: NotDone) -> None:
    desk = office.desk
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _of_its_talk(connection, opened.row.id)
        await telegram_sends.settle(connection, opened.row.id, part, "failed", str(trouble))
        if why == "blocked":
            await telegram_chats.change_chat(connection, opened.chat.id, blocked_at=now)
        if row is not None and row.state == "sending":
            await fail(desk, connection, row, now, why, str(trouble))


async def _give_up(office: Office, outbox_id: int, error: Exception) -> bool:
    """Count a fault of ours; whether it was one too many, and a person has been told."""
    desk = office.desk
    async with looking(desk.engine) as connection:
        parts = await telegram_sends.parts(connection, outbox_id)
    if any(part.state == "sending" for part in parts):
        return False  # the next try finds it, and says that it is uncertain
    async with writing(desk.engine) as connection:
        row = await _of_its_talk(connection, outbox_id)
        if row is None or row.state not in ("queued", "sending"):
            return False
        if row.attempts + 1 < _FAULTS:
            await outbox.put_back(connection, outbox_id, (row.state,), fault=True)
            return False
        await fail(desk, connection, row, desk.clock(), "fault", type(error).__name__)
    _log.error("telegram.not_sent", outbox=outbox_id, exc_info=error)
    return True


async def _of_its_talk(connection: AsyncConnection, outbox_id: int) -> AnyRow | None:
    """The row, locked after its conversation: everybody takes them in this order."""
    conversation_id: Any = await outbox.conversation_of(connection, outbox_id)
    if conversation_id is None:
        return None
    await talks.conversation(connection, conversation_id, locked=True)
    return await outbox.locked(connection, outbox_id)
