"""Files that a browser may keep for ever: an address changes with what it serves."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
MOUNTED = "/console/static"
_YEAR_SECONDS = 31_536_000


@cache
def asset(name: str) -> str:
    """The address of a file below `static/`, with its content's mark."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"{MOUNTED}/{name}?v={mark}"


class Assets(StaticFiles):
    """Serves `static/`; what is asked for with its mark is kept for a year."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        marked = b"v=" in scope.get("query_string", b"")
        lasting = f"public, max-age={_YEAR_SECONDS}, immutable"
        response.headers["Cache-Control"] = lasting if marked else "public, max-age=3600"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
