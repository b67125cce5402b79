"""What a message of Telegram says: words, notes on what is no words, files, a phone number, a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from aiogram.enums import ContentType
from aiogram.types import (
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from bot.desk.intake import LONGEST_MESSAGE
from bot.desk.notes import note
from bot.telegram.buyers.media import files_of
from storage.storable import storable
from storage.telegram_files import RemoteFile

_SILENT = frozenset(
    {
        "pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed",
        "boost_added", "connected_website", "paid_message_price_changed", "new_chat_members",
        "left_chat_member", "giveaway_created", "managed_bot_created",
    }
)  # fmt: skip
"""What Telegram itself tells in a private chat: nobody has said anything."""
_LONGEST_TOLD = 200
_UNSEEN = re.compile(r"[\u200b\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Content:
    """`words` holds notes besides what the buyer wrote; it is not blank where there is no file.

    `phone` is the writer's own number, `point` (latitude, longitude) a place that the writer named as theirs.
    """

    words: str
    files: tuple[RemoteFile, ...] = ()
    phone: str | None = None
    point: tuple[float, float] | None = None
    album: str | None = None


def content_of(message: Message) -> Content | None:
    """All that the message says; None where nobody says anything with it."""
    if message.content_type in _SILENT:
        return None
    written = message.text or message.caption or ""
    lines = [*_context(message), written, *_links(message), *_described(message)]
    files = files_of(message)
    words = _tidy("\n".join(line for line in lines if line))
    if not words and not files:
        words = note("message", ContentType(message.content_type).value.replace("_", " "))
    content = Content(words, files, album=message.media_group_id)
    contact, user = message.contact, message.from_user
    # A number is the buyer's own only where Telegram says so: anybody can share anybody's card.
    if contact is not None and user is not None and contact.user_id == user.id:
        content = replace(content, phone=_phone(contact.phone_number))
    if message.location is not None:
        content = replace(content, point=(message.location.latitude, message.location.longitude))
    return content


def name_of(first: str | None, last: str | None) -> str | None:
    """A person's name as Telegram shows it, fit for our store."""
    whole = " ".join(_tidy(" ".join(part for part in (first, last) if part)).split())
    return whole[:_LONGEST_TOLD] or None


def _context(message: Message) -> list[str]:
    """What the words refer to, where another message is quoted or passed on."""
    told: list[str] = []
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser):
        told.append(note("forwarded", f"from {origin.sender_user.full_name}"))
    elif isinstance(origin, MessageOriginHiddenUser):
        told.append(note("forwarded", f"from {origin.sender_user_name}"))
    elif isinstance(origin, MessageOriginChat):
        told.append(note("forwarded", f"from {origin.sender_chat.title or ''}"))
    elif isinstance(origin, MessageOriginChannel):
        told.append(note("forwarded", f"from {origin.chat.title or ''}"))
    if message.quote is not None:
        told.append(note("quoted", message.quote.text[:_LONGEST_TOLD]))
    return told


def _links(message: Message) -> list[str]:
    """Addresses behind words, which the words do not show."""
    entities: list[MessageEntity] = [*(message.entities or ()), *(message.caption_entities or ())]
    return [note("link", each.url) for each in entities if each.type == "text_link" and each.url]


def _described(message: Message) -> list[str]:
    """Notes on what is neither words nor a file; questions of a poll and points of a list are words."""
    told: list[str] = []
    if message.sticker is not None:
        told.append(note("sticker", message.sticker.emoji or ""))
    if message.dice is not None:
        told.append(note("dice", f"{message.dice.emoji} {message.dice.value}"))
    if message.venue is not None:
        told.append(note("venue", f"{message.venue.title}, {message.venue.address}"))
    if message.location is not None:
        told.append(note("location", f"{message.location.latitude:.6f}, {message.location.longitude:.6f}"))
    if message.contact is not None:
        person = name_of(message.contact.first_name, message.contact.last_name) or ""
        told.append(note("contact", f"{person} {message.contact.phone_number}"))
    if message.poll is not None:
        told += [message.poll.question, *(f"• {each.text}" for each in message.poll.options), note("poll")]
    if message.checklist is not None:
        points = (f"• {each.text}" for each in message.checklist.tasks)
        told += [message.checklist.title, *points, note("checklist")]
    if message.story is not None:
        told.append(note("story"))
    return told


def _phone(number: str) -> str:
    digits = "".join(each for each in number if each.isdigit())
    return f"+{digits}"[:_LONGEST_TOLD]


def _tidy(words: str) -> str:
    kept: str = storable(words)
    # A message of nothing but signs that nobody sees is described like one without words.
    return kept.strip()[:LONGEST_MESSAGE] if _UNSEEN.sub("", kept).strip() else ""
