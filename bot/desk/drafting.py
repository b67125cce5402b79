"""A burst of the buyer's messages into one draft that waits for a person."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import autonomy
from bot.desk.acknowledging import acknowledge, is_acknowledgement
from bot.desk.beside import want_for_assigned
from bot.desk.complaints.asking import with_complaint_asked
from bot.desk.complaints.noting import keep_noted, look
from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import (
    answer_row,
    basis_of,
    choices_json,
    findings_json,
    fingerprint,
    keep_quote,
)
from bot.desk.examples import EarlierReplies
from bot.desk.follow_up.confirming import with_stop_confirmed
from bot.desk.follow_up.drafting import renew
from bot.desk.follow_up.planning import plan_talk
from bot.desk.freezing import freeze_by_rule
from bot.desk.notes import MARK, UNNAMED, has_note, without_notes
from bot.desk.sourcing.finding import note_lacks
from bot.desk.sourcing.overlay import offers_for
from bot.desk.unanswered import note
from bot.domain.follow_up_facts import INTENT
from bot.domain.inquiry import Buyer, Inquiry, Message, Sender
from bot.llm.about import asked_about
from bot.pipeline import Answer
from bot.stored import to_json
from storage import drafts, model_calls, talks, telegram_updates
from storage.base import AnyRow
from storage.events import record
from storage.jobs import defer, defer_draft
from storage.live import reading, writing
from storage.notices import notify
from storage.talk_changes import last_edit
from storage.talks import SpokenMessage

REMIND_TASK = "remind"
_LOOK_AGAIN = timedelta(seconds=1)
_READ_WITHIN = timedelta(minutes=1)
_NO_SPAM = -1
"""A person has said so."""
FILE_WORDS = f"{MARK} {{name}}"
_SENDERS: dict[str, Sender] = {"buyer": "buyer", "seller": "seller"}


async def draft_reply(desk: Desk, conversation_id: int) -> int | None:
    """The draft for what the buyer has written since; None where nothing is due yet, or any more.

    Run twice it changes nothing. A message that comes in meanwhile makes the work void: it is put off until
    the burst is over.
    """
    now = desk.clock()
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None:
            return None
        due = await _due(connection, talk, serving)
        said = await talks.messages(
            connection, conversation_id, after=max(talk.spam_seq, 0), through=talk.last_seq
        )
        buyer = await talks.buyer(connection, talk.buyer_id)
        changed = await last_edit(connection, conversation_id)
        more = await _more_is_coming(connection, talk, now)
        sourced = await offers_for(connection, serving, desk.shop_id, conversation_id, now)
    if not due:
        await renew(desk, conversation_id)
        if talk.burst_started_at is not None:
            await _end_burst(desk, conversation_id, serving)
        return None
    early = talk.burst_due_at is not None and talk.burst_due_at > now
    if early or more or not said or buyer is None:
        async with writing(desk.engine) as connection:
            await _again(connection, conversation_id, now + _LOOK_AGAIN if more else talk.burst_due_at)
        return None
    inquiry = inquiry_of(conversation_id, said, buyer, now)
    examples = EarlierReplies(desk.engine, desk.shop_id, asyncio.get_running_loop())
    with asked_about(conversation_id) as about:
        answer = await asyncio.to_thread(
            lambda: serving.assistant.answer(inquiry, examples=examples, sourced=sourced)
        )
    async with reading(desk.engine) as connection:
        noted = await look(connection, talk, said, inquiry, answer.understanding)
    answer = with_stop_confirmed(with_complaint_asked(answer, noted), serving.shop)
    async with writing(desk.engine) as connection:
        locked = await talks.conversation(connection, conversation_id, locked=True)
        if locked is None or not await _due(connection, locked, serving):
            return None
        # What was read may be another by now: something came, the buyer has changed a message, or a purchaser
        # has answered.
        offers = await offers_for(connection, serving, desk.shop_id, conversation_id, now)
        moved = locked.last_seq != talk.last_seq or offers != sourced
        if moved or await last_edit(connection, talk.id) != changed:
            await _again(connection, conversation_id, locked.burst_due_at)
            return None
        # Before the words count as read, and under the lock: a person may have opened or closed a case.
        noted = await look(connection, locked, said, inquiry, answer.understanding)
        draft_id = await _keep(desk, connection, locked, answer, serving, now)
        if noted is not None:
            await keep_noted(desk, connection, locked, noted, now)
        await plan_talk(desk, connection, conversation_id, now)
        if draft_id is not None:
            await model_calls.belong_to(connection, about.calls, draft_id)
        return draft_id


async def _more_is_coming(connection: AsyncConnection, talk: AnyRow, now: datetime) -> bool:
    """What was received in a rush is still being read into the talk: the burst is not over, though the clock
    says so. What cannot be read for so long is not waited for."""
    return talk.channel == "telegram" and await telegram_updates.on_the_way(
        connection, talk.id, now - _READ_WITHIN
    )


async def _end_burst(desk: Desk, conversation_id: int, serving: ServingShop) -> None:
    """A person has answered or put the talk away before the burst was over: the buyer's next message begins
    another one, which has a job of its own."""
    async with writing(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id, locked=True)
        if talk is None:
            return
        if await _due(connection, talk, serving):  # the buyer has just written
            await _again(connection, conversation_id, talk.burst_due_at)
        else:
            await talks.change_conversation(
                connection, conversation_id, burst_started_at=None, burst_due_at=None
            )


def inquiry_of(conversation_id: int, said: tuple[SpokenMessage, ...], buyer: AnyRow, at: datetime) -> Inquiry:
    """The talk as the pipeline reads it: without acknowledgements, which answer nothing; a file without words
    is said to be there by its name."""
    return Inquiry(
        id=str(conversation_id),
        messages=tuple(
            Message(_SENDERS[each.sender], _words(each), each.about)
            for each in said
            if not is_acknowledgement(each)
        ),
        at=at,
        buyer=Buyer(buyer.name, buyer.country, buyer.phone, buyer.company),
    )


def _words(message: SpokenMessage) -> str:
    files = [FILE_WORDS.format(name=file.name) for file in message.files if file.name not in UNNAMED]
    words = without_notes(message.text)
    parts = [words, *files] if words.strip() else files
    if not parts and (message.files or has_note(message.text)):
        return MARK
    return "\n".join(parts)


async def _due(connection: AsyncConnection, talk: AnyRow, serving: ServingShop) -> bool:
    """Whether something is unanswered, or the draft that waits was made by an older price list."""
    if talk.state == "closed":
        return False
    if talk.drafted_seq < talk.last_buyer_seq:
        return True
    waiting = await drafts.waiting_in(connection, talk.id)
    return waiting is not None and waiting.intent != INTENT and waiting.shop_version_id != serving.version_id


async def _again(connection: AsyncConnection, conversation_id: int, at: datetime | None) -> None:
    await defer_draft(connection, conversation_id, at=at)


async def _keep(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, answer: Answer, serving: ServingShop, now: datetime
) -> int | None:
    """Everything that the answer changes, in the caller's transaction."""
    seen = answer.understanding
    told = {
        "language": seen.language,
        "intents": list(seen.intents),
        "risks": list(seen.risks),
        "grade": seen.grade.value,
        "needs": answer.needs,
        "drafted_seq": talk.last_buyer_seq,
        "burst_started_at": None,
        "burst_due_at": None,
    }
    frozen = talk.frozen_at is not None or seen.details.account_changed
    if frozen:
        await freeze_by_rule(desk, connection, talk, now)
        told["needs"] = "manager"
    if seen.country.code and seen.country.basis in ("stated", "phone"):
        await talks.learn_country(connection, talk.buyer_id, seen.country.code, seen.country.basis)
    why = "price_list" if talk.drafted_seq >= talk.last_buyer_seq else "buyer_wrote_again"
    before = await drafts.supersede_waiting(connection, talk.id, why, now)
    if before is not None:
        await record(
            connection, "draft.superseded", at=now, shop_id=desk.shop_id, actor="rule",
            conversation_id=talk.id, draft_id=before, data={"why": why},
        )  # fmt: skip
    if not answer.draft.text.strip():
        if talk.spam_seq == _NO_SPAM:
            told["needs"] = "salesperson"
            await talks.change_conversation(connection, talk.id, **told, draft_id=None)
            await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)
            return None
        # Spam gets no reply. It is put aside, not away: the inbox shows it under its own filter.
        await talks.change_conversation(
            connection,
            talk.id,
            **told,
            state="spam",
            spam_seq=talk.last_seq,
            waiting_since=None,
            draft_id=None,
        )
        await record(
            connection, "conversation.marked_spam", at=now, shop_id=desk.shop_id, actor="rule",
            conversation_id=talk.id,
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)
        return None
    if talk.state == "spam":
        told["state"] = "open"
    draft_id = await _add_draft(desk, connection, talk, answer, serving, now)
    quote = answer.outcome.quote
    await talks.change_conversation(
        connection, talk.id, **told, draft_id=draft_id, quote_total=quote.total if quote else None
    )
    if talk.state == "taken_over":
        pass  # a person is at it: the draft is a suggestion, and nobody is reminded
    elif frozen or not await autonomy.send_by_rule(desk, connection, talk, draft_id, answer, now):
        if not frozen:
            await acknowledge(desk, connection, talk, answer.draft.language, serving.shop, now)
        # A draft that expired has begun the buyer's wait: midnight neither repeats nor puts off a reminder.
        since = await drafts.expired_since(connection, talk.id, talk.last_buyer_seq) or now
        for step, after in enumerate((*desk.timing.reminders, desk.timing.hand_over)):
            if since + after > now:
                await defer(connection, REMIND_TASK, {"draft_id": draft_id, "step": step}, at=since + after)
    await want_for_assigned(desk, connection, talk)
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft_id)
    return draft_id


