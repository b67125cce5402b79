"""What a person does with a whole conversation: take over, release, snooze, close, spam, hand over, write."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.deciding import must_be_sendable, with_frozen
from bot.desk.draft_rows import plan_of
from bot.desk.drafting import inquiry_of
from bot.desk.follow_up.planning import plan_talk
from bot.desk.summarising import summarise
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.plan import Finding
from bot.steps.guard import check
from bot.stored import NotReadable
from storage import drafts, outbox, staff, talks
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.events import record
from storage.jobs import defer, defer_draft
from storage.live import reading, writing
from storage.notices import notify

WAKE_TASK = "wake"
_LONGEST_SNOOZE = timedelta(days=90)


async def take_over(desk: Desk, person: Person, conversation_id: int) -> None:
    """The person answers alone from now on. DeskRefusal `unknown_conversation`, `taken_over`."""
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        if talk.state == "taken_over" and talk.taken_over_by != person.id:
            other = await staff.by_id(connection, talk.taken_over_by) if talk.taken_over_by else None
            raise DeskRefusal("taken_over", f"{other.name if other else 'Somebody'} has taken this over.")
        if talk.assignee_id is not None:
            await summarise(
                desk,
                connection,
                talk,
                to=person.id,
                before=talk.assignee_id,
                why="taken_over",
                now=desk.clock(),
            )
        await _move(
            desk, connection, person, talk, "conversation.taken_over",
            state="taken_over", taken_over_by=person.id, assignee_id=person.id, snoozed_until=None,
        )  # fmt: skip


async def release(desk: Desk, person: Person, conversation_id: int) -> None:
    """Drafts are made for approval again; also opens what is closed, snoozed or spam."""
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        values: dict[str, Any] = {"state": "open", "taken_over_by": None, "snoozed_until": None}
        if talk.state == "spam":
            values |= {
                "spam_seq": -1, "drafted_seq": 0, "waiting_since": talk.waiting_since or talk.last_message_at
            }  # fmt: skip
        await _move(desk, connection, person, talk, "conversation.released", None, **values)


async def snooze(desk: Desk, person: Person, conversation_id: int, until: datetime) -> None:
    """Out of the queue until then, or until the buyer writes. DeskRefusal `until`."""
    now = desk.clock()
    if not now < until <= now + _LONGEST_SNOOZE:
        raise DeskRefusal("until", f"Snooze until a time in the next {_LONGEST_SNOOZE.days} days.")
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        await _move(
            desk, connection, person, talk, "conversation.snoozed", state="snoozed", snoozed_until=until
        )
        await defer(
            connection, WAKE_TASK, {"conversation_id": conversation_id}, at=until,
        )  # fmt: skip


async def wake(desk: Desk, conversation_id: int) -> None:
    """The end of a snooze, by the clock."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id, locked=True)
        if talk is None or talk.state != "snoozed" or talk.snoozed_until > now:
            return
        await talks.change_conversation(connection, conversation_id, state="open", snoozed_until=None)
        await record(
            connection, "conversation.woke", at=now, shop_id=desk.shop_id, actor="rule",
            conversation_id=conversation_id,
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)


async def close(desk: Desk, person: Person, conversation_id: int) -> None:
    """Nothing more to do; the buyer's next message opens it again. A draft that waits is dropped."""
    await _put_away(desk, person, conversation_id, "closed", "conversation.closed")


async def mark_spam(desk: Desk, person: Person, conversation_id: int) -> None:
    """Not a buyer. A draft that waits is dropped."""
    await _put_away(desk, person, conversation_id, "spam", "conversation.marked_spam")


async def assign(desk: Desk, person: Person, conversation_id: int, staff_id: int) -> None:
    """Give a conversation to somebody of the team. DeskRefusal `unknown_staff`."""
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        chosen = await staff.by_id(connection, staff_id)
        if chosen is None or chosen.shop_id != desk.shop_id or not chosen.active:
            raise DeskRefusal("unknown_staff", "Nobody active in the team has this id.")
        await summarise(
            desk, connection, talk, to=staff_id, before=talk.assignee_id, why="assigned", now=desk.clock()
        )
        await _move(
            desk, connection, person, talk, "conversation.assigned", {"to": staff_id}, assignee_id=staff_id
        )


