"""A tap on an answer that was offered with a question: the words of the choice become the buyer's message."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telegram.buyers.answering import answer_tap
from bot.telegram.buyers.contents import Content
from bot.telegram.buyers.keeping import keep, named_uuid
from bot.telegram.buyers.speaking import words_for
from bot.telegram.errors import Later, NotDone, Uncertain
from bot.telegram.office import Office
from bot.telegram.sending.choices import choice_of
from storage import talk_changes, telegram_chats
from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.live import looking
from storage.storable import storable
from storage.talk_tables import MessageRow
from storage.telegram_chats import Place, Writer


async def take_choice(office: Office, place: Place, writer: Writer, query: CallbackQuery) -> None:
    """Store what was chosen, once for a question, and mark it; what is forged or old is refused in words."""
    tapped = choice_of(office.signer, query.data or "")
    async with looking(office.desk.engine) as connection:
        chat = await telegram_chats.chat(connection, place)
        question = await _question(connection, tapped.outbox_id) if tapped is not None else None
        words = words_for(chat.language if chat is not None else None, writer.locale)
        is_ours = (
            chat is not None
            and tapped is not None
            and question is not None
            and question.conversation_id == chat.conversation_id
            and 0 <= tapped.index < len(question.choices)
        )
        before = await _chosen_before(connection, question) if is_ours else None
        closed = is_ours and before is None and await _is_closed(connection, question)
    if not is_ours:
        await answer_tap(office, query, words.say("tap-unknown"), alert=True)
        return
    assert tapped is not None
    assert question is not None
    if closed or before not in (None, tapped.index):
        await answer_tap(office, query, words.say("tap-old" if closed else "tap-again"), alert=True)
        return
    choice = question.choices[tapped.index]
    label = str(choice["label"])
    await keep(
        office, place, writer, Content(str(storable(choice["text"]))), office.desk.clock(),
        key=_key(question.id, tapped.index),
    )  # fmt: skip
    kept = words.say("tap-kept", answer=label) if before is None else words.say("tap-again")
    await answer_tap(office, query, kept)
    await _mark(office, query, label)


async def _question(connection: AsyncConnection, outbox_id: int) -> AnyRow | None:
    """(id, conversation_id, choices, seq: of the message that it became, or None)."""
    return (
        await connection.execute(
            select(OutboxRow.id, OutboxRow.conversation_id, OutboxRow.choices, MessageRow.seq.label("seq"))
            .outerjoin(MessageRow, MessageRow.outbox_id == OutboxRow.id)
            .where(OutboxRow.id == outbox_id)
        )
    ).first()


async def _chosen_before(connection: AsyncConnection, question: Any) -> int | None:
    """The number of the choice that the buyer has tapped already."""
    for index in range(len(question.choices)):
        key = _key(question.id, index)
        if await talk_changes.seq_of(connection, question.conversation_id, key) is not None:
            return index
    return None


async def _is_closed(connection: AsyncConnection, question: Any) -> bool:
    """Whether we have written again since: then what the buyer reads last is another message."""
    if question.seq is None:
        return False  # whether it arrived was not known; now it is
    later = select(MessageRow.seq).where(
        MessageRow.conversation_id == question.conversation_id,
        MessageRow.seq > question.seq,
        MessageRow.sender == "seller",
        MessageRow.author != "rule",
    )
    return (await connection.execute(later.limit(1))).first() is not None


def _key(outbox_id: int, index: int) -> UUID:
    return named_uuid("choice", outbox_id, index)


async def _mark(office: Office, query: CallbackQuery, label: str) -> None:
    """Leave the button that was tapped, with a tick: in the chat nothing else shows what was answered."""
    message = query.message
    if not isinstance(message, Message):
        return
    button = InlineKeyboardButton(text=f"✓ {label}", callback_data=query.data)
    method = EditMessageReplyMarkup(
        business_connection_id=message.business_connection_id,
        chat_id=message.chat.id,
        message_id=message.message_id,
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )
    try:
        await office.calls(method)
    except Later:
        raise
    except (NotDone, Uncertain):
        pass  # it is marked already, or gone
