"""Requests for goods that the catalogue lacks, over HTTP: for purchasers' programs."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from bot.api.access import Staff, ThisDesk
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.api.sourcing_shapes import (
    Claimed,
    Declining,
    Needed,
    Offering,
    Sending,
    SourcingRequest,
    Taken,
    request_of,
)
from bot.api.words import Id
from bot.case.sourcing_shown import read_request, rights_of
from bot.desk.sourcing import answering, purchasing, sending
from storage import sourcing_lists
from storage.live import reading
from storage.sourcing_lists import Asked

router = APIRouter(prefix="/api/sourcing", tags=["sourcing"], route_class=SizedRoute)
RequestId = Annotated[Id, Path(description="Of a request.")]
View = Literal["waiting", "mine", "proposed", "ready", "answered", "declined", "all"]
_PROBLEMS = problems(
    401, 403, 404, 409, 422,
    s403="`role`: this takes a purchaser, or somebody who sees buyers' talks.",
    s404="`unknown_request`: there is none, or it was not sent to purchasers yet.",
    s409="`already_decided`: it is further than that. `outdated`: another version than `version` by now.",
)  # fmt: skip


@router.get("", responses=problems(401, 403, 422), summary="List requests")
async def list_requests(
    desk: ThisDesk,
    person: Staff,
    view: Annotated[View, Query(description="Which of them; `waiting`: an answer is awaited.")] = "waiting",
    q: Annotated[str | None, Query(max_length=200, description="Words of the goods, or a number.")] = None,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.")] = 100,
) -> list[Needed]:
    """Requests, the last changed first. Whoever only buys sees none that was not sent, and nothing of
    buyers."""
    async with reading(desk.engine) as connection:
        rights = await rights_of(connection, person)
        asked = Asked(view, q or None, person.id, sent_alone=not rights.sees_talks)
        rows = await sourcing_lists.listed(connection, desk.shop_id, asked, limit=limit)
    return [Needed.of(row, sees_talks=rights.sees_talks) for row in rows]


@router.get("/{request_id}", responses=_PROBLEMS, summary="Look at a request")
async def look(request_id: RequestId, desk: ThisDesk, person: Staff) -> SourcingRequest:
    """The need with whose words each field is, what was said, and the offer. What the supplier takes is told
    to purchasers and managers alone."""
    return request_of(await read_request(desk, person, request_id))


@router.post("/{request_id}/send", responses=_PROBLEMS, summary="Send a request to the purchasers")
async def send(request_id: RequestId, asked: Sending, desk: ThisDesk, person: Staff) -> Taken:
    """Put a proposed request to the purchasers; `need` corrects its fields before."""
    await sending.send(desk, person, request_id, seen=asked.version, given=asked.need, note=asked.note)
    return Taken(state="open")


@router.post("/{request_id}/claim", responses=_PROBLEMS, summary="Claim a request")
async def claim(request_id: RequestId, desk: ThisDesk, person: Staff) -> Claimed:
    """Look for it; nobody else does meanwhile."""
    await purchasing.claim(desk, person, request_id)
    return Claimed()


@router.post("/{request_id}/answer", responses=_PROBLEMS, summary="Offer what was found")
async def answer(request_id: RequestId, asked: Offering, desk: ThisDesk, person: Staff) -> Taken:
    """Offer goods until a day. Where the talk is open a quote with them is drafted for approval; else
    `drafted` is false, and a salesperson decides."""
    drafted = await answering.answer(desk, person, request_id, asked.answer(), seen=asked.version)
    return Taken(state="answered", drafted=drafted)


@router.post("/{request_id}/decline", responses=_PROBLEMS, summary="Say that it cannot be supplied")
async def decline(request_id: RequestId, asked: Declining, desk: ThisDesk, person: Staff) -> Taken:
    """With a reason; an offer that was made before is not quoted any more."""
    await answering.decline(desk, person, request_id, asked.reason, seen=asked.version, note=asked.note)
    return Taken(state="declined")
