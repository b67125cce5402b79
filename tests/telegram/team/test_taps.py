"""A tap does what it says, once, for whoever may, on the card as it is."""

from __future__ import annotations

import asyncio

import pytest

from bot.desk import deciding
from bot.desk import team as staff
from bot.telegram.errors import Wait
from bot.telegram.handling import handle
from prompts.telegram_team import load
from storage.live import writing
from storage.telegram_tables import TelegramCardRow
from tests.telegram.team.conftest import ASKS, Team

pytestmark = pytest.mark.anyio
CLAIM = "The kettles are broken, I open a dispute and want my money back!"


async def test_a_tap_approves_once_and_says_so(team: Team) -> None:
    draft, card = await team.card()
    tap = await team.tap(team.boris, card, "✅ Approve & send")
    assert "Approved" in tap.text
    assert await team.outbox() == [draft.text]
    again = await team.tap(team.boris, card, "✅ Approve & send", stale=True)
    assert "You approved this at 10:00" in again.text
    other = await team.tap(team.mei, card, "✅ Approve & send", stale=True)
    assert "Boris approved this already" in other.text
    assert await team.outbox() == [draft.text]


async def test_a_tap_whose_job_runs_again_is_a_success_and_sends_nothing_twice(team: Team) -> None:
    draft, card = await team.card()
    await team.tap(team.boris, card, "✅ Approve & send")
    await team.again()
    assert await team.outbox() == [draft.text]
    answers = team.server.calls("answerCallbackQuery")
    assert [each.outcome for each in answers] == ["ok", "refused"]
    assert all("approved" in each.fields["text"].lower() for each in answers)


async def test_a_crash_between_the_deed_and_the_answer_is_made_good(team: Team) -> None:
    draft, card = await team.card()
    team.server.faults.add("answerCallbackQuery", "429", retry_after=1)
    tap = team.boris.taps(card, "✅ Approve & send", wait=None)
    with pytest.raises(Wait):
        await team.work()
    assert not tap.answered
    await team.again()
    assert "You approved this" in tap.text
    assert await team.outbox() == [draft.text]


@pytest.mark.parametrize(
    "data",
    ["1ap|1|1|1|aaaaaaaa||000000000000", "1ap|1", "1zz|1|1|1|||x", "1ap|1|1|1|aaaaaaaa||" + "f" * 12],
)
async def test_data_that_nobody_of_us_has_made_is_refused_in_words(team: Team, data: str) -> None:
    draft, card = await team.card()
    tap = await team.forged(team.boris, card, data)
    assert (tap.alert, "not one of mine" in tap.text) == (True, True)
    assert await team.state(draft) == "waiting"


async def test_genuine_data_on_another_message_is_refused(team: Team) -> None:
    draft, _card = await team.card()
    other, elsewhere = await team.card("Price for 700 pcs KT-17 please")
    tap = await team.forged(team.boris, elsewhere, team.data("approve", draft))
    assert "not a card of mine" in tap.text
    assert (await team.state(draft), await team.state(other)) == ("waiting", "waiting")


async def test_a_card_in_a_forwarded_message_is_refused(team: Team) -> None:
    draft, card = await team.card()
    assert team.group is not None
    copy = team.boris.forwards(card, to=team.group, thread=team.thread(card), with_buttons=True)
    tap = await team.tap(team.boris, copy, team.data("approve", draft))
    assert "not a card of mine" in tap.text
    private = team.boris.forwards(card, with_buttons=True)
    tap = await team.tap(team.boris, private, team.data("approve", draft))
    assert "not a card of mine" in tap.text
    assert await team.state(draft) == "waiting"


async def test_a_stranger_in_the_group_is_refused_and_told_nothing_of_the_buyer(team: Team) -> None:
    draft, card = await team.card()
    assert team.group is not None
    charlie = team.server.user(first_name="Charlie")
    team.group.joins(charlie)
    for button in ("✅ Approve & send", "✖️ Refuse", "🙋 Take over"):
        tap = await team.tap(charlie, card, button)
        assert tap.alert
        assert "not bound to anybody of the team" in tap.text
        assert "Alice" not in tap.text
    assert await team.state(draft) == "waiting"


