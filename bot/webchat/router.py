"""The buyer's chat put together."""

from __future__ import annotations

from fastapi import FastAPI

from bot.webchat import checking, opening_files, opening_quotes, page, talking
from bot.webchat.assets import MOUNTED, Assets
from bot.webchat.visitors import Visitors


def add_webchat(app: FastAPI) -> None:
    """Serve the page, the widget, and the HTTP interface that they use."""
    app.mount(MOUNTED, Assets(), name="chat-static")
    app.state.visitors = Visitors()
    for part in (talking, opening_files, opening_quotes, checking, page):
        app.include_router(part.router)
