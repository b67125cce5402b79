"""The chat's HTTP interface: begin a talk, write, read, follow."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Security
from fastapi.responses import JSONResponse, Response
from fastapi.security import HTTPBearer
from sse_starlette.sse import EventSourceResponse
from starlette.exceptions import HTTPException

from bot.desk import intake, ticks
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from bot.web.access import BuyerSession, bearer, desk_of, this_desk
from bot.web.pace import Pace, TooFast
from bot.webchat.answers import problems
from bot.webchat.body import read_message
from bot.webchat.live import PING_SECONDS, events
from bot.webchat.reading import messages_after
from bot.webchat.shapes import ChatMessage, NewMessage, NewTalk, Seen, Stored, Talk
from bot.webchat.visitors import Visitors
from storage import talks
from storage.live import writing

ThisDesk = Annotated[Desk, Depends(this_desk)]
Seq = Annotated[int, Query(ge=0, le=2**31 - 1)]
_LARGEST_SEQ = 2**31 - 1
_token = HTTPBearer(
    scheme_name="chat token", description="`POST /api/chat/sessions` tells it, once.", auto_error=False
)


def _message_body() -> dict[str, Any]:
    plain = NewMessage.model_json_schema()
    files = {"type": "array", "maxItems": intake.MOST_FILES, "items": {"type": "string", "format": "binary"}}
    form = {**plain, "properties": {**plain["properties"], "files": files}}
    return {
        "required": True,
        "content": {"application/json": {"schema": plain}, "multipart/form-data": {"schema": form}},
    }


router = APIRouter(prefix="/api/chat", tags=["chat"])


async def visitors_of(request: Request) -> Visitors:
    """Async, for what is not is sent to a thread for each request."""
    visitors: Visitors = request.app.state.visitors
    return visitors


async def _whose(
    request: Request,
    visitors: Annotated[Visitors, Depends(visitors_of)],
    _token: Annotated[object, Security(_token)],
) -> BuyerSession:
    return await visitors.browsers.session(request)


Buyer = Annotated[BuyerSession, Depends(_whose)]
TheseVisitors = Annotated[Visitors, Depends(visitors_of)]


@router.post("/sessions", status_code=201, responses=problems(422, 429))
async def begin(new: NewTalk, request: Request, visitors: TheseVisitors, desk: ThisDesk) -> Talk:
    """Begin a talk. Do it when the buyer sends the first message, not when a page is opened."""
    await _turn(visitors.beginning, request.client.host if request.client else "")
    made = await intake.start_web_talk(
        desk, locale=new.locale, name=new.name or None, country=new.country, source=new.source or None
    )
    return Talk(session=made.session, token=made.token)


@router.delete("/sessions/current", status_code=204, responses=problems(401))
async def leave(request: Request, _buyer: Buyer, visitors: TheseVisitors, desk: ThisDesk) -> Response:
    """The token opens nothing any more; the team keeps the talk."""
    visitors.browsers.forget(request)
    async with writing(desk.engine) as connection:
        await talks.end_web_session(connection, intake.hash_of(bearer(request) or ""))
    return Response(status_code=204)


@router.post(
    "/messages",
    status_code=202,
    response_model=Stored,
    responses=problems(401, 413, 415, 422, 429)
    | {200: {"model": Stored, "description": "It was stored before."}},
    openapi_extra={"requestBody": _message_body(), "security": [{_token.scheme_name: []}]},
)
async def write(request: Request) -> JSONResponse:
    """Send a message, with files as multipart/form-data (`id`, `text`, `files`). 202: it is stored.

    Whoever gets no answer sends it again with the same `id`: it is stored once.
    """
    # The busiest route depends on nothing: each dependency would cost as much as storing the message.
    desk, visitors = desk_of(request), await visitors_of(request)
    buyer = await visitors.browsers.session(request)
    await _turn(visitors.writing, buyer.conversation_id)
    arrived = await read_message(request)
    try:
        stored = await intake.receive(desk, buyer.conversation_id, arrived.id, arrived.text, arrived.files)
    except DeskRefusal as refusal:
        if refusal.code == "unknown_conversation":
            raise visitors.browsers.forget(request) from refusal
        raise
    return JSONResponse({"seq": stored.seq, "id": str(arrived.id)}, 202 if stored.new else 200)


@router.get("/messages", response_model=list[ChatMessage], responses=problems(401, 422))
async def read(
    request: Request, buyer: Buyer, visitors: TheseVisitors, desk: ThisDesk, after: Seq = 0
) -> JSONResponse:
    """The talk in order, from the message after `after` on, 200 at most: ask again after the last one."""
    found = await messages_after(desk, request.app.state.signer, buyer.conversation_id, after)
    if found is None:
        raise visitors.browsers.forget(request)
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


@router.get(
    "/events",
    response_class=EventSourceResponse,
    responses=problems(401, 422)
    | {200: {"content": {"text/event-stream": {}}, "description": "The stream."}},
)
async def follow(
    request: Request,
    buyer: Buyer,
    desk: ThisDesk,
    after: Seq = 0,
    last_event_id: Annotated[str | None, Header(max_length=40)] = None,
) -> EventSourceResponse:
    """The talk as server-sent events, from `Last-Event-ID` or `after` on.

    `message`: as in `GET /api/chat/messages`, its id is the seq. `state`: `{"doing", "seen", "open",
    "changes_at"}`: what the team is doing ("reading", "checking" or null), up to which message it has looked,
    whether it is at work, and when that changes. `gone`: the talk was erased.
    """
    if last_event_id is not None and last_event_id.isdecimal():
        after = min(int(last_event_id), _LARGEST_SEQ)
    state = request.app.state
    stream = events(desk, state.hub, state.signer, buyer.conversation_id, after)
    return EventSourceResponse(stream, ping=PING_SECONDS, sep="\n", headers={"Cache-Control": "no-store"})


@router.post("/seen", status_code=204, responses=problems(401, 422))
async def seen(tick: Seen, buyer: Buyer, desk: ThisDesk) -> Response:
    """The page has the shop's messages up to `seq`, and the buyer looks at it (`visible`)."""
    await ticks.reached_buyer(desk, buyer.conversation_id, tick.seq, seen=tick.visible)
    return Response(status_code=204)


async def _turn(pace: Pace, sender: object) -> None:
    try:
        await pace.wait(sender)
    except TooFast as error:
        raise HTTPException(
            429,
            f"Too many at once. Keep it, and send it again in {error.retry_after} seconds.",
            {"Retry-After": str(error.retry_after)},
        ) from error
