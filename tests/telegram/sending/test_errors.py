"""Telegram's own texts, each with what it means here."""

from __future__ import annotations

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
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
from aiogram.methods import SendMessage
from aiohttp import (
    ClientConnectorError,
    ClientOSError,
    ConnectionTimeoutError,
    InvalidUrlClientError,
    ServerDisconnectedError,
)
from aiohttp.client_reqrep import ConnectionKey

from bot.telegram import errors
from bot.telegram.errors import NotDone, TelegramTrouble, trouble_of

METHOD = SendMessage(chat_id=1, text="x")
_KEY = ConnectionKey("api.telegram.org", 443, True, True, None, None, None)


def _bad(text: str) -> TelegramAPIError:
    return TelegramBadRequest(METHOD, f"Bad Request: {text}")


def _forbidden(text: str) -> TelegramAPIError:
    return TelegramForbiddenError(METHOD, f"Forbidden: {text}")


def _caused(cause: Exception) -> TelegramNetworkError:
    error = TelegramNetworkError(METHOD, f"{type(cause).__name__}: {cause}")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (_bad("message is not modified: specified new message content and reply markup are exactly the same "
              "as a current content and reply markup of the message"), errors.Unchanged),
        (_bad("TOPIC_NOT_MODIFIED"), errors.Unchanged),
        (_bad("message thread not found"), errors.TopicGone),
        (_bad("TOPIC_DELETED"), errors.TopicGone),
        (_bad("TOPIC_ID_INVALID"), errors.TopicGone),
        (_bad("TOPIC_CLOSED"), errors.TopicClosed),
        (_bad("message to edit not found"), errors.MessageGone),
        (_bad("message can't be edited"), errors.MessageGone),
        (_bad("message to delete not found"), errors.MessageGone),
        (_bad("message can't be deleted for everyone"), errors.MessageGone),
        (_bad("message to pin not found"), errors.MessageGone),
        (_bad("message to be replied not found"), errors.MessageGone),
        (_bad("MESSAGE_ID_INVALID"), errors.MessageGone),
        (_bad("query is too old and response timeout expired or query ID is invalid"), errors.TooLate),
        (_bad("BUSINESS_PEER_USAGE_MISSING"), errors.TooLate),
        (_bad("BUSINESS_PEER_INVALID"), errors.NoRights),
        (_bad("BUSINESS_CONNECTION_INVALID"), errors.NoRights),
        (_bad("business connection not found"), errors.NoRights),
        (_bad("not enough rights to reply on behalf of the business account"), errors.NoRights),
        (_bad("chat not found"), errors.NoRights),
        (_bad("PEER_ID_INVALID"), errors.NoRights),
        (_bad("not enough rights to send text messages to the chat"), errors.NoRights),
        (_bad("not enough rights to manage pinned messages in the chat"), errors.NoRights),
        (_bad("not enough rights to create a topic"), errors.NoRights),
        (_bad("have no rights to send a message"), errors.NoRights),
        (_bad("need administrator rights in the channel chat"), errors.NoRights),
        (_bad("CHAT_ADMIN_REQUIRED"), errors.NoRights),
        (_bad("CHAT_WRITE_FORBIDDEN"), errors.NoRights),
        (_bad("CHAT_SEND_PLAIN_FORBIDDEN"), errors.NoRights),
        (_bad("the chat is not a forum"), errors.NoRights),
        (_bad("group chat was deactivated"), errors.NoRights),
        (_forbidden("bot was blocked by the user"), errors.Blocked),
        (_forbidden("user is deactivated"), errors.Blocked),
        (_forbidden("bot can't initiate conversation with a user"), errors.Blocked),
        (_forbidden("bot can't send messages to bots"), errors.Blocked),
        (_bad("USER_IS_BLOCKED"), errors.Blocked),
        (_forbidden("bot was kicked from the supergroup chat"), errors.NoRights),
        (_forbidden("bot is not a member of the supergroup chat"), errors.NoRights),
        (_forbidden("the group chat was deleted"), errors.NoRights),
        (_forbidden("something that nobody has seen yet"), errors.NoRights),
        (_bad("BUTTON_URL_INVALID"), errors.BadLink),
        (_bad("inline keyboard button URL 'x' is invalid: Wrong HTTP URL"), errors.BadLink),
        (_bad("BUTTON_DATA_INVALID"), errors.Refused),
        (_bad("can't parse entities: Unsupported start tag \"x\" at byte offset 0"), errors.Refused),
        (_bad("message is too long"), errors.Refused),
        (_bad("message text is empty"), errors.Refused),
        (TelegramEntityTooLarge(METHOD, "Request Entity Too Large"), errors.Refused),
        (TelegramUnauthorizedError(METHOD, "Unauthorized"), errors.NoSuchBot),
        (TelegramNotFound(METHOD, "Not Found"), errors.NoSuchBot),
        (TelegramConflictError(METHOD, "Conflict: terminated by other getUpdates request"), errors.NoSuchBot),
        (_caused(ClientConnectorError(_KEY, OSError("refused"))), errors.Unreachable),
        (_caused(ConnectionTimeoutError("Connection timeout to host")), errors.Unreachable),
        (_caused(ServerDisconnectedError()), errors.Uncertain),
        (_caused(ClientOSError(104, "Connection reset by peer")), errors.Uncertain),
        (_caused(TimeoutError()), errors.Uncertain),
        (TelegramServerError(METHOD, "Internal Server Error"), errors.Uncertain),
        (TelegramServerError(METHOD, "Bad Gateway"), errors.Uncertain),
        (RestartingTelegram(METHOD, "Bad Gateway: restart"), errors.Uncertain),
        (ClientDecodeError("Failed to decode object", ValueError(), "<html>502</html>"), errors.Uncertain),
        (RuntimeError("the words of somebody"), errors.Uncertain),
    ],
    ids=lambda given: str(getattr(given, "message", ""))[:40] if isinstance(given, Exception) else "",
)  # fmt: skip
def test_what_telegram_says_means(error: Exception, kind: type[TelegramTrouble]) -> None:
    trouble = trouble_of(error)
    assert type(trouble) is kind
    assert isinstance(trouble, NotDone) == (kind is not errors.Uncertain)


def test_how_long_to_wait_and_where_a_group_has_gone_are_told() -> None:
    waits = [
        trouble_of(TelegramRetryAfter(METHOD, "Too Many Requests: retry after 7", 7)),
        trouble_of(TelegramAPIError(METHOD, "Too Many Requests: retry after 9")),
        trouble_of(TelegramAPIError(METHOD, "Too Many Requests")),
    ]
    assert [wait.seconds for wait in waits if isinstance(wait, errors.Wait)] == [7, 9, 1]
    moved = trouble_of(TelegramMigrateToChat(METHOD, "group chat was upgraded to a supergroup chat", -100))
    assert isinstance(moved, errors.ChatMoved)
    assert moved.chat_id == -100


def test_what_is_ours_already_stays_and_a_crash_tells_no_words() -> None:
    assert str(trouble_of(RuntimeError("the words of somebody"))) == "RuntimeError"
    wait = errors.Wait("x", 3)
    assert trouble_of(wait) is wait


@pytest.mark.parametrize("colon", [":", "%3A", "%3a"])
def test_the_token_in_an_address_is_not_told(colon: str) -> None:
    address = f"http://telegram.invalid/bot123456{colon}AAE-s3cret_words/getMe"
    for error in (_caused(InvalidUrlClientError(address)), _bad(f"not found: {address}")):
        told = str(trouble_of(error))
        assert "telegram.invalid" in told
        assert "s3cret" not in told
