"""Files that came with messages."""

from __future__ import annotations

import uuid

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.talk_tables import AttachmentContentRow, AttachmentRow, ConversationRow
from storage.telegram_tables import TelegramFileRow


async def file(connection: AsyncConnection, shop_id: int, file_id: uuid.UUID) -> AnyRow | None:
    """(name, media_type, size, sha256, content, conversation_id, state, lost_why) of a file in one of the
    shop's talks. `content` is None where `state` is wanted (on its way) or lost (for `lost_why`)."""
    return (
        await connection.execute(
            select(
                AttachmentRow.name,
                AttachmentRow.media_type,
                AttachmentRow.size,
                AttachmentRow.sha256,
                AttachmentRow.conversation_id,
                AttachmentContentRow.content,
                func.coalesce(TelegramFileRow.state, "kept").label("state"),
                TelegramFileRow.error.label("lost_why"),
            )
            .outerjoin(TelegramFileRow, TelegramFileRow.attachment_id == AttachmentRow.id)
            .outerjoin(AttachmentContentRow, AttachmentContentRow.attachment_id == AttachmentRow.id)
            .join(ConversationRow, ConversationRow.id == AttachmentRow.conversation_id)
            .where(AttachmentRow.id == file_id, ConversationRow.shop_id == shop_id)
        )
    ).first()
