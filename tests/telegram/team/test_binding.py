"""Who of the team is who is told by one-time codes, and by nothing else."""

from __future__ import annotations

import pytest

from bot.desk import team as staff
from bot.desk.binding import new_code
from bot.domain.desk import DeskRefusal, Person
from bot.telegram.handling import person_of
from tests.telegram.server import User
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio


async def code_for(team: Team, person: Person) -> str:
    return await new_code(team.floor.desk, None, person.id)


async def opens(team: Team, user: User, code: str) -> str:
    user.starts(f"staff_{code}")
    await team.work()
    return team.server.last_to(user.id).text


async def known_as(team: Team, user: User) -> str | None:
    person = await person_of(team.wall.office, user.id)
    return person.name if person is not None else None


async def test_a_code_binds_the_account_that_opens_it_once(team: Team) -> None:
    anna = await team.floor.person("Anna", "salesperson")
    code = await code_for(team, anna)
    new, other = team.server.user(first_name="A"), team.server.user(first_name="B")
    assert "You are Anna, salesperson" in await opens(team, new, code)
    assert await known_as(team, new) == "Anna"
    assert len(await team.floor.events("staff.bound")) == 1
    assert "used already" in await opens(team, other, code)
    assert await known_as(team, other) is None
    commands = team.server.calls("setMyCommands", chat=None)
    assert any(each.fields["scope"].get("chat_id") == new.id for each in commands)


async def test_the_job_that_runs_again_binds_once_and_says_it_once(team: Team) -> None:
    anna = await team.floor.person("Anna", "salesperson")
    new = team.server.user(first_name="A")
    await opens(team, new, await code_for(team, anna))
    await team.again()
    assert len(team.told(new.id)) == 1
    assert len(await team.floor.events("staff.bound")) == 1


@pytest.mark.parametrize("code", ["", "nonsense", "x" * 58])
async def test_a_made_up_code_binds_nobody(team: Team, code: str) -> None:
    new = team.server.user(first_name="A")
    assert "do not know this code" in await opens(team, new, code)
    assert await known_as(team, new) is None


async def test_a_code_is_good_for_a_day(team: Team) -> None:
    anna = await team.floor.person("Anna", "salesperson")
    code = await code_for(team, anna)
    team.floor.clock.pass_by(hours=24, seconds=1)
    new = team.server.user(first_name="A")
    assert "over 24 hours old" in await opens(team, new, code)
    assert await known_as(team, new) is None


async def test_a_newer_code_makes_the_older_one_void(team: Team) -> None:
    anna = await team.floor.person("Anna", "salesperson")
    older = await code_for(team, anna)
    await code_for(team, anna)
    assert "do not know" in await opens(team, team.server.user(first_name="A"), older)


async def test_a_new_account_takes_the_place_of_the_old_one_and_the_old_one_is_told(team: Team) -> None:
    new = team.server.user(first_name="B")
    await opens(team, new, await code_for(team, team.salesperson))
    assert await known_as(team, new) == "Boris"
    assert await known_as(team, team.boris) is None
    assert "another account" in team.server.last_to(team.boris.id).text


async def test_an_account_belongs_to_one_person(team: Team) -> None:
    anna = await team.floor.person("Anna", "salesperson")
    await opens(team, team.boris, await code_for(team, anna))
    assert await known_as(team, team.boris) == "Anna"
    told = await opens(team, team.boris, await code_for(team, team.salesperson))
    assert "You are Boris" in told


async def test_who_has_left_is_bound_to_nothing_and_codes_are_void(team: Team) -> None:
    code = await code_for(team, team.salesperson)
    await staff.deactivate(team.floor.desk, None, team.salesperson.id)
    assert await known_as(team, team.boris) is None
    assert "do not know" in await opens(team, team.boris, code)
    with pytest.raises(DeskRefusal, match="not in the team"):
        await code_for(team, team.salesperson)


async def test_codes_for_others_take_a_manager(team: Team) -> None:
    await new_code(team.floor.desk, team.salesperson, team.salesperson.id)
    await new_code(team.floor.desk, team.manager, team.salesperson.id)
    with pytest.raises(DeskRefusal) as refusal:
        await new_code(team.floor.desk, team.salesperson, team.manager.id)
    assert refusal.value.code == "role"


async def test_a_code_in_the_group_binds_nobody(team: Team) -> None:
    anna = await team.floor.person("Anna", "salesperson")
    assert team.group is not None
    new = team.server.user(first_name="A")
    team.group.joins(new)
    new.writes(f"/start staff_{await code_for(team, anna)}", to=team.group)
    await team.work()
    assert await known_as(team, new) is None
    assert "do not know who you are" in team.server.last_to(team.group.id).text
