"""`POST /hooks/orders`: a platform, or the program between it and us, tells what happened to an order."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from bot.api.access import ThisDesk
from bot.api.hook_shapes import OrderNews, Standing, Took, body_schema
from bot.api.problem_shape import problems
from bot.desk import order_hooks
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from bot.settings import Settings
from bot.web.hook_signing import SIGNATURE_HEADER, TIMESTAMP_HEADER, must_be_signed

router = APIRouter(prefix="/hooks", tags=["hooks"])
LARGEST = 64 * 1024
"""Bytes of one call."""
_PROBLEMS = problems(
    401, 404, 409, 422,
    s401="`bad_signature`: signed with no secret of ours, or something was changed on the way. "
    "`outside_window`: it is genuine, but was signed more than five minutes from our time.",
    s404="`unknown_quote`: no buyer has such a quote, and no order is known under the platform's number; "
    "it waits in the console for a person to match it. `hook_off`: SUPERCARGO_HOOK_SECRET is not set.",
    s409="`impossible`: the order is further than that, lost, or paid beside the platform; or the quote is "
    "known under another order of the platform. Nothing was changed; a person decides.",
)  # fmt: skip


@router.post(
    "/orders",
    responses=_PROBLEMS,
    summary="Tell what happened to an order",
    openapi_extra={"requestBody": body_schema()},
)
async def orders(
    request: Request,
    desk: ThisDesk,
    timestamp: Annotated[
        str | None, Header(alias=TIMESTAMP_HEADER, description="When the call was signed, in Unix seconds.")
    ] = None,
    signature: Annotated[
        str | None,
        Header(
            alias=SIGNATURE_HEADER,
            description="`v1=` and, in hex, HMAC-SHA256 with the secret over the timestamp, a point and the "
            "body, byte for byte. Several with commas between: one that is good is enough.",
        ),
    ] = None,
) -> Took:
    """Signed with SUPERCARGO_HOOK_SECRET, or with SUPERCARGO_HOOK_SECRET_PREVIOUS while one takes the place
    of the other. An event is taken once; calls may come in any order, and none moves an order back.
    docs/orders.md has an example in curl and in Python."""
    settings: Settings = request.app.state.settings
    secrets = [
        secret.get_secret_value()
        for secret in (settings.hook_secret, settings.hook_secret_previous)
        if secret is not None
    ]
    if settings.hook_secret is None:
        raise DeskRefusal("hook_off", "SUPERCARGO_HOOK_SECRET is not set: no calls are taken.")
    body = await _body(request)
    must_be_signed(secrets, timestamp, signature, body, desk.clock())
    return await _take(desk, _news(body))


async def _take(desk: Desk, news: OrderNews) -> Took:
    outcome, row = await order_hooks.take_news(
        desk, news.id, news.report(), at=news.at, quote_number=news.quote_number
    )
    standing = None
    if row is not None:
        standing = Standing(quote_number=row.number, state=row.state, platform_number=row.platform_number)
    return Took(outcome=outcome, order=standing)


async def _body(request: Request) -> bytes:
    kind = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "Send application/json.")
    raw = bytearray()
    async for piece in request.stream():
        raw += piece
        if len(raw) > LARGEST:
            raise HTTPException(413, f"Send {LARGEST // 1024} KiB at most.")
    return bytes(raw)


def _news(body: bytes) -> OrderNews:
    try:
        return OrderNews.model_validate_json(body)
    except ValidationError as error:
        if any(each["type"] == "json_invalid" for each in error.errors()):
            raise HTTPException(400, "The body is no JSON.") from error
        wrong = [{**each, "loc": ("body", *each["loc"])} for each in error.errors(include_context=False)]
        raise RequestValidationError(wrong) from error