async def test_a_former_salesperson_is_a_stranger(team: Team) -> None:
    draft, card = await team.card()
    await staff.deactivate(team.floor.desk, None, team.salesperson.id)
    tap = await team.tap(team.boris, card, "✅ Approve & send")
    assert "not bound to anybody of the team" in tap.text
    assert await team.state(draft) == "waiting"


async def test_a_tap_on_a_draft_that_was_approved_in_the_console_says_by_whom(team: Team) -> None:
    draft, card = await team.card()
    await deciding.approve(
        team.floor.desk, team.manager, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    tap = await team.tap(team.boris, card, "✅ Approve & send")
    assert "Mei approved this already, at 10:00" in tap.text
    assert await team.outbox() == [draft.text]


async def test_of_a_tap_and_a_click_at_the_same_moment_one_wins(team: Team) -> None:
    draft, card = await team.card()
    tap = team.boris.taps(card, "✅ Approve & send", wait=None)
    click = deciding.approve(
        team.floor.desk, team.manager, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    _, clicked = await asyncio.gather(team.work(), click, return_exceptions=True)
    assert await team.outbox() == [draft.text]
    assert tap.text.startswith("✅ Approved") is (clicked is not None)


async def test_an_old_draft_is_superseded_and_an_old_card_is_refused(team: Team) -> None:
    draft, card = await team.card()
    data = team.data("approve", draft)
    await team.floor.say(draft.conversation_id, "Make that 1000 pcs")
    newer = await team.floor.redrafted(draft.conversation_id)
    tap = team.boris.taps(card, data, wait=None)
    for number in await team.store():
        await handle(team.wall.office, team.dispatcher, number)
    assert "newer draft" in tap.text
    await team.wall.draw()
    tap = await team.forged(team.boris, card, data)
    assert "newer" in tap.text
    async with writing(team.floor.desk.engine) as connection:
        await connection.execute(TelegramCardRow.__table__.update().values(live=False))  # type: ignore[attr-defined]
    tap = await team.forged(team.boris, card, team.data("approve", newer))
    assert "This card is old" in tap.text
    assert await team.outbox() == []


async def test_a_changed_price_list_makes_the_tap_outdated(team: Team) -> None:
    _draft, card = await team.card()
    catalog = (team.floor.folder / "catalog.csv").read_text(encoding="utf-8")
    team.floor.load_prices(catalog.replace("500:5.90", "500:5.80"))
    tap = await team.tap(team.boris, card, "✅ Approve & send", stale=True)
    assert "has changed" in tap.text
    assert await team.outbox() == []


async def test_a_card_whose_row_was_lost_is_adopted(team: Team) -> None:
    draft, card = await team.card()
    async with writing(team.floor.desk.engine) as connection:
        await connection.execute(TelegramCardRow.__table__.delete())  # type: ignore[attr-defined]
    assert "Approved" in (await team.tap(team.boris, card, "✅ Approve & send")).text
    row = await team.wall.row(draft.conversation_id)
    assert row.message_id == card.message_id


async def test_what_takes_a_manager_is_refused_to_a_salesperson(team: Team) -> None:
    draft, card = await team.card(CLAIM)
    tap = await team.tap(team.boris, card, "✅ Approve & send")
    assert (tap.alert, "manager must decide" in tap.text) == (True, True)
    assert "Approved" in (await team.tap(team.mei, card, "✅ Approve & send")).text
    assert await team.state(draft) == "approved"


async def test_refusing_shows_reasons_in_place_of_the_buttons(team: Team) -> None:
    draft, card = await team.card()
    await team.tap(team.boris, card, "✖️ Refuse")
    labels = [label for label, _ in card.buttons]
    assert "Wrong price" in labels
    await team.tap(team.boris, card, "‹ Back")
    assert "✅ Approve & send" in [label for label, _ in card.buttons]
    await team.tap(team.boris, card, "✖️ Refuse")
    tap = await team.tap(team.boris, card, "Wrong price")
    assert "Refused" in tap.text
    kept = await team.floor.draft(draft.id)
    assert (kept.state, kept.reason, kept.decided_by) == ("refused", "wrong_price", team.salesperson.id)
    await team.again()
    assert len(await team.floor.events("draft.refused")) == 1


async def test_any_other_reason_is_asked_for_in_words(team: Team) -> None:
    draft, card = await team.card()
    await team.tap(team.boris, card, "✖️ Refuse")
    await team.tap(team.boris, card, "Something else")
    assert await team.state(draft) == "waiting"
    question = team.server.last_to(card.chat_id, card.thread)
    assert question.markup is not None
    assert question.markup["force_reply"] is True
    team.boris.writes("the buyer is our competitor", reply_to=question)
    await team.work()
    kept = await team.floor.draft(draft.id)
    assert (kept.state, kept.reason) == ("refused", "other: the buyer is our competitor")
    assert await team.outbox() == []


async def test_asking_instead_makes_the_draft_a_question(team: Team) -> None:
    draft, card = await team.card()
    await team.tap(team.boris, card, "❓ Ask instead")
    for label, _ in card.buttons:
        if label.startswith("☑️"):
            await team.tap(team.boris, card, label)
    await team.tap(team.boris, card, "Destination")
    tap = await team.tap(team.boris, card, "Write the question")
    assert "short question" in tap.text
    await team.again()
    now = await team.floor.draft(draft.id)
    assert (now.state, now.revision) == ("waiting", 2)
    assert len(await team.floor.events("draft.asks_instead")) == 1


async def test_a_conversation_is_put_off_closed_and_given_back(team: Team) -> None:
    draft, card = await team.card()
    talk = draft.conversation_id
    await team.tap(team.boris, card, "💤 Put off")
    tap = await team.tap(team.boris, card, "In an hour")
    assert "Put off until 11:00" in tap.text
    await team.again()
    assert len(await team.floor.events("conversation.snoozed")) == 1
    card = await team.wall.card(talk)
    await team.tap(team.boris, card, "↩️ Reopen")
    assert (await team.floor.conversation(talk)).state == "open"
    card = await team.wall.card(talk)
    tap = await team.tap(team.boris, card, "🙋 Take over")
    assert "goes to the buyer" in tap.text
    await team.again()
    assert len(await team.floor.events("conversation.taken_over")) == 1
    tap = await team.forged(team.mei, await team.wall.card(talk), team.data("take", draft))
    assert "Boris has taken this over" in tap.text
    await team.tap(team.boris, await team.wall.card(talk), "🗄 Close")
    assert (await team.floor.conversation(talk)).state == "closed"


async def test_the_quotation_comes_as_a_document_into_the_topic_once(team: Team) -> None:
    _draft, card = await team.card()
    await team.tap(team.boris, card, "📄 Quote PDF")
    await team.again()
    files = [each for each in team.server.sent_to(card.chat_id, card.thread) if each.files]
    assert len(files) == 1
    assert files[0].files[0].data.startswith(b"%PDF")
    assert files[0].files[0].name.startswith("Q-2026-")


async def test_in_a_private_chat_nobody_taps_for_another(private_team: Team) -> None:
    team = private_team
    draft = await team.floor.drafted(ASKS)
    async with writing(team.floor.desk.engine) as connection:
        await connection.exec_driver_sql("UPDATE conversations SET assignee_id = %s", (team.salesperson.id,))
    await team.wall.draw()
    card = team.server.last_to(team.boris.id)
    assert "Approved" in (await team.tap(team.boris, card, "✅ Approve & send")).text
    assert await team.outbox() == [draft.text]


async def test_every_answer_is_short_enough_in_both_languages() -> None:
    for language in ("en", "zh"):
        words = load(language)
        for name, variables in words.variables.items():
            if name.split("-")[0] in ("tap", "done", "refused", "already", "choose", "pdf", "uncertain"):
                told = words.say(name, **dict.fromkeys(variables, "x" * 20))
                assert len(told) <= 200, name
