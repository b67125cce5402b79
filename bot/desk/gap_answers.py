"""What people wrote to the buyers of a gap, and, on a tap, a model's one sentence of it."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.entries import gap_of
from bot.desk.learning import language_of
from bot.desk.unanswered import bare
from bot.domain.asking import ModelTrouble
from bot.domain.desk import DeskRefusal, Person
from bot.lessons import Lesson
from bot.lessons.asking import ask_learning, said_of
from bot.llm.about import asked_about
from storage import gap_lists, knowledge_gaps
from storage.events import record
from storage.jobs import ASKING_QUEUE, defer
from storage.live import reading, writing
from storage.notices import notify

WORD_TASK = "word_gap"
TROUBLE = "!"
"""Before the kind of what went wrong, where a model's name would stand."""
_READ = 3
"""Newest replies that a model gets to see."""


@dataclass(frozen=True, slots=True)
class Written:
    """Words of a person in a reply to one of the questions, without anything of the buyer's. `sentence`: what
    a model made of them when the edit was learnt from."""

    words: str
    language: str
    conversation_id: int
    at: datetime
    sentence: str | None = None
    for_one: bool = False
    """It says something of prices that the list does not: no answer for every buyer."""


async def written(connection: AsyncConnection, gap_id: int) -> tuple[Written, ...]:
    """The newest first; the same words once."""
    found = [
        Written(
            row.after,
            row.language,
            row.conversation_id,
            row.made_at,
            row.proposal,
            row.kind == "price_exception",
        )
        for row in await gap_lists.written(connection, gap_id)
    ]
    found += [
        Written(
            bare(row.text, (row.name, row.company, row.phone, row.email), 1000), row.language,
            row.conversation_id, row.at,
        )
        for row in await gap_lists.answered_later(connection, gap_id)
    ]  # fmt: skip
    found.sort(key=lambda each: each.at, reverse=True)
    by_words = {each.words: each for each in reversed(found) if each.words.strip()}
    return tuple(reversed(by_words.values()))


async def word(desk: Desk, person: Person, gap_id: int) -> None:
    """Have a model put what people wrote into a sentence. DeskRefusal `no_model`, `unknown_gap`, `invalid`.

    Anybody may: it decides nothing.
    """
    if desk.model is None:
        raise DeskRefusal("no_model", "No language model is set: write the answer by hand.")
    async with writing(desk.engine) as connection:
        await gap_of(desk, connection, gap_id)
        if not await written(connection, gap_id):
            raise DeskRefusal("invalid", "Nobody has answered this yet: there is nothing to put into words.")
        await knowledge_gaps.change(connection, gap_id, proposal=None, proposal_by="", proposal_of=None)
        await record(
            connection, "gap.wording", at=desk.clock(), shop_id=desk.shop_id, actor="person",
            staff_id=person.id, data={"gap": gap_id},
        )  # fmt: skip
        await defer(connection, WORD_TASK, {"gap_id": gap_id}, lock=f"gap:{gap_id}", queue=ASKING_QUEUE)


async def make(desk: Desk, gap_id: int) -> None:
    """The job: a sentence that the people's own words prove, or why there is none. Run twice it asks once."""
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        row = await knowledge_gaps.gap(connection, desk.shop_id, gap_id)
        found = await written(connection, gap_id) if row is not None else ()
    found = tuple(each for each in found if not each.for_one) or found
    words = "\n".join(each.words for each in found[:_READ])
    made_of = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    if row is None or not words or row.proposal_of == made_of:
        return
    with asked_about(found[0].conversation_id):
        sentence, by = await asyncio.to_thread(_worded, serving, words)
    async with writing(desk.engine) as connection:
        await knowledge_gaps.change(
            connection, gap_id, proposal=sentence, proposal_by=by, proposal_of=made_of,
            proposal_language=language_of(serving),
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id)


def _worded(serving: ServingShop, words: str) -> tuple[str | None, str]:
    from bot.modelled.asking import LANGUAGES

    by_model = serving.assistant.by_model
    if by_model is None:
        return None, f"{TROUBLE}unavailable"
    lesson = Lesson("fact", "", words)
    asked = ask_learning([lesson], LANGUAGES.get(language_of(serving), "English"), ())
    try:
        told = by_model.model.ask(asked)
    except ModelTrouble as trouble:
        return None, f"{TROUBLE}{trouble.kind}"
    said = said_of([lesson], told.data).get(0)
    if said is None or said.sentence is None:
        return None, f"{TROUBLE}not_proven"
    return said.sentence, told.model


async def give_up(desk: Desk, gap_id: int) -> None:
    """The job has failed for good."""
    async with writing(desk.engine) as connection:
        await knowledge_gaps.change(connection, gap_id, proposal_by=f"{TROUBLE}unavailable")
        await notify(connection, "desk", shop=desk.shop_id)
