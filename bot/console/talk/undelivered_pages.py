"""A person's word on a message that failed, or of which nobody can tell whether it arrived."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request
from fastapi.responses import Response

from bot.console.pages import words_of
from bot.console.route import Id, console_pages
from bot.console.talk.panel import done, not_done
from bot.console.who import Who
from bot.desk import uncertain
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person
from bot.web.access import desk_of
from storage import outbox
from storage.live import looking

router = console_pages()


@router.post("/outbox/{outbox_id}/resend")
async def resend(request: Request, who: Who, outbox_id: Id) -> Response:
    return await _decided(request, who, outbox_id, uncertain.resend, "done-resent")


@router.post("/outbox/{outbox_id}/aside")
async def aside(request: Request, who: Who, outbox_id: Id) -> Response:
    return await _decided(request, who, outbox_id, uncertain.put_aside, "done-aside")


@router.post("/outbox/{outbox_id}/arrived")
async def arrived(request: Request, who: Who, outbox_id: Id) -> Response:
    return await _decided(request, who, outbox_id, uncertain.mark_arrived, "done-arrived")


async def _decided(
    request: Request,
    who: Who,
    outbox_id: int,
    decide: Callable[[Desk, Person, int], Awaitable[None]],
    told: str,
) -> Response:
    desk = desk_of(request)
    async with looking(desk.engine) as connection:
        conversation_id = await outbox.conversation_of(connection, outbox_id)
    if conversation_id is None:
        raise DeskRefusal("unknown_message", "There is no such message.")
    try:
        await decide(desk, who.person, outbox_id)
    except DeskRefusal as error:
        if error.code == "unknown_message":
            raise
        return await not_done(request, who, conversation_id, error)
    return await done(request, who, conversation_id, words_of(request).say(told))
