"""New words for a draft: typed as an answer to its card, looked at once more, and only then sent."""

from __future__ import annotations

import html

import pytest
from aiogram.methods import SendMessage

from bot.telegram.team.edit_shown import messages_of
from prompts.telegram_team import load
from storage import telegram_edits
from storage.live import writing
from storage.telegram_tables import TelegramCardRow
from tests.telegram.server import Message
from tests.telegram.team.conftest import ASKS, Team

pytestmark = pytest.mark.anyio
SEND, DROP = "✅ Send my words", "Drop them"


async def edit(team: Team, card: Message, words: str) -> Message:
    """Boris answers the card with these words; what the bot answers."""
    team.boris.writes(words, reply_to=card)
    await team.work()
    shown = [each for each in team.server.sent_to(card.chat_id) if each.message_id > card.message_id]
    return [each for each in shown if "Reply (" not in each.text][-1]


async def test_words_in_answer_to_the_card_are_shown_and_sent_after_a_second_approval(team: Team) -> None:
    draft, card = await team.card()
    first = draft.text.split()[0]
    words = draft.text.replace(first, "Dearest", 1)
    shown = await edit(team, card, words)
    assert "<u>Dearest</u>" in shown.html
    assert f"<s>{first}</s>" in shown.html
    assert words in shown.text
    assert "The guard finds nothing" in shown.text
    assert await team.outbox() == []
    now = await team.floor.draft(draft.id)
    assert (now.revision, now.text, now.staff_id) == (2, words, team.salesperson.id)
    tap = await team.tap(team.boris, shown, SEND)
    assert "Approved" in tap.text
    assert await team.outbox() == [words]
    assert (await team.floor.draft(draft.id)).edited
    assert shown.buttons == ()


async def test_the_job_of_an_edit_that_runs_again_changes_nothing(team: Team) -> None:
    draft, card = await team.card()
    await edit(team, card, f"{draft.text}\nBest wishes")
    before = team.told(card.chat_id)
    await team.again()
    assert team.told(card.chat_id) == before
    assert (await team.floor.draft(draft.id)).revision == 2


async def test_dropped_words_leave_the_words_from_before(team: Team) -> None:
    draft, card = await team.card()
    shown = await edit(team, card, f"{draft.text}\nBest wishes")
    assert "Dropped" in (await team.tap(team.boris, shown, DROP)).text
    await team.again()
    now = await team.floor.draft(draft.id)
    assert (now.state, now.revision, now.text) == ("waiting", 3, draft.text)
    tap = await team.tap(team.boris, shown, SEND, stale=True)
    assert "has changed" in tap.text
    assert await team.outbox() == []


async def test_after_the_edit_button_the_answer_to_the_bots_question_counts(team: Team) -> None:
    draft, card = await team.card()
    await team.tap(team.boris, card, "✏️ Edit")
    question = team.server.last_to(card.chat_id, card.thread)
    assert question.markup == {"force_reply": True, "selective": True}
    assert draft.text in question.text
    shown = await edit(team, question, "Dear Alice, which colour do you need?")
    await team.tap(team.boris, shown, SEND)
    assert await team.outbox() == ["Dear Alice, which colour do you need?"]


async def test_an_invented_price_is_marked_and_takes_a_reason(team: Team) -> None:
    draft, card = await team.card()
    shown = await edit(team, card, draft.text.replace("2,950.00", "2,050.00"))
    assert "⛔️" in shown.text
    assert "2,050.00" in shown.text
    tap = await team.tap(team.boris, shown, SEND)
    assert (tap.alert, "Not sent yet" in tap.text) == (True, True)
    assert await team.outbox() == []
    question = team.server.last_to(card.chat_id, card.thread)
    assert "not in the quote or the price list" in question.text
    tap = await team.tap(team.boris, question, "It was agreed with the buyer")
    assert "Approved" in tap.text
    assert (await team.floor.draft(draft.id)).reason == "It was agreed with the buyer"
    assert len(await team.outbox()) == 1


