"""Routes of the console: refusals and errors become pages (or messages on the screen), headers are strict."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from bot.console.pages import error_page, is_partial, words_of
from bot.console.who import SOURCING, OnlySourcing, SignedOut
from bot.domain.desk import DeskRefusal
from bot.web.access import signed_in_or_none
from bot.web.problems import status_of

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cache-Control": "no-store",
}
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class ConsoleRoute(APIRoute):
    """A route whose errors people read."""

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                response = await handle(request)
            except SignedOut:
                response = _to_sign_in(request)
            except OnlySourcing:
                response = RedirectResponse(SOURCING, 303)
            except DeskRefusal as refused:
                response = await _told(request, status_of(refused), refused.text)
            except HTTPException as error:
                response = await _told(request, error.status_code, str(error.detail))
            except RequestValidationError as error:
                response = await _told(request, *_invalid(request, error))
            finally:
                await request.close()  # files of a form that was read by the check of its CSRF token
            for name, value in SECURITY_HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return handled


Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
"""A number in an address, as the store can hold it."""


def plain(text: str) -> str:
    """What a form brought, with our line ends: an untouched text must stay the same. No U+0000 is kept."""
    return text.replace("\r\n", "\n").replace("\0", "")


def console_pages() -> APIRouter:
    """A router for pages of the console; no part of the HTTP interface that programs use."""
    return APIRouter(route_class=ConsoleRoute, include_in_schema=False, default_response_class=HTMLResponse)


def _to_sign_in(request: Request) -> Response:
    back = request.url.path
    if is_partial(request):
        return Response(status_code=204, headers={"HX-Redirect": "/console/sign-in"})
    if request.method != "GET":
        return RedirectResponse("/console/sign-in", 303)
    return RedirectResponse(f"/console/sign-in?next={quote(back)}", 303)


async def _told(request: Request, status: int, text: str) -> Response:
    return error_page(request, await signed_in_or_none(request), status, text)


def _invalid(request: Request, error: RequestValidationError) -> tuple[int, str]:
    """(status, text); what is wrong in the address itself is a page that there is not."""
    first = error.errors()[0]
    if first["loc"][0] == "path":
        return 404, words_of(request).say("error-no-page")
    return 422, f"{'.'.join(str(part) for part in first['loc'][1:])}: {first['msg']}"
