"""Purchasers in their private chats: told once of a request, and of nothing else."""

from __future__ import annotations

import pytest

from bot.desk.sourcing import purchasing, sending
from bot.desk.team import change_purchasing
from storage import sourcing
from storage.base import AnyRow
from storage.live import reading
from tests.telegram.cards.conftest import Wall
from tests.telegram.server import Group, User

pytestmark = pytest.mark.anyio
ASKED = "Hi, I am Alice Moreau. Do you have bamboo toothbrushes? 3000 pcs FOB price please"


async def sent(wall: Wall, buys: User) -> AnyRow:
    """A request at the purchasers; `buys` is Charlie, who only buys."""
    boris = await wall.floor.person("Boris", "salesperson")
    charlie = await wall.bind(buys, "Charlie")
    await change_purchasing(wall.floor.desk, None, charlie.id, "only")
    draft = await wall.floor.drafted(ASKED, name="Alice Moreau")
    async with reading(wall.floor.desk.engine) as connection:
        row = (await sourcing.of_conversation(connection, draft.conversation_id))[0]
    await sending.send(wall.floor.desk, boris, row.id, seen=row.version)
    return row


async def test_a_purchaser_is_told_once_and_learns_nothing_of_the_buyer(
    private_wall: Wall, boris: User
) -> None:
    row = await sent(private_wall, boris)
    await private_wall.draw()
    messages = private_wall.server.sent_to(boris.id)
    assert [each.text.splitlines()[0] for each in messages] == ["🔎 Request 1: who finds this?"]
    assert "bamboo toothbrushes" in messages[0].text
    assert f"/claim {row.id}" in messages[0].text
    assert "Moreau" not in messages[0].text
    private_wall.restart()
    await private_wall.draw()
    assert len(private_wall.server.sent_to(boris.id)) == 1


async def test_what_somebody_else_has_claimed_is_their_concern_alone(
    wall: Wall, group: Group, boris: User, mei: User
) -> None:
    row = await sent(wall, boris)
    pavel = await wall.bind(mei, "Pavel")
    await change_purchasing(wall.floor.desk, None, pavel.id, "also")
    await wall.draw()
    await purchasing.claim(wall.floor.desk, wall.floor.people["Charlie"], row.id)
    await sending.tell(wall.floor.desk, wall.floor.people["Boris"], row.id, "Soft bristles")
    await wall.draw()
    assert [each.text.splitlines()[0] for each in wall.server.sent_to(mei.id)] == [
        "🔎 Request 1: who finds this?"
    ]
    assert "Soft bristles" in wall.server.last_to(boris.id).text
    assert all("Soft bristles" not in each.text for each in wall.server.sent_to(group.id))


async def test_a_request_that_waits_is_told_of_again(private_wall: Wall, boris: User) -> None:
    row = await sent(private_wall, boris)
    await private_wall.draw()
    private_wall.floor.clock.pass_by(hours=4)
    await sending.remind(private_wall.floor.desk, row.id, 0)
    await sending.remind(private_wall.floor.desk, row.id, 0)
    await private_wall.draw()
    texts = [each.text.splitlines()[0] for each in private_wall.server.sent_to(boris.id)]
    assert texts[1:] == ["⏰ Request 1 still waits for an answer."]
