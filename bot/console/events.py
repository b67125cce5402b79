"""What is live on a page: one stream a page, of what moved; the page fetches what it shows anew."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import Request
from fastapi.responses import Response
from sse_starlette.sse import EventSourceResponse

from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.context import Desk
from bot.domain.desk import Person
from bot.web.access import desk_of
from bot.web.hub import Hub
from storage import talks
from storage.live import reading
from storage.notices import Reconnected

TOPICS = frozenset({"talk", "desk", "reminder", "orders", "sourcing", "complaints"})
_PING_SECONDS = 20
router = console_pages()


@router.get("/events")
async def stream(request: Request, who: Who) -> Response:
    """Server-sent events named by topic (one of TOPICS) whose data are ids.

    `again` says that some may have been missed. A reminder goes to whom the conversation is assigned to; who
    sees no talks hears of sourcing alone.
    """
    hub: Hub = request.app.state.hub
    desk = desk_of(request)

    async def notices() -> AsyncIterator[dict[str, str]]:
        yield {"event": "hello", "data": "{}"}
        async for notice in hub.matching(TOPICS, shop=desk.shop_id):
            if isinstance(notice, Reconnected):
                yield {"event": "again", "data": "{}"}
            elif notice.topic == "sourcing":
                yield {"event": notice.topic, "data": json.dumps(notice.ids)}
            elif not who.sees_talks:
                continue
            elif notice.topic != "reminder" or await _concerns(desk, who.person, notice.ids["conversation"]):
                yield {"event": notice.topic, "data": json.dumps(notice.ids)}

    return EventSourceResponse(notices(), ping=_PING_SECONDS)


async def _concerns(desk: Desk, person: Person, conversation_id: int) -> bool:
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
    return talk is not None and talk.assignee_id in (None, person.id)
