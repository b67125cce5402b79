"""What the assistant does not know yet: questions that nothing answered, put together, most asked first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query, Request
from fastapi.responses import Response

from bot.console.data.csv_files import csv_file
from bot.console.pages import fragment, is_partial, page
from bot.console.route import Id, console_pages
from bot.console.who import Who
from bot.desk.context import ServingShop
from bot.desk.entry_words import LONGEST_QUESTION, LONGEST_TEXT
from bot.desk.gap_answers import TROUBLE, Written, written
from bot.domain.desk import DeskRefusal, has_authority
from bot.domain.inquiry import Evidence
from bot.web.access import desk_of, must_be
from storage import gap_lists, knowledge_entries, knowledge_gaps
from storage.base import AnyRow
from storage.gap_lists import STATES
from storage.live import reading

HOME = "/console/gaps"
_ROWS = 100
_EXPORTED = 10_000
_NEAR = 3
_LEAST = 0.1
"""Of a score: what is further away says something else."""
COLUMNS = (
    "id", "state", "question", "language", "asked", "talks", "languages", "about", "first_at", "last_at",
    "replies", "reason", "decided_by", "decided_at",
)  # fmt: skip
router = console_pages()


@dataclass(frozen=True, slots=True)
class Near:
    """What is said already about a question: passages of the policies, and answers of the team's own."""

    policies: tuple[Evidence, ...] = ()
    answers: tuple[Evidence, ...] = ()


@router.get("/gaps")
async def gaps_page(
    request: Request,
    who: Who,
    state: Annotated[str, Query(max_length=20)] = "open",
    order: Annotated[str, Query(max_length=20)] = "often",
) -> Response:
    if state not in STATES or order not in ("often", "newest"):
        raise DeskRefusal("invalid", "There is no such list of open questions. Begin at the first.")
    desk = desk_of(request)
    zone = (await desk.counter.serving()).shop.company.timezone
    async with reading(desk.engine) as connection:
        rows = await gap_lists.listed(connection, desk.shop_id, state, _ROWS, newest=order == "newest")
        counts = await gap_lists.counts(connection, desk.shop_id)
    told: dict[str, Any] = {
        "rows": rows, "counts": counts, "state": state, "states": STATES, "order": order, "zone": zone,
        "most": _ROWS, "manages": has_authority(who.person.role, "manager"),
    }  # fmt: skip
    if is_partial(request):
        return fragment(request, who, "gaps/rows.html", **told)
    return page(request, who, "gaps/page.html", active="gaps", **told)


@router.get("/gaps.csv")
async def gaps_csv(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    rows: list[AnyRow] = []
    async with reading(desk.engine) as connection:
        for state in STATES:
            rows += await gap_lists.listed(connection, desk.shop_id, state, _EXPORTED)
    return csv_file(
        "open-questions.csv", COLUMNS,
        (
            (
                row.id, row.state, row.question, row.question_language, row.asked, row.talks,
                " ".join(row.languages), row.about, row.first_at, row.last_at, row.answers, row.reason,
                row.decided_by, row.decided_at,
            )
            for row in rows
        ),
    )  # fmt: skip


@router.get("/gaps/{gap_id}")
async def gap_page(
    request: Request, who: Who, gap_id: Id, use: Annotated[int, Query(ge=0, le=100)] = 0
) -> Response:
    """One gap with its questions, what people wrote, what is said near it, and the answer to fill in.

    `use`: which of the replies is the proposed answer.
    """
    desk = desk_of(request)
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        row = await knowledge_gaps.gap(connection, desk.shop_id, gap_id)
        if row is None:
            raise DeskRefusal("unknown_gap", "There is no such question any more; it may be part of another.")
        asked = await gap_lists.questions(connection, gap_id)
        replies = await written(connection, gap_id)
        entries = await knowledge_entries.of_gap(connection, gap_id)
    shown = next((each for each in asked if each.id == row.shown_id), asked[0] if asked else None)
    question = shown.text if shown is not None else ""
    near = await asyncio.to_thread(nearest, serving, question)
    told: dict[str, Any] = {
        "row": row, "asked": asked, "question": question, "replies": replies, "entries": entries,
        "near": near, "proposed": proposed(row, replies, use), "use": use,
        "trouble": (row.proposal_by or "").removeprefix(TROUBLE)
        if (row.proposal_by or "").startswith(TROUBLE)
        else None,
        "wording": row.proposal_by == "", "zone": serving.shop.company.timezone,
        "manages": has_authority(who.person.role, "manager"),
        "longest_question": LONGEST_QUESTION, "longest": LONGEST_TEXT,
    }  # fmt: skip
    if is_partial(request):
        return fragment(request, who, "gaps/proposal.html", **told)
    return page(request, who, "gaps/gap.html", active="gaps", **told)


def proposed(row: AnyRow, replies: tuple[Written, ...], use: int) -> str:
    """The answer to begin with: a model's sentence where there is one, else what a person wrote last."""
    if use and use <= len(replies):
        return replies[use - 1].words
    if row.proposal:
        return str(row.proposal)
    sentence = next((each.sentence for each in replies if each.sentence), None)
    return sentence or next((each.words for each in replies if not each.for_one), "")


def nearest(serving: ServingShop, question: str) -> Near:
    """What is said already near a question; takes the encoder: for worker threads."""
    if not question.strip():
        return Near()
    opened = serving.opened
    _, passages = opened.search_policies(question, _NEAR)
    return Near(*(_near_enough(each) for each in (passages, opened.search_answers(question, _NEAR))))


def _near_enough(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(each for each in found if each.score >= _LEAST)
