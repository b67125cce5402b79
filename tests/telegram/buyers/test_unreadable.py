"""Updates that the program cannot read: the talk says that something came."""

from __future__ import annotations

from typing import Any

import pytest

from bot.desk.notes import UNREADABLE
from tests.telegram.buyers.conftest import Booth

pytestmark = pytest.mark.anyio


def broken(user: Any, number: int = 1, **more: Any) -> dict[str, Any]:
    message = {
        "message_id": 9000 + number, "date": "yesterday", "chat": {"id": user.id, "type": "private"},
        "from": user.about, **more,
    }  # fmt: skip
    return {"update_id": 990_000_000 + number, "message": message}


async def test_the_talk_says_that_something_came(booth: Booth) -> None:
    alice = booth.server.user(first_name="Alice")
    await booth.take(broken(alice), times=2)
    await booth.take(broken(alice, 2, text="but the words can be read"))
    assert await booth.words(alice) == [UNREADABLE, f"but the words can be read\n{UNREADABLE}"]
    assert (await booth.buyer(alice)).name == "Alice"
    assert (await booth.talk(alice)).waiting_since is not None
    assert len(await booth.failed()) == 2


async def test_what_comes_after_it_goes_on(booth: Booth) -> None:
    alice = booth.server.user()
    await booth.take(broken(alice))
    alice.writes("Hello")
    await booth.deliver()
    assert await booth.words(alice) == [UNREADABLE, "Hello"]


@pytest.mark.parametrize(
    "raw",
    [
        {"message": {"broken": True}},
        {"message": {"chat": {"id": "7"}, "from": {"id": None}}},
        {"message": {"chat": {"id": -100123, "type": "supergroup"}, "from": {"id": 5}, "date": "x"}},
        {"message": {"chat": {"id": 7}, "from": {"id": 7, "is_bot": True}, "date": "x"}},
        {"message": {"chat": {"id": 10**30}, "from": {"id": 10**30}, "date": "x"}},
        {"callback_query": {"id": 5}},
        {"business_message": {"business_connection_id": "nobody's", "chat": {"id": 7}, "from": {"id": 7}}},
        {"message": []},
    ],
)
async def test_what_tells_no_buyer_is_kept_as_failed_and_begins_no_talk(
    booth: Booth, raw: dict[str, Any]
) -> None:
    await booth.take({"update_id": 990_000_000, **raw})
    assert await booth.rows("SELECT 1 FROM conversations") == []
    assert len(await booth.failed()) == 1


async def test_odd_values_around_the_words_do_no_harm(booth: Booth) -> None:
    alice = booth.server.user()
    odd: dict[str, Any] = {"id": alice.id, "first_name": 5, "username": ["x"], "language_code": {"a": 1}}
    raw = broken(alice, text="a\u0000b\ud800", message_id="no")
    raw["message"]["from"] = odd
    await booth.take(raw, times=2)
    assert await booth.words(alice) == [f"ab\n{UNREADABLE}"]


async def test_erasing_a_buyer_takes_away_what_could_not_be_read(booth: Booth) -> None:
    from bot.desk.buyers import erase_buyer

    alice = booth.server.user()
    await booth.take(broken(alice, text="a secret"))
    await erase_buyer(booth.floor.desk, (await booth.buyer(alice)).id, None)
    assert [row.body for row in await booth.rows("SELECT body FROM telegram_updates")] == ["{}"]
