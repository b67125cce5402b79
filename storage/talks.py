"""Conversations and what was said in them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import QuoteRevisionRow, QuoteRow
from storage.talk_tables import AttachmentRow, BuyerRow, ConversationRow, MessageRow, WebSessionRow
from storage.telegram_tables import TelegramFileRow

_WEB_SESSION = (
    select(WebSessionRow.id, WebSessionRow.conversation_id, WebSessionRow.locale, ConversationRow.shop_id)
    .join(ConversationRow, ConversationRow.id == WebSessionRow.conversation_id)
    .where(WebSessionRow.token_hash == bindparam("token"))
)
_READ = 200
"""Newest messages of a talk that are read for a draft."""


@dataclass(frozen=True, slots=True)
class File:
    id: uuid.UUID
    name: str
    media_type: str
    size: int
    state: str = "kept"
    """kept, wanted (its bytes are on their way), or lost: there is nothing but the name."""
    lost_why: str | None = None


@dataclass(frozen=True, slots=True)
class SpokenMessage:
    """A message as both sides see it.

    `quote` is None or {"id", "number", "revision", "body", "terms", "check_code"}.
    """

    seq: int
    id: uuid.UUID
    sender: str
    author: str
    staff_id: int | None
    text: str
    at: datetime
    quote: dict[str, Any] | None
    choices: list[Any]
    files: tuple[File, ...]
    delivered_at: datetime | None
    seen_at: datetime | None
    edited_at: datetime | None
    draft_id: int | None
    deleted_at: datetime | None = None
    about: str | None = None
    earlier: tuple[str, ...] = ()
    """Its texts before the edits, oldest first."""


async def start_web_talk(
    connection: AsyncConnection,
    shop_id: int,
    *,
    token_hash: bytes,
    locale: str,
    at: datetime,
    name: str | None = None,
    country: str | None = None,
    company: str | None = None,
    source: str | None = None,
    assignee_id: int | None = None,
) -> tuple[uuid.UUID, int]:
    """(session, conversation) of a browser that writes for the first time."""
    buyer: int = (
        await connection.execute(
            insert(BuyerRow)
            .values(
                shop_id=shop_id,
                name=name,
                company=company,
                country=country,
                country_basis="profile" if country else None,
                locale=locale,
                source=source,
                created_at=at,
                seen_at=at,
            )
            .returning(BuyerRow.id)
        )
    ).scalar_one()
    conversation: int = (
        await connection.execute(
            insert(ConversationRow)
            .values(
                shop_id=shop_id,
                buyer_id=buyer,
                channel="web",
                created_at=at,
                last_message_at=at,
                assignee_id=assignee_id,
            )
            .returning(ConversationRow.id)
        )
    ).scalar_one()
    session = uuid.uuid4()
    await connection.execute(
        insert(WebSessionRow).values(
            id=session,
            token_hash=token_hash,
            conversation_id=conversation,
            locale=locale,
            created_at=at,
            seen_at=at,
        )
    )
    return session, conversation


async def web_session(connection: AsyncConnection, token_hash: bytes) -> AnyRow | None:
    """(id, conversation_id, locale, shop_id) of the browser that holds this token."""
    return (await connection.execute(_WEB_SESSION, {"token": token_hash})).first()


async def end_web_session(connection: AsyncConnection, token_hash: bytes) -> None:
    """This token opens nothing any more."""
    await connection.execute(delete(WebSessionRow).where(WebSessionRow.token_hash == token_hash))


async def conversation(
    connection: AsyncConnection, conversation_id: int, *, locked: bool = False
) -> AnyRow | None:
    """The conversation's row; `locked` keeps others from changing it until this transaction ends."""
    found = select(*ConversationRow.__table__.columns).where(ConversationRow.id == conversation_id)
    return (await connection.execute(found.with_for_update() if locked else found)).first()


async def buyer(connection: AsyncConnection, buyer_id: int) -> AnyRow | None:
    return (
        await connection.execute(select(*BuyerRow.__table__.columns).where(BuyerRow.id == buyer_id))
    ).first()


