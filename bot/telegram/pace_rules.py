"""Telegram's limits as numbers, what of a call they concern, and the first moment that keeps them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiogram.methods import (
    CopyMessages,
    DeleteWebhook,
    ForwardMessages,
    LogOut,
    SendChatAction,
    SendMediaGroup,
    SendMessageDraft,
    SendRichMessageDraft,
    SetWebhook,
    TelegramMethod,
)

ALL = "all"
_SENDING = ("Send", "Copy", "Forward")
_SHOWN_FOR_A_MOMENT = (SendChatAction, SendMessageDraft, SendRichMessageDraft)
"""They are named like messages, but leave none."""
_ASKING = ("Get", "Answer", "SetMy", "DeleteMy", "SetChatMenuButton")
"""Nobody sees these, or somebody looks at a button that turns until they arrive: they wait for nothing."""
_OF_THE_BOT = (SetWebhook, DeleteWebhook, LogOut)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` in any `seconds`."""

    count: int
    seconds: float

    @property
    def window(self) -> timedelta:
        return timedelta(seconds=self.seconds)


# A server counts when calls arrive, we when they leave: the margins are for what lies between.
IN_A_CHAT = Limit(1, 1.08)
IN_A_GROUP = Limit(20, 61.5)
OVERALL = Limit(28, 1.05)
GAP = timedelta(seconds=0.036)
"""Between any two calls. Without it 28 would leave at once, and 28 more a second later: were the first held
up for a moment on their way, a server would see both within one second."""
KEPT = {ALL: timedelta(seconds=3), "": timedelta(seconds=IN_A_GROUP.seconds)}
"""For how long a slot that is over still counts: overall, and in a chat."""
_TINY = 1e-6
"""Seconds by which sums of fractions miss."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Which limits a call counts for.

    `scopes` are rows of the database, `messages` how many it counts for in each; `chat` is whom a wait that
    Telegram asks for holds back.
    """

    scopes: tuple[str, ...]
    messages: int = 1
    chat: str | None = None


NOTHING = Concern(())


def concern_of(method: TelegramMethod[Any]) -> Concern:
    """What a call counts for.

    Messages count for their chat and for all. Edits, pins, topics and the like count for all, and for a line
    of their own in the chat: Telegram says nothing about them, and in practice refuses them when they come
    as fast as messages may not; but a card that is drawn anew must not keep a message to the same chat back.
    """
    name = type(method).__name__
    if name.startswith(_ASKING) or isinstance(method, _OF_THE_BOT):
        return NOTHING
    chat = getattr(method, "chat_id", None)
    if chat is None:
        return Concern((ALL,))
    if name.startswith(_SENDING) and not isinstance(method, _SHOWN_FOR_A_MOMENT):
        return Concern((_messages_in(chat), ALL), _messages(method), str(chat))
    return Concern((_edits_in(chat), ALL), 1, str(chat))


def held_scopes(concern: Concern) -> tuple[str, ...]:
    """Where a wait is kept that Telegram has asked for: a chat is held back as a whole."""
    if concern.chat is None:
        return concern.scopes
    return _messages_in(concern.chat), _edits_in(concern.chat)


def limits_of(scope: str) -> tuple[Limit, ...]:
    """Of one chat's line. A group's id is negative; a name with @ is a public group's or a channel's."""
    chat = scope.partition(":")[2]
    return (IN_A_CHAT, IN_A_GROUP) if chat.startswith(("-", "@")) else (IN_A_CHAT,)


def in_turn(slots: Sequence[datetime], limits: Sequence[Limit], count: int, earliest: datetime) -> datetime:
    """When `count` messages may go to a chat: after all that were asked for before.

    `slots` are the chat's, oldest first. Of an album all are counted, though they leave at once.
    """
    when = earliest
    for limit in limits:
        # The last of the new ones and the one `limit.count` before it are a window apart.
        before = len(slots) + min(count, limit.count) - 1 - limit.count
        if 0 <= before < len(slots):
            when = max(when, slots[before] + limit.window)
    return when


def in_a_gap(slots: Sequence[datetime], count: int, earliest: datetime) -> datetime:
    """The first moment from `earliest` at which `count` messages may leave besides those of all chats.

    A chat that has to wait leaves its second to others: this may be before what is reserved already.
    """
    line = sorted((slot - earliest).total_seconds() for slot in slots)
    ends = {slot + span for slot in line for span in (GAP.total_seconds(), OVERALL.seconds)}
    for when in (0.0, *sorted(end for end in ends if end > 0)):
        if _fits(line, min(count, OVERALL.count), when):
            return earliest + timedelta(seconds=when)
    raise AssertionError("after the last window there is room")


def counted(when: datetime, count: int, scope: str) -> list[datetime]:
    """What `count` messages at `when` take of a scope: an album is paid for by the seconds after it."""
    apart = timedelta() if scope == ALL else IN_A_CHAT.window
    return [when + apart * place for place in range(count)]


def _fits(slots: Sequence[float], count: int, when: float) -> bool:
    at = bisect_left(slots, when)
    if any(abs(slot - when) < GAP.total_seconds() - _TINY for slot in slots[max(0, at - 1) : at + 1]):
        return False
    line = [*slots[:at], *[when] * count, *slots[at:]]
    # Of all windows that hold the new ones: one more than allowed must span more than it.
    return all(
        line[start + OVERALL.count] - line[start] >= OVERALL.seconds - _TINY
        for start in range(max(0, at - OVERALL.count), min(at + count, len(line) - OVERALL.count))
    )


def _messages(method: TelegramMethod[Any]) -> int:
    if isinstance(method, SendMediaGroup):
        return len(method.media)
    return len(method.message_ids) if isinstance(method, CopyMessages | ForwardMessages) else 1


def _messages_in(chat: int | str) -> str:
    return f"chat:{chat}"


def _edits_in(chat: int | str) -> str:
    return f"edits:{chat}"
