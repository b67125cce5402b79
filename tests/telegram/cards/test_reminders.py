"""A draft that waits too long: the person whose it is is named beside the card, once."""

from __future__ import annotations

import pytest

from bot.desk.reminding import remind
from storage.live import writing
from storage.talks import change_conversation
from tests.telegram.cards.conftest import ASKS, Wall
from tests.telegram.server import Group, User

pytestmark = pytest.mark.anyio


async def waiting_card(wall: Wall, user: User) -> int:
    person = await wall.bind(user)
    draft = await wall.floor.drafted(ASKS, name="Luis")
    async with writing(wall.floor.desk.engine) as connection:
        await change_conversation(connection, draft.conversation_id, assignee_id=person.id)
    await wall.draw()
    wall.floor.clock.pass_by(minutes=5)
    await remind(wall.floor.desk, draft.id, 0)
    return int(draft.conversation_id)


async def test_the_person_is_named_once_with_a_link_to_the_card(
    wall: Wall, group: Group, boris: User
) -> None:
    talk = await waiting_card(wall, boris)
    await wall.draw()
    note = wall.server.last_to(group.id)
    assert note.text.startswith("⏰ Boris: this buyer has been waiting for 5 min.")
    assert f"tg://user?id={boris.id}" in note.html
    row = await wall.row(talk)
    assert f"https://t.me/c/{-group.id - 10**12}/{row.thread_id}/{row.message_id}" in note.html
    sent = len(wall.server.calls("sendMessage"))
    wall.restart()
    await wall.draw()
    assert len(wall.server.calls("sendMessage")) == sent


async def test_a_reminder_that_telegram_has_put_off_is_told_later(
    wall: Wall, group: Group, boris: User
) -> None:
    await waiting_card(wall, boris)
    wall.server.faults.add("sendMessage", "429", times=1, retry_after=1)
    await wall.draw()
    assert "⏰" not in wall.server.last_to(group.id).text
    wall.restart()
    await wall.draw()
    assert "⏰" in wall.server.last_to(group.id).text


async def test_what_was_decided_meanwhile_is_not_reminded_of(wall: Wall, group: Group, boris: User) -> None:
    talk = await waiting_card(wall, boris)
    await wall.approve(wall.floor.people["Boris"], talk)
    await wall.draw()
    assert all("⏰" not in each.text for each in wall.server.sent_to(group.id))


async def test_who_gets_a_conversation_that_another_left_waiting_is_told_so(
    wall: Wall, group: Group, boris: User, mei: User
) -> None:
    talk = await waiting_card(wall, boris)
    await wall.bind(mei, "Mei")
    draft = await wall.floor.waiting(talk)
    wall.floor.clock.pass_by(hours=22)
    await remind(wall.floor.desk, draft.id, 3)
    await wall.draw()
    notes = [each.text for each in wall.server.sent_to(group.id) if each.reply_to]
    assert len(notes) == 1
    assert notes[0].startswith("↪️ Mei: this conversation is yours now.")
    assert "👤 Mei" in (await wall.card(talk)).text


async def test_in_a_private_chat_it_is_told_below_the_card(private_wall: Wall, boris: User) -> None:
    await waiting_card(private_wall, boris)
    await private_wall.draw()
    note = private_wall.server.last_to(boris.id)
    assert note.text.startswith("⏰ Boris:")
    assert note.reply_to
