"""What a person reads where a console page went wrong: words, a reference for the log, a way on.

The routes of the console tell refusals themselves (route.py); what is here arises outside of them, or breaks
them: an address that nobody serves, a database that is away, a fault of the program.
"""

from __future__ import annotations

from typing import cast

from fastapi import FastAPI, Request
from fastapi.responses import Response
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from bot.console.assets import MOUNTED
from bot.console.pages import error_page, is_partial, plain_page, toast, words_of
from bot.console.route import SECURITY_HEADERS
from bot.web.access import SignedIn, signed_in_or_none
from bot.web.problems import UNAVAILABLE, Told, fault, is_unavailable, no_database

_PREFIX = "/console"
_FAULT_SHOWN_SECONDS = 60
"""Of a toast that holds a reference: time enough to write it down."""


def tell_people(app: FastAPI) -> None:
    """Make `app` answer the errors of console pages in words; every other address keeps its problems."""
    _in_words(app, HTTPException, _no_page)
    for failure in (*UNAVAILABLE, DBAPIError):
        _in_words(app, failure, _no_database)


async def told_fault(request: Request, request_id: str) -> Response:
    """A fault of the program, for whoever asked. Reads nothing that may be what is broken."""
    if not _is_page(request):
        return fault(request_id)
    words = words_of(request)
    if is_partial(request):
        text = words.say("fault-toast", id=request_id)
        return _guarded(toast(500, text, seconds=_FAULT_SHOWN_SECONDS))
    return _page(request, 500, "fault", reference=request_id)


async def _no_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    text = words_of(request).say("error-no-page") if status in (404, 405) else str(error)
    return _guarded(error_page(request, await _who(request), status, text))


async def _no_database(request: Request, error: Exception) -> Response:
    if not is_unavailable(error):
        raise error
    problem = await no_database(request, error)  # says in the log what is away
    if is_partial(request):
        response = toast(503, words_of(request).say("away-toast"))
    else:
        response = _page(request, 503, "away")
    response.headers["Retry-After"] = problem.headers["Retry-After"]
    return _guarded(response)


def _in_words(app: FastAPI, kind: type[Exception], tell: Told) -> None:
    """`tell` answers errors of this kind on console pages; what answered them before answers the others."""
    before = cast(Told, app.exception_handlers[kind])

    async def told(request: Request, error: Exception) -> Response:
        return await (tell if _is_page(request) else before)(request, error)

    app.add_exception_handler(kind, told)


def _is_page(request: Request) -> bool:
    path = request.url.path
    return path == _PREFIX or (path.startswith(f"{_PREFIX}/") and not path.startswith(f"{MOUNTED}/"))


def _page(request: Request, status: int, kind: str, **told: str) -> Response:
    """Needs no database: no navigation, for that is a person's."""
    is_look = request.method in ("GET", "HEAD")
    again = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    return _guarded(
        plain_page(request, "trouble.html", status=status, kind=kind, is_look=is_look, again=again, **told)
    )


def _guarded(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _who(request: Request) -> SignedIn | None:
    """Nobody where that cannot be looked up: the address is unknown either way."""
    try:
        return await signed_in_or_none(request)
    except (*UNAVAILABLE, DBAPIError):
        return None
