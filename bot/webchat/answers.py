"""Which errors a route of the chat may answer with, for the description of the interface."""

from __future__ import annotations

from typing import Any

_MEANINGS = {
    401: "`signed_out`: no token, or one that opens no talk (any more). Begin a new talk.",
    404: "There is no such thing, or the link is not ours; `file_coming`: the file is not here yet.",
    410: "`file_lost`: only the name of the file is here.",
    413: "`too_long`, `file_too_large` or `too_many_files`.",
    415: "`content_type`: neither JSON nor a form.",
    422: "Something in the request is not as described here, or the message is empty.",
    429: "`too_fast`: keep the message, and send it again after `Retry-After` seconds.",
    503: "`unavailable`: nothing was stored; the same request again is safe.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """`responses` of a route that may answer so; 503 may come from any."""
    return {status: {"description": _MEANINGS[status]} for status in sorted({*statuses, 503})}
