"""A reply from the outbox to the buyer's Telegram."""

from __future__ import annotations

import html

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.telegram.sending.choices import choice_data, choice_of
from bot.telegram.sending.planning import Chat, Reply, call
from bot.telegram.sending.splitting import split
from bot.web.signing import LinkSigner
from storage import telegram_chats
from storage.live import reading
from tests.telegram.sending.conftest import Dispatch
from tests.telegram.server import BotApi
from tests.telegram.server.entities import formatted

pytestmark = pytest.mark.anyio
LONG = "We can offer you 3.50 USD per piece. " * 400


async def test_a_reply_arrives_and_stands_in_the_talk_once(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Dear Alice, 3 < 5 & <b>so on</b>")

    assert await dispatch.send(reply) is None
    assert await dispatch.send(reply) is None, "a second run finds it sent"

    assert dispatch.seen(alice) == ["Dear Alice, 3 < 5 & <b>so on</b>"]
    assert await dispatch.replies(talk) == ["Dear Alice, 3 < 5 & <b>so on</b>"]
    assert (await dispatch.row(reply)).state == "sent"
    assert (await dispatch.floor.conversation(talk)).waiting_since is None
    assert [event.data["answers"] for event in await dispatch.floor.events("message.sent")] == [1]


async def test_what_was_sent_is_known_again_when_the_buyer_answers_it(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    await dispatch.send(await dispatch.put(talk, LONG))

    async with reading(dispatch.floor.desk.engine) as connection:
        chat = await telegram_chats.chat_of(connection, talk)
        assert chat is not None
        for message in dispatch.server.sent_to(alice.id):
            kept = await telegram_chats.message(connection, chat.id, message.message_id)
            assert kept is not None
            assert (kept.conversation_id, kept.seq) == (talk, 2)


async def test_a_long_reply_comes_in_pieces_with_the_buttons_under_the_last(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    choices = [{"label": "FOB", "text": "FOB"}, {"label": "CIF", "text": "CIF please"}]
    reply = await dispatch.put(talk, LONG, choices=choices)
    await dispatch.send(reply)

    sent = dispatch.server.sent_to(alice.id)
    assert [message.text for message in sent] == list(split(LONG))
    assert len(sent) == 4
    assert [len(message.buttons) for message in sent] == [0, 0, 0, 2]
    label, data = sent[-1].buttons[1]
    assert label == "CIF"
    tapped = choice_of(dispatch.office.signer, data)
    assert tapped is not None
    assert (tapped.outbox_id, tapped.index) == (reply, 1)
    assert await dispatch.replies(talk) == [LONG], "in the talk it is one message"


async def test_a_quote_comes_with_its_order_link_and_as_a_document(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    boris = await dispatch.floor.person("Boris", "salesperson")
    reply = await dispatch.approved(talk, "Price for 500 pcs KT-17 please", boris)
    row = await dispatch.row(reply)
    assert row.quote_id is not None
    await dispatch.send(reply)

    words, document = dispatch.server.sent_to(alice.id)
    label, address = words.buttons[-1]
    assert label.startswith("Order")
    assert address.startswith("https://example.test/order/Q-2026-0001")
    (file,) = document.files
    assert file.name == "Q-2026-0001.pdf"
    assert file.data.startswith(b"%PDF")
    draft = await dispatch.floor.draft(row.draft_id)
    assert draft.state == "sent"
    quoted = (await dispatch.floor.said(talk))[-1].quote
    assert quoted is not None
    assert quoted["number"] == "Q-2026-0001"


async def test_an_order_link_that_telegram_does_not_take_is_left_out(dispatch: Dispatch) -> None:
    alice, talk = await dispatch.buyer()
    boris = await dispatch.floor.person("Boris", "salesperson")
    serving = await dispatch.floor.desk.counter.serving()
    payment = serving.shop.payment
    object.__setattr__(payment, "order_link", "not an address {quote_number}")
    reply = await dispatch.approved(talk, "Price for 500 pcs KT-17 please", boris)

    await dispatch.send(reply)

    assert (await dispatch.row(reply)).state == "sent"
    assert dispatch.server.sent_to(alice.id)[0].buttons == ()
    assert len(dispatch.server.calls("sendMessage")) == 2


async def test_a_reply_for_a_salespersons_own_account_is_written_on_its_behalf(
    dispatch: Dispatch, server: BotApi
) -> None:
    alice = server.user(first_name="Alice")
    boris = await dispatch.floor.person("Boris", "salesperson")
    shop = await dispatch.account(server.user(first_name="Boris", started=True), boris)
    alice.writes("hello", to=shop)
    talk = await dispatch.chat_with(alice, shop.id)
    reply = await dispatch.put(talk, "Good morning")

    await dispatch.send(reply)

    assert dispatch.seen(alice, business=shop) == ["Good morning"]
    assert dispatch.seen(alice) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some.text(
        some.one_of(
            some.characters(codec="utf-8", exclude_characters="\0"),
            some.sampled_from(list("<>&;\"'/#x3b amp")),
        ),
        max_size=300,
    ).filter(str.strip)
)
def test_the_buyer_sees_every_character_and_no_markup(text: str) -> None:
    made = call(Reply(text), Chat(5), 0)
    shown = formatted(str(made.text), "HTML", None)  # type: ignore[attr-defined]
    assert shown.text == text.strip()
    assert shown.entities == ()


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <a href='https://evil.test'>here</a>", "<script>alert(1)</script>", "&lt;b&gt; &amp;",
        "a < b && c > d", "</b></i>", "<", "&", "&#60;b&#62;", "<tg-spoiler>x</tg-spoiler>", "]]>", "<!--",
        "*bold* _italic_ [x](https://evil.test) `code`", "\u202eevil\u202c", "<b",
    ],
)  # fmt: skip
async def test_hostile_words_arrive_as_they_are(dispatch: Dispatch, text: str) -> None:
    alice, talk = await dispatch.buyer()
    await dispatch.send(await dispatch.put(talk, text))
    (message,) = dispatch.server.sent_to(alice.id)
    assert message.text == text
    assert message.html == html.escape(text, quote=False)
    assert message.entities == ()


def test_a_choice_that_somebody_made_up_is_none() -> None:
    signer, other = LinkSigner("key"), LinkSigner("another key")
    data = choice_data(signer, 2**63 - 1, 5)
    assert len(data.encode()) <= 64
    assert choice_of(signer, data) is not None
    assert choice_of(other, data) is None
    assert choice_of(signer, data.replace("|5|", "|4|")) is None
    for made_up in ("", "b1|", "b1|1|0|", "b1|x|y|z", "b2|1|0|aaaaaaaaaaaaaaaa", "|||", "b1|1|0|é"):
        assert choice_of(signer, made_up) is None
