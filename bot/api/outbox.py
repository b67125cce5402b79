"""Messages that failed, or of which nobody can tell whether they arrived, over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from bot.api.access import Staff, ThisDesk
from bot.api.conversation_shapes import Leaving
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.api.words import Id
from bot.desk import uncertain
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from storage import outbox
from storage.live import looking

router = APIRouter(prefix="/api/outbox", tags=["conversations"], route_class=SizedRoute)
OutboxId = Annotated[Id, Path(description="Of what goes out: `undelivered` of a conversation names it.")]
_PROBLEMS = problems(
    401, 403, 404, 409, 422,
    s403="`role`: a manager must decide this one.",
    s409="`already_decided`: somebody was faster, or it has gone out meanwhile.",
)  # fmt: skip


@router.post("/{outbox_id}/resend", responses=_PROBLEMS, status_code=202, summary="Send again")
async def resend(outbox_id: OutboxId, desk: ThisDesk, person: Staff) -> Leaving:
    """Send a message that failed or is uncertain, except for the parts that have certainly arrived. The buyer
    may get twice what was uncertain: look into the chat first."""
    await uncertain.resend(desk, person, outbox_id)
    return await _state(desk, outbox_id)


@router.post("/{outbox_id}/aside", responses=_PROBLEMS, summary="Do not send it")
async def aside(outbox_id: OutboxId, desk: ThisDesk, person: Staff) -> Leaving:
    """A message that failed, or was held because its talk was frozen, is not sent. The buyer still waits."""
    await uncertain.put_aside(desk, person, outbox_id)
    return await _state(desk, outbox_id)


@router.post("/{outbox_id}/arrived", responses=_PROBLEMS, summary="Say that it has arrived")
async def arrived(outbox_id: OutboxId, desk: ThisDesk, person: Staff) -> Leaving:
    """An uncertain message is in the buyer's chat: it is kept as sent. Parts of it that were never tried are
    sent now; then its state is `queued`."""
    await uncertain.mark_arrived(desk, person, outbox_id)
    return await _state(desk, outbox_id)


async def _state(desk: Desk, outbox_id: int) -> Leaving:
    async with looking(desk.engine) as connection:
        state = await outbox.state_of(connection, outbox_id)
    if state is None:
        raise DeskRefusal("unknown_message", "There is no such message.")
    return Leaving.model_validate({"state": state})