async def test_a_reason_may_be_given_in_words(team: Team) -> None:
    draft, card = await team.card()
    shown = await edit(team, card, draft.text.replace("2,950.00", "2,050.00"))
    await team.tap(team.boris, shown, SEND)
    question = team.server.last_to(card.chat_id, card.thread)
    team.boris.writes("last year's price, by phone", reply_to=question)
    await team.work()
    assert (await team.floor.draft(draft.id)).reason == "last year's price, by phone"
    assert "Approved" in team.server.last_to(card.chat_id, card.thread).text
    assert len(await team.outbox()) == 1


async def test_bank_details_take_a_manager_whatever_the_reason(team: Team) -> None:
    draft, card = await team.card()
    shown = await edit(team, card, f"{draft.text}\nPlease pay to IBAN DE89 3704 0044 0532 0130 00.")
    assert "manager must decide" in (await team.tap(team.boris, shown, SEND)).text
    await team.tap(team.mei, shown, SEND)
    question = team.server.last_to(card.chat_id, card.thread)
    await team.tap(team.mei, question, "I have checked it")
    assert len(await team.outbox()) == 1


async def test_a_text_that_the_app_has_cut_is_one_text(team: Team) -> None:
    draft, card = await team.card()
    first = "\n".join([draft.text, *(f"line {number} of many, all of them short" for number in range(100))])
    second, third = "x" * 2_500, "and the end."
    team.boris.writes(first, reply_to=card)
    team.boris.writes(second, to=team.group, thread=card.thread)
    team.boris.writes(third, to=team.group, thread=card.thread)
    await team.work()
    whole = f"{first}\n{second}\n{third}"
    assert (await team.floor.draft(draft.id)).text == whole
    assert (await team.floor.draft(draft.id)).revision == 2
    told = [
        each for each in team.server.sent_to(card.chat_id, card.thread) if each.message_id > card.message_id
    ]
    joined = "".join("".join(each.text.split()) for each in told)
    assert "".join(whole.split()) in joined
    await team.tap(team.boris, next(each for each in told if SEND in dict(each.buttons)), SEND)
    assert await team.outbox() == []  # figures that nobody backs


async def test_the_rest_of_a_cut_text_never_goes_out_on_its_own(team: Team) -> None:
    draft, card = await team.card()
    team.boris.writes("a" * 4_096, reply_to=card)
    team.boris.writes("b" * 100, to=team.group, thread=card.thread)
    await team.work()
    assert (await team.floor.draft(draft.id)).text == "a" * 4_096 + "b" * 100
    number = max(raw["update_id"] for raw in team.server.pending if "message" in raw)
    await team.tap(team.boris, await team.wall.card(draft.conversation_id), "🙋 Take over")
    await team.again(number)
    assert await team.outbox() == []


async def test_an_edit_of_a_card_whose_draft_has_moved_is_refused_and_the_words_are_kept(team: Team) -> None:
    draft, card = await team.card()
    await team.floor.say(draft.conversation_id, "Make that 1000 pcs")
    shown = await edit(team, card, "Dear Alice, my own words")
    assert "Not done" in shown.text
    assert "Dear Alice, my own words" in shown.text
    assert (await team.floor.draft(draft.id)).revision == 1
    async with writing(team.floor.desk.engine) as connection:
        (row,) = (await connection.execute(telegram_edits.TelegramEditRow.__table__.select())).all()  # type: ignore[attr-defined]
    assert (row.kind, row.data["text"]) == ("kept", "Dear Alice, my own words")


async def test_an_answer_to_an_old_card_is_refused_and_kept(team: Team) -> None:
    draft, card = await team.card()
    async with writing(team.floor.desk.engine) as connection:
        await connection.execute(TelegramCardRow.__table__.update().values(live=False))  # type: ignore[attr-defined]
    team.boris.writes("my own words", reply_to=card)
    await team.work()
    told = "\n".join(team.told(card.chat_id, card.thread))
    assert "This card is old" in told
    assert "my own words" in told
    assert (await team.floor.draft(draft.id)).revision == 1


