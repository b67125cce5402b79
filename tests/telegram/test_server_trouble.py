"""The test server's limits and the faults that it makes on purpose, as aiogram meets them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import EditMessageText, SendMediaGroup, SendMessage
from aiogram.types import BufferedInputFile, InputMediaPhoto

from tests.telegram.server import BotApi, DrivenBot, Kind, User, bot_api, driven_bot


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as server:
        yield server


@pytest.fixture
def bot(server: BotApi) -> Iterator[DrivenBot]:
    with driven_bot(server) as bot:
        yield bot


@pytest.fixture
def alice(server: BotApi) -> User:
    return server.user(first_name="Alice", started=True)


def say(chat: int) -> SendMessage:
    return SendMessage(chat_id=chat, text="x")


def test_one_message_a_second_in_a_chat(server: BotApi, bot: DrivenBot, alice: User) -> None:
    server.limits.mode = "strict"
    mei = server.user(first_name="Mei", started=True)
    bot(say(alice.id))
    bot(say(mei.id))
    with pytest.raises(TelegramRetryAfter) as refused:
        bot(say(alice.id))
    assert refused.value.retry_after == 1
    assert len(server.sent_to(alice.id)) == 1
    server.clock.advance(seconds=1)
    bot(say(alice.id))
    assert [(one.rule, one.chat) for one in server.limits.violations] == [("chat", alice.id)]


def test_who_does_not_wait_is_noted(server: BotApi, bot: DrivenBot, alice: User) -> None:
    server.limits.mode = "strict"
    bot(say(alice.id))
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter):
            bot(say(alice.id))
    server.faults.add("sendMessage", "429", retry_after=5)
    mei = server.user(first_name="Mei", started=True)
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter):
            bot(say(mei.id))
    assert [one.rule for one in server.limits.violations] == ["chat", "retry_after", "retry_after"]


def test_a_burst_may_be_allowed(server: BotApi, bot: DrivenBot, alice: User) -> None:
    server.limits.mode = "strict"
    server.limits.burst = 3
    for _ in range(3):
        bot(say(alice.id))
    with pytest.raises(TelegramRetryAfter):
        bot(say(alice.id))


def test_twenty_messages_a_minute_in_a_group(server: BotApi, bot: DrivenBot, alice: User) -> None:
    server.limits.mode = "strict"
    team = server.group("Team", alice)
    for _ in range(20):
        bot(say(team.id))
        server.clock.advance(seconds=1)
    with pytest.raises(TelegramRetryAfter) as refused:
        bot(say(team.id))
    assert 38 <= refused.value.retry_after <= 40
    server.clock.advance(seconds=40)
    bot(say(team.id))
    assert [one.rule for one in server.limits.violations] == ["group"]


def test_thirty_messages_a_second_in_all(server: BotApi, bot: DrivenBot) -> None:
    server.limits.mode = "strict"
    people = [server.user(started=True) for _ in range(31)]
    for person in people[:30]:
        bot(say(person.id))
        server.clock.advance(seconds=-0.002)  # a call takes longer than the limit would let through
    with pytest.raises(TelegramRetryAfter):
        bot(say(people[30].id))
    assert [one.rule for one in server.limits.violations] == ["overall"]


def test_limits_are_counted_only_or_not_at_all(server: BotApi, bot: DrivenBot, alice: User) -> None:
    bot(say(alice.id))
    sent = bot(say(alice.id))
    assert len(server.limits.violations) == 1
    bot(EditMessageText(chat_id=alice.id, message_id=sent.message_id, text="y"))
    assert len(server.limits.violations) == 1
    server.limits.mode = "off"
    bot(say(alice.id))
    assert len(server.limits.violations) == 1
    server.limits.mode = "count"
    server.clock.advance(seconds=5)
    photos = [InputMediaPhoto(media=BufferedInputFile(b"1", "1.jpg")) for _ in range(2)]
    bot(SendMediaGroup(chat_id=alice.id, media=photos))  # type: ignore[arg-type]
    bot(say(alice.id))
    assert len(server.limits.violations) == 2


@pytest.mark.parametrize(
    ("kind", "raised", "done"),
    [
        ("429", TelegramRetryAfter, False),
        ("500", TelegramServerError, False),
        ("500_after", TelegramServerError, True),
        ("502", ClientDecodeError, False),
        ("502_after", ClientDecodeError, True),
        ("cut_before", TelegramNetworkError, False),
        ("cut_after", TelegramNetworkError, True),
        ("403", TelegramForbiddenError, False),
        ("migrated", TelegramMigrateToChat, False),
        ("deleted_topic", TelegramBadRequest, False),
    ],
)
def test_a_fault_happens_once_and_is_in_the_journal(
    server: BotApi, bot: DrivenBot, alice: User, kind: Kind, raised: type[Exception], done: bool
) -> None:
    server.faults.add("sendMessage", kind)
    with pytest.raises(raised):
        bot(say(alice.id))
    bot(say(alice.id))
    first, second = server.calls("sendMessage")
    assert (first.fault, first.effect) == (kind, done)
    assert (second.fault, second.effect, second.outcome) == (None, True, "ok")
    assert len(server.sent_to(alice.id)) == 1 + done
    assert server.faults.left() == 0


@pytest.mark.parametrize(("kind", "done"), [("hang", False), ("hang_after", True)])
def test_a_call_may_hang(server: BotApi, alice: User, kind: Kind, done: bool) -> None:
    server.faults.add("sendMessage", kind)
    with driven_bot(server, timeout=0.1) as impatient:
        with pytest.raises(TelegramNetworkError, match="timeout"):
            impatient(say(alice.id))
        call = server.calls("sendMessage")[0]
        assert (call.outcome, call.effect) == ("hung", done)


def test_a_call_that_hangs_does_not_keep_the_server_from_ending(alice: User, server: BotApi) -> None:
    with bot_api() as short:
        short.faults.add("getMe", "hang")
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{short.url}/bot{short.token}/getMe", timeout=0.05)


def test_a_fault_may_wait_for_a_chat_and_pass_calls(server: BotApi, bot: DrivenBot, alice: User) -> None:
    mei = server.user(first_name="Mei", started=True)
    server.faults.add("sendMessage", "500", chat=alice.id, skip=1, times=2)
    bot(say(mei.id))
    bot(say(alice.id))
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            bot(say(alice.id))
    bot(say(mei.id))
    bot(say(alice.id))


def test_chance_is_the_same_for_the_same_seed(alice: User) -> None:
    def unlucky(seed: int) -> list[int]:
        with bot_api() as server, driven_bot(server) as bot:
            chat = server.user(started=True).id
            server.faults.randomly({"sendMessage": {"500": 0.2, "cut_after": 0.2}}, seed)
            for _ in range(30):
                with suppress(TelegramAPIError):
                    bot(say(chat))
            return [call.number for call in server.calls("sendMessage") if call.fault]

    assert unlucky(7) == unlucky(7) != unlucky(8)
    assert 3 <= len(unlucky(7)) <= 25


def test_a_late_answer_is_late_only(server: BotApi, alice: User) -> None:
    server.delay(0.2)
    with driven_bot(server, timeout=0.05) as impatient, pytest.raises(TelegramNetworkError):
        impatient(say(alice.id))
    server.wait_for(lambda: server.calls("sendMessage", outcome="cut", effect=True))
    assert len(server.sent_to(alice.id)) == 1


def test_downloads_fail_too(server: BotApi, alice: User) -> None:
    photo = alice.sends_photo(b"JPEG")
    url = f"{server.url}/file/bot{server.token}/{photo.files[0].path}"
    server.faults.add("download", "502")
    assert httpx.get(url).status_code == 502
    assert httpx.get(url).content == b"JPEG"
    assert [call.outcome for call in server.calls("download")] == ["refused", "ok"]


def test_the_journal_knows_when_and_where(server: BotApi, bot: DrivenBot, alice: User) -> None:
    team = server.group("Team", alice)
    topic = team.opens_topic(alice, "Prices")
    before = server.clock.now()
    bot(SendMessage(chat_id=team.id, text="x", message_thread_id=topic.thread))
    bot(say(alice.id))
    (call,) = server.calls("sendMessage", chat=team.id, thread=topic.thread, outcome="ok")
    assert before <= call.at <= server.clock.now()
    assert call.fields["text"] == "x"
    assert call.result["message_id"] == server.last_to(team.id).message_id
    assert len(server.calls("sendMessage")) == 2
