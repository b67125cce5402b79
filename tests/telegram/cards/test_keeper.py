"""The keeper shows what stands, in the group's topics."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from bot.desk import conversations
from bot.telegram.team.buttons import tap_of
from bot.telegram.team.keeper import Keeper, keep_cards
from storage import shop_settings, telegram_topics
from storage.live import libpq_url, writing
from tests.telegram.cards.conftest import ASKS, Wall
from tests.telegram.server import Group, User

pytestmark = pytest.mark.anyio


def labels(wall: Wall, chat_id: int, message_id: int) -> list[str]:
    return [label for label, _ in wall.message(chat_id, message_id).buttons]


async def test_a_draft_that_waits_is_a_card_in_a_topic_of_its_own(wall: Wall, group: Group) -> None:
    draft = await wall.floor.drafted(ASKS, name="Luis")
    await wall.draw()
    assert [topic.name for topic in group.topics] == ["🌐 Luis · new"]
    card = await wall.card(draft.conversation_id)
    assert card.thread == group.topics[0].thread
    for words in (
        "Waits for approval", "Drafted by the assistant; nobody has sent it.", "Luis", "web chat", "Grade B",
        "new buyer", "Answer by 11-24 10:00", ASKS, draft.text, "Q-2026-0001", "USD 2,950.00",
    ):  # fmt: skip
        assert words in card.text
    assert labels(wall, group.id, card.message_id) == [
        "✅ Approve & send", "✏️ Edit", "✖️ Refuse", "❓ Ask instead", "🙋 Take over", "💤 Put off",
        "📄 Quote PDF", "🖥 Console",
    ]  # fmt: skip
    tap = tap_of(wall.office.signer, card.buttons[0][1])
    assert tap is not None
    assert (tap.action, tap.draft_id, tap.revision) == ("approve", draft.id, 1)


async def test_the_topic_begins_with_a_pinned_summary_of_the_buyer(wall: Wall, group: Group) -> None:
    draft = await wall.floor.drafted(ASKS, name="Luis")
    await wall.draw()
    first = wall.server.sent_to(group.id)[0]
    assert first.pinned
    assert "Asked for: Price – KT-17 × 500" in first.text
    page = f"https://shop.example.test/console/conversations/{draft.conversation_id}"
    assert f'href="{page}"' in first.html


async def test_nothing_is_called_where_nothing_has_changed(wall: Wall) -> None:
    await wall.floor.drafted(ASKS)
    await wall.draw()
    before = len(wall.server.calls())
    await wall.draw()
    wall.restart()
    await wall.draw()
    assert len(wall.server.calls()) == before


async def test_what_was_sent_is_said_in_place_by_whom(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    before = await wall.row(draft.conversation_id)
    await wall.approve(person, draft.conversation_id)
    await wall.draw()
    assert "Approved by Boris" in (await wall.card(draft.conversation_id)).text
    await wall.floor.send_all()
    await wall.draw()
    after = await wall.row(draft.conversation_id)
    assert after.message_id == before.message_id
    card = await wall.card(draft.conversation_id)
    assert "Sent: approved by Boris, 11-23 10:00, as it was written" in card.text
    assert "✅ Approve & send" not in [label for label, _ in card.buttons]
    assert wall.server.last_to(card.chat.id, card.thread) is not None


async def test_the_title_follows_the_talk_and_is_not_renamed_without_need(
    wall: Wall, group: Group, boris: User
) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS, name="Luis")
    await wall.draw()
    await wall.approve(person, draft.conversation_id)
    await wall.draw()
    assert wall.server.calls("editForumTopic") == []
    await wall.floor.send_all()
    await wall.draw()
    assert [topic.name for topic in group.topics] == ["🌐 Luis · quoted"]
    assert len(wall.server.calls("editForumTopic")) == 1


async def test_a_buyer_who_writes_again_while_a_draft_waits_changes_the_card_in_place(wall: Wall) -> None:
    first = await wall.floor.drafted(ASKS)
    await wall.draw()
    before = await wall.row(first.conversation_id)
    await wall.floor.say(first.conversation_id, "And with our logo?")
    second = await wall.floor.redrafted(first.conversation_id)
    await wall.draw()
    after = await wall.row(first.conversation_id)
    assert (after.message_id, after.draft_id) == (before.message_id, second.id)
    assert len(await wall.rows(first.conversation_id)) == 1


async def test_below_what_people_have_written_the_card_is_sent_again(wall: Wall, group: Group) -> None:
    first = await wall.floor.drafted(ASKS)
    await wall.draw()
    old = await wall.row(first.conversation_id)
    async with writing(wall.floor.desk.engine) as connection:
        await telegram_topics.heard(connection, group.id, old.thread_id, old.message_id + 5)
    await wall.floor.say(first.conversation_id, "And with our logo?")
    await wall.floor.redrafted(first.conversation_id)
    await wall.draw()
    assert (await wall.row(first.conversation_id)).message_id != old.message_id
    past = wall.message(group.id, old.message_id)
    assert past.buttons == ()
    assert "Superseded: the buyer wrote again" in past.text


async def test_after_a_decision_the_next_draft_is_a_new_card_for_an_edit_rings_nowhere(
    wall: Wall, group: Group, boris: User
) -> None:
    person = await wall.bind(boris)
    first = await wall.floor.drafted(ASKS)
    await wall.draw()
    old = await wall.row(first.conversation_id)
    await wall.approve(person, first.conversation_id)
    await wall.floor.send_all()
    await wall.draw()
    await wall.floor.say(first.conversation_id, "And 1000 pcs?")
    second = await wall.floor.redrafted(first.conversation_id)
    await wall.draw()
    new = await wall.row(first.conversation_id)
    assert (new.draft_id, new.message_id > old.message_id) == (second.id, True)
    past = wall.message(group.id, old.message_id)
    assert past.buttons == ()
    assert "Sent: approved by Boris" in past.text


async def test_only_the_newest_state_is_drawn(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    await wall.approve(person, draft.conversation_id)
    await wall.floor.send_all()
    await wall.floor.say(draft.conversation_id, "And 1000 pcs?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert len(await wall.rows(draft.conversation_id)) == 1


async def test_a_deleted_card_is_sent_again(wall: Wall, group: Group) -> None:
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    old = await wall.card(draft.conversation_id)
    old.deleted = True
    await wall.floor.say(draft.conversation_id, "And with our logo?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert (await wall.row(draft.conversation_id)).message_id > old.message_id
    assert len(group.topics) == 1


async def test_a_deleted_topic_is_made_anew_with_its_summary_and_card(wall: Wall, group: Group) -> None:
    draft = await wall.floor.drafted(ASKS, name="Luis")
    await wall.draw()
    group.deletes_topic(group.topics[0].thread)
    await wall.floor.say(draft.conversation_id, "And with our logo?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert [topic.name for topic in group.topics] == ["🌐 Luis · new"]
    shown = [each.text for each in wall.server.sent_to(group.id, group.topics[0].thread)]
    assert len(shown) == 2
    assert (await wall.row(draft.conversation_id)).thread_id == group.topics[0].thread


async def test_a_topic_goes_to_sleep_with_its_conversation_and_wakes_with_it(
    wall: Wall, group: Group, boris: User
) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    await conversations.close(wall.floor.desk, person, draft.conversation_id)
    await wall.draw()
    assert [topic.closed for topic in group.topics] == [True]
    assert "Closed" in (await wall.card(draft.conversation_id)).text
    await wall.floor.say(draft.conversation_id, "Still there?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert [topic.closed for topic in group.topics] == [False]
    assert "Waits for approval" in (await wall.card(draft.conversation_id)).text


async def test_a_topic_that_somebody_has_closed_is_opened_for_a_new_card(
    wall: Wall, group: Group, mei: User
) -> None:
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    first = await wall.card(draft.conversation_id)
    first.deleted = True
    group.closes_topic(mei, group.topics[0].thread)
    group.chat.rights["can_manage_topics"] = True
    await wall.floor.say(draft.conversation_id, "And with our logo?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert (await wall.card(draft.conversation_id)).message_id > first.message_id


async def test_cards_follow_a_group_that_gets_another_number(
    wall: Wall, group: Group, boris: User, mei: User
) -> None:
    new = wall.server.group("Sales team", mei, boris)
    wall.server.faults.add("createForumTopic", "migrated", times=1, new_chat=new.id)
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    assert wall.office.team.chat_id == new.id
    assert (await wall.card(draft.conversation_id)).chat.id == new.id
    assert group.topics == []


async def test_a_card_that_says_this_already_is_left_alone(wall: Wall) -> None:
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    async with writing(wall.floor.desk.engine) as connection:
        await connection.execute(text("UPDATE telegram_cards SET look = 'other', stamp = 'other'"))
    await wall.draw()
    assert wall.server.calls("editMessageText")[-1].outcome != "ok"
    row = await wall.row(draft.conversation_id)
    assert "other" not in (row.look, row.stamp)


async def test_killed_after_the_card_was_sent_and_before_it_was_kept_there_is_one_more_card_and_no_more(
    wall: Wall, group: Group
) -> None:
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    orphan = await wall.card(draft.conversation_id)
    async with writing(wall.floor.desk.engine) as connection:
        await connection.execute(text("DELETE FROM telegram_cards"))
    for _ in range(3):
        wall.restart()
        await wall.draw()
    cards = [each for each in wall.server.sent_to(group.id) if each.buttons]
    assert len(cards) == 2
    # A tap on the orphan carries the same draft, revision and fingerprint as one on the card.
    assert {each.buttons[0][1] for each in cards} == {orphan.buttons[0][1]}


@pytest.mark.parametrize("method", ["createForumTopic", "sendMessage", "pinChatMessage"])
async def test_a_process_that_dies_in_a_call_leaves_nothing_undone(
    wall: Wall, group: Group, method: str
) -> None:
    draft = await wall.floor.drafted(ASKS)
    wall.server.faults.add(method, "cut_before", times=1)
    await wall.draw()
    wall.restart()
    await wall.draw()
    assert len(group.topics) == 1
    assert "Waits for approval" in (await wall.card(draft.conversation_id)).text


async def test_a_card_that_cannot_be_drawn_does_not_hold_up_the_others(wall: Wall) -> None:
    broken = await wall.floor.drafted(ASKS, name="Luis")
    async with writing(wall.floor.desk.engine) as connection:
        await connection.execute(
            text("UPDATE drafts SET answer = '{\"evidence\": 7}' WHERE id = :id"), {"id": broken.id}
        )
    good = await wall.floor.drafted(ASKS, name="Ana")
    await wall.draw()
    assert "Ana" in (await wall.card(good.conversation_id)).text


async def test_the_language_of_the_team_is_that_of_the_cards(wall: Wall) -> None:
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    async with writing(wall.floor.desk.engine) as connection:
        await shop_settings.put(
            connection, wall.floor.desk.shop_id, "telegram", {"language": "zh"}, wall.floor.clock()
        )
    await wall.draw()
    assert "等待批准" in (await wall.card(draft.conversation_id)).text


async def test_as_time_runs_out_the_card_says_so(wall: Wall) -> None:
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    for hours, words in ((17, "less than 8 hours"), (5.5, "less than 2 hours"), (2, "Late")):
        wall.floor.clock.pass_by(hours=hours)
        await wall.draw()
        assert words in (await wall.card(draft.conversation_id)).text


async def test_the_most_urgent_come_first(wall: Wall, group: Group, boris: User) -> None:
    person = await wall.bind(boris)
    calm = await wall.floor.drafted(ASKS, name="Calm")
    wall.floor.clock.pass_by(minutes=5)
    risky = await wall.floor.drafted(ASKS, name="Risky")
    wall.floor.clock.pass_by(minutes=5)
    touched = await wall.floor.drafted(ASKS, name="Touched")
    async with writing(wall.floor.desk.engine) as connection:
        await connection.execute(
            text("UPDATE conversations SET risks = '{scam}' WHERE id = :id"), {"id": risky.conversation_id}
        )
    await conversations.take_over(wall.floor.desk, person, touched.conversation_id)
    ids = [calm.conversation_id, risky.conversation_id, touched.conversation_id]
    for talk in ids:
        wall.keeper.to_draw.add(talk, surely=False)
    ranked = await wall.keeper.to_draw.urgent("en")
    assert [row.id for row in ranked] == ids[::-1]


async def test_a_notice_is_drawn_within_a_second_or_two(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    address = libpq_url(wall.floor.desk.engine.url)
    keeping = asyncio.create_task(keep_cards(wall.office, address))
    try:
        await _until(wall, draft.conversation_id, "Waits for approval")
        await conversations.take_over(wall.floor.desk, person, draft.conversation_id)
        await _until(wall, draft.conversation_id, "Boris has taken this over")
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


async def _until(wall: Wall, conversation_id: int, words: str) -> None:
    for _ in range(100):
        rows = [each for each in await wall.rows(conversation_id) if each.live]
        if rows and words in wall.message(rows[0].chat_id, rows[0].message_id).text:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"no card says {words!r}")


async def test_a_quick_scan_finds_what_happened_while_nobody_listened(wall: Wall, boris: User) -> None:
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    keeper: Keeper = wall.keeper
    await wall.approve(person, draft.conversation_id)
    keeper.scan_again(whole=False)
    await keeper.step()
    for _ in range(200):
        if "Approved by Boris" in (await wall.card(draft.conversation_id)).text:
            break
        await asyncio.sleep(0.01)
        await keeper.step()
    assert "Approved by Boris" in (await wall.card(draft.conversation_id)).text
