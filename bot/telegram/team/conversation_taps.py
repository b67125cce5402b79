"""Taps on a whole conversation: take over, give back, put off, close, spam. Done twice, each is done once."""

from __future__ import annotations

from datetime import timedelta

from bot.desk import conversations, freezing
from bot.desk.follow_up import acts
from bot.domain.desk import DeskRefusal
from bot.telegram.team.draft_taps import show
from bot.telegram.team.keyboards import snooze_keyboard, snoozed_until
from bot.telegram.team.refusals import clock_time
from bot.telegram.team.seen import look_at
from bot.telegram.team.tapped import Tapped, Told

_SAME = timedelta(minutes=10)
"""Within which two times to wake up are one."""


async def take(tapped: Tapped) -> Told:
    """From now on what the person writes in this topic goes to the buyer."""
    talk = await tapped.talk()
    if (talk.state, talk.taken_over_by) != ("taken_over", tapped.person.id):
        await conversations.take_over(tapped.office.desk, tapped.person, talk.id)
    return Told(tapped.turn.words.say("done-taken-private" if tapped.turn.in_private else "done-taken"), True)


async def release(tapped: Tapped) -> Told:
    """The assistant drafts again; also opens what was put away."""
    talk = await tapped.talk()
    if talk.state != "open":
        await conversations.release(tapped.office.desk, tapped.person, talk.id)
    return Told(tapped.turn.words.say("done-released"))


async def snooze(tapped: Tapped) -> Told:
    """Show until when it may be put off, and how it may be put away."""
    seen = await look_at(tapped.office, tapped.tap.conversation_id, tapped.turn.words.language)
    words = tapped.turn.words
    keyboard = snooze_keyboard(tapped.office.signer, words, seen.case, seen.now)
    return await show(tapped, keyboard, words.say("choose-time"))


async def snoozing(tapped: Tapped) -> Told:
    """Put it off until the time that was chosen."""
    words = tapped.turn.words
    seen = await look_at(tapped.office, tapped.tap.conversation_id, words.language)
    until = snoozed_until(seen.case, tapped.tap.more, seen.now)
    if until is None:
        return Told(words.say("tap-unknown"), alert=True)
    talk = await tapped.talk()
    asleep = talk.snoozed_until if talk.state == "snoozed" else None
    if asleep is None or abs(asleep - until) > _SAME:
        await conversations.snooze(tapped.office.desk, tapped.person, talk.id, until)
    return Told(words.say("done-snoozed", until=await clock_time(tapped.office, until)))


async def close(tapped: Tapped) -> Told:
    talk = await tapped.talk()
    if talk.state != "closed":
        await conversations.close(tapped.office.desk, tapped.person, talk.id)
    return Told(tapped.turn.words.say("done-closed"))


async def spam(tapped: Tapped) -> Told:
    talk = await tapped.talk()
    if talk.state != "spam":
        await conversations.mark_spam(tapped.office.desk, tapped.person, talk.id)
    return Told(tapped.turn.words.say("done-spam"))


async def skip(tapped: Tapped) -> Told:
    """The follow-up that the card names is left out; another than that is not touched."""
    words, more = tapped.turn.words, tapped.tap.more
    if not more.isascii() or not more.isdigit():
        return Told(words.say("tap-unknown"), alert=True)
    try:
        await acts.skip(tapped.office.desk, tapped.person, int(more), of=tapped.tap.conversation_id)
    except DeskRefusal as refusal:
        if refusal.code not in ("unknown_follow_up", "already_decided"):
            raise
        return Told(words.say("skip-nothing"))
    return Told(words.say("done-skipped"))


async def thaw(tapped: Tapped) -> Told:
    """A manager has looked; DeskRefusal `role` for anybody else."""
    await freezing.thaw(tapped.office.desk, tapped.person, tapped.tap.conversation_id)
    return Told(tapped.turn.words.say("done-thawed"))
