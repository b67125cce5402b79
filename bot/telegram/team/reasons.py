"""Reasons that have to be given: the bot asks in the chat, a chip or an answer to its message gives one."""

from __future__ import annotations

import html
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.desk import Person
from bot.domain.plan import Finding
from bot.telegram.errors import NotDone
from bot.telegram.team.buttons import Tap, data_of
from bot.telegram.team.refusals import finding_in_words
from bot.telegram.team.tapped import Told
from bot.telegram.team.turn import Turn
from storage import telegram_edits
from storage.base import AnyRow
from storage.live import writing

CHIPS = ("checked", "agreed", "talked")
"""Why a text may go out that the guard has marked, `why-…` each; kept with the approval in words."""
_MOST_FINDINGS = 12


async def ask_for_approval(turn: Turn, person: Person, draft: AnyRow, findings: Sequence[Finding]) -> Told:
    """The draft is not sent before somebody has said why the guard is wrong."""
    data = {"for": "approve", "fingerprint": draft.fingerprint}
    await _ask(turn, person, draft.conversation_id, findings, data, draft)
    return Told(turn.words.say("reason-wanted"), alert=True)


async def ask_for_own_words(
    turn: Turn, person: Person, conversation_id: int, text: str, key: uuid.UUID, findings: Sequence[Finding]
) -> None:
    """The same for a person's own words after taking over; they are kept until then."""
    data = {"for": "own", "text": text, "key": key.hex}
    await _ask(turn, person, conversation_id, findings, data)


async def ask_for_refusal(turn: Turn, person: Person, draft: AnyRow) -> Told:
    """Why the draft is refused, in the person's own words."""
    data = {"for": "refuse", "fingerprint": draft.fingerprint}
    question = await _kept(turn, person, draft.conversation_id, data, draft)
    text = turn.words.say("reason-refusal", who=turn.mention)
    await _shown(turn, question, await turn.say(text, ForceReply(selective=True)))
    return Told(turn.words.say("reason-below"))


async def _ask(
    turn: Turn, person: Person, conversation_id: int, findings: Sequence[Finding], data: dict[str, Any],
    draft: AnyRow | None = None,
) -> None:  # fmt: skip
    question = await _kept(turn, person, conversation_id, data, draft)
    marked = "\n".join(
        f"• {html.escape(finding_in_words(turn.words, each)[:300])}"
        for each in findings[:_MOST_FINDINGS]
        if each.severity == "block"
    )
    text = turn.words.say("reason-approval", who=turn.mention, findings=marked)
    await _shown(turn, question, await turn.say(text, _chips(turn, conversation_id, draft)))


def _chips(turn: Turn, conversation_id: int, draft: AnyRow | None) -> InlineKeyboardMarkup:
    bound = Tap("explain", conversation_id)
    if draft is not None:
        bound = replace(bound, draft_id=draft.id, revision=draft.revision, mark=draft.fingerprint)
    rows = [
        [
            InlineKeyboardButton(
                text=turn.words.say(f"why-{chip}"),
                callback_data=data_of(turn.office.signer, replace(bound, more=str(place))),
            )
        ]
        for place, chip in enumerate(CHIPS)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def _kept(
    turn: Turn, person: Person, conversation_id: int, data: dict[str, Any], draft: AnyRow | None
) -> AnyRow:
    async with writing(turn.office.desk.engine) as connection:
        return await telegram_edits.put(
            connection, staff_id=person.id, conversation_id=conversation_id, chat_id=turn.chat_id,
            update_id=turn.update_id, kind="reason", at=turn.office.desk.clock(), data=data,
            draft_id=draft.id if draft is not None else None,
            revision=draft.revision if draft is not None else None,
        )  # fmt: skip


async def _shown(turn: Turn, question: AnyRow, message_id: int | None) -> None:
    if message_id is not None:
        async with writing(turn.office.desk.engine) as connection:
            await telegram_edits.shown(connection, question, message_id)


async def clear(turn: Turn, message_id: int) -> None:
    """Take the buttons away from a message that has done its work."""
    if message_id > 0:
        with suppress(NotDone):
            await turn.office.calls(EditMessageReplyMarkup(chat_id=turn.chat_id, message_id=message_id))
