"""In which calls a reply goes out: its text in pieces, then its documents."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.enums import ParseMode
from aiogram.methods import SendDocument, SendInvoice, SendMediaGroup, SendMessage, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    LabeledPrice,
    LinkPreviewOptions,
)
from pydantic import SecretStr

from bot.telegram.sending.splitting import split

_ALBUM = 10
"""The most that Telegram takes in one."""
_LONGEST_LABEL = 60
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Chat:
    """Where a reply goes. `business` is the connection of the account that it is written for, or empty."""

    id: int
    business: str = ""


@dataclass(frozen=True, slots=True)
class Invoice:
    """What the buyer can pay in the chat. `minor`: smallest units of `currency`; `payload` comes back with
    the payment."""

    title: str
    description: str
    label: str
    currency: str
    minor: int
    payload: str
    provider: SecretStr


@dataclass(frozen=True, slots=True)
class Reply:
    """What the buyer is to get. `choices` are (label, data) of answers to tap, `order` (label, address).

    An `invoice` goes alone: `text` is what the talk keeps of it.
    """

    text: str
    choices: tuple[tuple[str, str], ...] = ()
    order: tuple[str, str] | None = None
    documents: tuple[Document, ...] = ()
    invoice: Invoice | None = None


def kinds(text: str, documents: int, *, invoice: bool = False) -> tuple[str, ...]:
    """What each call of a reply is: text, document or documents, or an invoice alone. It depends on nothing
    else, so that a reply whose worker died is gone on with where it stopped."""
    if invoice:
        return ("invoice",)
    return tuple(
        ["text"] * len(split(text)) + ["documents" if size > 1 else "document" for size in _albums(documents)]
    )


def call(reply: Reply, chat: Chat, part: int, *, linked: bool = True) -> TelegramMethod[Any]:
    """The call of this part. `linked` is False where Telegram does not take the address of the order."""
    if reply.invoice is not None:
        return _invoice(reply.invoice, chat)
    pieces = split(reply.text)
    business = chat.business or None
    if part < len(pieces):
        last = part == len(pieces) - 1
        return SendMessage(
            chat_id=chat.id,
            business_connection_id=business,
            text=html.escape(pieces[part], quote=False),
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=_buttons(reply, linked=linked) if last else None,
        )
    start = 0
    for size in _albums(len(reply.documents))[: part - len(pieces)]:
        start += size
    files = reply.documents[start : start + _albums(len(reply.documents))[part - len(pieces)]]
    if len(files) == 1:
        return SendDocument(
            chat_id=chat.id,
            business_connection_id=business,
            document=BufferedInputFile(files[0].content, files[0].name),
        )
    return SendMediaGroup(
        chat_id=chat.id,
        business_connection_id=business,
        media=[InputMediaDocument(media=BufferedInputFile(file.content, file.name)) for file in files],
    )


def _invoice(invoice: Invoice, chat: Chat) -> SendInvoice:
    # With a start parameter a forwarded copy opens the bot, and cannot be paid by somebody else.
    return SendInvoice(
        chat_id=chat.id,
        title=invoice.title,
        description=invoice.description,
        payload=invoice.payload,
        provider_token=invoice.provider.get_secret_value(),
        currency=invoice.currency,
        prices=[LabeledPrice(label=invoice.label, amount=invoice.minor)],
        start_parameter="invoice",
    )


def message_ids(answer: Any) -> list[int]:
    """Of what Telegram answers: one message, or those of an album."""
    messages: Sequence[Any] = answer if isinstance(answer, list) else (answer,)
    return [message.message_id for message in messages]


def _albums(documents: int) -> list[int]:
    """How many go together: an album has two to ten, so that a last one goes alone."""
    return [min(_ALBUM, documents - start) for start in range(0, documents, _ALBUM)]


def _buttons(reply: Reply, *, linked: bool) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(text=_short(label), callback_data=data)] for label, data in reply.choices]
    if reply.order is not None and linked:
        rows.append([InlineKeyboardButton(text=_short(reply.order[0]), url=reply.order[1])])
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"
