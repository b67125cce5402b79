"""The team's own answers: those that wait, those in force, and the history of each."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import Response

from bot.case.marked import Change, changes
from bot.console.data.csv_files import csv_file
from bot.console.data.gaps_pages import Near, nearest
from bot.console.pages import page
from bot.console.route import Id, console_pages
from bot.console.who import Who
from bot.desk.entry_words import LONGEST_QUESTION, LONGEST_TEXT
from bot.domain.desk import DeskRefusal, has_authority
from bot.domain.inquiry import Evidence
from bot.web.access import desk_of, must_be
from storage import gap_lists, knowledge_entries
from storage.base import AnyRow
from storage.live import reading

HOME = "/console/answers"
STATES = ("proposed", "accepted", "withdrawn", "declined")
_ROWS = 500
_EXPORTED = 10_000
COLUMNS = (
    "id", "state", "version", "question", "text", "language", "about", "proposed_by", "proposed_at",
    "decided_by", "decided_at", "reason",
)  # fmt: skip
router = console_pages()


@dataclass(frozen=True, slots=True)
class Step:
    """A version, with what it changed in question and answer."""

    row: AnyRow
    question: tuple[Change, ...]
    text: tuple[Change, ...]
    current: bool


@router.get("/answers")
async def answers_page(
    request: Request, who: Who, state: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    if state and state not in STATES:
        raise DeskRefusal("invalid", "There is no such list of answers. Begin at the first.")
    desk = desk_of(request)
    zone = (await desk.counter.serving()).shop.company.timezone
    async with reading(desk.engine) as connection:
        rows = await knowledge_entries.listed(connection, desk.shop_id, state or None, _ROWS)
        counts = await knowledge_entries.counts(connection, desk.shop_id)
    return page(
        request, who, "answers/page.html", active="answers", rows=rows, counts=counts, state=state,
        states=STATES, zone=zone, manages=has_authority(who.person.role, "manager"),
    )  # fmt: skip


@router.get("/answers.csv")
async def answers_csv(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        rows = await knowledge_entries.listed(connection, desk.shop_id, None, _EXPORTED)
    return csv_file("team-answers.csv", COLUMNS, ([getattr(row, name) for name in COLUMNS] for row in rows))


@router.get("/answers/new")
async def new_page(request: Request, who: Who) -> Response:
    """An answer that somebody proposes without having been asked."""
    return page(
        request, who, "answers/new.html", active="answers", longest_question=LONGEST_QUESTION,
        longest=LONGEST_TEXT, manages=has_authority(who.person.role, "manager"),
    )  # fmt: skip


@router.get("/answers/{entry_id}")
async def answer_page(request: Request, who: Who, entry_id: Id) -> Response:
    """One answer: its words, where they come from, what the policies say near them, its history."""
    desk = desk_of(request)
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        row = await knowledge_entries.entry(connection, desk.shop_id, entry_id)
        if row is None:
            raise DeskRefusal("unknown_entry", "There is no such answer.")
        kept = await knowledge_entries.versions(connection, entry_id)
        closes = row.gap_id
        asked_where = None
        if closes is None and row.lesson_id is not None and row.state == "proposed":
            asked_where = await gap_lists.of_lesson(connection, row.lesson_id)
            closes = asked_where.gap_id if asked_where is not None else None
        asked = await gap_lists.questions(connection, closes) if closes is not None else ()
    near = await asyncio.to_thread(nearest, serving, f"{row.question}\n{row.text}")
    told: dict[str, Any] = {
        "row": row,
        "steps": _steps(kept, row),
        "asked": asked,
        "closes": closes,
        # Code names the goods where nobody has said what was asked; the buyer's own words are better.
        "question": asked_where.text if asked_where is not None else row.question,
        "near": Near(near.policies, tuple(each for each in near.answers if not _is(each, entry_id))),
        "zone": serving.shop.company.timezone,
        "manages": has_authority(who.person.role, "manager"),
        "longest_question": LONGEST_QUESTION,
        "longest": LONGEST_TEXT,
    }
    return page(request, who, "answers/answer.html", active="answers", **told)


def _is(answer: Evidence, entry_id: int) -> bool:
    return answer.team is not None and answer.team.entry == entry_id


def _steps(kept: Sequence[AnyRow], row: AnyRow) -> list[Step]:
    """Newest first, each against the one before it."""
    before = [*kept[1:], None][: len(kept)]
    return [
        Step(
            each,
            changes(earlier.question, each.question) if earlier is not None else (),
            changes(earlier.text, each.text) if earlier is not None else (),
            each.number == row.version and row.state == "accepted",
        )
        for each, earlier in zip(kept, before, strict=True)
    ]