async def send_own_words(
    desk: Desk,
    person: Person,
    conversation_id: int,
    words: str,
    *,
    reason: str | None = None,
    key: uuid.UUID | None = None,
) -> None:
    """A person's own message, guarded like any other; a draft that waits is dropped by it.

    `key` is made by the page: the same one again sends nothing. DeskRefusal `findings`, `role`,
    `empty_message`, `taken_over` where somebody else has the conversation.
    """
    if not words.strip():
        raise DeskRefusal("empty_message", "Write a message first.")
    now = desk.clock()
    findings = await findings_in_own_words(desk, conversation_id, words)
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        findings = with_frozen(findings, talk)
        must_be_sendable(person, findings, reason)
        if talk.state == "taken_over" and talk.taken_over_by != person.id:
            raise DeskRefusal("taken_over", "Somebody else has taken this conversation over.")
        token = key.hex if key else hashlib.sha256(f"{now.isoformat()}{words}".encode()).hexdigest()[:32]
        added = await outbox.put(
            connection, f"own:{conversation_id}:{token}", conversation_id, channel=talk.channel, text=words,
            author="person", staff_id=person.id, answers_seq=talk.last_buyer_seq, created_at=now,
        )  # fmt: skip
        if added is None:
            return
        dropped = await drafts.supersede_waiting(connection, conversation_id, "a_person_answered", now)
        await _move(
            desk, connection, person, talk, "message.written",
            {"superseded": dropped, "overridden": [f.rule for f in findings if f.severity == "block"]},
            state="taken_over" if talk.state == "taken_over" else "open",
            drafted_seq=talk.last_buyer_seq, snoozed_until=None,
        )  # fmt: skip


async def findings_in_own_words(desk: Desk, conversation_id: int, words: str) -> tuple[Finding, ...]:
    """What the guard says of a person's words: held against the talk as it stands and all drafts in it."""
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None or talk.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        said = await talks.messages(connection, conversation_id)
        buyer = await talks.buyer(connection, talk.buyer_id)
        known = await drafts.of_conversation(connection, conversation_id)
    if buyer is None or not any(message.sender == "buyer" for message in said):
        raise DeskRefusal("unknown_conversation", "The buyer has not written anything yet.")
    inquiry = inquiry_of(conversation_id, said, buyer, desk.clock())
    plan = (await asyncio.to_thread(lambda: serving.assistant.answer(inquiry, by_rules=True))).plan
    skus = frozenset(item.sku for item in serving.shop.items)
    facts = plan.facts
    for draft in known[:5]:
        try:
            facts = facts | plan_of(draft.basis, skus).facts
        except NotReadable:
            continue
    return check(words, replace(plan, facts=facts, catalog_skus=skus))


async def _put_away(desk: Desk, person: Person, conversation_id: int, state: str, kind: str) -> None:
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await _locked(desk, connection, conversation_id)
        if talk.frozen_at is not None and not has_authority(person.role, "manager"):
            raise DeskRefusal("role", "This talk is frozen: only a manager puts it away.")
        dropped = await drafts.supersede_waiting(connection, conversation_id, state, now)
        await _move(
            desk, connection, person, talk, kind, {"superseded": dropped}, state=state, waiting_since=None,
            drafted_seq=talk.last_buyer_seq, taken_over_by=None, snoozed_until=None,
            spam_seq=talk.last_seq if state == "spam" else talk.spam_seq,
        )  # fmt: skip


async def _locked(desk: Desk, connection: AsyncConnection, conversation_id: int) -> AnyRow:
    talk = await talks.conversation(connection, conversation_id, locked=True)
    if talk is None or talk.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_conversation", "There is no such conversation.")
    if talk.channel == NO_CHANNEL:
        raise DeskRefusal("unknown_conversation", "The buyer of this conversation was erased.")
    return talk


async def _move(
    desk: Desk, connection: AsyncConnection, person: Person, talk: AnyRow, kind: str,
    data: dict[str, Any] | None = None, **values: Any,
) -> None:  # fmt: skip
    """Change the conversation, and keep who did it."""
    await talks.change_conversation(connection, talk.id, **values)
    await record(
        connection, kind, at=desk.clock(), shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=talk.id, data={"from": talk.state, **(data or {})},
    )  # fmt: skip
    drafted = values.get("drafted_seq", talk.drafted_seq)
    if values.get("state") == "open" and drafted < talk.last_buyer_seq:
        await defer_draft(connection, talk.id)
    await plan_talk(desk, connection, talk.id, desk.clock())
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)
