"""A person's word on a draft: approved, or refused. What the tap rests on is all checked again here."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import autonomy
from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import findings_json, findings_of, fingerprint, plan_of
from bot.desk.expiring import expire, expired_draft, why_out_of_date
from bot.desk.follow_up import door
from bot.desk.follow_up.door import Leaving
from bot.domain.desk import (
    FROZEN,
    REFUSAL_REASONS,
    UNSENDABLE,
    DeskRefusal,
    Person,
    approver_in_spite_of,
    has_authority,
    must_be_explained,
)
from bot.domain.facts import Shop
from bot.domain.plan import Finding
from bot.steps.guard import check
from bot.stored import NotReadable
from storage import drafts, outbox, quotes, talks
from storage.base import AnyRow
from storage.events import record
from storage.jobs import ASKING_QUEUE, LEARN_TASK, defer, defer_draft
from storage.live import reading, writing
from storage.notices import notify

_LONGEST_TEXT = 20_000
_LONGEST_REASON = 500


async def approve(
    desk: Desk,
    person: Person,
    draft_id: int,
    *,
    revision: int,
    fingerprint_seen: str,
    text: str | None = None,
    reason: str | None = None,
) -> None:
    """Let a draft go out, as it was seen or with `text` instead of its words.

    DeskRefusal `unknown_draft`, `superseded`, `already_decided`, `outdated`, `role`, `findings`, `too_long`.
    Findings that block need a `reason`; those that let payment or secrets leak need a manager besides. A
    quote that is not valid any more, or states an earlier day's dates, is `outdated`: the draft expires and a
    new one is written.
    """
    reason = _short(reason)
    serving = await desk.counter.serving()
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft, talk = await locked_draft(desk, connection, draft_id)
        seen = (revision, fingerprint_seen)
        outdated = await _not_as_it_is(desk, connection, draft, talk, person, serving.shop, seen, text, now)
        leaving = Leaving()
        if outdated is None:
            leaving = await door.approving(desk, connection, draft, now)
            outdated = leaving.refused
        if outdated is None:
            if not has_authority(person.role, draft.needs):
                raise DeskRefusal("role", "A manager must decide this one.")
            edited = text is not None and text != draft.text
            findings = findings_of(draft.findings)
            if edited:
                assert text is not None
                findings = guard_text(draft, serving, text)
            must_be_sendable(person, with_frozen(findings, talk), reason)
            if edited:
                assert text is not None
                await add_edit(connection, draft, person, text, findings, now)
            await _let_go(
                desk, connection, draft, talk, person, text if edited else None, reason,
                with_frozen(findings, talk), leaving, now,
            )  # fmt: skip
    if outdated is not None:
        raise outdated


async def refuse(desk: Desk, person: Person, draft_id: int, reason: str, note: str | None = None) -> None:
    """The draft is not sent; the buyer still waits. `reason` is one of REFUSAL_REASONS.

    DeskRefusal `unknown_draft`, `superseded`, `outdated`, `already_decided`, `reason`.
    """
    if reason not in REFUSAL_REASONS:
        raise DeskRefusal("reason", f"Say why: {', '.join(REFUSAL_REASONS)}.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft, talk = await locked_draft(desk, connection, draft_id)
        must_wait(draft)
        why = f"{reason}: {_short(note)}" if note else reason
        await drafts.decide(connection, draft_id, "refused", at=now, staff_id=person.id, reason=why)
        await door.refused(desk, connection, draft, person, now)
        await autonomy.end(desk, connection, draft.intent, draft.language, "refused", now, person.id)
        await record(
            connection, "draft.refused", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            conversation_id=talk.id, draft_id=draft_id, data={"reason": reason, "revision": draft.revision},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft_id)


async def findings_in(desk: Desk, draft_id: int, text: str) -> tuple[Finding, ...]:
    """What the guard would say of `text` as the words of this draft. DeskRefusal `unknown_draft`."""
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
    if draft is None or draft.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    return guard_text(draft, serving, text)


def guard_text(draft: AnyRow, serving: ServingShop, text: str) -> tuple[Finding, ...]:
    """The guard over a person's words, held against what the draft rests on. DeskRefusal `outdated`."""
    _must_fit(text)
    try:
        plan = plan_of(draft.basis, frozenset(item.sku for item in serving.shop.items))
    except NotReadable as error:
        raise DeskRefusal("outdated", "The program was updated since; a new draft is being made.") from error
    found = check(text, plan, expected_language=draft.language)
    standing = (finding for finding in findings_of(draft.findings) if not finding.excerpt)
    return tuple(dict.fromkeys((*found, *standing)))


