"""What the bot itself says and does: greeting, commands, menus, and buyers who want to hear nothing."""

from __future__ import annotations

import pytest

from bot.telegram.buyers.bot_commands import set_commands
from prompts.telegram import LANGUAGES, load
from tests.telegram.buyers.conftest import Booth

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("tag", "language"),
    [("es", "es"), ("pt-BR", "pt"), ("zh-hans", "zh"), ("nl", "en"), (None, "en"), ("AR", "ar")],
)
async def test_the_first_words_tell_that_an_assistant_helps_a_named_person(
    booth: Booth, tag: str | None, language: str
) -> None:
    await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user(language_code=tag)
    alice.starts()
    await booth.deliver()
    (told,) = booth.told(alice)
    assert told.startswith(load(language).say("hello", seller="Boris", company="Mei Kitchenware Works"))
    assert (await booth.chat(alice)).introduced_at is not None


async def test_who_writes_first_is_greeted_once_beside_the_message(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?")
    alice.writes("hello?")
    await booth.deliver(times=2)
    (told,) = booth.told(alice)
    assert "Mei Kitchenware Works" in told
    assert "software assistant" in told


async def test_a_greeting_that_could_not_be_sent_yet_is_sent_later_and_once(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("500 pcs KT-17?")
    booth.server.faults.add("sendMessage", "429", times=1, retry_after=1)
    (raw,) = booth.server.pending
    with pytest.raises(Exception, match="Too Many"):
        await booth.take(raw)
    assert booth.told(alice) == []
    await booth.take(raw)
    assert len(booth.told(alice)) == 1
    assert await booth.words(alice) == ["500 pcs KT-17?"]


async def test_a_greeting_that_may_have_arrived_is_not_repeated(booth: Booth) -> None:
    alice = booth.server.user()
    alice.starts()
    booth.server.faults.add("sendMessage", "cut_after", times=1)
    await booth.deliver(times=2)
    assert len(booth.told(alice)) == 1


async def test_start_again_says_welcome_back_once(booth: Booth) -> None:
    alice = booth.server.user()
    alice.starts()
    await booth.deliver(times=2)
    alice.starts()
    await booth.deliver(times=2)
    assert len(booth.told(alice)) == 2
    assert "Welcome back" in booth.told(alice)[1]


async def test_the_language_is_chosen_from_a_menu_and_kept(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("/language")
    await booth.deliver()
    menu = booth.server.last_to(alice.id)
    assert len(booth.server.buttons(menu)) == len(LANGUAGES)
    tap = alice.taps(menu, "日本語", wait=None)
    await booth.deliver(times=2)
    assert tap.wait().text == "日本語"
    assert (await booth.chat(alice)).language == "ja"
    assert booth.server.last_to(alice.id).text == load("ja").say("language-set")
    assert booth.server.buttons(booth.server.last_to(alice.id)) == []
    alice.writes("/help")
    await booth.deliver()
    assert load("ja").say("command-human") in booth.told(alice)[-1]


async def test_stop_is_kept_and_start_undoes_it(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("/stop")
    await booth.deliver(times=2)
    assert (await booth.chat(alice)).stopped_at is not None
    assert "/start" in booth.told(alice)[-1]
    assert len(await booth.floor.events("buyer.stopped")) == 1
    alice.starts()
    await booth.deliver()
    assert (await booth.chat(alice)).stopped_at is None
    assert load("en").say("stop-undone") in booth.told(alice)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_for_a_person_is_told_and_the_team_sees_it(booth: Booth, language: str) -> None:
    boris = await booth.floor.person("Boris", "salesperson")
    alice = booth.server.user(language_code=language)
    alice.writes("/human")
    await booth.deliver(times=2)
    assert "Boris" in booth.told(alice)[-1]
    assert await booth.words(alice) == [load(language).say("human-words")]
    draft = await booth.drafted(alice)
    talk = await booth.talk(alice)
    assert talk.intents[0] == "human_request"
    assert talk.waiting_since is not None
    assert talk.assignee_id == boris.id
    assert draft is not None
    assert draft.language == language
    assert len(await booth.floor.events("buyer.asked_for_person")) == 1


@pytest.mark.parametrize("wish", ["data", "erase"])
async def test_what_is_kept_is_said_and_a_wish_is_filed_for_a_person(booth: Booth, wish: str) -> None:
    alice = booth.server.user(language_code="de")
    alice.writes("/privacy")
    await booth.deliver()
    menu = booth.server.last_to(alice.id)
    words = load("de")
    assert menu.text == words.say("privacy", company="Mei Kitchenware Works")
    taps = [alice.taps(menu, words.say(f"privacy-{wish}"), wait=None) for _ in range(2)]
    await booth.deliver(times=2)
    for tap in taps:
        tap.wait()
    assert await booth.words(alice) == [words.say(f"privacy-{wish}-words")]
    kind = {"data": "buyer.asked_for_data", "erase": "buyer.asked_for_erasure"}[wish]
    assert len(await booth.floor.events(kind)) == 1
    assert (await booth.buyer(alice)).erased_at is None, "a person decides"
    assert booth.server.last_to(alice.id).text == words.say("privacy-asked")
    assert (await booth.talk(alice)).waiting_since is not None


async def test_a_command_that_there_is_not_gets_help_and_its_words_are_kept(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("/price 500 pcs KT-17")
    alice.writes("/nonsense")
    alice.writes("/stop and call me")
    await booth.deliver(times=2)
    assert await booth.words(alice) == ["/price 500 pcs KT-17", "/stop and call me"]
    _greeting, kept, unknown, stopped = booth.told(alice)
    assert load("en").say("unknown-kept") in kept
    assert load("en").say("unknown-command") in unknown
    assert "/human" in kept
    assert stopped == load("en").say("stop-done")


async def test_words_behind_the_wish_for_a_person_are_part_of_it(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("/human\nmy order Q-2026-0001 is late")
    await booth.deliver()
    assert (await booth.words(alice))[0].endswith("\nmy order Q-2026-0001 is late")


async def test_telegram_is_told_the_commands_in_every_language(booth: Booth) -> None:
    booth.server.faults.add("setMyCommands", "500", times=1)
    assert not await set_commands(booth.office)
    assert await set_commands(booth.office)
    calls = booth.server.calls("setMyCommands", outcome="ok")
    assert {call.fields.get("language_code") or "en" for call in calls} == set(LANGUAGES)


async def test_a_menu_that_was_made_up_changes_nothing_and_says_so(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("/language")
    await booth.deliver()
    menu = booth.server.last_to(alice.id)
    for number, data in enumerate(("bm|language|xx", "bm|privacy|all", "bm|", "", "rubbish")):
        await booth.take(
            {
                "update_id": 990_000_000 + number,
                "callback_query": {
                    "id": str(number), "from": alice.about, "chat_instance": "1", "data": data,
                    "message": menu.json(),
                },
            }
        )  # fmt: skip
    assert (await booth.chat(alice)).language is None
    assert await booth.said(alice) == ()
    assert len(booth.server.calls("answerCallbackQuery")) == 5


async def test_verify_tells_that_no_account_in_a_message_is_ours(booth: Booth) -> None:
    alice = booth.server.user(language_code="en")
    alice.writes("/verify")
    alice.writes("/verify Q-2026-0001 00000-00000")
    alice.writes("/verify Q-26-1")
    alice.writes("/verify is DE89 3704 0044 0532 0130 00 yours?")
    await booth.deliver(times=4)
    how, unknown, odd, claim = booth.told(alice)[-4:]
    assert "/verify Q-2026-0001" in how
    assert "We have sent no quotation with the number Q-2026-0001" in unknown
    assert "A number looks like this" in odd
    assert "A number looks like this" not in claim
    for told in (how, unknown, odd, claim):
        assert "No account in any message is ours" in told


async def test_numbers_are_not_tried_one_after_the_other(booth: Booth) -> None:
    charlie = booth.server.user(language_code="en")
    for number in range(1, 13):
        charlie.writes(f"/verify Q-2026-{number:04d}")
    await booth.deliver(times=12)
    assert "Too many checks" in booth.told(charlie)[-1]
