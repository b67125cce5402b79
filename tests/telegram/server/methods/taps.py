"""Answers to taps on buttons."""

from __future__ import annotations

from typing import Any

from ..entities import length
from ..errors import QUERY_TOO_OLD, bad
from ..reading import Request
from ..world import World

MOST_ANSWER = 200


def answer_callback_query(world: World, request: Request) -> bool:
    """Once, and soon: a second answer is refused as a late one is."""
    text = request.get("text") or ""
    if length(text) > MOST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    query = world.queries.get(request.get("callback_query_id"))
    if query is None or query.answered or world.clock.now() - query.at > world.query_lifetime:
        raise bad(QUERY_TOO_OLD)
    query.answered = True
    query.text, query.alert = text, bool(request.get("show_alert"))
    query.url = request.get("url")
    return True


METHODS: dict[str, Any] = {"answerCallbackQuery": answer_callback_query}
