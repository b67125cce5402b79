"""A manager's word on what was learnt: another kind for a lesson, a reply as an example or never as one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import plan_of
from bot.desk.exceptions import keep_written
from bot.desk.proposing import propose
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.lessons import Lesson
from bot.lessons.claims import claims_in, new_claims
from bot.stored import NotReadable
from storage import drafts, knowledge_entries, lessons, price_exceptions, staff, style_examples, talks
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify

SORTS = ("tone", "fact", "price_exception", "policy")
CHOICES = (style_examples.PINNED, style_examples.BANNED)


async def sort_lesson(desk: Desk, person: Person, lesson_id: int, kind: str) -> None:
    """The lesson is of `kind`, one of SORTS. Said twice it changes nothing.

    What follows from the kind that it had is undone: its line of the ledger goes, its proposal is declined
    where no manager has accepted it. DeskRefusal `role`, `kind`, `unknown_lesson`.
    """
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager sorts what was learnt.")
    if kind not in SORTS:
        raise DeskRefusal("kind", f"Choose one of: {', '.join(SORTS)}.")
    serving = await desk.counter.serving()
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await lessons.lesson(connection, desk.shop_id, lesson_id, locked=True)
        draft = await drafts.draft(connection, row.draft_id) if row is not None else None
        if row is None or draft is None or not (row.after or row.before):
            raise DeskRefusal("unknown_lesson", "There is no such lesson, or its buyer was erased.")
        if row.kind == kind:
            return
        await _undo(desk, connection, row, person, now)
        await lessons.change(
            connection, row.id, kind=kind, sorted_by="person", state="noted", entry_id=None,
            decided_by=person.id, decided_at=now,
        )  # fmt: skip
        await _follow(desk, connection, serving, draft, row, kind, now)
        await record(
            connection, "lesson.sorted", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            conversation_id=row.conversation_id, draft_id=row.draft_id,
            data={"lesson": row.id, "from": row.kind, "to": kind},
        )  # fmt: skip
        await notify(
            connection, "desk", shop=desk.shop_id, conversation=row.conversation_id, draft=row.draft_id
        )


async def choose_example(desk: Desk, person: Person, draft_id: int, choice: str | None) -> None:
    """Pin a sent reply as an example, ban it, or (None) neither. DeskRefusal `role`, `choice`,
    `unknown_draft`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager chooses the examples.")
    if choice is not None and choice not in CHOICES:
        raise DeskRefusal("choice", f"Choose one of: {', '.join(CHOICES)}.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
        if draft is None or draft.shop_id != desk.shop_id or draft.decided_by is None:
            raise DeskRefusal("unknown_draft", "There is no such reply.")
        await style_examples.choose(connection, desk.shop_id, draft_id, choice, person.id, now)
        await record(
            connection, "example.chosen", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            conversation_id=draft.conversation_id, draft_id=draft_id, data={"choice": choice or "none"},
        )  # fmt: skip


async def _undo(desk: Desk, connection: AsyncConnection, row: AnyRow, person: Person, now: datetime) -> None:
    if row.kind == "price_exception":
        await price_exceptions.drop_of_lesson(connection, row.id)
    if row.entry_id is None:
        return
    entry = await knowledge_entries.entry(connection, desk.shop_id, row.entry_id, locked=True)
    # An entry that several edits led to stays with the edit that it was first found in.
    if entry is not None and entry.state == "proposed" and entry.lesson_id == row.id:
        await knowledge_entries.change(
            connection, entry.id, state="declined", decided_by=person.name, decided_at=now
        )


async def _follow(
    desk: Desk, connection: AsyncConnection, serving: ServingShop, draft: AnyRow, row: AnyRow, kind: str,
    now: datetime,
) -> None:  # fmt: skip
    """What a lesson of this kind leads to."""
    if kind == "price_exception":
        talk = await talks.conversation(connection, row.conversation_id)
        assert talk is not None
        lesson = _as_lesson(serving, draft, row)
        await keep_written(desk, connection, serving, draft, talk, row.id, lesson, row.staff_id)
    elif kind in ("fact", "policy"):
        changed = await lessons.lesson(connection, desk.shop_id, row.id)
        assert changed is not None
        editor = await staff.by_id(connection, row.staff_id) if row.staff_id else None
        name = editor.name if editor is not None else ""
        await propose(desk, connection, serving, draft, changed, by=name, question=None, now=now)


def _as_lesson(serving: ServingShop, draft: AnyRow, row: AnyRow) -> Lesson:
    """With what its words claim, as far as the draft's facts can still be read."""
    try:
        plan = plan_of(draft.basis, frozenset(item.sku for item in serving.shop.items))
    except NotReadable:
        return Lesson("price_exception", row.before, row.after)
    new = new_claims(claims_in(row.before, plan), claims_in(row.after, plan))
    return Lesson("price_exception", row.before, row.after, (), new)
