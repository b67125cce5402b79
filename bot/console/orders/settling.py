"""What a platform told and no quote fits: a person matches it; and the shop's own reasons for a loss."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.pages import page, see_other, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.who import Who
from bot.desk import order_reports
from bot.desk.lost_reasons import LONGEST, MOST, lost_reasons, set_reasons
from bot.desk.order_reports import report_of
from bot.domain.desk import DeskRefusal
from bot.domain.orders import LOST_REASONS
from bot.web.access import SignedIn, desk_of, must_be
from bot.web.problems import status_of
from storage import order_strays
from storage.live import reading

OPEN = "/console/orders/open"
REASONS = "/console/orders/reasons"
_MOST = 100
router = console_pages()


@router.get("/orders/open")
async def open_reports(request: Request, who: Who) -> Response:
    return await _open_page(request, who)


@router.post("/orders/open/{stray_id}/match")
async def match(
    request: Request, who: Who, stray_id: Id, number: Annotated[str, Form(max_length=60)] = ""
) -> Response:
    try:
        await order_reports.match(desk_of(request), who.person, stray_id, plain(number))
    except DeskRefusal as error:
        return await _open_page(request, who, error, stray_id, number)
    return see_other(
        request, OPEN, words_of(request).say("order-matched", number=plain(number).strip().upper())
    )


@router.post("/orders/open/{stray_id}/dismiss")
async def dismiss(request: Request, who: Who, stray_id: Id) -> Response:
    try:
        await order_reports.dismiss(desk_of(request), who.person, stray_id)
    except DeskRefusal as error:
        return await _open_page(request, who, error)
    return see_other(request, OPEN, words_of(request).say("order-dismissed"))


@router.get("/orders/reasons")
async def reasons_page(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        reasons = await lost_reasons(connection, desk.shop_id)
    return page(
        request, who, "orders/reasons.html", active="orders", reasons=reasons, usual=LOST_REASONS, most=MOST,
        longest=LONGEST,
    )  # fmt: skip


@router.post("/orders/reasons")
async def save_reasons(request: Request, who: Who, reasons: Annotated[str, Form()] = "") -> Response:
    """One reason a line; none gives back the program's own."""
    must_be(who.person, "manager")
    await set_reasons(desk_of(request), who.person, plain(reasons).split("\n"))
    return see_other(request, REASONS, words_of(request).say("order-reasons-saved"))


async def _open_page(
    request: Request, who: SignedIn, refused: DeskRefusal | None = None, stray_id: int = 0, typed: str = ""
) -> Response:
    desk = desk_of(request)
    shop = (await desk.counter.serving()).shop
    async with reading(desk.engine) as connection:
        rows, count = await order_strays.waiting(connection, desk.shop_id, _MOST)
    return page(
        request, who, "orders/open.html", active="orders", status=status_of(refused) if refused else 200,
        rows=[(row, report_of(row.report)) for row in rows], count=count, refused=refused, at=stray_id,
        typed=typed, zone=shop.company.timezone, currency=shop.company.currency,
    )  # fmt: skip
