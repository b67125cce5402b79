"""`supercargo doctor`, the command line, the console and /readyz on how Telegram stands."""

from __future__ import annotations

import asyncio
import re

import pytest
from pydantic import SecretStr

from bot.api.telegram_check import telegram_found
from bot.cli.check import Check
from bot.cli.checks import telegram_checks
from bot.settings import Settings
from bot.telegram.team.onboarding import look_round
from storage.live import libpq_url
from tests.cli.conftest import CommandLine, supercargo
from tests.console.conftest import Office, quiet_office, web_app
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio
__all__ = ["quiet_office", "supercargo", "web_app"]


def settings_of(team: Team, **more: object) -> Settings:
    values: dict[str, object] = {
        "telegram_token": SecretStr(team.server.token),
        "telegram_api_base": team.server.url,
        "telegram_team_chat": team.group.id if team.group is not None else None,
        "database_url": SecretStr(libpq_url(team.floor.engine.url)),
    }
    return Settings(**(values | more))  # type: ignore[arg-type]


async def doctor(team: Team, **more: object) -> dict[str, Check]:
    settings = settings_of(team, **more)
    found = await asyncio.to_thread(lambda: list(telegram_checks(settings)))
    return {each.about: each for each in found}


async def test_where_all_is_well_the_doctor_says_what_there_is(team: Team) -> None:
    told = await doctor(team)
    assert {each.state for each in told.values()} == {"ok"}
    assert "@supercargo_bot" in told["Telegram bot"].found
    assert told["Telegram group"].found == "Sales team, topics are on"
    assert told["Telegram team"].found == "bound: Boris, Mei"
    assert team.server.token not in str(told)


async def test_a_wrong_token_is_named_with_where_to_get_a_good_one(team: Team) -> None:
    told = await doctor(team, telegram_token=SecretStr("7654321:AAwrong_token_of_nobody_at_all_000000000"))
    assert told["Telegram bot"].state == "bad"
    assert "BotFather" in told["Telegram bot"].advice


async def test_an_address_where_nobody_answers_is_named(team: Team) -> None:
    told = await doctor(team, telegram_api_base="http://127.0.0.1:9")
    assert (told["Telegram bot"].state, "TELEGRAM_API_BASE" in told["Telegram bot"].advice) == ("bad", True)


async def test_the_doctor_names_what_is_missing_in_the_group(team: Team) -> None:
    assert team.group is not None
    team.group.set_forum(False)
    team.group.make_bot_admin(team.mei, can_manage_topics=False, can_pin_messages=False)
    told = await doctor(team)
    assert (told["Telegram group"].state, "Topics" in told["Telegram group"].advice) == ("bad", True)
    assert told["Telegram rights"].found == "missing: Manage topics, Pin messages"
    team.group.demote_bot(team.mei)
    assert "no administrator" in (await doctor(team))["Telegram rights"].found
    team.group.remove_bot(team.mei)
    told = await doctor(team)
    assert "cannot be reached" in told["Telegram group"].found
    assert "TELEGRAM_TEAM_CHAT" in told["Telegram group"].advice


async def test_the_doctor_says_when_nobody_is_bound_and_when_no_webhook_is_set(team: Team) -> None:
    async with team.floor.desk.engine.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM telegram_staff")
    told = await doctor(team, telegram_webhook_secret=SecretStr("a-secret"))
    assert "supercargo staff telegram NAME" in told["Telegram team"].advice
    assert "no webhook is set" in told["Telegram updates"].found


async def test_without_a_token_there_is_nothing_to_say(team: Team) -> None:
    told = await doctor(team, telegram_token=None)
    assert [each.state for each in told.values()] == ["ok"]


async def test_readyz_says_what_was_found_last_without_asking_telegram(team: Team) -> None:
    desk, settings = team.floor.desk, settings_of(team)
    assert (await telegram_found(desk, settings))[0] == "warn"
    await look_round(team.wall.office)
    calls = len(team.server.calls())
    assert await telegram_found(desk, settings) == ("ok", "@supercargo_bot, 2 of the team bound.", "")
    assert len(team.server.calls()) == calls
    assert team.group is not None
    team.group.set_forum(False)
    await look_round(team.wall.office)
    state, found, advice = await telegram_found(desk, settings)
    assert (state, "topics are off" in found, "Topics" in advice) == ("warn", True, True)
    assert (await telegram_found(desk, Settings()))[0] == "ok"


def test_the_command_line_prints_a_link_that_is_not_known_before(supercargo: CommandLine) -> None:
    assert supercargo.run("ingest").code == 0
    assert supercargo.run("staff", "add", "Anna", "--role", "salesperson").code == 0
    ran = supercargo.run("staff", "telegram", "Anna")
    assert ran.code == 0, ran.err
    assert re.fullmatch(r"/start staff_[\w-]{24}\n", ran.out)
    assert supercargo.run("staff", "telegram", "anna").out != ran.out
    assert supercargo.run("staff", "telegram", "Nobody").code != 0
    listed = supercargo.run("staff", "list", "--json")
    assert '"telegram": null' in listed.out


def test_the_console_gives_managers_links_for_others_and_everybody_their_own(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    boris = quiet_office.colleague("Boris", "salesperson")
    page = mei.post(f"/team/{boris.person.id}/telegram", by_script=False)
    assert page.status_code == 200
    assert re.search(r'value="/start staff_[\w-]{24}"', page.text)
    assert boris.post(f"/team/{mei.person.id}/telegram", by_script=False).status_code == 403
    own = boris.post("/telegram", by_script=False)
    assert re.search(r'value="/start staff_[\w-]{24}"', own.text)
    codes = quiet_office.app.rows("SELECT staff_id FROM staff_codes")
    assert [row.staff_id for row in codes] == [boris.person.id]
