"""Without a group, or with one that takes no topics, cards come to private chats."""

from __future__ import annotations

import pytest
from aiogram import Bot

from bot.desk import conversations
from bot.telegram.team.problems import clear_problem, problems_of
from storage.live import writing
from storage.talks import change_conversation
from storage.telegram_edits import at as edit_at
from storage.telegram_edits import keep_shown
from tests.desk.conftest import Shopfloor
from tests.telegram.cards.conftest import ASKS, NoWaiting, Wall, hang_up
from tests.telegram.server import BotApi, User

pytestmark = pytest.mark.anyio
CLAIM = "The kettles are broken, I open a dispute and want my money back!"


async def assign(wall: Wall, conversation_id: int, staff_id: int) -> None:
    async with writing(wall.floor.desk.engine) as connection:
        await change_conversation(connection, conversation_id, assignee_id=staff_id)


async def test_the_card_comes_to_the_person_whose_conversation_it_is(
    private_wall: Wall, boris: User, mei: User
) -> None:
    wall = private_wall
    person = await wall.bind(boris)
    await wall.bind(mei, "Mei", "manager")
    draft = await wall.floor.drafted(ASKS)
    await assign(wall, draft.conversation_id, person.id)
    await wall.draw()
    assert [each.text for each in wall.server.sent_to(mei.id)] == []
    assert "Waits for approval" in wall.server.last_to(boris.id).text
    assert wall.server.last_to(boris.id).buttons


async def test_what_a_manager_must_decide_comes_to_the_manager_too(
    private_wall: Wall, boris: User, mei: User
) -> None:
    wall = private_wall
    person = await wall.bind(boris)
    manager = await wall.bind(mei, "Mei", "manager")
    draft = await wall.floor.drafted(CLAIM)
    assert draft.needs == "manager"
    await assign(wall, draft.conversation_id, person.id)
    await wall.draw()
    for member in (boris, mei):
        assert "A manager must approve this" in wall.server.last_to(member.id).text
    await wall.approve(manager, draft.conversation_id)
    await wall.draw()
    for member in (boris, mei):
        assert "Approved by Mei" in wall.server.last_to(member.id).text
        assert len(wall.server.sent_to(member.id)) == 1


async def test_who_had_the_conversation_before_is_told_who_has_it_now(
    private_wall: Wall, boris: User, mei: User
) -> None:
    wall = private_wall
    person = await wall.bind(boris)
    other = await wall.bind(mei, "Mei")
    draft = await wall.floor.drafted(ASKS, name="Luis")
    await assign(wall, draft.conversation_id, person.id)
    await wall.draw()
    await conversations.assign(wall.floor.desk, person, draft.conversation_id, other.id)
    await wall.draw()
    before = wall.server.last_to(boris.id)
    assert before.text == "↪️ Luis: Mei has this conversation now."
    assert before.buttons == ()
    assert "Waits for approval" in wall.server.last_to(mei.id).text
    assert await wall.all_live() == 1


async def test_a_person_who_has_blocked_the_bot_is_passed_over_for_a_manager(
    private_wall: Wall, boris: User, mei: User
) -> None:
    wall = private_wall
    person = await wall.bind(boris)
    await wall.bind(mei, "Mei", "manager")
    draft = await wall.floor.drafted(ASKS)
    await assign(wall, draft.conversation_id, person.id)
    boris.blocks_bot()
    await wall.draw()
    assert "Waits for approval" in wall.server.last_to(mei.id).text


async def test_where_nobody_is_bound_the_problem_is_kept_and_ends_when_somebody_is(
    private_wall: Wall, boris: User
) -> None:
    wall = private_wall
    await wall.floor.drafted(ASKS)
    await wall.draw()
    assert set(await problems_of(wall.office)) == {"nobody_bound"}
    assert wall.server.calls("sendMessage") == []
    await wall.bind(boris)
    await wall.draw()
    assert await problems_of(wall.office) == {}
    assert "Waits for approval" in wall.server.last_to(boris.id).text


