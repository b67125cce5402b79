"""The page on which anybody checks a quotation, or learns that no account in a message is ours."""

from __future__ import annotations

import re
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.desk.checking import Checked, check_quote, claims_account, number_in
from bot.desk.context import Desk
from bot.steps.write.formats import formats
from bot.web.access import this_desk
from bot.web.pace import TooFast
from bot.webchat.assets import asset
from bot.webchat.page import language_for
from bot.webchat.visitors import Visitors
from prompts.verify import LANGUAGES, RIGHT_TO_LEFT, load

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
    "Vary": "Accept-Language",
    "X-Robots-Tag": "noindex",
}
_LONGEST = 200
_SECOND_POINT = re.compile(r"(?<!\.)\.\.(?!\.)")
"""Behind "Co., Ltd." at the end of a sentence."""

router = APIRouter(include_in_schema=False)
ThisDesk = Annotated[Desk, Depends(this_desk)]
Typed = Annotated[str, Query(max_length=_LONGEST)]
Revision = Annotated[int | None, Query(ge=1, le=2**31 - 1)]


@router.get("/verify")
async def verify(
    request: Request, desk: ThisDesk, number: Typed = "", code: Typed = "", lang: Typed = ""
) -> Response:
    """The form, and what it says of `number`."""
    return await _answered(request, desk, number, code, lang, None)


@router.get("/verify/{number}")
async def verify_number(
    request: Request, desk: ThisDesk, number: str, code: Typed = "", rev: Revision = None, lang: Typed = ""
) -> Response:
    """The same by the address that a document bears."""
    return await _answered(request, desk, number[:_LONGEST], code, lang, rev)


async def _answered(
    request: Request, desk: Desk, typed: str, code: str, wished: str, revision: int | None
) -> Response:
    number = number_in(typed) if typed.strip() else None
    checked: Checked | None = None
    trouble, status, headers = None, HTTPStatus.OK, dict(_HEADERS)
    if number is None and claims_account(typed):
        trouble = "account"
    elif typed.strip() and number is None:
        trouble = "number-wrong"
    elif number is not None:
        try:
            visitors: Visitors = request.app.state.visitors
            visitors.checking.take(request.client.host if request.client else "")
            visitors.checking_all.take("")
            checked = await check_quote(desk, number, code, revision=revision)
        except TooFast as error:
            trouble, status = "too-fast", HTTPStatus.TOO_MANY_REQUESTS
            headers["Retry-After"] = str(error.retry_after)
    language = language_for(wished, request.headers.get("Accept-Language", ""))
    serving = await desk.counter.serving()
    payment, company = serving.shop.payment, serving.shop.company.name
    link = payment.order_link
    if link is not None and "{quote_number}" in link:
        right = checked is not None and checked.code == "right" and not checked.expired
        link = link.replace("{quote_number}", number) if right and number else None
    words, shown = load(language), formats(language, _region(language, request))
    context = {
        "language": language,
        "languages": LANGUAGES,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "t": lambda name, **values: _SECOND_POINT.sub(".", words.say(name, **values)),
        "company": company,
        "platform": payment.platform,
        "link": link,
        "asset": asset,
        "typed": typed,
        "code": code,
        "trouble": trouble,
        "checked": checked,
        "as_date": shown.date,
        "as_money": lambda total: shown.money(*total),
    }
    return HTMLResponse(_template().render(context), status, headers=headers)


def _region(language: str, request: Request) -> str | None:
    """The country whose way of writing figures the reader's browser asks for: MX of es-MX."""
    for tag in request.headers.get("Accept-Language", "").split(","):
        spoken, _, region = tag.partition(";")[0].strip().partition("-")
        if spoken.lower() == language and len(region) == 2 and region.isalpha():
            return region.upper()
    return None


@cache
def _template() -> Any:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return made.get_template("verify.html")
