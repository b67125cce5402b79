"""Telegram's errors in our words: what certainly was not done, and what nobody can tell."""

from __future__ import annotations

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError


class TelegramTrouble(Exception):
    """A call that did not do what it should. The text is Telegram's, without anybody's words."""


class NotDone(TelegramTrouble):
    """Telegram has said no, or was never reached: doing it again cannot do it twice."""


class Wait(NotDone):
    """Too fast: again after `seconds`."""

    def __init__(self, text: str, seconds: float) -> None:
        super().__init__(text)
        self.seconds = seconds


class Unreachable(NotDone):
    """No connection was made."""


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


class Uncertain(TelegramTrouble):
    """Nobody can tell whether it was done: the connection broke, the time was over, or the server failed."""


_BY_TEXT: tuple[tuple[str, type[NotDone]], ...] = (
    ("message is not modified", Unchanged),
    ("message thread not found", TopicGone),
    ("topic_deleted", TopicGone),
    ("topic_id_invalid", TopicGone),
    ("topic_closed", TopicClosed),
    ("message to edit not found", MessageGone),
    ("message can't be edited", MessageGone),
    ("message_id_invalid", MessageGone),
    ("message to delete not found", MessageGone),
    ("message to pin not found", MessageGone),
    ("query is too old", TooLate),
    ("business_peer_usage_missing", TooLate),
    ("bot was blocked by the user", Blocked),
    ("user is deactivated", Blocked),
    ("can't initiate conversation", Blocked),
    ("bot can't send messages to the user", Blocked),
    ("chat not found", NoRights),
    ("bot was kicked", NoRights),
    ("bot is not a member", NoRights),
    ("not enough rights", NoRights),
    ("have no rights", NoRights),
    ("chat_admin_required", NoRights),
    ("need administrator rights", NoRights),
    ("business_connection", NoRights),
)


def trouble_of(error: Exception) -> TelegramTrouble:
    """`error` of a call of aiogram's as ours.

    A server's failure (5xx, an answer that is none) is uncertain: a gateway may fail after the work is done.
    """
    told = str(getattr(error, "message", error))
    if isinstance(error, TelegramTrouble):
        return error
    if isinstance(error, TelegramRetryAfter):
        return Wait(told, float(error.retry_after))
    if isinstance(error, TelegramMigrateToChat):
        return ChatMoved(told, error.migrate_to_chat_id)
    if isinstance(error, TelegramNetworkError):
        if isinstance(error.__cause__, (ClientConnectorError, ConnectionTimeoutError)):
            return Unreachable(told)
        return Uncertain(told)
    if isinstance(error, TelegramAPIError) and not isinstance(error, TelegramServerError):
        lowered = told.lower()
        for words, kind in _BY_TEXT:
            if words in lowered:
                return kind(told)
        return NoRights(told) if isinstance(error, TelegramForbiddenError) else Refused(told)
    return Uncertain(type(error).__name__ if not isinstance(error, TelegramAPIError) else told)