async def test_who_is_bound_to_nobody_changes_nothing(team: Team) -> None:
    draft, card = await team.card()
    assert team.group is not None
    charlie = team.server.user(first_name="Charlie")
    team.group.joins(charlie)
    charlie.writes("Dear Alice, send me money", reply_to=card)
    await team.work()
    assert "I do not know who you are" in team.server.last_to(card.chat_id, card.thread).text
    assert (await team.floor.draft(draft.id)).revision == 1


async def test_a_photo_in_answer_to_a_card_is_no_edit(team: Team) -> None:
    draft, card = await team.card()
    team.boris.sends_photo(b"\x89PNG", reply_to=card)
    await team.work()
    assert "Only words" in team.server.last_to(card.chat_id, card.thread).text
    assert (await team.floor.draft(draft.id)).revision == 1


@pytest.mark.parametrize(
    "after",
    [
        "<b>bold</b> & <script>alert(1)</script> &amp; </s>",
        "😀" * 5_000,
        "word " * 3_900,
        "ب" * 9_000,
        "\n".join(f"line {number} <i>" for number in range(1_500)),
        "x" * 20_000,
    ],
    ids=["hostile", "emoji", "words", "arabic", "lines", "one word"],
)
async def test_any_text_is_shown_whole_in_messages_that_telegram_takes(team: Team, after: str) -> None:
    told = messages_of(load("en"), "Hello <Alice> & co, the price is 5.90.", after, ())
    for text in told:
        await team.wall.office.calls(SendMessage(chat_id=team.boris.id, text=text, parse_mode="HTML"))
    sent = [each.text for each in team.server.sent_to(team.boris.id)][-len(told) :]
    assert "".join(after.split()) in "".join("".join(each.split()) for each in sent)
    assert html.escape("<script>") in "".join(told) or "<script>" not in after


async def test_in_private_chats_an_answer_to_the_card_is_an_edit(private_team: Team) -> None:
    team = private_team
    draft = await team.floor.drafted("Hello, what is your price for 500 pcs KT-17?")
    async with writing(team.floor.desk.engine) as connection:
        await connection.exec_driver_sql("UPDATE conversations SET assignee_id = %s", (team.salesperson.id,))
    await team.wall.draw()
    card = team.server.last_to(team.boris.id)
    team.boris.writes(f"{draft.text}\nBest wishes", reply_to=card)
    await team.work()
    shown = next(each for each in team.server.sent_to(team.boris.id) if SEND in dict(each.buttons))
    await team.tap(team.boris, shown, SEND)
    assert await team.outbox() == [f"{draft.text}\nBest wishes"]


async def test_numbers_that_another_bot_has_given_stop_no_edit(private_team: Team) -> None:
    """After a change of the token messages of a private chat are counted anew."""
    team = private_team
    draft = await team.floor.drafted(ASKS)
    await team.wall.draw()
    chat = next(each for each in (team.boris, team.mei) if team.told(each.id))
    card = team.server.last_to(chat.id)
    async with writing(team.floor.desk.engine) as connection:
        for number in range(card.message_id + 1, card.message_id + 8):
            await telegram_edits.keep_shown(
                connection, staff_id=team.salesperson.id, conversation_id=draft.conversation_id,
                chat_id=chat.id, message_id=number, at=team.floor.clock(),
            )  # fmt: skip
    chat.writes("Dear Alice, which colour do you need?", reply_to=card)
    await team.work()
    shown = next(each for each in team.server.sent_to(chat.id) if SEND in dict(each.buttons))
    await team.tap(chat, shown, SEND)
    assert await team.outbox() == ["Dear Alice, which colour do you need?"]
