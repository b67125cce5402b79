"""Messages that their writer has changed or deleted: recorded, and what rested on them is made anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.notes import without_notes
from bot.telegram.buyers.contents import Content
from bot.telegram.office import Office
from storage import talk_changes, talks, telegram_chats, telegram_files
from storage.arrivals import Burst
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify
from storage.talk_tables import AttachmentRow, MessageRow
from storage.telegram_chats import Place

_WORD = re.compile(r"\w+")


async def change(office: Office, place: Place, message_id: int, content: Content) -> bool:
    """Record a changed message; False where it is not in our store (its writer's first version never came).

    A buyer's change counts as new words: a draft that waits for approval is not valid any more, and the next
    one is made once the burst is over. What was answered already is drafted for again only if a word changed.
    """
    desk = office.desk
    now = desk.clock()
    async with writing(desk.engine) as connection:
        chat = await telegram_chats.chat(connection, place)
        known = await telegram_chats.message(connection, chat.id, message_id) if chat is not None else None
        if chat is None or known is None:
            return False
        talk = await talks.conversation(connection, chat.conversation_id, locked=True)
        sender = await _sender(connection, chat.conversation_id, known.seq)
        if talk is None or sender is None:
            return False
        before = await talk_changes.edit(connection, talk, known.seq, content.words, now)
        added = await _add_files(connection, chat.conversation_id, known.seq, content)
        if before is None and not added:
            return True
        if sender == "buyer":
            await telegram_chats.change_chat(connection, chat.id, blocked_at=None)
            was_answered = known.seq <= talk.drafted_seq and talk.waiting_since is None
            if added or not was_answered or _words(before or "") != _words(content.words):
                burst = Burst(desk.timing.quiet, desk.timing.longest)
                await talk_changes.unanswer(connection, talk, known.seq, now, burst)
        await record(
            connection, "message.edited", at=now, shop_id=desk.shop_id,
            actor="buyer" if sender == "buyer" else "person",
            conversation_id=chat.conversation_id, data={"seq": known.seq, "files": added},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=chat.conversation_id)
    return True


async def delete(office: Office, place: Place, message_ids: Sequence[int]) -> None:
    """Record that messages were deleted in the messenger; their words stay with us, and are marked."""
    desk = office.desk
    now = desk.clock()
    async with writing(desk.engine) as connection:
        chat = await telegram_chats.chat(connection, place)
        if chat is None:
            return
        await talks.conversation(connection, chat.conversation_id, locked=True)
        seqs = await telegram_chats.take_back(connection, chat.id, message_ids, now)
        if not seqs:
            return
        await talk_changes.take_back(connection, chat.conversation_id, seqs, now)
        await record(
            connection, "message.deleted", at=now, shop_id=desk.shop_id, actor="buyer",
            conversation_id=chat.conversation_id, data={"seqs": seqs},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=chat.conversation_id)


async def _sender(connection: AsyncConnection, conversation_id: int, seq: int) -> str | None:
    sender: str | None = (
        await connection.execute(
            select(MessageRow.sender).where(
                MessageRow.conversation_id == conversation_id, MessageRow.seq == seq
            )
        )
    ).scalar()
    return sender


async def _add_files(connection: AsyncConnection, conversation_id: int, seq: int, content: Content) -> int:
    """Files that were put in the place of others; how many. The earlier ones stay."""
    rows: Sequence[AnyRow] = (
        await connection.execute(
            select(AttachmentRow.media_type, AttachmentRow.size).where(
                AttachmentRow.conversation_id == conversation_id, AttachmentRow.seq == seq
            )
        )
    ).all()
    known = {(row.media_type, row.size) for row in rows}
    added = [file for file in content.files if (file.media_type, file.size) not in known]
    for file in added:
        await telegram_files.keep(connection, conversation_id, seq, file)
    return len(added)


def _words(text: str) -> list[str]:
    """What an edit must change to matter where the message was answered already."""
    return _WORD.findall(without_notes(text).casefold())
