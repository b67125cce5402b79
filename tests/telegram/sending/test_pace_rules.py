"""Telegram's limits as arithmetic: whatever is asked for, in whatever order, no window holds too many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from aiogram.methods import (
    AnswerCallbackQuery,
    CreateForumTopic,
    EditMessageText,
    GetFile,
    PinChatMessage,
    SendChatAction,
    SendMediaGroup,
    SendMessage,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile, InputMediaDocument
from hypothesis import given
from hypothesis import strategies as some

from bot.telegram.pace_rules import (
    ALL,
    GAP,
    IN_A_CHAT,
    IN_A_GROUP,
    OVERALL,
    Limit,
    concern_of,
    counted,
    in_a_gap,
    in_turn,
    limits_of,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALBUM = SendMediaGroup(
    chat_id=5, media=[InputMediaDocument(media=BufferedInputFile(b"x", "a.pdf")) for _ in range(3)]
)


def keeps(times: Sequence[datetime], limit: Limit) -> bool:
    return all(
        late - early >= limit.window - timedelta(microseconds=5)
        for early, late in zip(times, times[limit.count :], strict=False)
    )


@given(some.lists(some.tuples(some.floats(0, 2), some.sampled_from([1, 1, 1, 2, 10])), max_size=120))
def test_no_second_of_all_holds_more_than_allowed(asked: list[tuple[float, int]]) -> None:
    now, taken = NOON, list[datetime]()
    for later, count in asked:
        now += timedelta(seconds=later / 50)
        when = in_a_gap(taken, count, now + timedelta(seconds=later))
        assert when >= now
        taken = sorted([*taken, *counted(when, count, ALL)])
    assert keeps(taken, OVERALL)
    apart = sorted(set(taken))
    assert all(late - early > GAP - timedelta(microseconds=5) for early, late in pairwise(apart))


@given(some.lists(some.tuples(some.floats(0, 9), some.sampled_from([1, 1, 1, 2, 10])), max_size=60))
def test_no_minute_of_a_group_holds_more_than_allowed(asked: list[tuple[float, int]]) -> None:
    now, slots, arrived = NOON, list[datetime](), list[datetime]()
    for later, count in asked:
        now += timedelta(seconds=later)
        when = in_turn(slots, limits_of("chat:-100"), count, now)
        assert when >= now
        assert not slots or when >= slots[-1] + IN_A_CHAT.window
        slots += counted(when, count, "chat:-100")
        arrived += [when] * count
    assert keeps(arrived, IN_A_GROUP)


def test_a_chat_that_has_to_wait_leaves_its_second_to_others() -> None:
    far = NOON + timedelta(seconds=3)
    assert in_a_gap([far], 1, NOON) == NOON
    assert in_a_gap([NOON], 1, NOON) == NOON + GAP
    assert in_a_gap([NOON + GAP * place for place in range(28)], 1, NOON) == NOON + OVERALL.window


@pytest.mark.parametrize(
    ("method", "scopes", "messages"),
    [
        (SendMessage(chat_id=5, text="x"), ("chat:5", ALL), 1),
        (ALBUM, ("chat:5", ALL), 3),
        (EditMessageText(chat_id=-7, message_id=1, text="x"), ("edits:-7", ALL), 1),
        (EditMessageText(inline_message_id="x", text="x"), (ALL,), 1),
        (PinChatMessage(chat_id=-7, message_id=1), ("edits:-7", ALL), 1),
        (CreateForumTopic(chat_id=-7, name="x"), ("edits:-7", ALL), 1),
        (SendChatAction(chat_id=5, action="typing"), ("edits:5", ALL), 1),
        (AnswerCallbackQuery(callback_query_id="1"), (), 1),
        (GetFile(file_id="1"), (), 1),
        (SetWebhook(url="https://example.test"), (), 1),
    ],
    ids=lambda given: type(given).__name__ if isinstance(given, TelegramMethod) else "",
)
def test_what_a_call_counts_for(
    method: TelegramMethod[Any], scopes: tuple[str, ...], messages: int
) -> None:  # fmt: skip
    concern = concern_of(method)
    assert (concern.scopes, concern.messages) == (scopes, messages)


def test_only_a_group_is_held_to_a_number_a_minute() -> None:
    assert limits_of("chat:5") == (IN_A_CHAT,)
    assert limits_of("chat:-5") == limits_of("edits:-5") == limits_of("chat:@team") == (IN_A_CHAT, IN_A_GROUP)
