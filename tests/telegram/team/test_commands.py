"""The team's commands, in the group and in private chats."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.web.login_links import sign_in
from storage.live import reading
from storage.staff_tables import LoginLinkRow
from tests.telegram.server import Message, User
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio


async def say(team: Team, person: User, words: str, *, private: bool = False) -> Message:
    """The bot's answer where the command was given."""
    person.writes(words, to=None if private else team.group)
    await team.work()
    assert team.group is not None
    return team.server.last_to(person.id if private else team.group.id, None if private else 0)


async def test_the_queue_goes_by_the_reply_clock_and_leads_to_the_cards(team: Team) -> None:
    assert "Nobody waits" in (await say(team, team.boris, "/queue")).text
    first, card = await team.card()
    team.floor.clock.pass_by(hours=2)
    await team.floor.drafted("Price for 700 pcs KT-17 please", name="Bob <b>")
    await team.wall.draw()
    answer = await say(team, team.boris, "/queue@supercargo_bot")
    alice, bob = answer.text.splitlines()[1:]
    assert alice.startswith("1. ")
    assert "Alice" in alice
    assert "21 h 59 left" in alice
    assert "Bob <b>" in bob
    assert team.group is not None
    link = f"https://t.me/c/{str(team.group.id).removeprefix('-100')}/{card.thread}/{card.message_id}"
    assert link in answer.html
    assert first.conversation_id


async def test_a_long_queue_is_paged(team: Team) -> None:
    for number in range(12):
        await team.floor.talk("Price for 700 pcs KT-17 please", name=f"Buyer {number:02}")
        team.floor.clock.pass_by(minutes=1)
    answer = await say(team, team.boris, "/queue", private=True)
    assert "Buyer 09" in answer.text
    assert "Buyer 10" not in answer.text
    await team.tap(team.boris, answer, "More ›")
    assert "11. " in answer.text
    assert "Buyer 10" in answer.text
    await team.tap(team.boris, answer, "‹ Before")
    assert "Buyer 00" in answer.text


async def test_a_page_is_turned_for_the_team_alone(team: Team) -> None:
    for number in range(12):
        await team.floor.talk("Price for 700 pcs KT-17 please", name=f"Buyer {number:02}")
    answer = await say(team, team.boris, "/queue")
    charlie = team.server.user(first_name="Charlie")
    assert team.group is not None
    team.group.joins(charlie)
    assert "not bound" in (await team.tap(charlie, answer, "More ›")).text
    assert "Buyer 10" not in answer.text


async def test_find_looks_at_buyers_and_talks(team: Team) -> None:
    await team.floor.talk("Do you sell kettles in matt black?", name="Zoë Ångström")
    assert "Zoë Ångström" in (await say(team, team.boris, "/find matt bla")).text
    assert "Zoë Ångström" in (await say(team, team.boris, "/find zoë")).text
    assert "Nothing holds" in (await say(team, team.boris, "/find <i>lorry")).text
    assert "what to look for" in (await say(team, team.boris, "/find")).text


async def test_buyer_tells_who_this_topic_is_about(team: Team) -> None:
    _, card = await team.card()
    team.boris.writes("/buyer", to=team.group, thread=card.thread)
    await team.work()
    assert "Alice" in team.server.last_to(card.chat_id, card.thread).text
    assert "Alice" in (await say(team, team.boris, "/buyer alice", private=True)).text
    assert "No talk holds" in (await say(team, team.boris, "/buyer nobody")).text
    assert "in a buyer's topic" in (await say(team, team.boris, "/buyer")).text


async def test_a_report_tells_managers_of_the_team_and_salespeople_of_themselves(team: Team) -> None:
    _, card = await team.card()
    await team.tap(team.mei, card, "✅ Approve & send")
    whole = (await say(team, team.mei, "/report")).text
    assert "The team" in whole
    assert "Mei: 1 approved" in whole
    assert "1 new inquiry" in whole
    own = (await say(team, team.boris, "/report")).text
    assert own.startswith("Boris")
    assert "0 approved" in own
    assert "Mei" not in own


async def test_a_sign_in_link_is_told_to_the_person_alone_and_works_once(team: Team) -> None:
    answer = await say(team, team.boris, "/login")
    assert "private chat" in answer.text
    assert "login/" not in answer.text
    link = team.server.last_to(team.boris.id).text.splitlines()[1]
    assert link.startswith("https://shop.example.test/console/login/")
    secret = link.rpartition("/")[2]
    done = await sign_in(team.floor.desk, secret)
    assert done is not None
    assert done[1].name == "Boris"
    assert await sign_in(team.floor.desk, secret) is None


async def test_who_cannot_be_written_to_gets_no_link_in_the_group(team: Team) -> None:
    team.boris.blocks_bot()
    answer = await say(team, team.boris, "/login")
    assert "cannot write to you" in answer.text
    assert "login/" not in "".join(team.told(answer.chat_id))


async def test_strangers_get_nothing_from_any_command(team: Team) -> None:
    await team.card()
    charlie = team.server.user(first_name="Charlie", started=True)
    assert team.group is not None
    team.group.joins(charlie)
    for command in ("/queue", "/find Alice", "/buyer Alice", "/report", "/login", "/language zh", "/send x"):
        answer = await say(team, charlie, command)
        assert "do not know who you are" in answer.text, command
    assert team.told(charlie.id) == []
    async with reading(team.floor.desk.engine) as connection:
        links = (await connection.execute(select(func.count()).select_from(LoginLinkRow))).scalar_one()
    assert links == 0


async def test_the_language_is_set_by_a_manager_for_everybody(team: Team) -> None:
    assert "set by a manager" in (await say(team, team.boris, "/language zh")).text
    assert "/language en or /language zh" in (await say(team, team.mei, "/language fr")).text
    assert "中文" in (await say(team, team.mei, "/language zh")).text
    assert "您是" in (await say(team, team.boris, "/whoami")).text
    commands = team.server.calls("setMyCommands")[-1].fields["commands"]
    assert "谁在等待" in commands[0]["description"]


async def test_whoami_and_help_and_a_start_without_a_code(team: Team) -> None:
    assert team.group is not None
    assert (
        f"Boris, salesperson. This chat's number: {team.group.id}"
        in (await say(team, team.boris, "/whoami")).text
    )
    for words in ("/help", "/start", "/start hello"):
        assert "What you can do" in (await say(team, team.boris, words, private=True)).text
    assert "stays with me" in (await say(team, team.boris, "/nonsense", private=True)).text
    assert await team.outbox() == []


async def test_a_command_whose_job_runs_again_is_answered_once(team: Team) -> None:
    await say(team, team.boris, "/queue")
    assert team.group is not None
    before = len(team.told(team.group.id))
    await team.again()
    assert len(team.told(team.group.id)) == before


async def test_commands_for_other_bots_are_not_ours(team: Team) -> None:
    assert team.group is not None
    team.boris.writes("/queue@another_bot", to=team.group)
    await team.work()
    assert team.told(team.group.id) == []


async def test_in_another_group_a_member_is_told_its_number_and_nothing_else(team: Team) -> None:
    other = team.server.group("Family", team.boris)
    team.boris.writes("/queue", to=other)
    team.boris.writes("/whoami", to=other)
    await team.work()
    (told,) = team.told(other.id)
    assert "TELEGRAM_TEAM_CHAT" in told
    assert str(other.id) in told
