"""Files that a browser may keep for ever: the folder in their address changes with any of them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
MOUNTED = "/chat/static"
_YEAR_SECONDS = 31_536_000


@cache
def mark() -> str:
    """Of all files together: scripts import each other by relative addresses, so they change as one."""
    whole = hashlib.sha256()
    for file in sorted(STATIC.rglob("*")):
        if file.is_file():
            whole.update(file.relative_to(STATIC).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]


def asset(name: str) -> str:
    return f"{MOUNTED}/{mark()}/{name}"


class Assets(StaticFiles):
    """Serves `static/` under its mark for a year, and under any other one to be asked for again."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        asked, _, name = path.partition("/")
        response = await super().get_response(name, scope)
        lasting = f"public, max-age={_YEAR_SECONDS}, immutable"
        response.headers["Cache-Control"] = lasting if asked == mark() else "no-cache"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
