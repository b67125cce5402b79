"""An approval in Telegram: bound to the draft that was looked at, with a reason where the guard wants one."""

from __future__ import annotations

from bot.desk import deciding
from bot.domain.desk import UNSENDABLE, DeskRefusal, Person
from bot.telegram.team import reasons
from bot.telegram.team.refusals import clock_time, is_mine
from bot.telegram.team.tapped import Told
from bot.telegram.team.turn import Turn
from storage import drafts
from storage.base import AnyRow
from storage.live import reading

_APPROVED = ("approved", "sending", "sent")


async def approve(turn: Turn, person: Person, draft: AnyRow, reason: str | None = None) -> Told:
    """Let `draft` (a row with its newest revision) go out as it is.

    DeskRefusal as `deciding.approve`, but for findings that a reason would make good: that is asked for.
    """
    desk, words = turn.office.desk, turn.words
    try:
        await deciding.approve(
            desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint,
            reason=reason,
        )  # fmt: skip
    except DeskRefusal as refusal:
        if refusal.code == "already_decided":
            mine = await _approved_by(turn, person, draft)
            if mine is not None:
                return mine
        if refusal.code == "findings" and not any(each.rule in UNSENDABLE for each in refusal.findings):
            return await reasons.ask_for_approval(turn, person, draft, refusal.findings)
        raise
    return Told(words.say("done-approved"))


async def _approved_by(turn: Turn, person: Person, draft: AnyRow) -> Told | None:
    """What a second tap of the person is told who has approved: the same as the first one, and when."""
    async with reading(turn.office.desk.engine) as connection:
        now = await drafts.draft(connection, draft.id)
    if now is None or not is_mine(now, person.id, *_APPROVED) or now.revision != draft.revision:
        return None
    at = await clock_time(turn.office, now.decided_at)
    return Told(turn.words.say("done-approved-at", at=at))
