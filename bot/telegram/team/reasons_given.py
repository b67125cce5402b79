"""A reason that was given, by a chip or in words: what it was asked for is done."""

from __future__ import annotations

import uuid

from bot.desk import conversations, deciding
from bot.desk.deciding import must_wait, outdated_draft
from bot.domain.desk import DeskRefusal, Person
from bot.telegram.team import approving
from bot.telegram.team.reasons import CHIPS, clear
from bot.telegram.team.refusals import is_mine
from bot.telegram.team.tapped import Tapped, Told
from bot.telegram.team.turn import Turn
from storage import drafts, telegram_edits
from storage.base import AnyRow
from storage.live import reading, writing


async def chosen(tapped: Tapped) -> Told:
    """A chip below the question."""
    words, question = tapped.turn.words, tapped.question
    place = int(tapped.tap.more) if tapped.tap.more.isdecimal() else len(CHIPS)
    if question is None or place >= len(CHIPS):
        return Told(words.say("tap-unknown"), alert=True)
    return await give(tapped.turn, tapped.person, question, words.say(f"why-{CHIPS[place]}"))


async def give(turn: Turn, person: Person, question: AnyRow, reason: str) -> Told:
    """Do what the reason was asked for. DeskRefusal as the action that it was asked for."""
    kind = question.data.get("for")
    if kind is None:  # the buyer was erased meanwhile
        raise DeskRefusal("unknown_conversation", "The buyer of this conversation was erased.")
    if kind == "own":
        await conversations.send_own_words(
            turn.office.desk, person, question.conversation_id, question.data["text"], reason=reason,
            key=uuid.UUID(question.data["key"]),
        )  # fmt: skip
        told = Told(turn.words.say("done-own-words"))
    else:
        draft = await _as_it_was(turn, question)
        if kind == "approve":
            told = await approving.approve(turn, person, draft, reason)
        else:
            told = await _refuse(turn, person, draft, reason)
    async with writing(turn.office.desk.engine) as connection:
        await telegram_edits.close(connection, question.id, turn.office.desk.clock())
    await clear(turn, question.message_id)
    return told


async def _refuse(turn: Turn, person: Person, draft: AnyRow, reason: str) -> Told:
    if not is_mine(draft, person.id, "refused"):
        must_wait(draft)
        await deciding.refuse(turn.office.desk, person, draft.id, "other", reason)
    return Told(turn.words.say("done-refused"))


async def _as_it_was(turn: Turn, question: AnyRow) -> AnyRow:
    """The draft that the question was about. DeskRefusal `outdated` where it has changed since."""
    async with reading(turn.office.desk.engine) as connection:
        draft = await drafts.draft(connection, question.draft_id)
    if draft is None:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    if (draft.revision, draft.fingerprint) != (question.revision, question.data["fingerprint"]):
        must_wait(draft)
        raise outdated_draft()
    return draft
