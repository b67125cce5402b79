"""A waiting draft whose quote is out of date: it expires, and a new one is written for the same words.

The clock decides that, never a person: at a tap, and once a minute before anybody taps.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.draft_rows import understanding_of
from bot.domain.calendar import shop_date
from bot.domain.desk import DeskRefusal
from bot.domain.facts import Shop
from bot.domain.quote import Quote
from bot.steps.quote import work_out
from bot.stored import NotReadable, from_json
from storage import drafts, knowledge_entries, quotes, talks
from storage.base import AnyRow
from storage.events import record
from storage.jobs import defer_draft
from storage.live import reading, writing
from storage.notices import notify

Why = Literal["validity_over", "dates_moved", "answer_changed"]
_TOLD = {
    "validity_over": "The validity of this quote has passed, so it was not sent.",
    "dates_moved": "The dates in this quote were those of an earlier day, so it was not sent.",
    "answer_changed": "An answer of the team's own in this reply was changed meanwhile, so it was not sent.",
}
_MOST_AT_ONCE = 100
"""At midnight many expire: buyers who write then shall not wait behind all of them."""


async def why_out_of_date(
    connection: AsyncConnection, draft: AnyRow, shop: Shop, now: datetime, *, edited: bool = False
) -> Why | None:
    """Why a waiting draft must not go out as it is; None where it may.

    The days are the shop's. What a person has changed (or is sending with other words: `edited`) is out of
    date only once the quote is not valid any more: that a day has passed is no reason to put it aside.
    """
    if not (edited or is_changed(draft)) and await knowledge_entries.have_changed(
        connection, _answers(draft)
    ):
        return "answer_changed"
    if draft.quote_id is None or draft.quote_revision is None:
        return None
    kept = await quotes.revision(connection, draft.quote_id, draft.quote_revision)
    if kept is None:
        return None
    today = shop_date(now, shop.company)
    if kept.valid_until < today:
        return "validity_over"
    if edited or is_changed(draft) or shop_date(draft.created_at, shop.company) >= today:
        return None
    return None if _says_the_same_on(draft, kept, shop, today) else "dates_moved"


def _answers(draft: AnyRow) -> tuple[tuple[int, int], ...]:
    """(entry, version) of the team's own answers that the draft was made with."""
    told = (each.get("team") for each in draft.answer.get("evidence") or ())
    return tuple((each["entry"], each["version"]) for each in told if each)


async def expire_told(desk: Desk, entry_id: int) -> int:
    """Expire the waiting drafts that say what an entry of the team's own said before; how many."""
    serving = await desk.counter.serving()
    now = desk.clock()
    async with reading(desk.engine) as connection:
        known = await knowledge_entries.drafts_with(connection, desk.shop_id, entry_id)
    expired = 0
    for draft_id, conversation_id in known:
        async with writing(desk.engine) as connection:
            talk = await talks.conversation(connection, conversation_id, locked=True)
            draft = await drafts.draft(connection, draft_id)
            if talk is None or draft is None or draft.state != "waiting":
                continue
            why = await why_out_of_date(connection, draft, serving.shop, now)
            if why is not None and await expire(desk, connection, draft, talk, why, now):
                expired += 1
    return expired


def is_changed(draft: AnyRow) -> bool:
    """Whether a person has changed words or quote, or had them changed: every revision but the first."""
    return bool(draft.revision > 1)


async def expire(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, talk: AnyRow, why: Why, now: datetime
) -> bool:
    """Put the draft aside and have a new one written, in the caller's transaction, which holds `talk`.

    False where it does not wait in this revision any more. The reply clock is not touched.
    """
    changed = is_changed(draft)
    if not await drafts.decide(
        connection, draft.id, "expired", at=now, revision=draft.revision, reason=why, edited=changed
    ):
        return False
    # The buyer's words are unanswered by any draft again: that alone makes the job below do something.
    unanswered = min(talk.drafted_seq, talk.last_buyer_seq - 1)
    await talks.change_conversation(connection, talk.id, drafted_seq=unanswered)
    await defer_draft(connection, talk.id)
    await record(
        connection, "draft.expired", at=now, shop_id=desk.shop_id, actor="rule", conversation_id=talk.id,
        draft_id=draft.id, data={"why": why, "revision": draft.revision, "edited": changed},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft.id)
    return True


async def expire_outdated(desk: Desk, most: int = _MOST_AT_ONCE) -> int:
    """Expire at most `most` waiting drafts that must not go out as they are; how many there were.

    Each is a transaction of its own, and is looked at again once its conversation is held. A talk that
    sleeps is left until it wakes; an older price list has its own redrafting.
    """
    serving = await desk.counter.serving()
    now = desk.clock()
    company = serving.shop.company
    today = shop_date(now, company)
    begun = datetime.combine(today, time.min, ZoneInfo(company.timezone))
    async with reading(desk.engine) as connection:
        known = await drafts.of_an_earlier_day(connection, desk.shop_id, today, begun)
    expired = 0
    for draft_id, conversation_id in known:
        async with writing(desk.engine) as connection:
            talk = await talks.conversation(connection, conversation_id, locked=True)
            draft = await drafts.draft(connection, draft_id)
            if talk is None or draft is None or draft.state != "waiting":
                continue
            if talk.state == "snoozed" or draft.shop_version_id != serving.version_id:
                continue
            why = await why_out_of_date(connection, draft, serving.shop, now)
            if why is not None and await expire(desk, connection, draft, talk, why, now):
                expired += 1
        if expired >= most:
            break
    return expired


def expired_draft(why: str | None, kept_with: int | None = None) -> DeskRefusal:
    """What a person is told who would have sent it; `kept_with`: the draft that their own words stay with."""
    told = _TOLD.get(why or "", _TOLD["dates_moved"])
    if kept_with is not None:
        told += f" Your words are kept with draft {kept_with}."
    return DeskRefusal("outdated", f"{told} A new draft is being written and takes its place.")


def _says_the_same_on(draft: AnyRow, kept: AnyRow, shop: Shop, day: date) -> bool:
    """Whether the quote would be the same if it were worked out on `day`.

    What cannot be worked out (another program wrote it) is written anew, so that it stops nobody.
    """
    try:
        stated = from_json(kept.body, Quote)
        now = work_out(shop, understanding_of(draft.answer), day).quote
    except (NotReadable, LookupError, ValueError):
        return False
    # The second currency is an indication that follows from total and price list.
    return now is not None and replace(now, indicative=None) == replace(stated, indicative=None)
