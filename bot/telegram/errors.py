"""Telegram's errors in our words: what certainly was not done, and what nobody can tell.

This is the only place that reads Telegram's texts.
"""

from __future__ import annotations

import re

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError

_TOKEN = re.compile(r"/bot\d+(?::|%3A)[\w-]+", re.IGNORECASE)
"""In the address of every call: the HTTP client repeats addresses in its errors."""
_TOO_MANY = re.compile(r"too many requests(?:: retry after (\d+))?")


class TelegramTrouble(Exception):
    """A call that did not do what it should. The text is Telegram's, without anybody's words."""


class NotDone(TelegramTrouble):
    """Telegram has said no, or was never reached: doing it again cannot do it twice."""


class Later(NotDone):
    """The same call can be done later."""


class Wait(Later):
    """Too fast: again after `seconds`."""

    def __init__(self, text: str, seconds: float) -> None:
        super().__init__(text)
        self.seconds = seconds


class Unreachable(Later):
    """No connection was made."""


class NoSuchBot(Later):
    """Telegram does not know the token (any more), or another program speaks for the same bot: a person has
    to mend that, and then it can be done."""


class Blocked(NotDone):
    """The buyer has blocked the bot, deleted the account, or never started a chat."""


class ChatMoved(NotDone):
    """The group has become a supergroup with another id."""

    def __init__(self, text: str, chat_id: int) -> None:
        super().__init__(text)
        self.chat_id = chat_id


class TopicGone(NotDone):
    """Somebody has deleted the topic."""


class TopicClosed(NotDone):
    """Somebody has closed the topic."""


class MessageGone(NotDone):
    """The message to change is not there, or cannot be changed any more."""


class Unchanged(NotDone):
    """The message says this already."""


class TooLate(NotDone):
    """A tap that was answered too late, or a business chat that was silent for over 24 hours."""


class NoRights(NotDone):
    """The bot lacks a right in this chat, or is not in it."""


class Refused(NotDone):
    """Anything else that Telegram refuses; trying again would not help."""


class BadLink(Refused):
    """Telegram does not take the address of a button: the same without it may be sent."""


class BadInvoice(Refused):
    """Telegram, or the payment provider, does not take the invoice: its amount, currency or token."""


class Uncertain(TelegramTrouble):
    """Nobody can tell whether it was done: the connection broke, the time was over, or the server failed."""


_BY_TEXT: tuple[tuple[str, type[NotDone]], ...] = (
    ("message is not modified", Unchanged),
    ("message_not_modified", Unchanged),
    ("topic_not_modified", Unchanged),
    ("chat_not_modified", Unchanged),
    ("message thread not found", TopicGone),
    ("topic_deleted", TopicGone),
    ("topic_id_invalid", TopicGone),
    ("topic_closed", TopicClosed),
    ("message to edit not found", MessageGone),
    ("message to delete not found", MessageGone),
    ("message to pin not found", MessageGone),
    ("message to unpin not found", MessageGone),
    ("message to copy not found", MessageGone),
    ("message to forward not found", MessageGone),
    ("message to be replied not found", MessageGone),
    ("replied message not found", MessageGone),
    ("message can't be edited", MessageGone),
    ("message can't be deleted", MessageGone),
    ("message_id_invalid", MessageGone),
    ("query is too old", TooLate),
    ("query_id_invalid", TooLate),
    ("business_peer_usage_missing", TooLate),
    ("blocked by the user", Blocked),
    ("user_is_blocked", Blocked),
    ("user is deactivated", Blocked),
    ("user_deactivated", Blocked),
    ("can't initiate conversation", Blocked),
    ("can't send messages to", Blocked),
    ("privacy_premium_required", Blocked),
    ("button_url_invalid", BadLink),
    ("inline keyboard button url", BadLink),
    ("wrong http url", BadLink),
    ("currency_total_amount_invalid", BadInvoice),
    ("currency_invalid", BadInvoice),
    ("payment_provider_invalid", BadInvoice),
    ("provider token", BadInvoice),
    ("provider_token", BadInvoice),
    ("payment provider", BadInvoice),
    ("invoice", BadInvoice),
    ("chat not found", NoRights),
    ("user not found", NoRights),
    ("peer_id_invalid", NoRights),
    ("group chat was deactivated", NoRights),
    ("group chat was deleted", NoRights),
    ("bot was kicked", NoRights),
    ("bot is not a member", NoRights),
    ("not enough rights", NoRights),
    ("have no rights", NoRights),
    ("need administrator rights", NoRights),
    ("chat_admin_required", NoRights),
    ("chat_write_forbidden", NoRights),
    ("chat_restricted", NoRights),
    ("_forbidden", NoRights),
    ("chat is not a forum", NoRights),
    ("chat_not_forum", NoRights),
    ("business connection", NoRights),
    ("business_connection", NoRights),
    ("business_peer_invalid", NoRights),
)
"""Words of Telegram's description in small letters, the first that fit."""


def trouble_of(error: Exception) -> TelegramTrouble:
    """`error` of a call of aiogram's as ours.

    A server's failure (5xx, an answer that is none) is uncertain: a gateway may fail after the work is done.
    """
    told = _TOKEN.sub("/bot…", str(getattr(error, "message", error)))
    if isinstance(error, TelegramTrouble):
        return error
    if isinstance(error, TelegramRetryAfter):
        return Wait(told, float(error.retry_after))
    if isinstance(error, TelegramMigrateToChat):
        return ChatMoved(told, error.migrate_to_chat_id)
    if isinstance(error, TelegramEntityTooLarge):
        return Refused(told)
    if isinstance(error, TelegramNetworkError):
        if isinstance(error.__cause__, ClientConnectorError | ConnectionTimeoutError):
            return Unreachable(told)
        return Uncertain(told)
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound | TelegramConflictError):
        return NoSuchBot(told)
    if isinstance(error, TelegramAPIError) and not isinstance(error, TelegramServerError):
        return _refusal(error, told)
    return Uncertain(told if isinstance(error, TelegramAPIError) else type(error).__name__)


def _refusal(error: TelegramAPIError, told: str) -> NotDone:
    lowered = told.lower()
    if too_many := _TOO_MANY.search(lowered):
        return Wait(told, float(too_many[1] or 1))
    for words, kind in _BY_TEXT:
        if words in lowered:
            return kind(told)
    return NoRights(told) if isinstance(error, TelegramForbiddenError) else Refused(told)
