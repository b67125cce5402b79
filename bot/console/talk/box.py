"""What a box of a conversation's page answers after a person has done something in it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response

from bot.console.pages import fragment, page, see_other
from bot.console.talk.panel import context_of
from bot.domain.desk import DeskRefusal
from bot.web.access import SignedIn
from bot.web.problems import status_of


@dataclass(frozen=True, slots=True)
class Box:
    """`name` is its anchor and its template; `refusal` the template's variable with why nothing was done."""

    name: str
    refusal: str

    async def done(self, request: Request, who: SignedIn, conversation_id: int, told: str) -> Response:
        """The box as it is now, with a toast."""
        if "HX-Request" not in request.headers:
            return see_other(request, f"/console/conversations/{conversation_id}#{self.name}", told)
        context = await context_of(request, who.person, conversation_id)
        return fragment(request, who, f"conversation/{self.name}.html", told=told, **context)

    async def not_done(
        self, request: Request, who: SignedIn, conversation_id: int, error: DeskRefusal
    ) -> Response:
        """The box as it is now, and why nothing was done."""
        context = await context_of(request, who.person, conversation_id) | {self.refusal: error}
        status = status_of(error)
        if "HX-Request" not in request.headers:
            return page(request, who, "conversation/page.html", active="inbox", status=status, **context)
        return fragment(request, who, f"conversation/{self.name}.html", status=status, **context)
