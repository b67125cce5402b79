"""What a person does with a whole conversation, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter

from bot.api.access import Staff, ThisDesk
from bot.api.conversation_shapes import Assigned, Assignment, Frozen, OwnWords, Queued, Snooze, State, Tested
from bot.api.conversations import ConversationId
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.desk import conversations, freezing, marking
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from storage import talks
from storage.live import reading

router = APIRouter(
    prefix="/api/conversations/{conversation_id}", tags=["conversations"], route_class=SizedRoute
)
_PLAIN = problems(401, 403, 404, 409, 422, s409="`taken_over`: somebody else has it.")
_WITH_BODY = problems(401, 403, 404, 409, 422, s409="`taken_over`: somebody else has it.")


@router.post("/take-over", responses=_PLAIN, summary="Answer alone")
async def take_over(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> State:
    """The person answers alone from now on; what is drafted is a suggestion."""
    await conversations.take_over(desk, person, conversation_id)
    return await _state(desk, conversation_id)


@router.post("/release", responses=_PLAIN, summary="Let the desk draft again")
async def release(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> State:
    """Drafts are made for approval again. Also opens what is closed, snoozed or spam."""
    await conversations.release(desk, person, conversation_id)
    return await _state(desk, conversation_id)


@router.post("/snooze", responses=_WITH_BODY, summary="Put off")
async def snooze(conversation_id: ConversationId, asked: Snooze, desk: ThisDesk, person: Staff) -> State:
    """Out of the queue until then, or until the buyer writes."""
    await conversations.snooze(desk, person, conversation_id, asked.until)
    return await _state(desk, conversation_id)


@router.post("/close", responses=_PLAIN, summary="Close")
async def close(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> State:
    """Nothing more to do; the buyer's next message opens it again. A draft that waits is dropped."""
    await conversations.close(desk, person, conversation_id)
    return await _state(desk, conversation_id)


@router.post("/spam", responses=_PLAIN, summary="Mark as spam")
async def spam(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> State:
    """Not a buyer. A draft that waits is dropped."""
    await conversations.mark_spam(desk, person, conversation_id)
    return await _state(desk, conversation_id)


@router.post("/freeze", responses=_PLAIN, summary="Freeze")
async def freeze(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> Frozen:
    """From now on only a manager sends anything in it, with a reason."""
    await freezing.freeze(desk, person, conversation_id)
    return Frozen(frozen=True)


@router.post("/thaw", responses=_PLAIN, summary="Thaw")
async def thaw(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> Frozen:
    """A manager has looked: the team may send again."""
    await freezing.thaw(desk, person, conversation_id)
    return Frozen(frozen=False)


@router.post("/test", responses=_PLAIN, summary="Mark as a test")
async def mark_test(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> Tested:
    """Somebody of the team tries something out: no figure counts the conversation."""
    await marking.mark_test(desk, person, conversation_id, True)
    return Tested(is_test=True)


@router.post("/no-test", responses=_PLAIN, summary="Mark as no test")
async def no_test(conversation_id: ConversationId, desk: ThisDesk, person: Staff) -> Tested:
    """Figures count the conversation again."""
    await marking.mark_test(desk, person, conversation_id, False)
    return Tested(is_test=False)


@router.post("/send", responses=_WITH_BODY, status_code=202, summary="Write to the buyer")
async def send(conversation_id: ConversationId, asked: OwnWords, desk: ThisDesk, person: Staff) -> Queued:
    """A person's own message, guarded like any other. It is sent once this has answered; a draft that waits
    is dropped by it."""
    await conversations.send_own_words(
        desk, person, conversation_id, asked.text, reason=asked.reason, key=asked.key
    )
    return Queued()


@router.post("/assign", responses=_WITH_BODY, summary="Give to somebody")
async def assign(
    conversation_id: ConversationId, asked: Assignment, desk: ThisDesk, person: Staff
) -> Assigned:
    """Make somebody of the team the one whose conversation it is."""
    await conversations.assign(desk, person, conversation_id, asked.staff)
    return Assigned(assignee=asked.staff)


async def _state(desk: Desk, conversation_id: int) -> State:
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
    if talk is None:
        raise DeskRefusal("unknown_conversation", "There is no such conversation.")
    return State(state=talk.state)
