"""Complaints over HTTP: a list, those of a conversation, and what a person does with one."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from bot.api.access import Staff, ThisDesk
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.api.words import Id, Note, Request, WholeNumber
from bot.desk.complaints import acts
from bot.desk.complaints.keeping import unknown_complaint
from bot.desk.complaints.settings import rules_of
from bot.desk.context import Desk
from bot.domain.complaints import Rules, clock_of, known_of, lacking, window_end
from storage import complaint_lists, complaints, talks
from storage.base import AnyRow
from storage.complaint_lists import Asked
from storage.live import reading

router = APIRouter(prefix="/api", tags=["complaints"], route_class=SizedRoute)
ComplaintId = Annotated[Id, Path(description="Of a complaint.")]
_READING = problems(401, 403, 404, 422)
_DOING = problems(
    401, 403, 404, 409, 422, s409="`outdated`, `already_decided` or `already_open`: look again."
)
_MOST = 200


class Complaint(BaseModel):
    """A case. Times are ISO 8601."""

    id: int
    number: int
    conversation: int
    version: int
    state: Literal["open", "closed", "merged"]
    quote: str | None = Field(description="Number of the order's quote, where the order is known.")
    platform_number: str | None
    known: dict[str, str] = Field(description="Of `order`, `quantity`, `wrong`, `batch` what is known.")
    photos: list[str] = Field(description="Ids of the talk's files.")
    lacking: list[str] = Field(description="What the buyer is still to be asked for.")
    dispute_ends_at: datetime | None
    answer_due_at: datetime | None = Field(description="None: the buyer waits for nothing.")
    overdue: bool
    opened_at: datetime
    closed_at: datetime | None
    outcome: str | None
    amount: str | None
    currency: str | None
    merged_into: int | None


class Fields(Request):
    """An empty text takes a field away; one that is not named stays."""

    version: WholeNumber
    order: str | None = Field(default=None, max_length=200)
    quantity: str | None = Field(default=None, max_length=200)
    wrong: str | None = Field(default=None, max_length=500)
    batch: str | None = Field(default=None, max_length=200)


class Closing(Request):
    version: WholeNumber
    outcome: Literal["refund", "replacement", "credit", "rejected", "withdrawn"]
    amount: str | None = Field(
        default=None, pattern=r"^\d{1,12}(\.\d{1,2})?$", description="Of a refund or a credit."
    )
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    note: Note | None = None


class Merging(Request):
    version: WholeNumber
    into: WholeNumber


@router.get("/complaints", responses=problems(401, 403, 422), summary="List complaints")
async def list_complaints(
    desk: ThisDesk,
    _person: Staff,
    view: Annotated[Literal["open", "overdue", "closed", "all"], Query()] = "open",
) -> list[Complaint]:
    """At most 200, the last changed first."""
    now = desk.clock()
    async with reading(desk.engine) as connection:
        rules = await rules_of(connection, desk.shop_id)
        found = await complaint_lists.listed(
            connection, desk.shop_id, Asked(view), rules, now, limit=_MOST
        )  # fmt: skip
    ids = [row.id for row in found]
    return [await _shown(desk, each) for each in ids]


@router.get("/complaints/{complaint_id}", responses=_READING, summary="One complaint")
async def one_complaint(complaint_id: ComplaintId, desk: ThisDesk, _person: Staff) -> Complaint:
    """With what is known, from whose words, and both clocks."""
    return await _shown(desk, complaint_id)


@router.post(
    "/conversations/{conversation_id}/complaints", responses=_DOING, status_code=201,
    summary="Open a complaint",
)  # fmt: skip
async def open_complaint(
    conversation_id: Annotated[Id, Path(description="Of a conversation.")], desk: ThisDesk, person: Staff
) -> Complaint:
    """By hand; a complaint in the buyer's words opens one by itself."""
    return await _shown(desk, await acts.open_case(desk, person, conversation_id, {}))


@router.post("/complaints/{complaint_id}/facts", responses=_DOING, summary="Write down what is known")
async def write_down(complaint_id: ComplaintId, asked: Fields, desk: ThisDesk, person: Staff) -> Complaint:
    """What a person writes the buyer's words do not change any more; an empty field is taken away."""
    given = asked.model_dump(exclude={"version"}, exclude_none=True)
    await acts.correct(desk, person, complaint_id, given, seen=asked.version)
    return await _shown(desk, complaint_id)


@router.post("/complaints/{complaint_id}/close", responses=_DOING, summary="Close a complaint")
async def close(complaint_id: ComplaintId, asked: Closing, desk: ThisDesk, person: Staff) -> Complaint:
    """A refund, a credit or a rejection takes a manager."""
    await acts.close(
        desk, person, complaint_id, asked.outcome, seen=asked.version, currency=asked.currency,
        amount=None if asked.amount is None else Decimal(asked.amount), note=asked.note,
    )  # fmt: skip
    return await _shown(desk, complaint_id)


@router.post("/complaints/{complaint_id}/merge", responses=_DOING, summary="Merge into another")
async def merge(complaint_id: ComplaintId, asked: Merging, desk: ThisDesk, person: Staff) -> Complaint:
    """The case that stays."""
    await acts.merge(desk, person, complaint_id, asked.into, seen=asked.version)
    return await _shown(desk, asked.into)


async def _shown(desk: Desk, complaint_id: int) -> Complaint:
    async with reading(desk.engine) as connection:
        row = await complaints.one(connection, complaint_id)
        if row is None or row.shop_id != desk.shop_id:
            raise unknown_complaint()
        rules = await rules_of(connection, desk.shop_id)
        talk = await talks.conversation(connection, row.conversation_id)
    return _shape(row, None if talk is None else talk.waiting_since, desk, rules=rules)


def _shape(row: AnyRow, waits_since: datetime | None, desk: Desk, *, rules: Rules) -> Complaint:
    known, is_open = known_of(row.known), row.state == "open"
    ends = window_end(row.delivered_at, row.paid_at, rules)
    clock = clock_of(ends, waits_since if is_open else None, rules, desk.clock())
    return Complaint(
        id=row.id, number=row.number, conversation=row.conversation_id, version=row.version, state=row.state,
        quote=row.quote, platform_number=row.platform_number,
        known={name: told.value for name, told in known.items()}, photos=[str(each) for each in row.photos],
        lacking=list(lacking(known, len(row.photos), has_order=row.order_id is not None)) if is_open else [],
        dispute_ends_at=ends, answer_due_at=clock.answer_due, overdue=is_open and clock.overdue,
        opened_at=row.opened_at, closed_at=row.closed_at, outcome=row.outcome,
        amount=None if row.amount is None else str(row.amount), currency=row.currency,
        merged_into=row.merged_into,
    )  # fmt: skip
