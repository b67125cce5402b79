"""Editing a draft in Telegram: new words as an answer to the card, looked at once more, then sent."""

from __future__ import annotations

import html
from datetime import datetime

from aiogram.types import ForceReply, Message

from bot.desk import reworking
from bot.desk.deciding import must_wait
from bot.desk.draft_rows import findings_of
from bot.domain.desk import UNSENDABLE, DeskRefusal, Person
from bot.domain.plan import Finding
from bot.telegram.team import approving
from bot.telegram.team.edit_shown import messages_of
from bot.telegram.team.joining import whole_text
from bot.telegram.team.keyboards import edit_keyboard
from bot.telegram.team.reasons import clear
from bot.telegram.team.refusals import in_words
from bot.telegram.team.tapped import Tapped, Told
from bot.telegram.team.turn import Turn
from storage import drafts, telegram_edits
from storage.base import AnyRow
from storage.live import reading, writing
from storage.storable import storable

_MOST_SHOWN = 3_000
"""Signs of a text that is shown to be copied, or shown back."""


async def ask_for_words(tapped: Tapped) -> Told:
    """The bot asks the person for the new words."""
    turn, words = tapped.turn, tapped.turn.words
    draft = await tapped.draft()
    must_wait(draft)
    question = await _keep(turn, tapped.person, draft, "words", {})
    text = words.say("edit-ask", who=turn.mention)
    if len(draft.text) <= _MOST_SHOWN:
        text += f"\n\n<pre>{html.escape(draft.text)}</pre>"
    message_id = await turn.say(text, ForceReply(selective=True))
    await _shown(turn, question, message_id)
    return Told(words.say("edit-below"))


async def take_words(
    turn: Turn, person: Person, conversation_id: int, draft_id: int | None, revision: int | None,
    message: Message, *, old: bool = False,
) -> None:  # fmt: skip
    """What was typed in answer to a card becomes the draft's next revision, and is shown for approval.

    `old`: another card has taken the place of the one that was answered.
    """
    async with reading(turn.office.desk.engine) as connection:
        question = await telegram_edits.caused_by(connection, turn.chat_id, turn.update_id)
    if question is None:
        text, parts = await whole_text(turn.office, turn.update_id, message)
        async with writing(turn.office.desk.engine) as connection:
            question = await telegram_edits.put(
                connection, staff_id=person.id, conversation_id=conversation_id, draft_id=draft_id,
                revision=revision, chat_id=turn.chat_id, update_id=turn.update_id, kind="edit",
                at=turn.office.desk.clock(), data={"text": storable(text), "parts": parts, "of": revision},
            )  # fmt: skip
    text = question.data["text"]
    if not text.strip():
        await _keep_only(turn, question, turn.words.say("only-words"), "")
        return
    if old:
        await _keep_only(turn, question, turn.words.say("tap-old-card"), text)
        return
    if draft_id is None or revision is None:
        await _keep_only(turn, question, turn.words.say("edit-nothing-waits"), text)
        return
    try:
        before, draft, findings = await _saved(turn, person, question, draft_id, text)
    except DeskRefusal as refusal:
        told = await in_words(turn.office, turn.words, refusal, draft_id)
        await _keep_only(turn, question, html.escape(told), text)
        return
    if draft.revision == revision:
        await _keep_only(turn, question, turn.words.say("edit-same"), "")
        return
    await _show(turn, question, before, draft, findings)


async def send(tapped: Tapped) -> Told:
    """The second approval: these words, as they were shown."""
    told = await approving.approve(tapped.turn, tapped.person, await tapped.draft())
    if not told.alert:
        await _close(tapped)
    return told


async def drop(tapped: Tapped) -> Told:
    """The words from before are the draft's again; what was typed stays in its history."""
    desk = tapped.office.desk
    async with reading(desk.engine) as connection:
        known = {each.revision: each for each in await drafts.revisions(connection, tapped.tap.draft_id)}
    before, newest = known.get(tapped.tap.revision - 1), known.get(tapped.tap.revision + 1)
    if before is None:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    dropped = (
        newest is not None and newest.staff_id == tapped.person.id and newest.text == before.text
    )  # by an earlier handling of this tap
    if not dropped:
        draft = await tapped.draft()
        seen = reworking.Seen(draft.id, draft.revision, draft.fingerprint)
        await reworking.save_words(desk, tapped.person, seen, before.text)
    await _close(tapped)
    return Told(tapped.turn.words.say("edit-dropped"))


async def _saved(
    turn: Turn, person: Person, question: AnyRow, draft_id: int, text: str
) -> tuple[str, AnyRow, tuple[Finding, ...]]:
    """(the words from before, the draft as it is now, findings). DeskRefusal as `reworking.save_words`."""
    desk, of = turn.office.desk, question.data["of"]
    async with reading(desk.engine) as connection:
        known = {each.revision: each for each in await drafts.revisions(connection, draft_id)}
    before, newest = known.get(of), known.get(of + 1)
    if before is None:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    again = newest is not None and (newest.staff_id, newest.text) == (person.id, text)
    if not again:
        await reworking.save_words(desk, person, reworking.Seen(draft_id, of, before.fingerprint), text)
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
    assert draft is not None
    must_wait(draft)
    return before.text, draft, findings_of(draft.findings)


async def _show(
    turn: Turn, question: AnyRow, before: str, draft: AnyRow, findings: tuple[Finding, ...]
) -> None:
    async with writing(turn.office.desk.engine) as connection:
        await telegram_edits.change(connection, question.id, revision=draft.revision)
    told = messages_of(turn.words, before, draft.text, findings)
    for part, text in enumerate(told[:-1]):
        await turn.say_of(draft.conversation_id, text, part=part)
    keyboard = edit_keyboard(
        turn.office.signer, turn.words, question.id, draft.conversation_id, draft.id, draft.revision,
        draft.fingerprint, may_send=not any(each.rule in UNSENDABLE for each in findings),
    )  # fmt: skip
    await _shown(turn, question, await turn.say(told[-1], keyboard, part=len(told) - 1))


async def _keep_only(turn: Turn, question: AnyRow, told: str, text: str) -> None:
    """The words go nowhere; they are kept, and shown back."""
    now: datetime = turn.office.desk.clock()
    async with writing(turn.office.desk.engine) as connection:
        await telegram_edits.change(connection, question.id, kind="kept", closed_at=now)
    if text:
        cut = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} …"
        told += f"\n\n{turn.words.say('edit-kept')}\n<blockquote expandable>{html.escape(cut)}</blockquote>"
    await _shown(turn, question, await turn.say(told))


async def _keep(turn: Turn, person: Person, draft: AnyRow, kind: str, data: dict[str, object]) -> AnyRow:
    async with writing(turn.office.desk.engine) as connection:
        return await telegram_edits.put(
            connection, staff_id=person.id, conversation_id=draft.conversation_id, draft_id=draft.id,
            revision=draft.revision, chat_id=turn.chat_id, update_id=turn.update_id, kind=kind,
            at=turn.office.desk.clock(), data=data,
        )  # fmt: skip


async def _shown(turn: Turn, question: AnyRow, message_id: int | None) -> None:
    if message_id is not None:
        async with writing(turn.office.desk.engine) as connection:
            await telegram_edits.shown(connection, question, message_id)


async def _close(tapped: Tapped) -> None:
    if tapped.question is None:
        return
    async with writing(tapped.office.desk.engine) as connection:
        await telegram_edits.close(connection, tapped.question.id, tapped.office.desk.clock())
    await clear(tapped.turn, tapped.question.message_id)
