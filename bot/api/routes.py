"""The HTTP interface put together."""

from __future__ import annotations

from fastapi import FastAPI

from bot.api import (
    complaints,
    conversation_moves,
    conversations,
    docs,
    drafts,
    follow_ups,
    health,
    hooks,
    metrics,
    outbox,
    prometheus,
    sourcing,
)
from bot.api.description import describe


def add_api(app: FastAPI) -> None:
    """Programs' routes, what operators look at, and the description of everything that `app` answers."""
    for subject in (
        drafts, conversations, conversation_moves, complaints, follow_ups, outbox, sourcing, metrics, hooks,
        health, prometheus, docs,
    ):  # fmt: skip
        app.include_router(subject.router)
    describe(app)