@pytest.mark.parametrize(
    ("forum", "may_manage", "problem"),
    [
        (False, True, "not_a_forum"),
        (True, False, "no_topic_rights"),
    ],
)
async def test_a_group_that_takes_no_topics_is_told_of_and_cards_come_to_private_chats(
    floor: Shopfloor, server: BotApi, bot: Bot, boris: User, mei: User,
    forum: bool, may_manage: bool, problem: str,
) -> None:  # fmt: skip
    group = server.group("Sales team", mei, boris, forum=forum, can_manage_topics=may_manage)
    wall = hang_up(floor, server, bot, group.id, NoWaiting())
    await wall.bind(boris)
    await wall.floor.drafted(ASKS)
    await wall.draw()
    assert set(await problems_of(wall.office)) == {problem}
    assert "Waits for approval" in server.last_to(boris.id).text
    assert server.sent_to(group.id) == []
    calls = len(server.calls())
    await wall.draw()
    assert len(server.calls()) == calls


async def test_as_soon_as_topics_are_on_the_next_card_is_in_the_group(
    floor: Shopfloor, server: BotApi, bot: Bot, boris: User, mei: User
) -> None:
    group = server.group("Sales team", mei, boris, forum=False)
    wall = hang_up(floor, server, bot, group.id, NoWaiting())
    await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS)
    await wall.draw()
    group.set_forum(True)
    await clear_problem(wall.office, "not_a_forum")
    await wall.floor.say(draft.conversation_id, "And with our logo?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert (await wall.card(draft.conversation_id)).chat.id == group.id
    assert server.last_to(boris.id).text == "⚪️ Superseded: look at the newest card."
    assert server.last_to(boris.id).buttons == ()


async def test_a_bot_that_was_taken_out_of_the_group_writes_to_private_chats(
    wall: Wall, boris: User, mei: User, server: BotApi
) -> None:
    await wall.bind(boris)
    first = await wall.floor.drafted(ASKS)
    await wall.draw()
    server.chat(wall.office.team.chat_id or 0).bot = "kicked"
    await wall.floor.say(first.conversation_id, "And with our logo?")
    await wall.floor.redrafted(first.conversation_id)
    await wall.draw()
    assert "no_group_rights" in await problems_of(wall.office)
    assert "Waits for approval" in server.last_to(boris.id).text


async def test_without_the_right_to_pin_the_summary_stands_unpinned(
    floor: Shopfloor, server: BotApi, bot: Bot, boris: User, mei: User
) -> None:
    group = server.group("Sales team", mei, boris, can_pin_messages=False)
    wall = hang_up(floor, server, bot, group.id, NoWaiting())
    await wall.floor.drafted(ASKS)
    await wall.draw()
    assert set(await problems_of(wall.office)) == {"no_pin_rights"}
    assert len(server.sent_to(group.id)) == 2


async def test_numbers_that_another_bot_has_given_stop_no_card(private_wall: Wall, boris: User) -> None:
    """After a change of the token messages of a private chat are counted anew."""
    wall = private_wall
    person = await wall.bind(boris)
    first = await wall.floor.drafted(ASKS)
    await wall.draw()
    await wall.approve(person, first.conversation_id)
    await wall.floor.send_all()
    await wall.draw()
    following = (await wall.row(first.conversation_id)).message_id + 1
    async with writing(wall.floor.desk.engine) as connection:
        await keep_shown(
            connection, staff_id=person.id, conversation_id=first.conversation_id, chat_id=boris.id,
            message_id=following, at=wall.floor.clock(),
        )  # fmt: skip
        await connection.exec_driver_sql("UPDATE telegram_cards SET message_id = %s", (following,))
    second = await wall.floor.drafted(ASKS, name="Zoë")
    await wall.draw()
    assert "Zoë" in (await wall.card(second.conversation_id)).text
    async with writing(wall.floor.desk.engine) as connection:
        assert await edit_at(connection, boris.id, following) is None
