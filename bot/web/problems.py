"""Errors over HTTP: RFC 9457 problem details with a stable `code`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.routing import Match

from bot.desk.draft_rows import findings_json
from bot.domain.desk import DeskRefusal
from bot.log import logger

MEDIA_TYPE = "application/problem+json"
_STATUS = {
    "unknown_conversation": 404, "unknown_draft": 404, "unknown_staff": 404, "unknown_quote": 404,
    "unknown_request": 404, "unknown_message": 404, "unknown_order": 404,
    "unknown_complaint": 404, "already_open": 409, "unknown_stray": 404, "hook_off": 404,
    "bad_signature": 401, "outside_window": 401, "impossible": 409,
    "unknown_entry": 404, "unknown_gap": 404, "unknown_lesson": 404,
    "unknown_follow_up": 404, "unknown_promise": 404, "unknown_campaign": 404, "too_soon": 409,
    "unknown_buyer": 404, "unknown_item": 404, "busy": 409, "last_admin": 409, "last_manager": 409,
    "name_taken": 409, "inactive": 409,
    "unknown_file": 404, "file_coming": 404, "file_lost": 410,
    "role": 403, "outdated": 409, "already_decided": 409, "superseded": 409,
    "expired": 409, "frozen": 409, "taken_over": 409, "not_earned": 409, "rewriting": 409, "no_model": 409,
    "no_way_back": 409,
    "no_certificate": 409, "certificate_said": 409, "findings": 422, "file_too_large": 413, "too_long": 413,
    "too_many_files": 413, "too_fast": 429, "signed_out": 401, "csrf": 403,
}  # fmt: skip
_CODES = {400: "not_json", 401: "signed_out", 403: "role", 404: "not_found", 405: "method", 413: "too_long",
          415: "content_type", 429: "too_fast"}  # fmt: skip
"""Of what the framework refuses by itself."""
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_RETRY_SECONDS = 2
UNAVAILABLE = (OperationalError, InterfaceError, PoolTimeout)
"""How a database that does not answer shows itself; a DBAPIError may be one more: `is_unavailable`."""
Told = Callable[[Request, Any], Awaitable[Response]]
"""Answers an error."""
_log = logger("web")


def problem(
    status: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **more: Any
) -> JSONResponse:
    """A problem as a response. `detail` says what to do next; `more` are members of its own."""
    return JSONResponse(
        {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code,
         "detail": detail, **more},
        status_code=status, media_type=MEDIA_TYPE, headers=headers,
    )  # fmt: skip


def refusal(error: DeskRefusal) -> JSONResponse:
    """What the desk does not do, over HTTP."""
    status = status_of(error)
    headers = {"WWW-Authenticate": "Bearer"} if error.code == "signed_out" else None
    if not error.findings:
        return problem(status, error.code, error.text, headers=headers)
    return problem(status, error.code, error.text, headers=headers, findings=findings_json(error.findings))


def fault(request_id: str) -> JSONResponse:
    """A fault of the program: what it was stands in the log, under the same id."""
    return problem(
        500, "fault", f"A fault of the program. Its log tells more under the request {request_id}."
    )


def status_of(error: DeskRefusal) -> int:
    return _STATUS.get(error.code, 422)


def tell_problems(app: FastAPI) -> None:
    """Make `app` answer every error as a problem."""

    @app.exception_handler(DeskRefusal)
    async def refused(_request: Request, error: DeskRefusal) -> JSONResponse:
        return refusal(error)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        if any(each["type"] == "json_invalid" for each in error.errors()):
            return problem(400, "not_json", "The body is no JSON.")
        if isinstance(error.body, bytes):  # it was left as it came, for it is not said to be JSON
            given = request.headers.get("Content-Type") or "none"
            return problem(415, "content_type", f"Send application/json; the content type was {given[:100]}.")
        errors = [
            {"where": ".".join(str(part) for part in each["loc"]), "expected": each["msg"]}
            for each in error.errors()
        ]
        told = "; ".join(f"{each['where']}: {each['expected']}" for each in errors[:3])
        return problem(422, "invalid", told, errors=errors)

    @app.exception_handler(HTTPException)
    async def other(request: Request, error: HTTPException) -> JSONResponse:
        code = _CODES.get(error.status_code, "invalid")
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = ", ".join(_methods_at(request))
        return problem(error.status_code, code, str(error.detail), headers=headers)

    for failure in UNAVAILABLE:
        app.add_exception_handler(failure, no_database)
    app.add_exception_handler(DBAPIError, _broken_connection)


def _methods_at(request: Request) -> list[str]:
    """What may be done at the address that was asked for: each method may be a route of its own."""
    return [
        method
        for method in _METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    ]


async def no_database(_request: Request, error: Exception) -> JSONResponse:
    """Nothing was stored, and whoever asked may ask again: the same id is stored once."""
    _log.warning("web.database_unavailable", error=type(error).__name__)
    return problem(
        503, "unavailable", "The database does not answer at the moment. Try again in a few seconds.",
        headers={"Retry-After": str(_RETRY_SECONDS)},
    )  # fmt: skip


def is_unavailable(error: Exception) -> bool:
    """Whether the database is away, rather than asked for something wrong."""
    return isinstance(error, UNAVAILABLE) or (isinstance(error, DBAPIError) and error.connection_invalidated)


async def _broken_connection(request: Request, error: Exception) -> JSONResponse:
    if is_unavailable(error):
        return await no_database(request, error)
    raise error