async def locked_draft(desk: Desk, connection: AsyncConnection, draft_id: int) -> tuple[AnyRow, AnyRow]:
    """The draft and its conversation, which nobody else changes until the transaction ends."""
    known = await drafts.draft(connection, draft_id)
    if known is None or known.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    talk = await talks.conversation(connection, known.conversation_id, locked=True)
    draft = await drafts.draft(connection, draft_id)
    assert talk is not None
    assert draft is not None
    return draft, talk


def outdated_draft() -> DeskRefusal:
    return DeskRefusal(
        "outdated",
        "The draft, the price list or the buyer's wish has changed since you opened it. "
        "Look at the draft as it is now.",
    )


def must_wait(draft: AnyRow) -> None:
    """DeskRefusal `superseded`, `outdated` (expired) or `already_decided` where the draft does not wait any
    more."""
    if draft.state == "superseded":
        raise DeskRefusal("superseded", "A newer draft has taken the place of this one.")
    if draft.state == "expired":
        raise expired_draft(draft.reason)
    if draft.state != "waiting":
        raise DeskRefusal("already_decided", f"This draft was {draft.state} already.")


async def has_moved(
    connection: AsyncConnection, draft: AnyRow, talk: AnyRow, revision: int, fingerprint_seen: str
) -> bool:
    """Whether anything that the person saw is another now: text, price list, the buyer's last message, or one
    that the buyer has changed."""
    return bool(
        draft.revision != revision
        or draft.fingerprint != fingerprint_seen
        or draft.through_seq != talk.last_buyer_seq
        or talk.drafted_seq < draft.through_seq
        or draft.shop_version_id != await drafts.serving_version(connection, draft.shop_id)
    )


def must_be_sendable(person: Person, findings: tuple[Finding, ...], reason: str | None) -> None:
    """DeskRefusal `findings` or `role` where this person may not send a text with these findings."""
    blocking = must_be_explained(findings)
    if any(finding.rule in UNSENDABLE for finding in blocking):
        raise DeskRefusal("findings", "There is no text to send, or a gap in it.", findings)
    if FROZEN in blocking and not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "This talk is frozen: only a manager sends anything in it.", findings)
    if blocking and not has_authority(person.role, approver_in_spite_of(blocking)):
        raise DeskRefusal(
            "role", "Bank details, payment outside the platform and internal figures: a manager must decide.",
            findings,
        )  # fmt: skip
    if blocking and not reason:
        raise DeskRefusal(
            "findings", "Not all of this is backed by the shop's data: say why it is right.", findings
        )


def with_frozen(findings: tuple[Finding, ...], talk: AnyRow) -> tuple[Finding, ...]:
    """The findings, and that the talk is frozen where it is."""
    return (*findings, FROZEN) if talk.frozen_at is not None else findings


async def add_edit(
    connection: AsyncConnection, draft: AnyRow, person: Person, text: str,
    findings: tuple[Finding, ...], now: datetime,
) -> None:  # fmt: skip
    """Keep a person's words as the draft's next revision; its quote stays."""
    quote = None
    if draft.quote_id is not None:
        kept = await quotes.revision(connection, draft.quote_id, draft.quote_revision)
        quote = kept.body if kept is not None else None
    await drafts.add_revision(
        connection, draft.id, draft.revision + 1, text=text,
        fingerprint=fingerprint(text, quote, draft.choices), findings=findings_json(findings),
        writer="person", author="person", staff_id=person.id, quote_revision=draft.quote_revision,
        created_at=now,
    )  # fmt: skip


