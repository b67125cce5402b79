"""Files of buyers that Telegram has: named with their message at once, fetched later."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.jobs import TELEGRAM_QUEUE, defer
from storage.talk_tables import AttachmentContentRow, AttachmentRow, ConversationRow
from storage.telegram_tables import TelegramFileRow

FETCH_TASK = "telegram_file"
LARGEST = 20 * 1024 * 1024
"""Bytes of a file that a bot may fetch."""
TOO_LARGE = "too large"
"""Why a file is lost; else Telegram had it no more."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file as Telegram tells of it. `size` in bytes, 0 where it is not told."""

    file_id: str
    name: str
    media_type: str
    size: int


async def keep(connection: AsyncConnection, conversation_id: int, seq: int, file: RemoteFile) -> uuid.UUID:
    """Name a file of a message, with the job that fetches it; what is too large for that is lost at once."""
    added = uuid.uuid4()
    await connection.execute(
        insert(AttachmentRow).values(
            id=added, conversation_id=conversation_id, seq=seq, name=file.name, media_type=file.media_type,
            size=file.size, sha256="",
        )
    )  # fmt: skip
    too_large = file.size > LARGEST
    await connection.execute(
        insert(TelegramFileRow).values(
            attachment_id=added, file_id=file.file_id, state="lost" if too_large else "wanted",
            error=TOO_LARGE if too_large else None,
        )
    )  # fmt: skip
    if not too_large:
        await defer(connection, FETCH_TASK, {"attachment_id": str(added)}, queue=TELEGRAM_QUEUE)
    return added


async def keep_made(
    connection: AsyncConnection, conversation_id: int, seq: int, name: str, media_type: str, content: bytes
) -> None:
    """A file that needs no fetching: what a message tells in fields of its own."""
    added = uuid.uuid4()
    await connection.execute(
        insert(AttachmentRow).values(
            id=added, conversation_id=conversation_id, seq=seq, name=name, media_type=media_type,
            size=len(content), sha256=hashlib.sha256(content).hexdigest(),
        )
    )  # fmt: skip
    await connection.execute(insert(AttachmentContentRow).values(attachment_id=added, content=content))


async def wanted(connection: AsyncConnection, attachment_id: uuid.UUID) -> AnyRow | None:
    """(file_id, conversation_id, shop_id) of a file that is still to be fetched."""
    return (
        await connection.execute(
            select(TelegramFileRow.file_id, AttachmentRow.conversation_id, ConversationRow.shop_id)
            .join(AttachmentRow, AttachmentRow.id == TelegramFileRow.attachment_id)
            .join(ConversationRow, ConversationRow.id == AttachmentRow.conversation_id)
            .where(TelegramFileRow.attachment_id == attachment_id, TelegramFileRow.state == "wanted")
        )
    ).first()


async def fetched(connection: AsyncConnection, attachment_id: uuid.UUID, content: bytes) -> bool:
    """The bytes are here; False where nobody wants them (any more)."""
    if not await _settle(connection, attachment_id, "kept", None):
        return False
    await connection.execute(
        update(AttachmentRow)
        .where(AttachmentRow.id == attachment_id)
        .values(size=len(content), sha256=hashlib.sha256(content).hexdigest())
    )
    await connection.execute(
        postgresql.insert(AttachmentContentRow)
        .values(attachment_id=attachment_id, content=content)
        .on_conflict_do_nothing()
    )
    return True


async def lost(connection: AsyncConnection, attachment_id: uuid.UUID, why: str) -> bool:
    """It cannot be had; False where nobody wants it (any more)."""
    return await _settle(connection, attachment_id, "lost", why)


async def _settle(connection: AsyncConnection, attachment_id: uuid.UUID, state: str, why: str | None) -> bool:
    done = await connection.execute(
        update(TelegramFileRow)
        .where(TelegramFileRow.attachment_id == attachment_id, TelegramFileRow.state == "wanted")
        .values(state=state, error=why)
    )
    return done.rowcount == 1
