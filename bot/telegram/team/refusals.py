"""Why something was not done, in the team's words: what it was, who was faster, what to do next."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.desk import DeskRefusal
from bot.domain.plan import Finding
from bot.telegram.office import Office
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords
from storage import drafts, staff
from storage.base import AnyRow
from storage.live import reading

_SAID = frozenset(
    {
        "outdated", "superseded", "role", "findings", "taken_over", "unknown_conversation", "too_long",
        "details", "until", "empty_message", "unknown_draft", "reason", "rewriting", "no_model",
        "no_certificate", "certificate_said", "no_way_back", "invoice_chat", "invoice_held",
        "invoice_expired", "invoice_nothing", "invoice_currency", "invoice_fraction", "invoice_too_small",
        "invoice_too_large",
    }
)  # fmt: skip
"""Codes with a message of their own, `refused-…`."""
_DECIDED = {"approved": "approved", "sending": "approved", "sent": "approved", "refused": "refused"}


async def in_words(
    office: Office, words: TeamWords, refusal: DeskRefusal, draft_id: int | None = None
) -> str:
    """One or two sentences without mark-up. `draft_id`: the draft that it was about."""
    if refusal.code == "already_decided" and draft_id is not None:
        told = await decided(office, words, draft_id)
        if told is not None:
            return told
    if refusal.code == "taken_over":
        return refusal.text if words.language == "en" else words.say("refused-taken-over")
    if refusal.code in _SAID:
        return words.say(f"refused-{refusal.code.replace('_', '-')}")
    return words.say("refused-other", text=refusal.text)


async def decided(office: Office, words: TeamWords, draft_id: int) -> str | None:
    """Who has decided a draft, how and when; None where nobody has."""
    async with reading(office.desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
        by = (
            await staff.by_id(connection, draft.decided_by)
            if draft is not None and draft.decided_by is not None
            else None
        )
    if draft is None or draft.decided_at is None or draft.state not in _DECIDED:
        return None
    who = by.name if by is not None else words.say("by-rule")
    return words.say(
        f"already-{_DECIDED[draft.state]}", who=who, at=await clock_time(office, draft.decided_at)
    )


async def clock_time(office: Office, at: datetime) -> str:
    """`at` as the shop's clock shows it; with the day where that is not today."""
    zone = ZoneInfo((await office.desk.counter.serving()).shop.company.timezone)
    here = at.astimezone(zone)
    if here.date() == office.desk.clock().astimezone(zone).date():
        return f"{here:%H:%M}"
    return f"{here:%Y-%m-%d %H:%M}"


def finding_in_words(words: TeamWords, finding: Finding) -> str:
    """What the guard says, without mark-up, followed by the words that it is about."""
    console = console_words(words.language)
    name = f"finding-{finding.rule.replace('_', '-')}"
    told = console.say(name) if name in console.variables else finding.rule.replace("_", " ")
    return f"{told} {finding.excerpt}".strip()


def is_mine(draft: AnyRow, staff_id: int, *states: str) -> bool:
    """Whether this person has decided the draft in this way: a tap that is handled again has succeeded."""
    return draft.state in states and draft.decided_by == staff_id
