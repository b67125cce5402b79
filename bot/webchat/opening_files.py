"""What signed links open: a file of the talk, and a quotation as a document."""

from __future__ import annotations

import re
import uuid
from typing import Annotated
from urllib.parse import quote as percent

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from bot.web.access import this_desk
from bot.web.links import is_file_link
from bot.webchat.answers import problems
from storage.files import file
from storage.live import reading

ThisDesk = Annotated[Desk, Depends(this_desk)]
Signature = Annotated[str, Query(max_length=100)]
SHUT_IN = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
"""Nothing that came from outside may act as a page of ours."""
_PICTURES = (
    ("image/png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ("image/gif", re.compile(rb"GIF8[79]a")),
    ("image/webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
)
_DAY_SECONDS = 86_400

router = APIRouter(tags=["chat"])


@router.get(
    "/files/{file_id}",
    response_class=Response,
    responses=problems(404, 410, 422)
    | {200: {"content": {"application/octet-stream": {}}, "description": "The file."}},
)
async def open_file(file_id: uuid.UUID, sig: Signature, request: Request, desk: ThisDesk) -> Response:
    """A file of a talk, by the link that a message names; all but plain pictures are to be saved."""
    found = None
    if is_file_link(request.app.state.signer, file_id, sig):
        async with reading(desk.engine) as connection:
            found = await file(connection, desk.shop_id, file_id)
    if found is None:
        raise DeskRefusal("unknown_file", "There is no such file, or the link is not whole.")
    if found.content is None and found.state == "wanted":
        raise DeskRefusal("file_coming", "The file is still being fetched. Open it again in a minute.")
    if found.content is None:
        raise DeskRefusal(
            "file_lost",
            f"Only the name of this file is here ({found.lost_why or 'its bytes are lost'}). "
            "Ask for it in another way.",
        )
    mark = f'"{found.sha256[:32]}"'
    headers = SHUT_IN | {"ETag": mark, "Cache-Control": f"private, max-age={_DAY_SECONDS}"}
    if request.headers.get("If-None-Match") == mark:
        return Response(status_code=304, headers=headers)
    picture = picture_type(found.content)
    headers["Content-Disposition"] = disposition("inline" if picture else "attachment", found.name)
    return Response(found.content, media_type=picture or "application/octet-stream", headers=headers)


def picture_type(content: bytes) -> str | None:
    """What kind of plain picture it is by its own first bytes, whatever its sender claims."""
    return next((kind for kind, beginning in _PICTURES if beginning.match(content)), None)


def disposition(kind: str, name: str) -> str:
    """`inline` or `attachment` with a name in any script (RFC 6266)."""
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", name)
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{percent(name, safe='')}"
