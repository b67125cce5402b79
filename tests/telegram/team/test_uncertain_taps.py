"""What may have arrived and may not: a person says it, once; and what is left when a buyer is erased."""

from __future__ import annotations

import asyncio

import pytest

from bot.desk.buyers import erase_buyer
from bot.telegram.team.onboarding import introduce
from storage.live import reading
from tests.telegram.stuck import put_stuck
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio


async def stuck(team: Team) -> tuple[int, int]:
    draft, _ = await team.card()
    row = await put_stuck(team.floor.desk, draft.conversation_id, "Dear Alice", "unknown")
    await team.wall.draw()
    return draft.conversation_id, row


async def state(team: Team, row: int) -> str:
    async with reading(team.floor.desk.engine) as connection:
        found = await connection.exec_driver_sql("SELECT state FROM outbox WHERE id = %s", (row,))
        return str(found.scalar_one())


async def test_what_is_said_to_have_arrived_is_not_sent_again(team: Team) -> None:
    talk, row = await stuck(team)
    tap = await team.tap(team.boris, await team.wall.card(talk), "👌 It arrived")
    assert "it arrived" in tap.text
    assert await state(team, row) == "sent"
    await team.again()
    assert len(await team.floor.events("message.marked_arrived")) == 1
    answers = [each.fields["text"] for each in team.server.calls("answerCallbackQuery")]
    assert answers[-1] == answers[-2]


async def test_sending_again_is_done_once_and_others_are_told(team: Team) -> None:
    talk, row = await stuck(team)
    card = await team.wall.card(talk)
    assert "sent again" in (await team.tap(team.boris, card, "🔁 Send again")).text
    assert await state(team, row) == "queued"
    assert "settled this already" in (await team.tap(team.mei, card, "🔁 Send again", stale=True)).text
    assert len(await team.floor.events("message.resent")) == 1


async def test_of_an_erased_buyer_nothing_is_left_of_what_the_bot_has_shown(private_team: Team) -> None:
    team = private_team
    draft = await team.floor.drafted("Hello, what is your price for 500 pcs KT-17?", name="Alice Zanzibar")
    await team.wall.draw()
    chat = next(each for each in (team.boris, team.mei) if team.told(each.id))
    card = team.server.last_to(chat.id)
    chat.writes("/buyer zanzibar")
    chat.writes(f"{draft.text}\n" + "Zanzibar is far away. " * 300, reply_to=card)
    await team.work()
    shown = next(each for each in team.server.sent_to(chat.id) if "✅ Send my words" in dict(each.buttons))
    assert "Zanzibar" in "".join(team.told(chat.id))
    await erase_buyer(team.floor.desk, (await team.floor.conversation(draft.conversation_id)).buyer_id, None)
    await team.wall.draw()
    assert "Zanzibar" not in "".join(team.told(chat.id))
    tap = await team.tap(chat, shown, "✅ Send my words", stale=True)
    assert await team.outbox() == []
    assert tap.text


async def test_of_an_erased_buyer_no_list_tells_the_name(team: Team) -> None:
    assert team.group is not None
    draft = await team.floor.drafted("Hello, what is your price for 500 pcs KT-17?", name="Alice Zanzibar")
    for other in range(11):
        await team.floor.drafted("Hello, what is your price for 500 pcs KT-17?", name=f"Buyer {other}")
    await team.wall.draw()
    for words in ("/queue", "/find zanzibar", "/find nobody"):
        team.boris.writes(words, to=team.group)
        team.boris.writes(words)
    await team.work()
    shown = next(each for each in team.server.sent_to(team.group.id) if "More ›" in dict(each.buttons))
    await team.tap(team.boris, shown, "More ›")
    await team.tap(team.boris, shown, "‹ Before")
    everything = "".join(team.told(team.group.id) + team.told(team.boris.id))
    assert "Zanzibar" in everything
    await erase_buyer(team.floor.desk, (await team.floor.conversation(draft.conversation_id)).buyer_id, None)
    await team.wall.draw()
    everything = "".join(team.told(team.group.id) + team.told(team.boris.id))
    assert "Zanzibar" not in everything


async def test_commands_are_shown_to_the_group_and_to_each_who_is_bound(team: Team) -> None:

    duty = asyncio.create_task(introduce(team.wall.office))
    await asyncio.to_thread(
        team.server.wait_for,
        lambda: (
            {each.fields["scope"].get("chat_id") for each in team.server.calls("setMyCommands", outcome="ok")}
            >= {team.boris.id, team.mei.id, team.group.id if team.group else 0}
        ),
    )
    duty.cancel()
    # At its end it gives its connection back: a loop that is closed before leaves it open.
    await asyncio.gather(duty, return_exceptions=True)
