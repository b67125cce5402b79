"""An update that aiogram cannot read: the talk says at least that something came."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.desk.notes import UNREADABLE
from bot.telegram.buyers.contents import Content, name_of
from bot.telegram.buyers.keeping import keep, message_uuid, named_uuid
from bot.telegram.office import Office
from storage import telegram_business, telegram_staff
from storage.live import writing
from storage.storable import storable
from storage.telegram_chats import Place, Writer

_KINDS = ("message", "business_message", "edited_message", "edited_business_message")
_LARGEST = 2**52
"""Telegram's ids fit into 52 bits."""


async def keep_unreadable(office: Office, raw: dict[str, Any]) -> None:
    """Store in the talk what can be made out of it: nothing where no buyer can be told."""
    kind = next((each for each in _KINDS if isinstance(raw.get(each), dict)), None)
    if kind is None:
        return
    message = raw[kind]
    sender, chat = _object(message, "from"), _object(message, "chat")
    user_id, chat_id = _number(sender.get("id")), _number(chat.get("id"))
    if user_id is None:
        user_id = chat_id  # in a private chat they are the same
    if chat_id is None:
        chat_id = user_id
    if user_id is None or chat_id is None or chat_id <= 0 or sender.get("is_bot") is True:
        return
    business = _text(message.get("business_connection_id")) or ""
    assignee = None
    async with writing(office.desk.engine) as connection:
        if business:
            account = await telegram_business.connected(connection, office.bot_id, business)
            assignee = await telegram_business.owner(connection, office.bot_id, business)
            if account is None or assignee is None or account.user_id == user_id:
                return
        if await telegram_staff.bound_person(connection, office.desk.shop_id, office.bot_id, user_id):
            return
    place = Place(office.bot_id, chat_id, business)
    message_id = _number(message.get("message_id"))
    edited = kind.startswith("edited")
    key = (
        message_uuid(place, message_id)
        if message_id is not None and not edited
        else named_uuid("update", office.bot_id, raw.get("update_id"))
    )
    words = _text(message.get("text")) or _text(message.get("caption")) or ""
    await keep(
        office, place,
        Writer(
            user_id, _text(sender.get("username")),
            name_of(_text(sender.get("first_name")), _text(sender.get("last_name"))),
            _text(sender.get("language_code")),
        ),
        Content("\n".join(part for part in (words.strip(), UNREADABLE) if part)),
        _date(message.get("date"), office.desk.clock()),
        key=key, message_id=None if edited else message_id, assignee=assignee,
    )  # fmt: skip


def _object(held: dict[str, Any], name: str) -> dict[str, Any]:
    found = held.get(name)
    return found if isinstance(found, dict) else {}


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < abs(value) < _LARGEST:
        return value
    return None


def _text(value: object) -> str | None:
    return str(storable(value))[:20_000] or None if isinstance(value, str) else None


def _date(value: object, now: datetime) -> datetime:
    seconds = _number(value)
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds is not None else now
    except (OverflowError, OSError, ValueError):
        return now
