"""A quotation as a document, by the link that the buyer got with it."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from bot.desk.context import Desk
from bot.desk.quotations import file_name, quotation_of
from bot.documents import render_quotation
from bot.domain.desk import DeskRefusal
from bot.web.access import desk_of, signed_in_or_none
from bot.web.links import is_quote_link
from bot.webchat.answers import problems
from storage import quotes
from storage.live import reading

_KEPT_SECONDS = 3600

router = APIRouter(tags=["chat"])


@router.get(
    "/q/{number}.pdf",
    response_class=Response,
    responses=problems(404, 422) | {200: {"content": {"application/pdf": {}}, "description": "The PDF."}},
)
async def open_quotation(
    request: Request,
    number: Annotated[str, Path(pattern=r"^Q-\d{4}-\d{4,10}$")],
    rev: Annotated[int, Query(ge=1, le=2**31 - 1)],
    sig: Annotated[str, Query(max_length=100)],
    desk: Annotated[Desk, Depends(desk_of)],
) -> Response:
    """A revision of a quotation. A buyer opens what was sent; the team, signed in, also what was not."""
    row = None
    if is_quote_link(request.app.state.signer, number, rev, sig):
        async with reading(desk.engine) as connection:
            row = await quotes.as_document(connection, desk.shop_id, number, rev)
    if row is None or not (row.sent or await signed_in_or_none(request)):
        raise DeskRefusal("unknown_quote", "There is no such quotation, or the link is not whole.")
    serving = await desk.counter.serving()
    document = quotation_of(serving.shop, row, number, rev, request.app.state.public_url)
    pdf = await asyncio.to_thread(render_quotation, document)
    headers = {
        "Content-Disposition": f'inline; filename="{file_name(number, rev)}"',
        "Cache-Control": f"private, max-age={_KEPT_SECONDS}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)