async def too_late(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, person: Person, text: str | None,
    why: str | None, now: datetime,
) -> DeskRefusal:  # fmt: skip
    """What the person is told whose draft has expired; what they wrote stays with it as a revision.

    DeskRefusal `too_long`.
    """
    if text is None or text == draft.text:
        return expired_draft(why)
    _must_fit(text)
    # Kept, never sent: the guard has nothing to say.
    await add_edit(connection, draft, person, text, (), now)
    await record(
        connection, "draft.edited", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=draft.conversation_id, draft_id=draft.id,
        data={"revision": draft.revision + 1, "findings": []},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=draft.conversation_id, draft=draft.id)
    return expired_draft(why, kept_with=draft.id)


async def _not_as_it_is(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, talk: AnyRow, person: Person, shop: Shop,
    seen: tuple[int, str], text: str | None, now: datetime,
) -> DeskRefusal | None:  # fmt: skip
    """Why the draft is not sent though it is there; another one is on its way once this is committed.

    `seen` is (revision, fingerprint). DeskRefusal `superseded`, `already_decided`.
    """
    if draft.state == "expired":
        return await too_late(desk, connection, draft, person, text, draft.reason, now)
    must_wait(draft)
    if await has_moved(connection, draft, talk, *seen):
        await defer_draft(connection, talk.id)
        return outdated_draft()
    edited = text is not None and text != draft.text
    why = await why_out_of_date(connection, draft, shop, now, edited=edited)
    if why is None:
        return None
    await expire(desk, connection, draft, talk, why, now)
    return await too_late(desk, connection, draft, person, text, why, now)


async def _let_go(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, talk: AnyRow, person: Person,
    text: str | None, reason: str | None, findings: tuple[Finding, ...], leaving: Leaving, now: datetime,
) -> None:  # fmt: skip
    """The approval itself: decision, outbox, event and notice."""
    history = await drafts.revisions(connection, draft.id)
    # Words that a rewrite made and that went back to what they were are as they were.
    edited = any(each.author == "person" for each in history) or (draft.fingerprint != history[0].fingerprint)
    if not await drafts.decide(
        connection, draft.id, "approved", at=now, staff_id=person.id, reason=reason, edited=edited
    ):
        raise DeskRefusal("already_decided", "Somebody else was faster.")
    await outbox.put(
        connection, f"draft:{draft.id}", talk.id, channel=talk.channel,
        text=draft.text if text is None else text, author="person", staff_id=person.id, draft_id=draft.id,
        quote_id=draft.quote_id, quote_revision=draft.quote_revision, choices=draft.choices,
        answers_seq=draft.through_seq, not_before=leaving.at, created_at=now,
    )  # fmt: skip
    await door.approved(connection, leaving, now)
    if edited:
        await autonomy.end(desk, connection, draft.intent, draft.language, "edited", now, person.id)
        await defer(connection, LEARN_TASK, {"draft_id": draft.id}, queue=ASKING_QUEUE)
    overridden = [finding.rule for finding in must_be_explained(findings)]
    await record(
        connection, "draft.approved", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=talk.id, draft_id=draft.id,
        data={
            "revision": draft.revision + (text is not None), "edited": edited, "overridden": overridden,
            "waited_s": round((now - draft.created_at).total_seconds(), 1),
            "characters": len(draft.text if text is None else text),
        },
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft.id)


def _must_fit(text: str) -> None:
    if len(text) > _LONGEST_TEXT:
        raise DeskRefusal("too_long", f"A reply has at most {_LONGEST_TEXT:,} characters.")


def _short(reason: str | None) -> str | None:
    return " ".join(reason.split())[:_LONGEST_REASON] or None if reason else None
