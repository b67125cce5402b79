"""Answers that a buyer taps: one message for a question, however often and whatever is tapped."""

from __future__ import annotations

import pytest
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.sending.choices import choice_data
from bot.web.signing import LinkSigner
from prompts.telegram import load
from storage import outbox
from storage.live import writing
from tests.telegram.buyers.conftest import Booth
from tests.telegram.server import Message, User

pytestmark = pytest.mark.anyio
CHOICES = [
    {"label": "KT-17", "text": "KT-17 please, 500 pcs"},
    {"label": "<b>KT-25</b>", "text": "KT-25 please, 500 pcs"},
]
WORDS = load("en")


async def asked(booth: Booth, user: User, text: str = "Which one?", business: str = "") -> Message:
    """A question with two answers, as the sending part puts it."""
    chat = await booth.chat(user, business)
    desk = booth.floor.desk
    async with writing(desk.engine) as connection:
        added = await outbox.put(
            connection, f"test:{chat.id}:{text}", chat.conversation_id, channel="telegram", text=text,
            author="person", choices=CHOICES, answers_seq=1, created_at=desk.clock(),
        )  # fmt: skip
        assert added is not None
        row = await outbox.claim(connection, added, desk.clock())
        assert row is not None
        await outbox.add_to_talk(connection, row, desk.clock())
        await outbox.settle(connection, added, "sent", at=desk.clock())
    rows = [
        [InlineKeyboardButton(text=each["label"], callback_data=choice_data(booth.office.signer, added, n))]
        for n, each in enumerate(CHOICES)
    ]
    await booth.office.calls(
        SendMessage(
            chat_id=user.id, text=text, parse_mode=None, business_connection_id=business or None,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )
    )  # fmt: skip
    account = next(
        (
            each
            for each in booth.server.world.chats.values()
            if each.business and each.business.id == business
        ),
        None,
    )
    if account is not None:
        return list(account.messages.values())[-1]
    return booth.server.last_to(user.id)


async def begun(booth: Booth) -> User:
    alice = booth.server.user()
    alice.writes("500 kettles please")
    await booth.deliver()
    return alice


async def test_a_tap_says_the_words_of_the_choice_once_and_marks_it(booth: Booth) -> None:
    alice = await begun(booth)
    question = await asked(booth, alice)
    taps = [alice.taps(question, "KT-17", wait=None) for _ in range(3)]
    await booth.deliver(times=2)
    assert await booth.words(alice) == ["500 kettles please", "Which one?", "KT-17 please, 500 pcs"]
    assert [tap.wait().text for tap in taps][1:] == [WORDS.say("tap-again")] * 2
    assert [label for label, _ in booth.server.buttons(booth.server.last_to(alice.id))] == ["✓ KT-17"]
    draft = await booth.drafted(alice)
    assert draft is not None
    assert "KT-17" in draft.text


async def test_a_second_other_answer_is_refused_in_words(booth: Booth) -> None:
    alice = await begun(booth)
    question = await asked(booth, alice)
    first = alice.taps(question, "KT-17", wait=None)
    second = alice.taps(question, "<b>KT-25</b>", wait=None)
    await booth.deliver()
    assert first.wait().text == WORDS.say("tap-kept", answer="KT-17")
    assert second.wait().text == WORDS.say("tap-again")
    assert second.alert
    assert len(await booth.words(alice)) == 3


async def test_a_question_that_we_have_written_after_is_closed(booth: Booth) -> None:
    alice = await begun(booth)
    old = await asked(booth, alice)
    await asked(booth, alice, "Or rather: which one?")
    tap = alice.taps(old, "KT-17", wait=None)
    await booth.deliver()
    assert tap.wait().text == WORDS.say("tap-old")
    assert tap.alert
    assert "KT-17 please, 500 pcs" not in await booth.words(alice)


async def test_what_was_made_up_is_refused_in_words(booth: Booth) -> None:
    alice, eve = await begun(booth), booth.server.user(first_name="Eve")
    eve.writes("Hello")
    await booth.deliver()
    question = await asked(booth, alice)
    genuine = booth.server.buttons(question)[0][1]
    hers = await asked(booth, eve)
    forged = [
        (alice, question, choice_data(LinkSigner("another key"), 1, 0)),
        (alice, question, genuine[:-1] + ("0" if genuine[-1] != "0" else "1")),
        (alice, question, "b1|"),
        (alice, question, "b1|zzzzzzzzzzzzz|9|0000000000000000"),
        (alice, question, choice_data(booth.office.signer, 1, 7)),
        (alice, question, choice_data(booth.office.signer, 2**62, 0)),
        (eve, hers, genuine),
    ]
    for number, (user, message, data) in enumerate(forged):
        await booth.take(
            {
                "update_id": 990_000_000 + number,
                "callback_query": {
                    "id": str(number), "from": user.about, "chat_instance": "1", "data": data,
                    "message": message.json(),
                },
            }
        )  # fmt: skip
    # A message of Alice's chat in which Eve taps: nobody but Alice can, so that it was made up.
    await booth.take(
        {
            "update_id": 990_000_100,
            "callback_query": {
                "id": "100", "from": eve.about, "chat_instance": "1", "data": genuine,
                "message": question.json(),
            },
        }
    )  # fmt: skip
    assert await booth.failed() == []
    assert await booth.words(alice) == ["500 kettles please", "Which one?"]
    assert await booth.words(eve) == ["Hello", "Which one?"]
    answers = booth.server.calls("answerCallbackQuery")
    assert len(answers) == len(forged) + 1
    assert {call.fields["text"] for call in answers} == {WORDS.say("tap-unknown")}


async def test_a_tap_that_is_answered_too_late_counts_all_the_same(booth: Booth) -> None:
    alice = await begun(booth)
    question = await asked(booth, alice)
    booth.server.world.query_lifetime = 0.0
    alice.taps(question, "KT-17", wait=None)
    await booth.deliver()
    assert await booth.failed() == []
    assert (await booth.words(alice))[-1] == "KT-17 please, 500 pcs"
