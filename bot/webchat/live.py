"""The talk as a stream: each message once, in order, and how it stands; it goes on where it broke."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from sqlalchemy.exc import SQLAlchemyError
from sse_starlette.event import ServerSentEvent

from bot.desk.context import Desk
from bot.log import logger
from bot.web.hub import Hub
from bot.web.signing import LinkSigner
from bot.webchat.reading import PAGE, messages_after, standing

PING_SECONDS = 15
_RETRY_MS = 2000
_log = logger("webchat")


async def events(
    desk: Desk, hub: Hub, signer: LinkSigner, conversation_id: int, after: int
) -> AsyncIterator[ServerSentEvent]:
    """`message` (id: its seq), `state`, and `gone` where the talk was erased."""
    told_state = ""
    try:
        # Followed first and read then: what comes in between is read, or wakes the loop, or both.
        with hub.following(conversation_id) as moved:
            while True:
                full = True
                while full:
                    said = await messages_after(desk, signer, conversation_id, after)
                    if said is None:
                        yield ServerSentEvent(event="gone", data="{}")
                        return
                    for message in said:
                        after = message["seq"]
                        yield _event("message", message, str(after))
                    full = len(said) == PAGE
                stands = await standing(desk, conversation_id)
                state = json.dumps(stands.as_json()) if stands else ""
                if state and state != told_state:
                    told_state = state
                    yield ServerSentEvent(event="state", data=state, retry=_RETRY_MS)
                await moved.get()
                while not moved.empty():
                    moved.get_nowait()
    except SQLAlchemyError as error:
        # The stream ends, and the page comes back with the last seq that it has.
        _log.warning("webchat.stream_ended", conversation=conversation_id, error=type(error).__name__)


def _event(name: str, value: object, event_id: str) -> ServerSentEvent:
    return ServerSentEvent(event=name, id=event_id, data=json.dumps(value, ensure_ascii=False))
