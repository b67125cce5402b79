"""Taps that decide on a draft: approve, refuse, ask instead; and its quote as a document."""

from __future__ import annotations

from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import InlineKeyboardMarkup

from bot.desk import deciding, reworking
from bot.desk import rewriting as desk_rewriting
from bot.desk.deciding import must_wait
from bot.domain.desk import DeskRefusal
from bot.telegram.errors import MessageGone, Refused, Unchanged, Wait
from bot.telegram.office import public_address
from bot.telegram.team import approving
from bot.telegram.team import reasons as asking_why
from bot.telegram.team.buttons import is_marked
from bot.telegram.team.keyboards import (
    ask_keyboard,
    details_of,
    main_keyboard,
    reason_keyboard,
    reason_of,
    rewrite_keyboard,
)
from bot.telegram.team.quote_file import of_conversation
from bot.telegram.team.refusals import is_mine
from bot.telegram.team.rewrite_lines import how_of
from bot.telegram.team.seen import look_at
from bot.telegram.team.tapped import Tapped, Told
from storage import drafts
from storage.live import reading

_PATIENCE = 5.0
"""Seconds that a person who has tapped waits for other buttons; the tap must be answered soon."""


async def approve(tapped: Tapped) -> Told:
    """Let the draft go out; where the guard has marked something, a reason is asked for."""
    draft = await tapped.draft()
    return await approving.approve(tapped.turn, tapped.person, draft)


async def refuse(tapped: Tapped) -> Told:
    """Show why it may be refused."""
    must_wait(await tapped.draft())
    turn = tapped.turn
    seen = await look_at(tapped.office, tapped.tap.conversation_id, turn.words.language)
    keyboard = reason_keyboard(tapped.office.signer, turn.words, seen.case)
    return await show(tapped, keyboard, turn.words.say("choose-reason"))


async def reasons(tapped: Tapped) -> Told:
    """Refuse for the reason that was chosen; what is none of them has to be said in words."""
    words, person = tapped.turn.words, tapped.person
    reason = reason_of(tapped.tap.more)
    if reason is None:
        return Told(words.say("tap-unknown"), alert=True)
    draft = await tapped.draft()
    if not is_mine(draft, person.id, "refused"):
        must_wait(draft)
        if reason == "other":
            return await asking_why.ask_for_refusal(tapped.turn, person, draft)
        await deciding.refuse(tapped.office.desk, person, draft.id, reason)
    return Told(words.say("done-refused"))


async def ask(tapped: Tapped) -> Told:
    """Show what may be asked for; each tap chooses a detail, or lets go of it."""
    must_wait(await tapped.draft())
    turn = tapped.turn
    seen = await look_at(tapped.office, tapped.tap.conversation_id, turn.words.language)
    chosen = details_of(tapped.tap.more)
    keyboard = ask_keyboard(tapped.office.signer, turn.words, seen.case, chosen)
    return await show(tapped, keyboard, turn.words.say("choose-details"))


async def asking(tapped: Tapped) -> Told:
    """Offer nothing yet: the draft becomes a question, and waits for approval as any other."""
    words, desk, person = tapped.turn.words, tapped.office.desk, tapped.person
    try:
        draft = await tapped.draft()
        seen = reworking.Seen(draft.id, draft.revision, draft.fingerprint)
        await reworking.ask_instead(desk, person, seen, details_of(tapped.tap.more) or ())
    except DeskRefusal as refusal:
        if refusal.code != "outdated" or not await _has_asked(tapped):
            raise
    return Told(words.say("done-asks"))


async def _has_asked(tapped: Tapped) -> bool:
    """Whether an earlier handling of this tap has written the question."""
    async with reading(tapped.office.desk.engine) as connection:
        draft = await drafts.draft(connection, tapped.tap.draft_id)
    return (
        draft is not None
        and draft.state == "waiting"
        and (draft.revision, draft.staff_id) == (tapped.tap.revision + 1, tapped.person.id)
        and draft.writer != "person"
    )


async def rewrite(tapped: Tapped) -> Told:
    """Show how it may be said otherwise."""
    must_wait(await tapped.draft())
    turn = tapped.turn
    seen = await look_at(tapped.office, tapped.tap.conversation_id, turn.words.language)
    keyboard = rewrite_keyboard(tapped.office.signer, turn.words, seen.case)
    return await show(tapped, keyboard, turn.words.say("choose-rewrite"))


async def rewriting(tapped: Tapped) -> Told:
    """Have it said so: the card shows what comes of it, and waits for approval as any other."""
    words, how = tapped.turn.words, how_of(tapped.tap.more)
    if how is None:
        return Told(words.say("tap-unknown"), alert=True)
    seen = reworking.Seen(tapped.tap.draft_id, tapped.tap.revision, await _fingerprint(tapped))
    await desk_rewriting.rewrite(tapped.office.desk, tapped.person, seen, how)
    return Told(words.say(f"done-rewrite-{how if how in ('certificate', 'back') else 'asked'}"))


async def _fingerprint(tapped: Tapped) -> str:
    """Of the revision that the button is bound to. DeskRefusal as `Tapped.draft` where it is not that one."""
    async with reading(tapped.office.desk.engine) as connection:
        history = await drafts.revisions(connection, tapped.tap.draft_id)
    tapped_on = next((each for each in history if each.revision == tapped.tap.revision), None)
    if tapped_on is None or not is_marked(tapped.tap, tapped_on.fingerprint):
        return str((await tapped.draft()).fingerprint)
    return str(tapped_on.fingerprint)


async def pdf(tapped: Tapped) -> Told:
    """The quotation as the buyer would get it, for the team to look at."""
    words = tapped.turn.words
    made = await of_conversation(
        tapped.office.desk, tapped.tap.conversation_id, public_address(tapped.office)
    )
    if made is None:
        return Told(words.say("pdf-none"))
    message_id = await tapped.turn.hand(made.file, made.name, words.say("pdf-caption"))
    await tapped.turn.keep(tapped.tap.conversation_id, message_id)
    return Told(words.say("pdf-sent"))


async def back(tapped: Tapped) -> Told:
    """The card's own buttons again."""
    seen = await look_at(tapped.office, tapped.tap.conversation_id, tapped.turn.words.language)
    return await show(tapped, main_keyboard(tapped.office, tapped.turn.words, seen), "")


async def show(tapped: Tapped, keyboard: InlineKeyboardMarkup | None, told: str) -> Told:
    """Put other buttons below the card, whose text stays, and say `told`. Where Telegram's limits would make
    the person wait for them, that is said instead."""
    method = EditMessageReplyMarkup(
        chat_id=tapped.turn.chat_id, message_id=tapped.message_id, reply_markup=keyboard
    )
    try:
        await tapped.office.calls(method, patience=_PATIENCE)
    except (Unchanged, MessageGone, Refused):
        return Told(told)
    except Wait:
        return Told(tapped.turn.words.say("tap-busy"))
    return Told(told)
