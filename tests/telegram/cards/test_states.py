"""The card of every state, as the team reads it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.desk import conversations, deciding, reworking
from bot.telegram.team.buttons import tap_of
from bot.telegram.team.card import Card, draw_card
from bot.telegram.team.seen import look_at
from bot.telegram.team.typeset import shown_units
from prompts.telegram_team import LANGUAGES, load
from storage.base import AnyRow
from storage.live import writing
from tests.telegram.cards.conftest import ASKS, Wall
from tests.telegram.server import User

pytestmark = pytest.mark.anyio


async def drawn(wall: Wall, conversation_id: int, language: str = "en") -> Card:
    return draw_card(wall.office, load(language), await look_at(wall.office, conversation_id, language))


def actions(wall: Wall, card: Card) -> list[str]:
    if card.keyboard is None:
        return []
    buttons = [button for row in card.keyboard.inline_keyboard for button in row]
    taps = [tap_of(wall.office.signer, each.callback_data) for each in buttons if each.callback_data]
    return [tap.action for tap in taps if tap is not None]


async def change(wall: Wall, statement: str, **values: object) -> None:
    async with writing(wall.floor.desk.engine) as connection:
        await connection.execute(text(statement), values)


async def sent(wall: Wall, user: User) -> AnyRow:
    person = await wall.bind(user)
    draft = await wall.floor.drafted(ASKS)
    await wall.approve(person, draft.conversation_id)
    return draft


async def test_while_the_draft_is_being_written_one_may_take_over(wall: Wall) -> None:
    talk = await wall.floor.talk(ASKS)
    card = await drawn(wall, talk)
    assert "The assistant is writing a draft" in card.text
    assert ASKS in card.text
    assert actions(wall, card) == ["take", "snooze"]


async def test_what_a_manager_must_decide_says_so_on_top_with_the_risk(wall: Wall) -> None:
    draft = await wall.floor.drafted("The kettles are broken, I open a dispute and want my money back!")
    card = await drawn(wall, draft.conversation_id)
    assert card.text.startswith("⚠️ <b>Dispute</b> — A person answers, and a manager decides.")
    assert "<b>A manager must approve this</b>" in card.text


async def test_places_of_findings_are_marked_and_told_below(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    as_seen = reworking.Seen(draft.id, 1, draft.fingerprint)
    words = "Hello, only USD 1.11 for you & yours <b>!"
    await reworking.save_words(wall.floor.desk, person, as_seen, words)
    card = await drawn(wall, draft.conversation_id)
    assert "only <u><b>USD 1.11</b></u> for you &amp; yours &lt;b&gt;!" in card.text
    assert "⛔️ This amount is not in the quote or the price list: <u>USD 1.11</u>" in card.text
    assert "Edited by Boris; nobody has sent it." in card.text


async def test_an_approved_reply_and_a_sent_one_say_by_whom(wall: Wall, boris: User) -> None:
    draft = await sent(wall, boris)
    card = await drawn(wall, draft.conversation_id)
    assert "Approved</b> by Boris, 11-23 10:00, as it was written" in card.text
    assert "approve" not in actions(wall, card)
    await wall.floor.send_all()
    card = await drawn(wall, draft.conversation_id)
    assert "<b>Sent</b>: approved by Boris" in card.text
    assert "Our price, FOB Ningbo" in card.text
    assert actions(wall, card) == ["take", "close", "skip", "order"]


async def test_a_refused_draft_says_why_and_that_the_buyer_still_waits(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    await deciding.refuse(wall.floor.desk, person, draft.id, "wrong_price", "too <cheap>")
    card = await drawn(wall, draft.conversation_id)
    assert "Refused</b> by Boris, 11-23 10:00: Wrong price – too &lt;cheap&gt;. The buyer" in card.text
    assert actions(wall, card) == ["take", "snooze"]


@pytest.mark.parametrize(
    ("state", "reason", "words"),
    [
        ("superseded", "a_person_answered", "Superseded</b>: a person answered first"),
        ("expired", "validity_over", "Expired</b>: the validity of its quote has passed"),
        ("failed", None, "Not sent"),
        ("sending", None, "Being sent"),
    ],
)
async def test_what_became_of_a_draft_is_told(
    wall: Wall, boris: User, state: str, reason: str | None, words: str
) -> None:
    draft = await sent(wall, boris)
    await change(
        wall, "UPDATE drafts SET state = :state, reason = :reason WHERE id = :id",
        state=state, reason=reason, id=draft.id,
    )  # fmt: skip
    card = await drawn(wall, draft.conversation_id)
    assert words in card.text
    assert "approve" not in actions(wall, card)


async def test_where_nobody_knows_whether_it_arrived_a_person_is_asked(wall: Wall, boris: User) -> None:
    draft = await sent(wall, boris)
    await change(wall, "UPDATE outbox SET state = 'unknown', claimed_at = now()")
    card = await drawn(wall, draft.conversation_id)
    assert card.text.startswith("❗️ <b>Nobody can tell whether this reply arrived</b>")
    assert actions(wall, card)[:2] == ["resend", "arrived"]


async def test_what_was_not_sent_says_why_and_what_to_do(wall: Wall, boris: User) -> None:
    draft = await sent(wall, boris)
    await change(wall, "UPDATE outbox SET state = 'failed', error = 'blocked: Forbidden'")
    card = await drawn(wall, draft.conversation_id)
    assert "the buyer has blocked the bot. Try another way to reach the buyer." in card.text
    assert actions(wall, card)[0] == "resend"
    assert "arrived" not in actions(wall, card)


async def test_a_conversation_that_was_taken_over_put_off_closed_or_is_spam_says_so(
    wall: Wall, boris: User
) -> None:
    desk = wall.floor.desk
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    talk = draft.conversation_id
    await conversations.take_over(desk, person, talk)
    card = await drawn(wall, talk)
    assert "Boris has taken this over" in card.text
    assert "Suggestion (English):" in card.text
    assert actions(wall, card)[-3:] == ["release", "close", "pdf"]
    await conversations.snooze(desk, person, talk, wall.floor.clock() + timedelta(hours=4))
    card = await drawn(wall, talk)
    assert "Put off</b> until 11-23 14:00" in card.text
    await conversations.close(desk, person, talk)
    card = await drawn(wall, talk)
    assert "<b>Closed</b>" in card.text
    assert actions(wall, card) == ["release"]
    await conversations.mark_spam(desk, person, talk)
    card = await drawn(wall, talk)
    assert "<b>Spam</b>" in card.text
    assert actions(wall, card) == ["release"]


async def test_when_the_price_list_has_changed_there_is_nothing_to_approve(wall: Wall) -> None:
    draft = await wall.floor.drafted(ASKS)
    await change(wall, "UPDATE drafts SET shop_version_id = shop_version_id - 1")
    card = await drawn(wall, draft.conversation_id)
    assert "The price list has changed" in card.text
    assert "approve" not in actions(wall, card)


async def test_a_buyers_country_tells_the_time_and_the_day_there(wall: Wall) -> None:
    draft = await wall.floor.drafted(f"{ASKS} We are in Mexico City, Mexico.", name="Luis")
    card = await drawn(wall, draft.conversation_id)
    assert "🇲🇽 <b>Luis</b>" in card.text
    assert "Mexico" in card.text
    assert "there at 10:00 here" in card.text
    assert "🏖 weekend" in card.text  # on Monday morning in China it is Sunday evening


async def test_a_long_draft_stands_in_full_before_its_card(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    long = "\n".join(f"Point {number}: we look forward to your order, dear friend." for number in range(170))
    as_seen = reworking.Seen(draft.id, 1, draft.fingerprint)
    await reworking.save_words(wall.floor.desk, person, as_seen, long)
    card = await drawn(wall, draft.conversation_id)
    assert "\n".join(part.strip("\n") for part in card.before).replace("<u><b>", "").replace(
        "</b></u>", ""
    ) == long  # fmt: skip
    assert all(shown_units(part) <= 4096 for part in card.before)
    assert "The whole reply stands above this card" in card.text
    await wall.draw()
    row = await wall.row(draft.conversation_id)
    assert len(row.text_ids) == len(card.before) > 1
    assert max(row.text_ids) < row.message_id
    sent_before = len(wall.server.calls("sendMessage"))
    await conversations.take_over(wall.floor.desk, person, draft.conversation_id)
    await wall.draw()
    assert len(wall.server.calls("sendMessage")) == sent_before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_language_has_words_for_every_state(wall: Wall, boris: User, language: str) -> None:
    draft = await sent(wall, boris)
    for state in ("approved", "sending", "sent", "superseded", "refused", "expired", "failed"):
        await change(wall, "UPDATE drafts SET state = :state WHERE id = :id", state=state, id=draft.id)
        assert (await drawn(wall, draft.conversation_id, language)).text
    for state in ("taken_over", "closed", "spam"):
        await change(wall, "UPDATE conversations SET state = :state", state=state)
        assert (await drawn(wall, draft.conversation_id, language)).text
