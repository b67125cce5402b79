"""Questions that nothing answered: noted without the buyer, put together, answered once for all who ask."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.desk import buyers, conversations, deciding, entries, gap_answers, gaps, learning
from bot.desk.unanswered import bare
from bot.domain.desk import DeskRefusal
from storage import gap_lists
from storage.base import AnyRow
from storage.exporting import export
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.desk.with_model import asking
from tests.model_server import Said
from tests.model_server.behaviours import always

pytestmark = pytest.mark.anyio

ASKED = "Can we have a video call with the factory?"
AGAIN = "Is a video call with your factory possible?"
OTHER = "Which language is the manual printed in?"
ANSWER = "We hold video calls from our factory every Tuesday for 30 minutes."


async def _listed(floor: Shopfloor, state: str = "open") -> list[AnyRow]:
    await gaps.gather(floor.desk)
    async with reading(floor.desk.engine) as connection:
        return list(await gap_lists.listed(connection, floor.desk.shop_id, state))


async def test_the_same_question_in_other_words_is_one_line_of_the_list(floor: Shopfloor) -> None:
    for words in (ASKED, OTHER, AGAIN):
        await floor.drafted(words)

    rows = await _listed(floor)

    assert [(row.asked, row.talks) for row in rows] == [(2, 2), (1, 1)]
    assert (rows[0].question in (ASKED, AGAIN), rows[1].question) == (True, OTHER)
    assert await gaps.gather(floor.desk) == 0
    # What comes later finds its group; what the drafts answer is no question.
    await floor.drafted("Could we do a video call with the factory?")
    await floor.drafted("Price for 500 kettles 1.7 L? How much is the deposit?")
    assert [row.asked for row in await _listed(floor)] == [3, 1]


async def test_a_draft_that_is_written_anew_asks_its_question_once(floor: Shopfloor) -> None:
    draft = await floor.drafted(ASKED)
    await floor.say(draft.conversation_id, "Are you there?")
    await floor.redrafted(draft.conversation_id)

    assert [(row.question, row.asked) for row in await _listed(floor)] == [(ASKED, 1)]


async def test_nothing_of_the_buyer_is_kept_and_nothing_at_all_once_the_buyer_is_erased(
    floor: Shopfloor,
) -> None:
    words = "Can Alice Kowalski have a video call with the factory?"
    mei = await floor.person("Mei", "manager")
    talk = await floor.conversation((await floor.drafted(words, name="Alice Kowalski")).conversation_id)
    row = (await _listed(floor))[0]
    assert "video call with the factory?" in row.question
    assert "Alice" not in row.question
    assert "Kowalski" not in row.question
    contacts = bare("Is it 230 V? Tell Alice: +48 600 100 200, ak@mail.example", ("Alice Kowalski",))
    assert contacts == "Is it 230 V? Tell […]: […], […]"
    await floor.drafted(OTHER, name="Bo")
    async with reading(floor.desk.engine) as connection:
        told: Any = await export(connection, floor.desk.shop_id, talk.buyer_id)
    assert "video call" in told["conversations"][0]["questions"][0]["text"]

    await buyers.erase_buyer(floor.desk, talk.buyer_id, mei)

    assert [row.question for row in await _listed(floor)] == [OTHER]
    async with floor.desk.engine.connect() as connection:
        left = await connection.execute(text("SELECT text FROM unanswered_questions"))
        assert [each.text for each in left] == [OTHER]


async def test_what_a_person_answers_by_hand_counts_and_is_the_answer_to_begin_with(
    floor: Shopfloor,
) -> None:
    wei = await floor.person("Wei", "salesperson")
    words = "Price for 500 kettles 1.7 L? Is the handle made of bamboo?"
    left, changed = await floor.drafted(words), await floor.drafted(words, name="Bo")
    assert await _listed(floor) == []  # nobody has said that it was a question that the draft missed
    await _approve(floor, wei, left)
    await _approve(floor, wei, changed, "The handle of our kettle is PP, not bamboo.")

    (row,) = await _listed(floor)

    assert (row.question, row.asked, row.answers) == ("Is the handle made of bamboo?", 1, 1)
    assert row.about is None
    async with reading(floor.desk.engine) as connection:
        (reply,) = await gap_answers.written(connection, row.id)
    assert reply.words == "The handle of our kettle is PP, not bamboo."


async def test_what_a_person_writes_behind_a_promise_to_look_it_up_is_an_answer_too(floor: Shopfloor) -> None:
    wei = await floor.person("Wei", "salesperson")
    draft = await floor.drafted(ASKED, name="Alice")
    await _approve(floor, wei, draft)
    await floor.send_all()
    await conversations.take_over(floor.desk, wei, draft.conversation_id)
    await conversations.send_own_words(
        floor.desk, wei, draft.conversation_id, f"Dear Alice, {ANSWER}", reason="yes"
    )
    await floor.send_all()

    (row,) = await _listed(floor)

    async with reading(floor.desk.engine) as connection:
        (reply,) = await gap_answers.written(connection, row.id)
    assert reply.words == f"Dear […], {ANSWER}"


async def test_an_accepted_answer_closes_the_gap_and_the_next_who_asks_gets_it(floor: Shopfloor) -> None:
    mei = await floor.person("Mei", "manager")
    for words in (ASKED, AGAIN):
        await floor.drafted(words)
    (row,) = await _listed(floor)
    async with reading(floor.desk.engine) as connection:
        asked = await gap_lists.questions(connection, row.id)
    entry = await entries.propose(floor.desk, mei, ASKED, ANSWER, None, row.id)

    await entries.accept(floor.desk, mei, entry, ASKED, ANSWER, None, covers=[asked[0].id])

    assert (await _listed(floor, "answered"))[0].question in (ASKED, AGAIN)
    # What it does not answer goes on being a question.
    assert [each.asked for each in await _listed(floor)] == [1]
    assert ANSWER in (await floor.drafted("Is a video call with the factory possible?")).text
    # Asked again in words that are not recognised: somebody has to see it.
    await floor.drafted("Do you offer a virtual factory tour?")
    assert [each.asked for each in await _listed(floor)] == [2]


async def test_a_dismissed_question_does_not_come_back_until_it_is_opened_again(floor: Shopfloor) -> None:
    mei, wei = await floor.person("Mei", "manager"), await floor.person("Wei", "salesperson")
    await floor.drafted(ASKED)
    (row,) = await _listed(floor)
    with pytest.raises(DeskRefusal, match="takes a manager"):
        await gaps.dismiss(floor.desk, wei, row.id, "no")
    with pytest.raises(DeskRefusal, match="Say why"):
        await gaps.dismiss(floor.desk, mei, row.id, " ")

    await gaps.dismiss(floor.desk, mei, row.id, "We make no calls")
    await floor.drafted(AGAIN)

    assert await _listed(floor) == []
    (dismissed,) = await _listed(floor, "dismissed")
    assert (dismissed.reason, dismissed.asked) == ("We make no calls", 2)
    await gaps.reopen(floor.desk, mei, row.id)
    assert len(await _listed(floor)) == 1


async def test_a_model_words_it_and_only_what_people_wrote_is_taken(floor: Shopfloor) -> None:
    wei = await floor.person("Wei", "salesperson")
    draft = await floor.drafted(ASKED)
    with pytest.raises(DeskRefusal, match="No language model"):
        await gap_answers.word(floor.desk, wei, (await _listed(floor))[0].id)
    await _approve(floor, wei, draft, ANSWER)
    (row,) = await _listed(floor)
    for sentence, told in (
        ("Video calls from the factory are held every Tuesday for 30 minutes.", None),
        ("Video calls are held every Tuesday for 45 minutes.", "!not_proven"),
    ):
        lesson = {"change": 1, "kind": "fact", "sentence": sentence, "question": None}
        with asking(floor, always(Said(json.dumps({"lessons": [lesson]})))) as (desk, server):
            await gap_answers.word(desk.desk, wei, row.id)
            await gap_answers.make(desk.desk, row.id)
            await gap_answers.make(desk.desk, row.id)
            assert len(server.requests) == 1
        (kept,) = await _listed(floor)
        assert (kept.proposal, kept.proposal_by) == (None, told) if told else kept.proposal == sentence


async def _approve(floor: Shopfloor, person: Any, draft: AnyRow, more: str = "") -> None:
    await deciding.approve(
        floor.desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint,
        text=f"{draft.text}\n\n{more}" if more else None, reason="told by the factory",
    )  # fmt: skip
    await learning.learn(floor.desk, draft.id)
