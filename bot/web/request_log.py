"""What each request was and how it ended: one event in the log, one tick in the instruments.

Neither holds an address as it was asked for, a query, a body or a token: only the route's template and ids.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from bot.log import logger
from bot.web.instruments import Instruments

_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked for every few seconds by machines: logged where it goes wrong."""
_UNMATCHED = "unmatched"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""A client may name any other: it is not repeated."""
_log = logger("web")


TellFault = Callable[[Request, str], Awaitable[Response]]
"""Answers a request that met a fault of the program; the str is the id that its trace has in the log."""


class RequestLog:
    """ASGI middleware. What nobody handled is told by `tell_fault` here, with its trace in the log."""

    def __init__(self, app: ASGIApp, instruments: Instruments, tell_fault: TellFault) -> None:
        self._app = app
        self._instruments = instruments
        self._tell_fault = tell_fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        answer = _Answer(send, request_id)
        began = time.perf_counter()
        with bound_contextvars(request=request_id):
            try:
                await self._app(scope, receive, answer.send)
            except Exception as error:
                _log.error("web.fault", route=_route(scope), exc_info=error)
                if answer.status is not None:
                    raise
                told = await self._tell_fault(Request(scope, receive), request_id)
                await told(scope, receive, answer.send)
            finally:
                self._tell(scope, answer, time.perf_counter() - began)

    def _tell(self, scope: Scope, answer: _Answer, seconds: float) -> None:
        route = _route(scope)
        method = scope["method"] if scope["method"] in _METHODS else "other"
        status = 499 if answer.status is None else answer.status  # the client went away before there was one
        self._instruments.asked(route, method, status, None if answer.is_stream else seconds)
        if route in _QUIET and status < 400:
            return
        tell = _log.warning if status >= 500 else _log.info
        tell("web.request", method=method, route=route, status=status, ms=round(seconds * 1000, 1))


class _Answer:
    """The response on its way out, with the request's id in its head."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._request_id = request_id.encode()
        self.status: int | None = None
        self.is_stream = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = list(message.get("headers", ()))
            self.is_stream = any(
                name.lower() == b"content-type" and value.startswith(b"text/event-stream")
                for name, value in headers
            )
            message = {**message, "headers": [*headers, (b"x-request-id", self._request_id)]}
        await self._send(message)


def _route(scope: Scope) -> str:
    """The route's template, such as `/api/drafts/{draft_id}/approve`."""
    route: Any = scope.get("route")
    path: str | None = getattr(route, "path_format", None) or getattr(route, "path", None)
    return path or _UNMATCHED
