"""What comes next with buyers, and promises, over HTTP: looked at, moved, skipped, settled."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import AwareDatetime

from bot.api.access import Staff, ThisDesk
from bot.api.conversations import ConversationId
from bot.api.follow_up_shapes import (
    Done,
    FollowUps,
    Made,
    Move,
    Next,
    NotedPromise,
    Settlement,
    follow_up_of,
    next_of,
)
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.api.words import Id
from bot.case.next_shown import read_next
from bot.desk.follow_up import acts, promising
from bot.domain.desk import DeskRefusal
from storage import follow_up_lists
from storage.live import reading

router = APIRouter(prefix="/api", tags=["follow-ups"], route_class=SizedRoute)
FollowUpId = Annotated[Id, Path(description="Of a follow-up.")]
PromiseId = Annotated[Id, Path(description="Of a promise.")]
_LONGEST = timedelta(days=100)
_DECIDED = problems(401, 403, 404, 409, 422, s409="`already_decided`: it has moved on since.")
_TALK = problems(401, 403, 404, 422)


@router.get("/follow-ups", responses=problems(401, 403, 422), summary="The calendar")
async def list_follow_ups(
    desk: ThisDesk,
    _person: Staff,
    start: Annotated[AwareDatetime, Query(description="They arrive from then on.")],
    end: Annotated[AwareDatetime, Query(description="And before then: 100 days later at the most.")],
    assignee: Annotated[Id | None, Query(description="Only in the talks of this member of the team.")] = None,
) -> FollowUps:
    """Follow-ups that arrive or have arrived in a span of time, the soonest first."""
    if not start < end <= start + _LONGEST:
        raise DeskRefusal("invalid", f"`end` is after `start`, within {_LONGEST.days} days.")
    async with reading(desk.engine) as connection:
        rows = await follow_up_lists.between(connection, desk.shop_id, start, end, assignee_id=assignee)
    return FollowUps(follow_ups=[follow_up_of(row) for row in rows])


@router.get("/conversations/{conversation_id}/follow-up", responses=_TALK, summary="What comes next")
async def what_comes_next(conversation_id: ConversationId, desk: ThisDesk, _person: Staff) -> Next:
    """The follow-up that comes next in a conversation or why none does, promises, and what was before."""
    return next_of(await read_next(desk, conversation_id, "en"))


@router.post("/follow-ups/{follow_up_id}/skip", responses=_DECIDED, summary="Skip one")
async def skip(follow_up_id: FollowUpId, desk: ThisDesk, person: Staff) -> Done:
    """It is not sent, and what would come after it is planned. A draft of it is dropped."""
    await acts.skip(desk, person, follow_up_id)
    return Done()


@router.post("/follow-ups/{follow_up_id}/move", responses=_DECIDED, summary="Bring forward, or put off")
async def move(follow_up_id: FollowUpId, asked: Move, desk: ThisDesk, person: Staff) -> Done:
    """Only what is planned moves; a gap to another one is kept all the same."""
    await acts.move(desk, person, follow_up_id, asked.to)
    return Done()


@router.post("/follow-ups/{follow_up_id}/draft", responses=_DECIDED, summary="Draft one now")
async def draft(follow_up_id: FollowUpId, desk: ThisDesk, person: Staff) -> Done:
    """Its draft is made at once. Approved, it leaves in the buyer's working hours."""
    await acts.draft_now(desk, person, follow_up_id)
    return Done()


@router.post("/follow-ups/{follow_up_id}/send", responses=_DECIDED, summary="Send an approved one at once")
async def send(follow_up_id: FollowUpId, desk: ThisDesk, person: Staff) -> Done:
    """Whatever time it is where the buyer is; the gap between two is kept."""
    await acts.send_at_once(desk, person, follow_up_id)
    return Done()


@router.post("/conversations/{conversation_id}/stop", responses=_TALK, summary="No more messages")
async def stop(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> Done:
    """The buyer wants none but answers, in any conversation."""
    await acts.note_stop(desk, person, conversation_id)
    return Done()


@router.post("/conversations/{conversation_id}/lift-stop", responses=_TALK, summary="Take a stop back")
async def lift_stop(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> Done:
    """A manager has the buyer written to again."""
    await acts.lift_stop(desk, person, conversation_id)
    return Done()


@router.post("/conversations/{conversation_id}/promises", responses=_TALK, summary="Note a promise")
async def note(conversation_id: ConversationId, asked: NotedPromise, desk: ThisDesk, person: Staff) -> Made:
    """One that was made elsewhere. What is written in the talk is read by rule."""
    made = await promising.note(desk, person, conversation_id, asked.side, asked.words, asked.due_on)
    return Made(id=made)


@router.post("/promises/{promise_id}/settle", responses=_DECIDED, summary="Settle a promise")
async def settle(promise_id: PromiseId, asked: Settlement, desk: ThisDesk, person: Staff) -> Done:
    """Kept, broken, or none at all."""
    await promising.settle(desk, person, promise_id, asked.outcome)
    return Done()
