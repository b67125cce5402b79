"""One-tap rewrites of a waiting draft: asked by a person, worded in a job, kept as its next revision.

A rewrite is bound to what the person saw, as an approval is. Where it comes to nothing the draft stays as it
was, and its card says why.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.deciding import guard_text, has_moved, locked_draft, must_wait, outdated_draft
from bot.desk.rewording import reworded
from bot.desk.reworking import Seen
from bot.desk.rewriting_steps import add_certificates, add_words, go_back, record_rewrite
from bot.domain.desk import DeskRefusal, Person
from bot.llm.about import asked_about
from storage import drafts, rewrites, talks
from storage.base import AnyRow
from storage.jobs import ASKING_QUEUE, defer
from storage.live import reading, writing
from storage.notices import notify

if TYPE_CHECKING:
    from bot.modelled.rewriting import Rewritten

How = Literal["shorter", "warmer", "firmer", "certificate", "back"]
HOWS: tuple[How, ...] = get_args(How)
REWRITE_TASK = "rewrite"
_GIVEN_UP = timedelta(minutes=5)
"""A rewrite that nobody works on any more does not stop the next one."""


async def rewrite(desk: Desk, person: Person, seen: Seen, how: str) -> None:
    """Have the draft said otherwise, or (`back`) as it was before its last rewrite.

    The certificate and the way back are done at once; the others take a job. Asked twice it is done once.
    DeskRefusal `unknown_draft`, `superseded`, `already_decided`, `outdated`, `rewriting` (another one is
    being made), `no_model`, `no_certificate`, `certificate_said`, `no_way_back`, `how`.
    """
    chosen = next((each for each in HOWS if each == how), None)
    if chosen is None:
        raise DeskRefusal("how", f"Choose one of: {', '.join(HOWS)}.")
    if chosen not in ("certificate", "back") and desk.model is None:
        raise DeskRefusal("no_model", "No language model is set: the words can be changed by hand.")
    serving = await desk.counter.serving()
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft, talk = await locked_draft(desk, connection, seen.draft_id)
        must_wait(draft)
        running = await _running(connection, draft.id, now)
        if running is not None and running.revision == seen.revision:
            if (running.how, running.staff_id) == (chosen, person.id):
                return
            raise DeskRefusal("rewriting", "This draft is being rewritten: wait for it, or edit it by hand.")
        if await has_moved(connection, draft, talk, seen.revision, seen.fingerprint):
            if await _was_mine(connection, draft, seen, chosen, person):
                return
            raise outdated_draft()
        if chosen == "certificate":
            await add_certificates(desk, connection, draft, serving, person, now)
        elif chosen == "back":
            await go_back(desk, connection, draft, serving, person, now)
        else:
            asked = await rewrites.ask(
                connection, draft_id=draft.id, revision=draft.revision, fingerprint=draft.fingerprint,
                how=chosen, staff_id=person.id, asked_at=now,
            )  # fmt: skip
            # A lock of its own: a buyer who writes meanwhile does not wait for a rewrite.
            await defer(
                connection,
                REWRITE_TASK,
                {"rewrite_id": asked},
                lock=f"rewrite:{draft.id}",
                queue=ASKING_QUEUE,
            )
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft.id)


async def make(desk: Desk, rewrite_id: int) -> None:
    """The job: ask the model, and keep what is right. Run twice it makes one revision."""
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        row = await rewrites.by_id(connection, rewrite_id)
        if row is None or row.state != "asked":
            return
        draft = await drafts.draft(connection, row.draft_id)
        talk = await talks.conversation(connection, draft.conversation_id) if draft is not None else None
        said = buyer = None
        if draft is not None and talk is not None and not await _moved(connection, draft, talk, row):
            said = await talks.messages(connection, talk.id, through=draft.through_seq)
            buyer = await talks.buyer(connection, talk.buyer_id)
    new: Rewritten | None = None
    if draft is not None and said is not None and buyer is not None:
        with asked_about(draft.conversation_id, draft.id):
            new = await asyncio.to_thread(reworded, serving, draft, said, buyer, row.how)
    await _keep(desk, serving, row, new)


async def give_up(desk: Desk, rewrite_id: int) -> None:
    """The job has failed for good: the draft stays as it was."""
    async with writing(desk.engine) as connection:
        row = await rewrites.by_id(connection, rewrite_id)
        draft = await drafts.draft(connection, row.draft_id) if row is not None else None
        if draft is not None and await rewrites.end(
            connection, rewrite_id, at=desk.clock(), outcome="model_unavailable"
        ):
            await notify(
                connection, "desk", shop=desk.shop_id, conversation=draft.conversation_id, draft=draft.id
            )


async def _keep(desk: Desk, serving: ServingShop, row: AnyRow, new: Rewritten | None) -> None:
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft, talk = await locked_draft(desk, connection, row.draft_id)
        as_it_stands = await rewrites.by_id(connection, row.id)
        if as_it_stands is None or as_it_stands.state != "asked":
            return
        outcome: str | None = "moved"
        found: tuple[str, ...] = ()
        made: int | None = None
        if new is not None and not await _moved(connection, draft, talk, row):
            outcome, found = new.outcome, new.found
            if new.text is not None:
                findings = guard_text(draft, serving, new.text)
                writer = desk.model or ""
                made = await add_words(
                    connection, draft, new.text, findings, writer=writer, author="model",
                    staff_id=row.staff_id, now=now,
                )  # fmt: skip
        await rewrites.end(connection, row.id, at=now, made=made, outcome=outcome, found=found)
        await record_rewrite(
            desk, connection, draft, row.how, row.staff_id, "model", now, made=made, outcome=outcome,
            found=list(found),
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft.id)


async def _running(connection: AsyncConnection, draft_id: int, now: datetime) -> AnyRow | None:
    """What is being made; one that was given up long ago is ended."""
    row = await rewrites.newest(connection, draft_id)
    if row is None or row.state != "asked":
        return None
    if row.asked_at + _GIVEN_UP > now:
        return row
    await rewrites.end(connection, row.id, at=now, outcome="model_unavailable")
    return None


async def _was_mine(
    connection: AsyncConnection, draft: AnyRow, seen: Seen, how: How, person: Person
) -> bool:  # fmt: skip
    """Whether this very tap has made the revision that there is now."""
    last = await rewrites.that_made(connection, draft.id, draft.revision)
    return last is not None and (last.how, last.staff_id, last.revision, last.fingerprint) == (
        how, person.id, seen.revision, seen.fingerprint,
    )  # fmt: skip


async def _moved(connection: AsyncConnection, draft: AnyRow, talk: AnyRow, row: AnyRow) -> bool:
    if draft.state != "waiting":
        return True
    return await has_moved(connection, draft, talk, row.revision, row.fingerprint)
