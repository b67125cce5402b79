"""What the assistant could not answer, put together into a list; dismissing what needs no answer.

The job runs once a minute and does nothing where nothing was asked.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import plan_of
from bot.desk.edits import edits_of
from bot.desk.entries import REASON, gap_of
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.lessons import changed_passages, lessons_of
from bot.stored import NotReadable
from knowledge.questions.grouping import Group, Grouped, grouped
from storage import drafts, knowledge_gaps
from storage.base import AnyRow
from storage.events import record
from storage.live import reading, writing
from storage.notices import notify

_AT_ONCE = 200
"""Questions placed in one transaction."""
_FLOAT = "<f4"
_STATES_SOMETHING = ("fact", "policy", "unsorted")

Vectors = NDArray[np.float32]


async def gather(desk: Desk) -> int:
    """The job: count what people answered by hand, then put each new question to a gap; how many."""
    await _settle(desk)
    placed = 0
    while True:
        count = await _place(desk)
        placed += count
        if count < _AT_ONCE:
            return placed


async def dismiss(desk: Desk, person: Person, gap_id: int, reason: str) -> None:
    """Nobody is to answer it; it comes back to no list. DeskRefusal `role`, `unknown_gap`, `invalid`."""
    _manager(person)
    why = " ".join(reason.split())[:REASON]
    if not why:
        raise DeskRefusal("invalid", "Say why this needs no answer: the next one to look will ask.")
    await _decide(desk, person, gap_id, "dismissed", why)


async def reopen(desk: Desk, person: Person, gap_id: int) -> None:
    """A gap is open again. DeskRefusal `role`, `unknown_gap`."""
    _manager(person)
    await _decide(desk, person, gap_id, "open", None)


async def _decide(desk: Desk, person: Person, gap_id: int, state: str, reason: str | None) -> None:
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await gap_of(desk, connection, gap_id)
        await knowledge_gaps.change(
            connection, gap_id, state=state, reason=reason, decided_by=person.name, decided_at=now
        )
        await record(
            connection, f"gap.{'reopened' if state == 'open' else state}", at=now, shop_id=desk.shop_id,
            actor="person", staff_id=person.id, data={"gap": gap_id},
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id)


async def _settle(desk: Desk) -> None:
    """Of the questions of a draft that a person changed those count that what was added answers."""
    async with writing(desk.engine) as connection:
        rows = await knowledge_gaps.settle(connection, desk.shop_id)
    if not rows:
        return
    serving = await desk.counter.serving()
    skus = frozenset(item.sku for item in serving.shop.items)
    async with reading(desk.engine) as connection:
        added = {row.draft_id: await _added(connection, row.draft_id, skus) for row in rows}
    counted = await asyncio.to_thread(_answered_by_hand, serving, rows, added)
    async with writing(desk.engine) as connection:
        await knowledge_gaps.count(connection, counted, [row.id for row in rows if row.id not in counted])


async def _added(connection: AsyncConnection, draft_id: int, skus: frozenset[str]) -> tuple[str, ...]:
    """What a person wrote into a draft that states something."""
    draft = await drafts.draft(connection, draft_id)
    history = await drafts.revisions(connection, draft_id)
    try:
        plan = plan_of(draft.basis, skus) if draft is not None else None
    except NotReadable:
        plan = None
    if plan is None:
        return ()
    return tuple(
        lesson.after
        for edit in edits_of(history)
        for lesson in lessons_of(changed_passages(edit.before, edit.after), plan, edit.before)
        if lesson.kind in _STATES_SOMETHING and lesson.after.strip()
    )


def _answered_by_hand(
    serving: ServingShop, rows: Sequence[AnyRow], added: dict[int, tuple[str, ...]]
) -> set[int]:
    of_draft: dict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        of_draft[row.draft_id].append(row)
    counted: set[int] = set()
    for draft_id, asked in of_draft.items():
        told = added[draft_id]
        if not told:
            continue
        texts = [(row.core, row.language) for row in asked] + [(text, asked[0].language) for text in told]
        _, vectors = serving.opened.vectors(texts)
        near = vectors[: len(asked)] @ vectors[len(asked) :].T
        best = near.max(axis=1)
        counted.add(asked[int(best.argmax())].id)
        counted.update(row.id for row, score in zip(asked, best, strict=True) if score >= _ANSWERED)
    return counted


_ANSWERED = 0.3
"""Likeness of a passage that a person added to a question from which on it is taken for its answer."""


async def _place(desk: Desk) -> int:
    async with reading(desk.engine) as connection:
        waiting = await knowledge_gaps.are_waiting(connection, desk.shop_id)
    if not waiting:
        return 0
    serving = await desk.counter.serving()
    opened = await asyncio.to_thread(lambda: serving.opened)
    async with writing(desk.engine) as connection:
        # One process at a time: two would make two gaps of one question.
        await knowledge_gaps.lock(connection, desk.shop_id)
        rows = await knowledge_gaps.to_be_placed(connection, desk.shop_id, _AT_ONCE)
        if not rows:
            return 0
        questions = [(row.core, row.language) for row in rows]
        encoder, vectors = await asyncio.to_thread(opened.vectors, questions)
        known = await knowledge_gaps.middles(connection, desk.shop_id, encoder)
        found = await asyncio.to_thread(_grouped, vectors, rows, known)
        now = desk.clock()
        answered = {row.id for row in known if row.state == "answered"}
        for group in found:
            values = {
                "middle": group.total.astype(_FLOAT).tobytes(), "encoder": encoder, "about": group.about,
                "shown_id": rows[_nearest(group, vectors)].id,
            }  # fmt: skip
            if group.id is None:
                gap_id = await knowledge_gaps.add(
                    connection, shop_id=desk.shop_id, state="open", made_at=now, **values
                )
            else:
                gap_id = group.id
                # Asked again although there is an answer: it was not found, which somebody has to see.
                state = {"state": "open"} if gap_id in answered else {}
                shown = values if gap_id in answered else _without_shown(values)
                await knowledge_gaps.change(connection, gap_id, **shown, **state)
            await knowledge_gaps.put(
                connection, gap_id,
                [(rows[each].id, vectors[each].astype(_FLOAT).tobytes()) for each in group.questions],
            )  # fmt: skip
            if group.took_in:
                await knowledge_gaps.join(connection, gap_id, group.took_in)
        await notify(connection, "desk", shop=desk.shop_id)
    return len(rows)


def _without_shown(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name != "shown_id"}


def _grouped(vectors: Vectors, rows: Sequence[AnyRow], known: Sequence[AnyRow]) -> list[Grouped]:
    groups = [
        Group(row.id, np.frombuffer(row.middle, _FLOAT), row.asked, row.about, row.state == "open")
        for row in known
    ]
    return grouped(vectors, [row.about for row in rows], groups)


def _nearest(group: Grouped, vectors: Vectors) -> int:
    """The question that says best what all of the group's new ones ask."""
    return max(group.questions, key=lambda each: float(vectors[each] @ group.total))


def _manager(person: Person) -> None:
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Deciding what needs an answer takes a manager.")
