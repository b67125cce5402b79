"""The box of a conversation that says what comes next, and what a person does with it."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import UTC, date, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import Form, Request
from fastapi.responses import Response

from bot.case.next_shown import read_next
from bot.console.pages import fragment, see_other, words_of
from bot.console.route import Id, console_pages
from bot.console.who import Who
from bot.desk.context import Desk
from bot.desk.follow_up import acts, promising
from bot.domain.desk import DeskRefusal, has_authority
from bot.web.access import SignedIn, desk_of
from bot.web.problems import status_of
from storage import follow_ups, promises
from storage.live import reading

router = console_pages()
Act = Literal["skip", "draft", "send"]


@router.get("/follow-ups/talk/{conversation_id}")
async def box(request: Request, who: Who, conversation_id: Id) -> Response:
    """The box alone: the conversation's page asks for it, and again whenever something moves."""
    return await _shown(request, who, conversation_id)


@router.post("/follow-ups/{follow_up_id}/move")
async def move(request: Request, who: Who, follow_up_id: Id, at: Annotated[str, Form()] = "") -> Response:
    """`at`: an ISO time; one without an offset is the shop's own."""
    desk = desk_of(request)
    zone = ZoneInfo((await desk.counter.serving()).shop.company.timezone)
    conversation = await _conversation(desk, follow_up_id)
    return await _done(
        request, who, conversation, acts.move(desk, who.person, follow_up_id, _time(at, zone)), "next-moved"
    )


@router.post("/follow-ups/{follow_up_id}/{act}")
async def act_on(request: Request, who: Who, follow_up_id: Id, act: Act) -> Response:
    desk = desk_of(request)
    conversation = await _conversation(desk, follow_up_id)
    does = {"skip": acts.skip, "draft": acts.draft_now, "send": acts.send_at_once}[act]
    return await _done(request, who, conversation, does(desk, who.person, follow_up_id), f"next-done-{act}")


@router.post("/follow-ups/talk/{conversation_id}/{what}")
async def stop(request: Request, who: Who, conversation_id: Id, what: Literal["stop", "lift"]) -> Response:
    desk = desk_of(request)
    does = acts.note_stop if what == "stop" else acts.lift_stop
    return await _done(
        request, who, conversation_id, does(desk, who.person, conversation_id), f"next-done-{what}"
    )


@router.post("/conversations/{conversation_id}/promises")
async def note(
    request: Request,
    who: Who,
    conversation_id: Id,
    side: Annotated[promises.Side, Form()],
    words: Annotated[str, Form()] = "",
    due_on: Annotated[str, Form()] = "",
) -> Response:
    """One that was made elsewhere. `due_on`: an ISO day, where the shop is."""
    desk = desk_of(request)
    try:
        day = date.fromisoformat(due_on)
    except ValueError as error:
        raise DeskRefusal("invalid", "Choose a day.") from error
    return await _done(
        request, who, conversation_id, promising.note(desk, who.person, conversation_id, side, words, day),
        "promise-noted",
    )  # fmt: skip


@router.post("/promises/{promise_id}/{outcome}")
async def settle(request: Request, who: Who, promise_id: Id, outcome: promises.Outcome) -> Response:
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        row = await promises.promise(connection, promise_id)
    if row is None or row.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_promise", "There is no such promise.")
    return await _done(
        request, who, row.conversation_id, promising.settle(desk, who.person, promise_id, outcome),
        "next-done-promise",
    )  # fmt: skip


async def _done(
    request: Request, who: SignedIn, conversation_id: int, act: Awaitable[object], told: str
) -> Response:
    """The box as it is after the act, or why it was not done."""
    try:
        await act
    except DeskRefusal as refused:
        return await _shown(request, who, conversation_id, refused=refused)
    words = words_of(request).say(told)
    if "HX-Request" not in request.headers:
        return see_other(request, f"/console/conversations/{conversation_id}", words)
    return await _shown(request, who, conversation_id, told=words)


async def _shown(
    request: Request, who: SignedIn, conversation_id: int, *, told: str | None = None,
    refused: DeskRefusal | None = None,
) -> Response:  # fmt: skip
    desk = desk_of(request)
    shown = await read_next(desk, conversation_id, words_of(request).language)
    zone = (await desk.counter.serving()).shop.company.timezone
    return fragment(
        request, who, "follow_ups/next.html", told=told, status=status_of(refused) if refused else 200,
        next=shown, zone=zone, refused=refused, may_lift=has_authority(who.person.role, "manager"),
        today=desk.clock().astimezone(ZoneInfo(zone)).date(),
    )  # fmt: skip


async def _conversation(desk: Desk, follow_up_id: int) -> int:
    async with reading(desk.engine) as connection:
        row = await follow_ups.by_id(connection, follow_up_id)
    if row is None or row.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_follow_up", "There is no such follow-up.")
    conversation: int = row.conversation_id
    return conversation


def _time(text: str, zone: ZoneInfo) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise DeskRefusal("until", "Choose a day and a time.") from error
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone)).astimezone(UTC)
