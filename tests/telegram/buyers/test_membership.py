"""Buyers who block the bot, and groups that it has no business in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.telegram.office import TeamChat
from storage.live import reading
from storage.telegram_business import may_reply
from tests.telegram.buyers.conftest import Booth

pytestmark = pytest.mark.anyio


async def test_a_buyer_who_blocks_the_bot_cannot_be_written_to_until_unblocked(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("Hello")
    alice.blocks_bot()
    await booth.deliver(times=2)
    chat = await booth.chat(alice)
    assert chat.blocked_at is not None
    async with reading(booth.floor.desk.engine) as connection:
        assert await may_reply(connection, chat.conversation_id, booth.floor.clock()) == "blocked"
    alice.unblocks_bot()
    await booth.deliver(times=2)
    assert (await booth.chat(alice)).blocked_at is None
    assert len(await booth.floor.events("buyer.blocked")) == 1
    assert len(await booth.floor.events("buyer.unblocked")) == 1


async def test_the_bot_leaves_groups_of_strangers_with_one_line(booth: Booth) -> None:
    mei, eve = booth.server.user(first_name="Mei"), booth.server.user(first_name="Eve")
    team = booth.server.group("Team", mei)
    booth.office.team.chat_id = team.id
    others = booth.server.group("Others", eve, bot="left")
    others.add_bot(by=eve)
    await booth.deliver()
    assert len(booth.server.sent_to(others.id)) == 1
    assert "t.me/supercargo_bot" in booth.server.last_to(others.id).text
    assert booth.server.chat(others.id).bot == "left"
    assert booth.server.chat(team.id).bot == "administrator"


async def test_the_bot_stays_where_somebody_of_the_team_puts_it_and_where_no_group_is_named(
    booth: Booth,
) -> None:
    mei, eve = booth.server.user(first_name="Mei"), booth.server.user(first_name="Eve")
    await booth.bind(mei, "Mei", "manager")
    assert booth.office.team == TeamChat(None)
    first = booth.server.group("Perhaps the team's", eve, bot="left")
    first.add_bot(by=eve)
    await booth.deliver()
    assert booth.server.chat(first.id).bot != "left"
    team = booth.server.group("Team", mei)
    booth.office = replace(booth.office, team=TeamChat(team.id))
    second = booth.server.group("Another", mei, bot="left")
    second.add_bot(by=mei)
    await booth.deliver()
    assert booth.server.chat(second.id).bot != "left"


async def test_what_is_said_in_groups_is_no_talk_with_a_buyer(booth: Booth) -> None:
    eve = booth.server.user(first_name="Eve")
    group = booth.server.group("Others", eve)
    eve.writes("/start fair__KT-17", to=group)
    eve.writes("500 pcs?", to=group)
    await booth.deliver()
    assert await booth.rows("SELECT 1 FROM conversations") == []


async def test_the_bot_does_not_leave_the_teams_group_that_has_become_a_supergroup(booth: Booth) -> None:
    mei = booth.server.user(first_name="Mei")
    team = booth.server.group("Team", mei, kind="group", forum=False)
    booth.office.team.chat_id = team.id
    new = team.migrates(mei, forum=True)
    member = {"user": booth.server.world.bot, "status": "member"}
    await booth.take(
        {
            "update_id": 980_000_000,
            "my_chat_member": {
                "chat": {"id": new.id, "type": "supergroup", "title": "Team"}, "from": mei.about, "date": 1,
                "old_chat_member": {**member, "status": "left"}, "new_chat_member": member,
            },
        }
    )  # fmt: skip
    await booth.deliver()
    assert await booth.failed() == []
    assert booth.server.calls("leaveChat") == []
    assert booth.office.team.chat_id == new.id
