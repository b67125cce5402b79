"""The box of a conversation's complaints: a person opens one, writes down what is known, merges, closes."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.pages import words_of
from bot.console.route import Id, console_pages, plain
from bot.console.talk.box import Box
from bot.console.who import Who
from bot.desk.complaints import acts
from bot.desk.complaints.keeping import unknown_complaint
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from bot.web.access import desk_of
from storage import complaints
from storage.live import looking

router = console_pages()
_BOX = Box("complaints", "complaint_refused")
Version = Annotated[int, Form(ge=1, le=2**63 - 1)]
Line = Annotated[str, Form(max_length=2000)]


@router.post("/conversations/{conversation_id}/complaints")
async def open_case(request: Request, who: Who, conversation_id: Id) -> Response:
    """Open one by hand: what is known is written down in its box."""
    try:
        await acts.open_case(desk_of(request), who.person, conversation_id, {})
    except DeskRefusal as error:
        return await _BOX.not_done(request, who, conversation_id, error)
    return await _BOX.done(request, who, conversation_id, words_of(request).say("complaint-opened"))


@router.post("/complaints/{complaint_id}/facts")
async def facts(
    request: Request,
    who: Who,
    complaint_id: Id,
    seen: Version,
    order: Line = "",
    quantity: Line = "",
    wrong: Line = "",
    batch: Line = "",
) -> Response:
    """As they stand in the form: an empty field is taken away."""
    desk = desk_of(request)
    conversation_id = await _conversation_of(desk, complaint_id)
    fields = {
        "order": plain(order),
        "quantity": plain(quantity),
        "wrong": plain(wrong),
        "batch": plain(batch),
    }
    try:
        await acts.correct(desk, who.person, complaint_id, fields, seen=seen)
    except DeskRefusal as error:
        return await _BOX.not_done(request, who, conversation_id, error)
    return await _BOX.done(request, who, conversation_id, words_of(request).say("complaint-noted"))


@router.post("/complaints/{complaint_id}/close")
async def close(
    request: Request,
    who: Who,
    complaint_id: Id,
    seen: Version,
    outcome: Annotated[str, Form()] = "",
    amount: Line = "",
    currency: Line = "",
    note: Line = "",
) -> Response:
    """An amount stands for money alone: beside another outcome the field is not looked at."""
    desk = desk_of(request)
    conversation_id = await _conversation_of(desk, complaint_id)
    moves = outcome in ("refund", "credit")
    try:
        await acts.close(
            desk, who.person, complaint_id, outcome, seen=seen, note=plain(note),
            amount=_amount(amount) if moves else None, currency=plain(currency) if moves else None,
        )  # fmt: skip
    except DeskRefusal as error:
        return await _BOX.not_done(request, who, conversation_id, error)
    return await _BOX.done(request, who, conversation_id, words_of(request).say("complaint-closed"))


@router.post("/complaints/{complaint_id}/merge")
async def merge(request: Request, who: Who, complaint_id: Id, seen: Version, into: Version) -> Response:
    desk = desk_of(request)
    conversation_id = await _conversation_of(desk, complaint_id)
    try:
        await acts.merge(desk, who.person, complaint_id, into, seen=seen)
    except DeskRefusal as error:
        return await _BOX.not_done(request, who, conversation_id, error)
    return await _BOX.done(request, who, conversation_id, words_of(request).say("complaint-merged"))


async def _conversation_of(desk: Desk, complaint_id: int) -> int:
    async with looking(desk.engine) as connection:
        row = await complaints.one(connection, complaint_id)
    if row is None or row.shop_id != desk.shop_id:
        raise unknown_complaint()
    return int(row.conversation_id)


def _amount(text: str) -> Decimal | None:
    """A number as a browser's field sends it. DeskRefusal `invalid`."""
    if not text.strip():
        return None
    try:
        return Decimal(text.strip())
    except InvalidOperation as error:
        raise DeskRefusal("invalid", f"{text.strip()[:40]} is no amount; write it as 36.00.") from error
