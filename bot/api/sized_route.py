"""Routes that read no more of a body than anything sent to them can need."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.types import Message

LONGEST_BODY = 256 * 1024
"""Bytes: a reply of 20,000 characters in any script, escaped, and room."""


class SizedRoute(APIRoute):
    """A body is counted while it is read; one that is longer is answered with 413."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            read = 0

            async def receive() -> Message:
                nonlocal read
                message = await request.receive()
                read += len(message.get("body", b""))
                if read > LONGEST_BODY:
                    raise HTTPException(413, f"Send {LONGEST_BODY // 1024} KiB at most.")
                return message

            return await handle(Request(request.scope, receive))

        return handled
