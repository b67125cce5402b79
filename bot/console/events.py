"""What is live on a page: one stream a page, of what moved; the page fetches what it shows anew."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import Request
from fastapi.responses import Response
from sse_starlette.sse import EventSourceResponse

from bot.console.route import console_pages
from bot.console.who import ONLY_SIGNED_IN
from bot.web.access import desk_of
from bot.web.hub import Hub
from storage.notices import Reconnected

TOPICS = frozenset({"talk", "desk", "reminder"})
_PING_SECONDS = 20
router = console_pages()


@router.get("/events", dependencies=ONLY_SIGNED_IN)
async def stream(request: Request) -> Response:
    """Server-sent events named by topic (`talk`, `desk`, `reminder`) whose data are ids.

    `again` says that some may have been missed.
    """
    hub: Hub = request.app.state.hub
    shop_id = desk_of(request).shop_id

    async def notices() -> AsyncIterator[dict[str, str]]:
        yield {"event": "hello", "data": "{}"}
        async for notice in hub.matching(TOPICS, shop=shop_id):
            if isinstance(notice, Reconnected):
                yield {"event": "again", "data": "{}"}
            else:
                yield {"event": notice.topic, "data": json.dumps(notice.ids)}

    return EventSourceResponse(notices(), ping=_PING_SECONDS)
