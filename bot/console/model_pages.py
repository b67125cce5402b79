"""What the console tells of the language model while it cannot be used: a line that goes by itself."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from bot.console.pages import fragment
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.model_state import model_state
from bot.settings import Settings
from bot.web.access import desk_of

router = console_pages()


@router.get("/model")
async def model_notice(request: Request, who: Who) -> Response:
    """Fetched by every page of a desk with a model; empty while all is well."""
    settings: Settings = request.app.state.settings
    state = await model_state(desk_of(request), settings.model_budget)
    return fragment(request, who, "model_notice.html", notice_of_model=state.notice if state else None)
