"""Drafts over HTTP: those that wait, and a person's word on one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from bot.api.access import Staff, ThisDesk
from bot.api.draft_shapes import (
    Approval,
    Approved,
    Draft,
    Marked,
    Refusal,
    Refused,
    Words,
    draft_of,
)
from bot.api.problem_shape import Finding, problems
from bot.api.sized_route import SizedRoute
from bot.api.words import LARGEST_ID, Id
from bot.desk import deciding
from bot.desk.draft_rows import findings_json
from bot.domain.desk import DraftState, approver_in_spite_of, must_be_explained
from storage import draft_lists
from storage.live import reading

router = APIRouter(prefix="/api/drafts", tags=["drafts"], route_class=SizedRoute)
DraftId = Annotated[Id, Path(description="Of a draft.")]


@router.get("", responses=problems(401, 403, 422), summary="List drafts")
async def list_drafts(
    desk: ThisDesk,
    _person: Staff,
    state: Annotated[DraftState, Query(description="Only drafts in this state.")] = "waiting",
    after: Annotated[int, Query(ge=0, le=LARGEST_ID, description="The last id of the page before.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.")] = 100,
) -> list[Draft]:
    """Drafts of the shop, the one that was made first first. A page that is full may have a next one: ask for
    it with `after`, the last id of this page."""
    async with reading(desk.engine) as connection:
        rows = await draft_lists.page(connection, desk.shop_id, state, after=after, limit=limit)
    return [draft_of(row) for row in rows]


@router.post(
    "/{draft_id}/approve",
    responses=problems(
        401, 403, 404, 409, 422,
        s403="`role`: a manager must decide this one, or these findings.",
        s409="`outdated`: the text, the price list or the buyer's wish is another now, or the draft has "
        "expired: its quote is not valid any more or states an earlier day's dates, and a new draft is being "
        "written; a `text` that was sent along is kept with the expired one. `superseded`: a newer draft "
        "took its place. `already_decided`: somebody was faster, or this is the second tap.",
        s422="`findings`: not all of the text is backed by the shop's data; approve again with a `reason`.",
    ),
    summary="Approve a draft",
)  # fmt: skip
async def approve(draft_id: DraftId, asked: Approval, desk: ThisDesk, person: Staff) -> Approved:
    """Send a draft to the buyer, as it was read or with other words. An approval holds only for what was
    read: it names the draft's `revision` and `fingerprint`. Asking twice sends once."""
    await deciding.approve(
        desk, person, draft_id, revision=asked.revision, fingerprint_seen=asked.fingerprint,
        text=asked.text, reason=asked.reason,
    )  # fmt: skip
    return Approved()


@router.post("/{draft_id}/refuse", responses=problems(401, 403, 404, 409, 422), summary="Refuse a draft")
async def refuse(draft_id: DraftId, asked: Refusal, desk: ThisDesk, person: Staff) -> Refused:
    """Do not send a draft. The buyer still waits for an answer."""
    await deciding.refuse(desk, person, draft_id, asked.reason, asked.note)
    return Refused()


@router.post(
    "/{draft_id}/findings",
    responses=problems(401, 403, 404, 409, 422),
    summary="Check other words for a draft",
)
async def findings(draft_id: DraftId, asked: Words, desk: ThisDesk, _person: Staff) -> Marked:
    """What the guard would say of a text as the words of this draft. Nothing is kept."""
    found = await deciding.findings_in(desk, draft_id, asked.text)
    return Marked(
        findings=[Finding.model_validate(finding) for finding in findings_json(found)],
        needs_reason=bool(must_be_explained(found)),
        needs=approver_in_spite_of(found),
    )
