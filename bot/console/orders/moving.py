"""The order box of a conversation: a person moves an order, takes it back, writes down facts."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.pages import words_of
from bot.console.route import Id, console_pages, plain
from bot.console.talk.box import Box
from bot.console.who import Who
from bot.desk import orders
from bot.desk.context import Desk
from bot.desk.order_facts import Facts
from bot.desk.orders import unknown_order
from bot.domain.desk import DeskRefusal
from bot.domain.orders import STATES
from bot.web.access import desk_of
from storage import orders as ledger
from storage.live import looking

router = console_pages()
_BOX = Box("orders", "order_refused")
Version = Annotated[int, Form(ge=1, le=2**63 - 1)]
Line = Annotated[str, Form(max_length=600)]


@router.post("/orders/{order_id}/move")
async def move(
    request: Request,
    who: Who,
    order_id: Id,
    to: Annotated[str, Form()],
    seen: Version,
    at: Line = "",
    reason: Line = "",
    note: Line = "",
) -> Response:
    """`at`: when it happened, the shop's own time; empty: now."""
    desk = desk_of(request)
    conversation_id = await _conversation_of(desk, order_id)
    state = next((each for each in STATES if each == to), None)
    try:
        if state is None:
            raise DeskRefusal("impossible", "There is no such state.")
        await orders.move(
            desk, who.person, order_id, state, seen=seen, at=await _time(desk, at), reason=plain(reason),
            note=plain(note),
        )  # fmt: skip
    except DeskRefusal as error:
        return await _BOX.not_done(request, who, conversation_id, error)
    return await _BOX.done(request, who, conversation_id, words_of(request).say("order-done"))


@router.post("/orders/{order_id}/facts")
async def facts(
    request: Request,
    who: Who,
    order_id: Id,
    seen: Version,
    platform_number: Line = "",
    tracking: Line = "",
    carrier: Line = "",
    deposit: Line = "",
    balance: Line = "",
    currency: Line = "",
) -> Response:
    """Numbers and amounts as they stand in the form: an empty field is taken away."""
    desk = desk_of(request)
    conversation_id = await _conversation_of(desk, order_id)
    try:
        given = {name: _amount(value) for name, value in (("deposit", deposit), ("balance", balance))}
        told = Facts(
            platform_number=plain(platform_number), tracking=plain(tracking), carrier=plain(carrier),
            deposit=given["deposit"], balance=given["balance"], currency=plain(currency) or None,
            cleared=frozenset(name for name, amount in given.items() if amount is None),
        )  # fmt: skip
        changed = await orders.note_facts(desk, who.person, order_id, told, seen=seen)
    except DeskRefusal as error:
        return await _BOX.not_done(request, who, conversation_id, error)
    said = words_of(request).say("order-noted" if changed else "order-same")
    return await _BOX.done(request, who, conversation_id, said)


async def _conversation_of(desk: Desk, order_id: int) -> int:
    async with looking(desk.engine) as connection:
        row = await ledger.order(connection, order_id)
    if row is None or row.shop_id != desk.shop_id:
        raise unknown_order()
    return int(row.conversation_id)


async def _time(desk: Desk, text: str) -> datetime | None:
    if not text.strip():
        return None
    zone = ZoneInfo((await desk.counter.serving()).shop.company.timezone)
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise DeskRefusal("at", "Choose a day and a time.") from error
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone)).astimezone(UTC)


def _amount(text: str) -> Decimal | None:
    """A number as a browser's field sends it. DeskRefusal `invalid`."""
    if not text.strip():
        return None
    try:
        return Decimal(text.strip())
    except InvalidOperation as error:
        raise DeskRefusal("invalid", f"{text.strip()[:40]} is no amount; write it as 1500.00.") from error
