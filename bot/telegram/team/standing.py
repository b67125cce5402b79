"""How a conversation stands, as the headline of its card says it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from bot.case.shown import in_zone
from bot.domain.desk import has_authority
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import line
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords
from storage.base import AnyRow

Standing = Literal[
    "erased", "spam", "closed", "taken_over", "snoozed", "waiting", "waiting_manager", "outdated",
    "being_written", "approved", "sending", "sent", "superseded", "refused", "expired", "failed", "quiet",
]  # fmt: skip
_ICONS: dict[Standing, str] = {
    "erased": "🧹", "spam": "🚫", "closed": "🗄", "taken_over": "🙋", "snoozed": "💤", "waiting": "📝",
    "waiting_manager": "🔐", "outdated": "⏳", "being_written": "✍️", "approved": "🚀", "sending": "🚀",
    "sent": "✅", "superseded": "⚪️", "refused": "✖️", "expired": "⌛️", "failed": "❌", "quiet": "💬",
}  # fmt: skip


def standing_of(seen: Seen) -> Standing:
    """Of the conversation, the most telling word."""
    case = seen.case
    talk, draft = case.talk, case.draft
    if seen.erased:
        return "erased"
    if talk.state in ("spam", "closed", "taken_over", "snoozed"):
        state: Standing = talk.state
        return state
    if draft is not None:
        if draft.outdated:
            return "outdated"
        return "waiting_manager" if needs_manager(seen) else "waiting"
    if case.being_written:
        return "being_written"
    if case.newest is None or case.newest.state == "waiting":
        return "quiet"
    of_draft: Standing = case.newest.state
    return of_draft


def needs_manager(seen: Seen) -> bool:
    """Whether a salesperson is not enough for the draft that waits."""
    draft = seen.case.draft
    return draft is not None and not has_authority("salesperson", draft.approver)


def headline(words: TeamWords, seen: Seen) -> str:
    """HTML of one line or two: how it stands, who did it, when."""
    case = seen.case
    standing = standing_of(seen)
    talk = case.talk
    if standing == "taken_over":
        return _told(words, standing, name=_name(words, seen, talk.taken_over_by))
    if standing == "snoozed":
        return _told(words, standing, until=_at(seen, talk.snoozed_until))
    if standing in ("waiting", "waiting_manager", "outdated"):
        assert case.draft is not None
        return f"{_told(words, standing)}\n<i>{_writer(words, seen, case.draft.row)}</i>"
    if standing in ("approved", "sending", "sent", "superseded", "refused", "expired", "failed"):
        assert case.newest is not None
        return of_draft(words, seen, case.newest)
    return _told(words, standing)


def of_draft(words: TeamWords, seen: Seen, row: AnyRow) -> str:
    """HTML: what became of a draft that does not wait any more."""
    state = row.state
    name = _name(words, seen, row.decided_by) if row.decided_by is not None else words.say("by-rule")
    at = _at(seen, row.decided_at) if row.decided_at is not None else ""
    if state in ("approved", "sending", "sent"):
        how = words.say("as-edited" if row.edited else "as-it-was")
        return _told(words, state, name=name, at=at, how=how)
    if state == "refused":
        return _told(words, state, name=name, at=at, why=why(words, row.reason))
    if state == "failed":
        return _told(words, state, at=at)
    return _told(words, state, why=why(words, row.reason))


def trouble(words: TeamWords, seen: Seen) -> str | None:
    """HTML of a strong line: what did not leave, or may have."""
    stuck = seen.stuck
    if stuck is None or seen.erased:
        return None
    at = _at(seen, stuck.claimed_at or stuck.created_at)
    if stuck.state == "unknown":
        return words.say("trouble-unknown", at=at)
    return words.say("trouble-failed", at=at, why=line(_failure(words, stuck.error), 160))


def warnings(words: TeamWords, seen: Seen) -> Iterator[str]:
    """HTML: why an answer would not arrive, and the risks, each with what to do."""
    if seen.erased:
        return
    if seen.no_reply is not None:
        yield f"⛔️ {words.say('no-reply-' + seen.no_reply.replace('_', '-'))}"
    if seen.case.talk.frozen_at is not None:
        yield f"🧊 {words.say('frozen-' + str(seen.case.talk.frozen_why).replace('_', '-'))}"
    console = console_words(words.language)
    for risk in seen.case.talk.risks:
        named = f"risk-{risk.replace('_', '-')}"
        if named not in console.variables:
            yield f"⚠️ <b>{line(risk.replace('_', ' '))}</b>"
            continue
        do = console.say(named.replace("risk-", "risk-do-", 1))
        yield (f"⚠️ <b>{html.escape(console.say(named), quote=False)}</b> — {html.escape(do, quote=False)}")


def why(words: TeamWords, reason: str | None) -> str:
    """A draft's reason in words, escaped: its code, and what a person has added."""
    console = console_words(words.language)
    code, _, note = (reason or "").partition(":")
    named = f"why-{code.replace('_', '-')}"
    told = console.say(named) if code and named in console.variables else (code or words.say("no-reason"))
    return line(f"{told} – {note.strip()}" if note.strip() else told, 200)


def moment(seen: Seen, at: datetime) -> str:
    """Day and time where the shop is."""
    return in_zone(at, seen.case.serving.shop.company.timezone).strftime("%m-%d %H:%M")


_at = moment


def _told(words: TeamWords, standing: Standing, **values: str) -> str:
    named = f"standing-{standing.replace('_', '-')}"
    return f"{_ICONS[standing]} {words.say(named, **values)}"


def _name(words: TeamWords, seen: Seen, staff_id: int | None) -> str:
    return line(seen.case.person(staff_id), 40) or words.say("somebody")


def _writer(words: TeamWords, seen: Seen, row: AnyRow) -> str:
    if row.author == "person":
        return words.say("written-by-person", name=_name(words, seen, row.staff_id))
    return words.say("written-by-assistant")


def _failure(words: TeamWords, error: str | None) -> str:
    """Why a reply did not leave: a code of ours in words, or what Telegram said."""
    named = f"failure-{(error or 'unknown').split(':')[0].strip().replace('_', '-').lower()}"
    return words.say(named) if named in words.variables else (error or words.say("no-reason"))
