"""What an approved edit teaches: a job that compares, sorts, proposes facts and keeps the ledger.

Run twice it changes nothing. Nothing of the buyer stands in what it keeps.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import plan_of
from bot.desk.edits import Edit, edits_of, without_buyer
from bot.desk.exceptions import keep_granted, keep_written
from bot.desk.proposing import propose
from bot.domain.asking import ModelTrouble
from bot.domain.plan import ReplyPlan
from bot.lessons import Lesson, changed_passages, lessons_of
from bot.lessons.asking import Said, ask_learning, said_of, worth_asking
from bot.llm.about import asked_about
from bot.steps.guard import check
from bot.stored import NotReadable
from storage import drafts, lessons, staff, talks
from storage.base import AnyRow
from storage.events import record
from storage.live import reading, writing
from storage.notices import notify

_LET_GO = ("approved", "sending", "sent", "failed")


@dataclass(frozen=True, slots=True)
class Learnt:
    """One lesson of a draft, with the words as they are kept. `raw` is as the person wrote it."""

    raw: Lesson
    lesson: Lesson
    edit: Edit
    said: Said | None = None


async def learn(desk: Desk, draft_id: int) -> int:
    """The job; how many lessons and ledger entries it has kept."""
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
        if draft is None or draft.state not in _LET_GO or await lessons.are_kept(connection, draft_id):
            return 0
        talk = await talks.conversation(connection, draft.conversation_id)
        assert talk is not None
        buyer = await talks.buyer(connection, talk.buyer_id)
        history = await drafts.revisions(connection, draft_id)
    if buyer is None or buyer.erased_at is not None:
        return 0
    try:
        plan = plan_of(draft.basis, frozenset(item.sku for item in serving.shop.items))
    except NotReadable:
        return 0
    with asked_about(talk.id, draft_id):
        learnt = await asyncio.to_thread(_learnt, serving, draft, plan, history, buyer)
    return await _keep(desk, serving, draft_id, learnt, history)


def _learnt(
    serving: ServingShop, draft: AnyRow, plan: ReplyPlan, history: Sequence[AnyRow], buyer: AnyRow
) -> list[Learnt]:
    """Takes as long as the model does, where one is asked: for worker threads."""
    plan = replace(plan, language=draft.language)
    found: list[Learnt] = []
    for edit in edits_of(history):
        translated = any(each.rule == "wrong_language" for each in check(edit.after, plan))
        passages = changed_passages(edit.before, edit.after)
        for raw in lessons_of(passages, plan, edit.before, translated=translated):
            kept = replace(
                raw,
                before=without_buyer(raw.before, draft, buyer),
                after=without_buyer(raw.after, draft, buyer),
            )
            found.append(Learnt(raw, kept, edit))
    by_model = serving.assistant.by_model if found and worth_asking([each.lesson for each in found]) else None
    if by_model is None:
        return found
    from bot.modelled.asking import LANGUAGES

    asked = [each.lesson for each in found]
    language = LANGUAGES.get(language_of(serving), "English")
    private = (buyer.phone,) if buyer.phone else ()
    try:
        said = said_of(asked, by_model.model.ask(ask_learning(asked, language, private)).data)
    except ModelTrouble:
        return found  # a person sorts what code could not
    return [replace(each, said=said.get(number)) for number, each in enumerate(found)]


def language_of(serving: ServingShop) -> str:
    """The language that the team's knowledge is written in: the first that the sales team reads."""
    languages = serving.shop.company.languages
    return languages[0] if languages else "en"


async def _keep(
    desk: Desk, serving: ServingShop, draft_id: int, learnt: Sequence[Learnt], history: Sequence[AnyRow]
) -> int:
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
        assert draft is not None
        talk = await talks.conversation(connection, draft.conversation_id, locked=True)
        assert talk is not None
        buyer = await talks.buyer(connection, talk.buyer_id)
        gone = buyer is None or buyer.erased_at is not None
        if gone or await lessons.are_kept(connection, draft_id):
            return 0
        kept = await keep_granted(desk, connection, serving, draft, talk, history)
        for number, each in enumerate(learnt, 1):
            await _keep_one(desk, connection, serving, draft, talk, number, each, now)
        if kept or learnt:
            kinds = [_kind_of(each)[0] for each in learnt]
            await record(
                connection, "draft.learnt", at=now, shop_id=desk.shop_id, actor="rule",
                conversation_id=talk.id, draft_id=draft_id, data={"kinds": kinds, "granted": kept},
            )  # fmt: skip
            await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft_id)
    return kept + len(learnt)


def _kind_of(learnt: Learnt) -> tuple[str, str]:
    """(kind, who says so)"""
    if learnt.lesson.kind == "unsorted" and learnt.said is not None:
        return learnt.said.kind, "model"
    return learnt.lesson.kind, "code"


async def _keep_one(
    desk: Desk, connection: AsyncConnection, serving: ServingShop, draft: AnyRow, talk: AnyRow, number: int,
    learnt: Learnt, now: datetime,
) -> None:  # fmt: skip
    kind, by = _kind_of(learnt)
    said = learnt.said
    lesson_id = await lessons.add(
        connection, shop_id=desk.shop_id, conversation_id=talk.id, draft_id=draft.id, number=number,
        kind=kind, sorted_by=by, signs=list(learnt.lesson.signs), language=draft.language,
        before=learnt.lesson.before, after=learnt.lesson.after, about=None,
        proposal=said.sentence if said is not None else None,
        state="open" if kind == "unsorted" else "noted", staff_id=learnt.edit.staff_id, made_at=now,
    )  # fmt: skip
    if kind == "price_exception":
        await keep_written(
            desk, connection, serving, draft, talk, lesson_id, learnt.raw, learnt.edit.staff_id
        )
    elif kind in ("fact", "policy"):
        person = await staff.by_id(connection, learnt.edit.staff_id) if learnt.edit.staff_id else None
        question = said.question if said is not None else None
        row = await lessons.lesson(connection, desk.shop_id, lesson_id)
        assert row is not None
        await propose(
            desk, connection, serving, draft, row, by=person.name if person is not None else "",
            question=question, now=now,
        )  # fmt: skip
