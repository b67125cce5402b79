"""The inbox: who waits for an answer, the longest first."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who

router = console_pages()


@router.get("/inbox")
async def inbox(request: Request, who: Who) -> Response:
    return page(request, who, "inbox/page.html", active="inbox")
