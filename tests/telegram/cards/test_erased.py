"""Of a buyer who was erased nothing is left in the team's chats."""

from __future__ import annotations

import pytest
from aiogram import Bot

from bot.desk.buyers import erase_buyer
from storage.base import AnyRow
from storage.live import writing
from storage.telegram_edits import at as edit_at
from storage.telegram_edits import put as put_edit
from tests.desk.conftest import Shopfloor
from tests.telegram.cards.conftest import ASKS, NoWaiting, Wall, hang_up
from tests.telegram.server import BotApi, Group, User

pytestmark = pytest.mark.anyio
SECRET = "Luis"


async def erased(wall: Wall, draft: AnyRow) -> None:
    talk = await wall.floor.conversation(draft.conversation_id)
    await erase_buyer(wall.floor.desk, talk.buyer_id, None)
    wall.restart()
    await wall.draw()


async def test_the_topic_goes_with_all_that_stands_in_it(wall: Wall, group: Group) -> None:
    draft = await wall.floor.drafted(ASKS, name=SECRET)
    await wall.draw()
    await erased(wall, draft)
    assert group.topics == []
    assert wall.server.sent_to(group.id) == []
    calls = len(wall.server.calls())
    wall.restart()
    await wall.draw()
    assert len(wall.server.calls()) == calls


async def test_without_the_right_to_delete_every_message_is_made_blank_and_the_topic_closed(
    floor: Shopfloor, server: BotApi, bot: Bot, boris: User, mei: User
) -> None:
    group = server.group("Sales team", mei, boris, can_delete_messages=False)
    wall = hang_up(floor, server, bot, group.id, NoWaiting())
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS, name=SECRET)
    await wall.draw()
    await wall.approve(person, draft.conversation_id)
    await wall.floor.send_all()
    await wall.floor.say(draft.conversation_id, "And 1000 pcs?")
    await wall.floor.redrafted(draft.conversation_id)
    await wall.draw()
    assert len(await wall.rows(draft.conversation_id)) == 2
    await erased(wall, draft)
    shown = server.sent_to(group.id)
    assert {each.text for each in shown} == {"🧹 The data of this buyer were erased."}
    assert all(each.buttons == () for each in shown)
    assert group.topics[0].closed
    assert SECRET not in group.topics[0].name
    assert await wall.all_live() == 0


async def test_private_cards_and_the_words_of_an_edit_are_made_blank(private_wall: Wall, boris: User) -> None:
    wall = private_wall
    person = await wall.bind(boris)
    draft = await wall.floor.drafted(ASKS, name=SECRET)
    await wall.draw()
    async with writing(wall.floor.desk.engine) as connection:
        edit = await put_edit(
            connection, staff_id=person.id, conversation_id=draft.conversation_id, chat_id=boris.id,
            update_id=7, kind="edit", at=wall.floor.clock(), data={"text": "Dear Luis"},
        )  # fmt: skip
    await erased(wall, draft)
    assert [each.text for each in wall.server.sent_to(boris.id)] == ["🧹 The data of this buyer were erased."]
    async with writing(wall.floor.desk.engine) as connection:
        kept = await edit_at(connection, boris.id, edit.message_id)
    assert kept is None or (kept.data == {} and kept.closed_at is not None)