async def change_conversation(connection: AsyncConnection, conversation_id: int, **values: Any) -> None:
    await connection.execute(
        update(ConversationRow).where(ConversationRow.id == conversation_id).values(**values)
    )


async def learn_country(connection: AsyncConnection, buyer_id: int, code: str, basis: str) -> None:
    """What the buyer's words or number tell, where nobody has said it better."""
    await connection.execute(
        update(BuyerRow)
        .where(BuyerRow.id == buyer_id, BuyerRow.country_basis.is_distinct_from("profile"))
        .values(country=code, country_basis=basis)
    )


async def change_buyer(connection: AsyncConnection, buyer_id: int, **values: Any) -> None:
    await connection.execute(update(BuyerRow).where(BuyerRow.id == buyer_id).values(**values))


async def messages(
    connection: AsyncConnection,
    conversation_id: int,
    *,
    after: int = 0,
    through: int | None = None,
    limit: int = _READ,
    newest: bool = True,
) -> tuple[SpokenMessage, ...]:
    """The newest (or oldest) `limit` messages with `after` < seq <= `through`, oldest first."""
    wanted = (
        select(
            *MessageRow.__table__.columns,
            QuoteRow.number,
            QuoteRow.check_code,
            QuoteRevisionRow.body,
            QuoteRevisionRow.terms,
        )
        .outerjoin(QuoteRow, QuoteRow.id == MessageRow.quote_id)
        .outerjoin(
            QuoteRevisionRow,
            (QuoteRevisionRow.quote_id == MessageRow.quote_id)
            & (QuoteRevisionRow.revision == MessageRow.quote_revision),
        )
        .where(MessageRow.conversation_id == conversation_id, MessageRow.seq > after)
        .order_by(MessageRow.seq.desc() if newest else MessageRow.seq)
        .limit(limit)
    )
    if through is not None:
        wanted = wanted.where(MessageRow.seq <= through)
    rows = (await connection.execute(wanted)).all()[:: -1 if newest else 1]
    files = await _files(connection, conversation_id, [row.seq for row in rows])
    return tuple(_message(row, files.get(row.seq, ())) for row in rows)


async def _files(
    connection: AsyncConnection, conversation_id: int, seqs: Sequence[int]
) -> dict[int, tuple[File, ...]]:
    if not seqs:
        return {}
    rows = await connection.execute(
        select(
            AttachmentRow.seq,
            AttachmentRow.id,
            AttachmentRow.name,
            AttachmentRow.media_type,
            AttachmentRow.size,
            TelegramFileRow.state,
            TelegramFileRow.error,
        )
        .outerjoin(TelegramFileRow, TelegramFileRow.attachment_id == AttachmentRow.id)
        .where(AttachmentRow.conversation_id == conversation_id, AttachmentRow.seq.in_(seqs))
        .order_by(AttachmentRow.name, AttachmentRow.id)
    )
    found: dict[int, tuple[File, ...]] = {}
    for row in rows:
        file = File(row.id, row.name, row.media_type, row.size, row.state or "kept", row.error)
        found[row.seq] = (*found.get(row.seq, ()), file)
    return found


def _message(row: AnyRow, files: tuple[File, ...]) -> SpokenMessage:
    quote = None
    if row.quote_id is not None:
        quote = {
            "id": row.quote_id,
            "number": row.number,
            "revision": row.quote_revision,
            "body": row.body,
            "terms": row.terms,
            "check_code": row.check_code,
        }
    return SpokenMessage(
        seq=row.seq,
        id=row.id,
        sender=row.sender,
        author=row.author,
        staff_id=row.staff_id,
        text=row.text,
        at=row.at,
        quote=quote,
        choices=row.choices,
        files=files,
        delivered_at=row.delivered_at,
        seen_at=row.seen_at,
        edited_at=row.edited_at,
        draft_id=row.draft_id,
        deleted_at=row.deleted_at,
        about=row.about,
        earlier=tuple(each["text"] for each in row.earlier),
    )
