"""How the test server hands out updates: by long polling, and by pushes to a webhook."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic
from typing import Any

import httpx
import pytest
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramConflictError
from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from tests.telegram.server import BotApi, DrivenBot, User, bot_api, driven_bot, new_bot


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as server:
        server.backoff.first = 0.01
        yield server


@pytest.fixture
def bot(server: BotApi) -> Iterator[DrivenBot]:
    with driven_bot(server) as bot:
        yield bot


@pytest.fixture
def alice(server: BotApi) -> User:
    return server.user(first_name="Alice")


@pytest.fixture
def aside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def poll(server: BotApi, **fields: Any) -> httpx.Response:
    return httpx.post(f"{server.url}/bot{server.token}/getUpdates", json=fields, timeout=10)


def texts(answer: httpx.Response) -> list[str]:
    return [one["message"]["text"] for one in answer.json()["result"]]


def begun(server: BotApi, aside: ThreadPoolExecutor, **fields: Any) -> Future[httpx.Response]:
    """A poll that waits at the server already."""
    before = len(server.calls("getUpdates"))
    polling = aside.submit(poll, server, **fields)
    server.wait_for(lambda: len(server.calls("getUpdates")) > before)
    return polling


def test_updates_come_again_until_they_are_confirmed(server: BotApi, bot: DrivenBot, alice: User) -> None:
    for text in ("one", "two", "three"):
        alice.writes(text)
    first = bot(GetUpdates(limit=2))
    assert [one.message.text for one in first if one.message] == ["one", "two"]
    assert [one.update_id for one in bot(GetUpdates(limit=2))] == [one.update_id for one in first]
    assert texts(poll(server, offset=first[1].update_id + 1)) == ["three"]
    assert texts(poll(server)) == ["three"]
    assert not poll(server, offset=first[1].update_id + 2).json()["result"]
    assert not server.pending


def test_a_negative_offset_forgets_all_but_the_last(server: BotApi, alice: User) -> None:
    for text in ("one", "two", "three"):
        alice.writes(text)
    assert texts(poll(server, offset=-1)) == ["three"]
    assert len(server.pending) == 1


def test_a_long_poll_ends_as_soon_as_there_is_something(
    server: BotApi, alice: User, aside: ThreadPoolExecutor
) -> None:
    started = monotonic()
    polling = begun(server, aside, timeout=30)
    alice.writes("hello")
    assert texts(polling.result()) == ["hello"]
    assert monotonic() - started < 2


def test_a_long_poll_ends_empty_when_its_time_is_over(server: BotApi) -> None:
    assert poll(server, timeout=1).json() == {"ok": True, "result": []}


def test_a_second_poller_ends_the_first(server: BotApi, alice: User, aside: ThreadPoolExecutor) -> None:
    first = begun(server, aside, timeout=30)
    second = begun(server, aside, timeout=30)
    refused = first.result()
    assert refused.status_code == 409
    assert "terminated by other getUpdates request" in refused.json()["description"]
    alice.writes("hello")
    assert texts(second.result()) == ["hello"]


def test_a_poller_that_went_away_holds_nobody_up(server: BotApi, alice: User) -> None:
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{server.url}/bot{server.token}/getUpdates", json={"timeout": 30}, timeout=0.1)
    server.wait_for(lambda: server.calls("getUpdates")[0].outcome == "cut")
    alice.writes("hello")
    assert texts(poll(server)) == ["hello"]


def test_only_kinds_that_were_asked_for_are_delivered(server: BotApi, alice: User) -> None:
    poll(server, allowed_updates=["callback_query"])
    alice.writes("hello")
    assert not server.pending
    assert server.withheld[0]["message"]["text"] == "hello"
    poll(server, allowed_updates=[])
    alice.writes("again")
    assert texts(poll(server)) == ["again"]


def test_an_update_that_cannot_be_read_comes_as_it_is(server: BotApi, bot: DrivenBot, alice: User) -> None:
    alice.writes("one")
    broken = {"update_id": server.next_update_id(), "message": {"message_id": "no number"}}
    server.push_raw(broken)
    with pytest.raises(ClientDecodeError):
        bot(GetUpdates())
    assert poll(server).json()["result"][1] == broken


def test_an_old_update_comes_once_more(server: BotApi, alice: User) -> None:
    alice.writes("one")
    one = poll(server).json()["result"][0]
    poll(server, offset=one["update_id"] + 1)
    server.push_raw(one)
    server.push_raw({"update_id": one["update_id"] - 7, "message": one["message"]})
    again = poll(server, offset=one["update_id"] + 1).json()["result"]
    assert [update["update_id"] for update in again] == [one["update_id"], one["update_id"] - 7]
    assert not poll(server, offset=one["update_id"] + 1).json()["result"]


def test_polls_fail_on_purpose_too(server: BotApi, alice: User) -> None:
    alice.writes("one")
    server.faults.add("getUpdates", "500")
    server.faults.add("getUpdates", "cut_after")
    assert poll(server).status_code == 500
    with pytest.raises(httpx.RemoteProtocolError):
        poll(server)
    assert texts(poll(server)) == ["one"]


# Webhook.


@dataclass
class Hook:
    """The bot's side of a webhook: answers with the statuses that it was given, then 200."""

    statuses: list[int] = field(default_factory=list)
    got: list[tuple[str | None, Any]] = field(default_factory=list)
    url: str = ""