async def _add_draft(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, answer: Answer, serving: ServingShop, now: datetime
) -> int:
    seen, quote = answer.understanding, answer.outcome.quote
    quote_id = quote_revision = None
    if quote is not None:
        quote_id, quote_revision = await keep_quote(
            connection, answer, serving.shop, shop_id=desk.shop_id, conversation_id=talk.id, at=now
        )
    choices = choices_json(answer.plan)
    draft_id = await drafts.add(
        connection,
        shop_id=desk.shop_id,
        conversation_id=talk.id,
        state="waiting",
        revision=1,
        through_seq=talk.last_buyer_seq,
        shop_version_id=serving.version_id,
        language=answer.draft.language,
        intent=seen.intents[0],
        needs=answer.needs,
        answer=answer_row(answer),
        basis=basis_of(answer.plan),
        quote_id=quote_id,
        choices=choices,
        created_at=now,
    )
    await drafts.add_revision(
        connection,
        draft_id,
        1,
        text=answer.draft.text,
        fingerprint=fingerprint(answer.draft.text, to_json(quote), choices),
        findings=findings_json(answer.findings),
        writer=answer.draft.writer,
        author="rule" if answer.draft.writer == "templates" else "model",
        quote_revision=quote_revision,
        created_at=now,
    )
    await note(connection, answer, draft_id, talk, serving, now)
    await note_lacks(desk, connection, talk, answer, serving, now)
    await record(
        connection, "draft.made", at=now, shop_id=desk.shop_id,
        actor="rule" if answer.draft.writer == "templates" else "model",
        conversation_id=talk.id, draft_id=draft_id,
        data={
            "intent": seen.intents[0], "language": answer.draft.language, "grade": seen.grade.value,
            "needs": answer.needs, "risks": list(seen.risks), "missing": list(answer.missing),
            "findings": [finding.rule for finding in answer.findings],
            "quoted": quote is not None, "ms": round(answer.timing_ms.get("total", 0.0), 1),
        },
    )  # fmt: skip
    return draft_id
