"""The test server takes messages, edits and files as Telegram does, driven by a real aiogram bot."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import httpx
import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    DeleteMessage,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    ForwardMessage,
    GetFile,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendPoll,
    SetMessageReaction,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReactionTypeEmoji,
    ReplyParameters,
)
from pydantic import BaseModel

from tests.telegram.server import BotApi, DrivenBot, User, bot_api, driven_bot, typed
from tests.telegram.server.errors import ApiError


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


def keys(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=one.title(), callback_data=one)] for one in data]
    )


def raw(server: BotApi, method: str, **fields: Any) -> tuple[int, dict[str, Any]]:
    answer = httpx.post(f"{server.url}/bot{server.token}/{method}", json=fields)
    body: dict[str, Any] = answer.json()
    return answer.status_code, body


def test_a_bot_is_known_by_its_token(server: BotApi, bot: DrivenBot) -> None:
    assert bot(GetMe()).is_bot
    answer = httpx.post(f"{server.url}/bot1:wrong/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")
    with bot_api("1:other") as other:
        bot.bot.session.api = bot.bot.session.api.from_base(other.url)
        with pytest.raises(TelegramUnauthorizedError):
            bot(GetMe())


def test_a_method_that_nobody_knows_is_not_found(server: BotApi) -> None:
    status, body = raw(server, "sendTelepathy")
    assert (status, body["description"]) == (404, "Not Found: method not found")


def test_a_method_that_the_server_lacks_fails_the_test_at_its_end() -> None:
    with pytest.raises(AssertionError, match="sendPoll"), bot_api() as server, driven_bot(server) as bot:  # noqa: PT012
        alice = server.user(started=True)
        with pytest.raises(Exception, match="does not know sendPoll"):
            bot(SendPoll(chat_id=alice.id, question="?", options=[{"text": "a"}, {"text": "b"}]))  # type: ignore[list-item]


def test_get_and_forms_are_taken_as_well(server: BotApi, alice: User) -> None:
    base = f"{server.url}/bot{server.token}"
    assert httpx.get(f"{base}/sendMessage", params={"chat_id": alice.id, "text": "1"}).json()["ok"]
    markup = json.dumps({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]})
    sent = httpx.post(f"{base}/sendMessage", data={"chat_id": alice.id, "text": "2", "reply_markup": markup})
    assert sent.json()["result"]["message_id"] == 2
    assert [message.text for message in server.sent_to(alice.id)] == ["1", "2"]
    assert server.last_to(alice.id).buttons == (("Yes", "y"),)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"text": "Hi", "colour": "red"}, 'has no field "colour"'),
        ({"text": 5}, "must be str, not 5"),
        ({}, "message text is empty"),
        ({"text": "Hi", "message_thread_id": "x"}, "message_thread_id must be int"),
        ({"text": "Hi", "reply_markup": {"inline_keyboard": [[{"txt": "a"}]]}}, "reply_markup"),
        ({"text": "Hi", "reply_markup": {"inline_keyboard": [[{"callback_data": "a"}]]}}, 'needs "text"'),
        ({"text": "Hi", "entities": [{"type": "bold", "offset": 0}]}, 'needs "length"'),
        ({"text": "Hi", "entities": [{"type": "bold", "offset": 0, "length": 9}]}, "entity"),
        ({"text": "Hi", "disable_notification": "yes"}, "must be bool"),
    ],
)
def test_a_wrong_field_is_refused(server: BotApi, alice: User, fields: dict[str, Any], why: str) -> None:
    status, body = raw(server, "sendMessage", chat_id=alice.id, **fields)
    assert status == 400
    assert why in body["description"]
    assert not server.sent_to(alice.id)


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("é <b>x</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<span>x</span>", 'Unsupported start tag "span"'),
        ('<a href="x>y</a>', "Unclosed start tag"),
    ],
)
def test_html_that_telegram_cannot_read_is_refused(bot: DrivenBot, alice: User, html: str, why: str) -> None:
    with pytest.raises(TelegramBadRequest) as refused:
        bot(SendMessage(chat_id=alice.id, text=html, parse_mode="HTML"))
    assert f"can't parse entities: {why}" in str(refused.value)


def test_html_becomes_text_with_entities_in_utf16(server: BotApi, bot: DrivenBot, alice: User) -> None:
    html = (
        ' 🙂 <b>5 &lt; 6 <i>no</i></b> <a href="https://a.example/?x=1&amp;y=2">here</a> & '
        '<pre><code class="language-py">x</code></pre>'
    )
    message = bot(SendMessage(chat_id=alice.id, text=html, parse_mode="HTML"))
    assert message.text == "🙂 5 < 6 no here & x"
    found = {entity.type: entity for entity in message.entities or ()}
    assert found["bold"].extract_from(message.text) == "5 < 6 no"
    assert (found["bold"].offset, found["italic"].offset) == (3, 9)
    assert found["text_link"].url == "https://a.example/?x=1&y=2"
    assert found["pre"].language == "py"
    assert server.last_to(alice.id).html == html.strip()


def test_a_link_that_leads_nowhere_stays_text(server: BotApi, bot: DrivenBot, alice: User) -> None:
    html = '<a href="http://localhost:8080/x">console</a> <a href="t.me/shop">shop</a>'
    message = bot(SendMessage(chat_id=alice.id, text=html, parse_mode="HTML"))
    assert [entity.url for entity in message.entities or ()] == ["t.me/shop"]


def test_the_server_can_check_every_method_that_aiogram_has() -> None:
    def walk(kind: Any, seen: set[str]) -> None:
        for one in typed._choices(kind):
            if str(one) in seen:
                continue
            seen.add(str(one))
            if get_origin(one) is list:
                walk(get_args(one)[0], seen)
            elif inspect.isclass(one) and issubclass(one, BaseModel):
                for field in one.model_fields.values():
                    walk(field.annotation, seen)
            else:
                with pytest.raises(ApiError):
                    typed._check_one(object(), one, "x", set())

    seen: set[str] = set()
    for model in typed.known_methods().values():
        for field in model.model_fields.values():
            walk(field.annotation, seen)
    assert len(typed.known_methods()) > 150
    assert len(seen) > 60


def test_lengths_are_counted_after_the_entities_are_read(bot: DrivenBot, alice: User) -> None:
    bot(SendMessage(chat_id=alice.id, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML"))
    document = BufferedInputFile(b"x", "a.txt")
    bot(SendDocument(chat_id=alice.id, document=document, caption="x" * 1024))
    for method, why in (
        (SendMessage(chat_id=alice.id, text="x" * 4097), "message is too long"),
        (SendMessage(chat_id=alice.id, text="<b> </b>", parse_mode="HTML"), "message text is empty"),
        (SendDocument(chat_id=alice.id, document=document, caption="x" * 1025), "caption is too long"),
    ):
        with pytest.raises(TelegramBadRequest, match=why):
            bot(method)


def test_buttons_have_limits(bot: DrivenBot, alice: User) -> None:
    bot(SendMessage(chat_id=alice.id, text="x", reply_markup=keys("x" * 64)))
    link = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="a", url="http://localhost/x")]])
    nothing = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="a")]])
    for markup, why in (
        (keys("é" * 33), "BUTTON_DATA_INVALID"),
        (keys(*[f"d{number}" for number in range(101)]), "reply markup is too long"),
        (link, "Wrong HTTP URL"),
        (nothing, "Text buttons are unallowed"),
    ):
        with pytest.raises(TelegramBadRequest, match=why):
            bot(SendMessage(chat_id=alice.id, text="x", reply_markup=markup))


def test_an_edit_changes_what_stands_and_needs_a_change(server: BotApi, bot: DrivenBot, alice: User) -> None:
    sent = bot(SendMessage(chat_id=alice.id, text="One", reply_markup=keys("yes", "no")))
    where: dict[str, Any] = {"chat_id": alice.id, "message_id": sent.message_id}
    bot(EditMessageText(**where, text="Two", reply_markup=keys("yes")))
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        bot(EditMessageText(**where, text="Two", reply_markup=keys("yes")))
    bot(EditMessageReplyMarkup(**where))
    card = server.last_to(alice.id)
    assert (card.text, card.buttons, card.edits) == ("Two", (), 2)
    assert [text for text, _ in card.versions] == ["One", "Two"]
    with pytest.raises(TelegramBadRequest, match="there is no caption"):
        bot(EditMessageCaption(**where, caption="x"))
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        bot(EditMessageText(chat_id=alice.id, message_id=99, text="x"))
    own = alice.writes("mine")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        bot(EditMessageText(chat_id=alice.id, message_id=own.message_id, text="x"))


def test_a_deleted_message_is_gone(server: BotApi, bot: DrivenBot, alice: User) -> None:
    sent = bot(SendMessage(chat_id=alice.id, text="One"))
    bot(DeleteMessage(chat_id=alice.id, message_id=sent.message_id))
    assert not server.sent_to(alice.id)
    assert server.sent_to(alice.id, deleted=True)[0].deleted
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        bot(DeleteMessage(chat_id=alice.id, message_id=sent.message_id))
    old = bot(SendMessage(chat_id=alice.id, text="Two"))
    server.clock.advance(hours=49)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        bot(DeleteMessage(chat_id=alice.id, message_id=old.message_id))


def test_replies_copies_and_forwards_need_their_source(server: BotApi, bot: DrivenBot, alice: User) -> None:
    mei = server.user(first_name="Mei", started=True)
    asked = alice.writes("How much?")
    reply = bot(
        SendMessage(
            chat_id=alice.id, text="5 USD", reply_parameters=ReplyParameters(message_id=asked.message_id)
        )
    )
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "How much?"
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        bot(SendMessage(chat_id=alice.id, text="x", reply_parameters=ReplyParameters(message_id=99)))
    source: dict[str, Any] = {"chat_id": mei.id, "from_chat_id": alice.id}
    copied = bot(CopyMessage(**source, message_id=asked.message_id))
    forwarded = bot(ForwardMessage(**source, message_id=asked.message_id))
    assert [message.message_id for message in server.sent_to(mei.id)] == [
        copied.message_id,
        forwarded.message_id,
    ]
    assert forwarded.forward_origin is not None
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        bot(CopyMessage(**source, message_id=99))


def test_files_go_up_and_come_down(server: BotApi, bot: DrivenBot, alice: User) -> None:
    sent = bot(SendDocument(chat_id=alice.id, document=BufferedInputFile(b"%PDF", "quote.pdf"), caption="Q"))
    assert sent.document is not None
    assert sent.document.file_name == "quote.pdf"
    assert server.last_to(alice.id).files[0].data == b"%PDF"
    again = bot(SendDocument(chat_id=alice.id, document=sent.document.file_id))
    assert again.document is not None
    photo = alice.sends_photo(b"JPEG", caption="this one")
    found = bot(GetFile(file_id=photo.files[0].file_id))
    assert found.file_path is not None
    assert httpx.get(f"{server.url}/file/bot{server.token}/{found.file_path}").content == b"JPEG"
    assert httpx.get(f"{server.url}/file/bot{server.token}/no/such").status_code == 404
    with pytest.raises(TelegramBadRequest, match="invalid file_id"):
        bot(GetFile(file_id="x"))
    server.sizes.download = 2
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        bot(GetFile(file_id=photo.files[0].file_id))


def test_files_have_a_size(server: BotApi, bot: DrivenBot, alice: User) -> None:
    server.sizes.document = 3
    with pytest.raises(TelegramEntityTooLarge):
        bot(SendDocument(chat_id=alice.id, document=BufferedInputFile(b"four", "a.txt")))
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        bot(SendPhoto(chat_id=alice.id, photo=BufferedInputFile(b"", "a.jpg")))


def test_an_album_has_two_to_ten_parts_of_a_kind(server: BotApi, bot: DrivenBot, alice: User) -> None:
    one = InputMediaPhoto(media=BufferedInputFile(b"1", "1.jpg"), caption="<b>x</b>", parse_mode="HTML")
    two = InputMediaPhoto(media=BufferedInputFile(b"2", "2.jpg"))
    album = bot(SendMediaGroup(chat_id=alice.id, media=[one, two]))
    assert len({message.media_group_id for message in album}) == 1
    assert [message.files[0].data for message in server.sent_to(alice.id)] == [b"1", b"2"]
    assert server.sent_to(alice.id)[0].text == "x"
    with pytest.raises(TelegramBadRequest, match="wrong number of messages"):
        bot(SendMediaGroup(chat_id=alice.id, media=[one]))
    with pytest.raises(TelegramBadRequest, match="can't be mixed"):
        bot(SendMediaGroup(chat_id=alice.id, media=[one, InputMediaDocument(media=one.media)]))


def test_only_who_opened_the_chat_is_written_to(server: BotApi, bot: DrivenBot, alice: User) -> None:
    stranger = server.user(first_name="Stranger")
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        bot(SendMessage(chat_id=stranger.id, text="x"))
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        bot(SendMessage(chat_id=1, text="x"))
    alice.blocks_bot()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        bot(SendMessage(chat_id=alice.id, text="x"))
    alice.unblocks_bot()
    bot(SendMessage(chat_id=alice.id, text="x"))


def test_typing_and_reactions_are_noted(server: BotApi, bot: DrivenBot, alice: User) -> None:
    asked = alice.writes("Hello")
    bot(SendChatAction(chat_id=alice.id, action="typing"))
    assert server.chat(alice.id).actions == [("typing", None)]
    with pytest.raises(TelegramBadRequest, match="wrong parameter action"):
        bot(SendChatAction(chat_id=alice.id, action="thinking"))
    where: dict[str, Any] = {"chat_id": alice.id, "message_id": asked.message_id}
    bot(SetMessageReaction(**where, reaction=[ReactionTypeEmoji(emoji="👀")]))
    assert asked.reactions[0]["emoji"] == "👀"
    with pytest.raises(TelegramBadRequest, match="REACTION_INVALID"):
        bot(SetMessageReaction(**where, reaction=[ReactionTypeEmoji(emoji="🧾")]))


def test_a_tap_is_answered_once_and_soon(server: BotApi, bot: DrivenBot, alice: User) -> None:
    bot(SendMessage(chat_id=alice.id, text="Sure?", reply_markup=keys("yes", "no")))
    card = server.last_to(alice.id)
    tap = alice.taps(card, "Yes", wait=None)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        bot(AnswerCallbackQuery(callback_query_id=tap.id, text="x" * 201))
    bot(AnswerCallbackQuery(callback_query_id=tap.id, text="Done", show_alert=True))
    assert (tap.wait().text, tap.alert) == ("Done", True)
    late = alice.taps(card, "no", wait=None)
    server.clock.advance(seconds=60)
    for query in (tap.id, late.id, "17"):
        with pytest.raises(TelegramBadRequest, match="query is too old and response timeout expired"):
            bot(AnswerCallbackQuery(callback_query_id=query))
    with pytest.raises(AssertionError, match="waited"):
        late.wait(0.01)


def test_a_button_must_stand_unless_the_screen_is_old(server: BotApi, bot: DrivenBot, alice: User) -> None:
    sent = bot(SendMessage(chat_id=alice.id, text="Sure?", reply_markup=keys("yes")))
    bot(EditMessageText(chat_id=alice.id, message_id=sent.message_id, text="Done"))
    card = server.last_to(alice.id)
    with pytest.raises(AssertionError, match="no button"):
        alice.taps(card, "yes", wait=None)
    alice.taps(card, "yes", wait=None, stale=True)
    assert server.pending[-1]["callback_query"]["data"] == "yes"
    assert server.unanswered == [server.pending[-1]["callback_query"]["id"]]


def test_aiogram_too_is_told_that_a_method_is_not_found(server: BotApi) -> None:
    with driven_bot(server) as bot, pytest.raises(TelegramNotFound):
        bot(_Unknown())


class _Unknown(GetMe):
    __api_method__ = "getYou"