@contextmanager
def listening() -> Iterator[Hook]:
    hook = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            hook.got.append(
                (
                    self.headers.get("X-Telegram-Bot-Api-Secret-Token"),
                    httpx.Response(200, content=body).json(),
                )
            )
            self.send_response(hook.statuses.pop(0) if hook.statuses else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        hook.url = f"http://127.0.0.1:{listener.server_port}/hook"
        thread = Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        yield hook
        listener.shutdown()
        thread.join()


@pytest.fixture
def hook() -> Iterator[Hook]:
    with listening() as hook:
        yield hook


def test_a_webhook_is_pushed_to_with_its_secret(
    server: BotApi, bot: DrivenBot, alice: User, hook: Hook
) -> None:
    bot(SetWebhook(url=hook.url, secret_token="s3cret"))
    alice.writes("hello")
    server.wait_for(lambda: not server.pending)
    assert [(secret, one["message"]["text"]) for secret, one in hook.got] == [("s3cret", "hello")]
    assert [one.status for one in server.deliveries] == [200]


def test_what_was_not_taken_is_pushed_again_and_in_order(
    server: BotApi, bot: DrivenBot, alice: User, hook: Hook
) -> None:
    hook.statuses = [500, 401, 200]
    bot(SetWebhook(url=hook.url))
    alice.writes("one")
    alice.writes("two")
    server.wait_for(lambda: not server.pending)
    assert [one["message"]["text"] for _, one in hook.got] == ["one", "one", "one", "two"]
    assert [one.attempt for one in server.deliveries] == [1, 2, 3, 1]
    assert bot(GetWebhookInfo()).last_error_message == "Wrong response from the webhook: 401"


def test_updates_wait_for_a_webhook_that_is_down(
    server: BotApi, bot: DrivenBot, alice: User, hook: Hook
) -> None:
    bot(SetWebhook(url="http://127.0.0.1:9/hook"))
    alice.writes("one")
    server.wait_for(lambda: server.deliveries)
    assert server.deliveries[0].status is None
    assert bot(GetWebhookInfo()).pending_update_count == 1
    bot(SetWebhook(url=hook.url))
    server.wait_for(lambda: not server.pending)
    assert [one["message"]["text"] for _, one in hook.got] == ["one"]


def test_polling_and_a_webhook_exclude_each_other(
    server: BotApi, bot: DrivenBot, alice: User, hook: Hook
) -> None:
    bot(SetWebhook(url=hook.url))
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        bot(GetUpdates())
    bot(DeleteWebhook())
    alice.writes("hello")
    assert len(bot(GetUpdates())) == 1
    assert not hook.got


def test_a_webhook_needs_https_but_at_home(bot: DrivenBot) -> None:
    with pytest.raises(TelegramBadRequest, match="An HTTPS URL must be provided"):
        bot(SetWebhook(url="http://shop.example/hook"))
    with pytest.raises(TelegramBadRequest, match="unallowed characters"):
        bot(SetWebhook(url="https://shop.example/hook", secret_token="a b"))


def test_a_tap_waits_for_a_bot_that_polls(server: BotApi, alice: User, aside: ThreadPoolExecutor) -> None:
    async def answer_one_tap() -> None:
        async with new_bot(server) as bot:
            (start,) = await bot.get_updates()
            card = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
            await bot.send_message(alice.id, "Sure?", reply_markup=card)  # type: ignore[arg-type]
            wanted = ["callback_query"]
            offset = start.update_id + 1
            for update in await bot.get_updates(offset=offset, timeout=10, allowed_updates=wanted):
                assert update.callback_query is not None
                await bot.answer_callback_query(update.callback_query.id, "Good")

    alice.starts()
    answering = aside.submit(asyncio.run, answer_one_tap())
    card = server.wait_sent(alice.id)[0]
    server.wait_for(lambda: server.world.updates.allowed == ["callback_query"])
    assert alice.taps(card, "Yes").text == "Good"
    answering.result()
