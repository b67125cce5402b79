"""What is typed in a topic stays inside; after taking over, the person's own lines go to the buyer."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk import conversations
from tests.telegram.server import Message
from tests.telegram.team.conftest import Team

pytestmark = pytest.mark.anyio
FINE = "Dear Alice, which colour do you need?"


async def taken(team: Team) -> Message:
    draft, card = await team.card()
    await team.tap(team.boris, card, "🙋 Take over")
    return await team.wall.card(draft.conversation_id)


async def writes(team: Team, words: str, card: Message, **more: object) -> Message:
    team.floor.clock.pass_by(seconds=10)
    said = team.boris.writes(words, to=team.group, thread=card.thread, **more)  # type: ignore[arg-type]
    await team.work()
    return said


async def test_what_is_typed_in_a_topic_stays_inside(team: Team) -> None:
    draft, card = await team.card()
    before = len(team.told(card.chat_id))
    for person in (team.boris, team.mei):
        person.writes("he is our competitor, tell him 5.00 USD", to=team.group, thread=card.thread)
    team.boris.writes("in the general topic", to=team.group)
    await team.work()
    assert await team.outbox() == []
    assert await team.state(draft) == "waiting"
    assert len(team.told(card.chat_id)) == before
    assert [each.text for each in await team.floor.said(draft.conversation_id)] == [
        "Hello, what is your price for 500 pcs KT-17?"
    ]


_LINES = st.lists(
    st.tuples(
        st.sampled_from(["boris", "mei", "charlie"]),
        st.sampled_from(["topic", "other topic", "general", "colleague", "summary", "private", "forward"]),
        st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and not text.startswith("/")),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=_LINES, taken_over=st.booleans())
async def test_nothing_typed_inside_ever_reaches_a_buyer(
    team: Team, lines: list[tuple[str, str, str]], taken_over: bool
) -> None:
    """Whoever types whatever wherever, without an answer to a card, and without having taken over."""
    assert team.group is not None
    charlie = team.server.user(first_name="Charlie", started=True)
    team.group.joins(charlie)
    draft, card = await team.card()
    _, other = await team.card("Price for 700 pcs KT-17 please")
    if taken_over:
        await team.tap(team.mei, other, "🙋 Take over")
    summary = team.server.sent_to(card.chat_id, card.thread)[0]
    assert summary.message_id != card.message_id
    said_before = team.boris.writes("look at this one", to=team.group, thread=card.thread)
    team.floor.clock.pass_by(seconds=20)
    people = {"boris": team.boris, "mei": team.mei, "charlie": charlie}
    for name, place, text in lines:
        person = people[name]
        if place == "topic":
            person.writes(text, to=team.group, thread=card.thread)
        elif place == "other topic" and name != "mei":
            person.writes(text, to=team.group, thread=other.thread)
        elif place == "general":
            person.writes(text, to=team.group)
        elif place == "colleague":
            person.writes(text, reply_to=said_before)
        elif place == "summary":
            person.writes(text, reply_to=summary)
        elif place == "private" and name != "charlie":
            person.writes(text)
        elif place == "forward":
            person.forwards(card, to=team.group, thread=other.thread)
    await team.work()
    assert await team.outbox() == []
    assert (await team.floor.draft(draft.id)).revision == 1
    assert len(await team.floor.said(draft.conversation_id)) == 1


async def test_after_taking_over_own_lines_go_to_the_buyer_with_a_sign(team: Team) -> None:
    card = await taken(team)
    said = await writes(team, FINE, card)
    assert await team.outbox() == [FINE]
    assert [each["emoji"] for each in said.reactions] == ["👌"]
    await team.again()
    assert await team.outbox() == [FINE]


@pytest.mark.parametrize("words", ["// he is slow", "//no", "/note he is slow", "/note", "/whatever"])
async def test_notes_stay_inside_after_taking_over(team: Team, words: str) -> None:
    card = await taken(team)
    said = await writes(team, words, card)
    assert await team.outbox() == []
    assert said.reactions == ()


async def test_of_others_nothing_goes_out_though_one_has_taken_over(team: Team) -> None:
    card = await taken(team)
    team.floor.clock.pass_by(seconds=10)
    before = len(team.told(card.chat_id))
    team.mei.writes(FINE, to=team.group, thread=card.thread)
    await team.work()
    assert await team.outbox() == []
    assert len(team.told(card.chat_id)) == before, "colleagues may talk without an answer from the bot"


async def test_an_answer_to_a_colleague_stays_inside(team: Team) -> None:
    card = await taken(team)
    team.floor.clock.pass_by(seconds=10)
    asked = team.mei.writes("what do you think?", to=team.group, thread=card.thread)
    await team.work()
    await writes(team, "he wants a discount", card, reply_to=asked)
    assert await team.outbox() == []


async def test_a_forwarded_message_stays_inside(team: Team) -> None:
    card = await taken(team)
    team.floor.clock.pass_by(seconds=10)
    assert team.group is not None
    note = team.mei.writes(FINE, to=team.group, thread=card.thread)
    team.boris.forwards(note, to=team.group, thread=card.thread)
    await team.work()
    assert await team.outbox() == []


async def test_what_was_written_before_taking_over_stays_inside_though_it_comes_late(team: Team) -> None:
    draft, card = await team.card()
    team.floor.clock.pass_by(minutes=1)
    said = team.boris.writes("he is our competitor", to=team.group, thread=card.thread)
    # Telegram could not be reached for a while, and Boris took over in the console.
    team.floor.clock.pass_by(minutes=5)
    await conversations.take_over(team.floor.desk, team.salesperson, draft.conversation_id)
    await team.work()
    assert await team.outbox() == []
    assert "stays inside" in team.server.last_to(card.chat_id, card.thread).text
    assert said.reactions == ()


async def test_what_waited_in_line_while_the_console_took_over_stays_inside(team: Team) -> None:
    draft, card = await team.card()
    team.boris.writes("he is our competitor", to=team.group, thread=card.thread)
    numbers = await team.store()
    team.floor.clock.pass_by(seconds=3)
    await conversations.take_over(team.floor.desk, team.salesperson, draft.conversation_id)
    await team.again(numbers[-1])
    assert await team.outbox() == []


async def test_an_invented_price_is_not_sent_before_a_reason_is_given(team: Team) -> None:
    card = await taken(team)
    await writes(team, "For you 1.00 USD each", card)
    assert await team.outbox() == []
    question = team.server.last_to(card.chat_id, card.thread)
    assert "not all of this is backed by the shop's data" in question.text
    tap = await team.tap(team.mei, question, "I have checked it")
    assert "taken this conversation over" in tap.text
    tap = await team.tap(team.boris, question, "I have checked it")
    assert "goes to the buyer" in tap.text
    await team.again()
    assert await team.outbox() == ["For you 1.00 USD each"]


async def test_bank_details_are_refused_in_words(team: Team) -> None:
    card = await taken(team)
    await writes(team, "Please pay to IBAN DE89 3704 0044 0532 0130 00", card)
    assert await team.outbox() == []
    assert "manager must decide" in team.server.last_to(card.chat_id, card.thread).text


async def test_after_giving_back_lines_stay_inside_again(team: Team) -> None:
    card = await taken(team)
    await team.tap(team.boris, card, "🤖 Give back")
    await writes(team, FINE, card)
    assert await team.outbox() == []


async def test_a_photo_after_taking_over_is_told_not_to_go_out(team: Team) -> None:
    card = await taken(team)
    team.floor.clock.pass_by(seconds=10)
    team.boris.sends_photo(b"\x89PNG", caption=FINE, to=team.group, thread=card.thread)
    await team.work()
    assert await team.outbox() == []
    assert "Only words" in team.server.last_to(card.chat_id, card.thread).text


async def test_a_change_of_a_line_that_went_out_is_told_to_change_nothing(team: Team) -> None:
    card = await taken(team)
    said = await writes(team, FINE, card)
    team.boris.edits(said, "Dear Alice, forget it")
    await team.work()
    assert await team.outbox() == [FINE]
    assert "changes nothing" in team.server.last_to(card.chat_id, card.thread).text


async def test_slash_send_sends_after_taking_over_alone(team: Team) -> None:
    draft, card = await team.card()
    await writes(team, f"/send {FINE}", card)
    assert await team.outbox() == []
    assert "Take the conversation over first" in team.server.last_to(card.chat_id, card.thread).text
    await team.tap(team.boris, await team.wall.card(draft.conversation_id), "🙋 Take over")
    await writes(team, f"/send {FINE}", card)
    assert await team.outbox() == [FINE]


async def test_in_private_the_answer_to_the_card_goes_out_after_taking_over(private_team: Team) -> None:
    team = private_team
    draft = await team.floor.drafted("Hello, what is your price for 500 pcs KT-17?")
    await conversations.assign(team.floor.desk, team.manager, draft.conversation_id, team.salesperson.id)
    await team.wall.draw()
    card = team.server.last_to(team.boris.id)
    await team.tap(team.boris, card, "🙋 Take over")
    team.floor.clock.pass_by(seconds=10)
    team.boris.writes("a note for myself")
    await team.work()
    assert await team.outbox() == []
    assert "stays with me" in team.server.last_to(team.boris.id).text
    team.boris.writes(FINE, reply_to=team.server.sent_to(team.boris.id)[0])
    await team.work()
    assert await team.outbox() == [FINE]


@pytest.mark.parametrize(
    "words", ["/remind@another_bot ask Mei about this one", "/send@another_bot he is a competitor"]
)
async def test_what_is_said_to_another_bot_stays_inside(team: Team, words: str) -> None:
    card = await taken(team)
    await writes(team, words, card)
    assert await team.outbox() == []
