"""What is missing is found out, said with how to mend it, and said once."""

from __future__ import annotations

import pytest

from bot.telegram.team.onboarding import look_round
from bot.telegram.team.team_chat import team_chat_of
from storage import shop_settings
from storage.live import reading
from tests.telegram.server import Group
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio


async def faults(team: Team) -> tuple[str, ...]:
    return (await look_round(team.wall.office)).faults


def of(team: Team) -> Group:
    assert team.group is not None
    return team.group


async def test_where_everything_is_there_it_is_said_once(team: Team) -> None:
    assert await faults(team) == ()
    assert await faults(team) == ()
    (told,) = team.told(of(team).id)
    assert "Everything is there" in told
    async with reading(team.floor.desk.engine) as connection:
        state = await shop_settings.value(connection, team.floor.desk.shop_id, "telegram_state")
    assert state is not None
    assert (state["username"], state["bound"], state["business"]) == ("supercargo_bot", 2, True)


@pytest.mark.parametrize(
    ("right", "fault", "words"),
    [
        ("can_manage_topics", "no_topic_rights", "I may not manage topics"),
        ("can_pin_messages", "no_pin_rights", "I may not pin messages"),
        ("can_delete_messages", "no_delete_rights", "I may not delete messages"),
    ],
)
async def test_a_right_that_is_missing_is_named_with_where_to_grant_it(
    team: Team, right: str, fault: str, words: str
) -> None:
    of(team).make_bot_admin(team.mei, **{right: False})
    await team.work()
    assert await faults(team) == (fault,)
    (told,) = team.told(of(team).id)
    assert words in told
    assert "Administrators" in told
    of(team).make_bot_admin(team.mei)
    await team.work()
    assert "Everything is there" in team.server.last_to(of(team).id).text
    assert len(team.told(of(team).id)) == 2


async def test_topics_off_and_no_administrator_are_said(team: Team) -> None:
    of(team).set_forum(False)
    of(team).demote_bot(team.mei)
    await team.work()
    assert await faults(team) == ("not_a_forum", "not_admin")
    (told,) = team.told(of(team).id)
    assert "Topics are off" in told
    assert "no administrator" in told


async def test_who_was_put_out_of_the_group_tells_managers_in_private(team: Team) -> None:
    of(team).remove_bot(team.mei)
    await team.work()
    assert "cannot reach the team's group" in team.server.last_to(team.mei.id).text
    assert team.told(team.boris.id) == []
    of(team).add_bot(team.mei)
    of(team).make_bot_admin(team.mei)
    await team.work()
    assert "Everything is there" in team.server.last_to(of(team).id).text


async def test_where_nobody_is_bound_the_group_is_told_how(team: Team) -> None:
    async with team.floor.desk.engine.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM telegram_staff")
    assert await faults(team) == ("nobody_bound",)
    assert "supercargo staff telegram NAME" in team.server.last_to(of(team).id).text


async def test_a_group_that_became_a_supergroup_is_followed_everywhere(
    team: Team,
) -> None:
    basic = team.server.group("Sales team", team.mei, team.boris, kind="group")
    team.wall.office.team.chat_id = basic.id
    assert "basic_group" in await faults(team)
    new = basic.migrates(team.mei, forum=True)
    await team.work()
    assert team.wall.office.team.chat_id == new.id
    desk, bot_id = team.floor.desk, team.wall.office.bot_id
    assert await team_chat_of(desk, bot_id, basic.id) == new.id
    assert await team_chat_of(desk, bot_id, new.id) == new.id
    assert await team_chat_of(desk, bot_id, None) is None
    # A process that has not heard of it learns it from the first message there.
    team.wall.office.team.chat_id = basic.id
    team.boris.writes("/whoami", to=new)
    await team.work()
    assert "Boris" in team.server.last_to(new.id).text
    assert team.wall.office.team.chat_id == new.id


async def test_a_move_is_learned_from_a_refused_call_too(team: Team) -> None:
    basic = team.server.group("Sales team", team.mei, team.boris, kind="group")
    team.wall.office.team.chat_id = basic.id
    new = basic.migrates(team.mei, forum=True)
    assert "no_group_rights" not in await faults(team)
    assert team.wall.office.team.chat_id == new.id
    assert await team_chat_of(team.floor.desk, team.wall.office.bot_id, basic.id) == new.id


async def test_without_a_group_nothing_is_missing(private_team: Team) -> None:
    assert (await look_round(private_team.wall.office)).faults == ()
    assert private_team.told(private_team.mei.id) == []
