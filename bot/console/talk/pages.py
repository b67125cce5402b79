"""The page of a conversation, its live parts, and what is done with the whole of it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from fastapi import Form, Request
from fastapi.responses import Response

from bot.case.case import Case
from bot.console.pages import fragment, is_partial, page, see_other, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.talk.panel import context_of, done, not_done
from bot.console.who import Who
from bot.desk import beside, conversations, freezing, marking
from bot.domain.desk import DeskRefusal
from bot.domain.plan import Finding
from bot.web.access import SignedIn, desk_of
from storage import ticks
from storage.live import writing
from storage.notices import notify

router = console_pages()
Part = Literal["talk", "desk", "head", "trail", "summary", "orders", "sourcing", "complaints"]


@router.get("/conversations/{conversation_id}")
async def conversation_page(request: Request, who: Who, conversation_id: Id) -> Response:
    context = await _read(request, who, conversation_id)
    await _seen(request, conversation_id, context["talk"].last_buyer_seq)
    return page(request, who, "conversation/page.html", active="inbox", **context)


@router.get("/conversations/{conversation_id}/{part}")
async def part_of_page(
    request: Request, who: Who, conversation_id: Id, part: Part, seen: str = ""
) -> Response:
    """A part of the page as it is now; nothing where the panel would be what `seen` names."""
    context = await _read(request, who, conversation_id)
    if part == "desk" and seen and seen == context["case"].mark:
        return Response(status_code=204)
    if part == "talk":
        await _seen(request, conversation_id, context["talk"].last_buyer_seq)
    if not is_partial(request):
        return page(request, who, "conversation/page.html", active="inbox", **context)
    return fragment(request, who, f"conversation/{part}.html", **context)


@router.post("/conversations/{conversation_id}/translate")
async def translate(request: Request, who: Who, conversation_id: Id) -> Response:
    """Once more, what could not be translated."""
    context = await context_of(request, who.person, conversation_id)
    if (needed := context["case"].beside) is not None:
        await beside.want_again(desk_of(request), conversation_id, needed.language, needed.knows)
        context = await context_of(request, who.person, conversation_id)
    told = words_of(request).say("done-translating")
    if not is_partial(request):
        return see_other(request, f"/console/conversations/{conversation_id}", told)
    return fragment(request, who, "conversation/talk.html", told=told, **context)


@router.post("/conversations/{conversation_id}/take-over")
async def take_over(request: Request, who: Who, conversation_id: Id) -> Response:
    try:
        await conversations.take_over(desk_of(request), who.person, conversation_id)
    except DeskRefusal as error:
        return await not_done(request, who, conversation_id, error)
    return await done(request, who, conversation_id, words_of(request).say("done-taken-over"))


@router.post("/conversations/{conversation_id}/release")
async def release(request: Request, who: Who, conversation_id: Id) -> Response:
    await conversations.release(desk_of(request), who.person, conversation_id)
    return await done(request, who, conversation_id, words_of(request).say("done-released"))


@router.post("/conversations/{conversation_id}/snooze")
async def snooze(request: Request, who: Who, conversation_id: Id, until: Annotated[str, Form()]) -> Response:
    """`until`: an ISO time; one without an offset is the shop's own."""
    desk = desk_of(request)
    zone = ZoneInfo((await desk.counter.serving()).shop.company.timezone)
    try:
        await conversations.snooze(desk, who.person, conversation_id, _time(until, zone))
    except DeskRefusal as error:
        return await not_done(request, who, conversation_id, error)
    return await done(request, who, conversation_id, words_of(request).say("done-snoozed"))


@router.post("/conversations/{conversation_id}/close")
async def close(request: Request, who: Who, conversation_id: Id) -> Response:
    await conversations.close(desk_of(request), who.person, conversation_id)
    return await done(request, who, conversation_id, words_of(request).say("done-closed"))


@router.post("/conversations/{conversation_id}/spam")
async def spam(request: Request, who: Who, conversation_id: Id) -> Response:
    await conversations.mark_spam(desk_of(request), who.person, conversation_id)
    return await done(request, who, conversation_id, words_of(request).say("done-spam"))


@router.post("/conversations/{conversation_id}/freeze")
async def freeze(request: Request, who: Who, conversation_id: Id) -> Response:
    await freezing.freeze(desk_of(request), who.person, conversation_id)
    return await done(request, who, conversation_id, words_of(request).say("done-frozen"))


@router.post("/conversations/{conversation_id}/thaw")
async def thaw(request: Request, who: Who, conversation_id: Id) -> Response:
    try:
        await freezing.thaw(desk_of(request), who.person, conversation_id)
    except DeskRefusal as error:
        return await not_done(request, who, conversation_id, error)
    return await done(request, who, conversation_id, words_of(request).say("done-thawed"))


@router.post("/conversations/{conversation_id}/test")
async def mark_test(
    request: Request, who: Who, conversation_id: Id, is_test: Annotated[bool, Form()] = True
) -> Response:
    """Somebody tries something out: no figure counts it, until it is said to be none."""
    await marking.mark_test(desk_of(request), who.person, conversation_id, is_test)
    told = words_of(request).say("done-test" if is_test else "done-no-test")
    return see_other(request, f"/console/conversations/{conversation_id}", told)


@router.post("/conversations/{conversation_id}/assign")
async def assign(
    request: Request, who: Who, conversation_id: Id, staff_id: Annotated[int, Form(ge=1, le=2**63 - 1)]
) -> Response:
    try:
        await conversations.assign(desk_of(request), who.person, conversation_id, staff_id)
    except DeskRefusal as error:
        return await not_done(request, who, conversation_id, error)
    return await done(request, who, conversation_id, words_of(request).say("done-assigned"))


@router.post("/conversations/{conversation_id}/write")
async def write(
    request: Request,
    who: Who,
    conversation_id: Id,
    key: Annotated[uuid.UUID, Form()],
    words: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """A person's own message, as a browser sends line ends."""
    text = plain(words)
    try:
        await conversations.send_own_words(
            desk_of(request), who.person, conversation_id, text, reason=plain(reason).strip() or None, key=key
        )
    except DeskRefusal as error:
        return await not_done(
            request, who, conversation_id, error, own_words=text, own_findings=error.findings, reason=reason,
            key=key.hex,
        )  # fmt: skip
    return await done(request, who, conversation_id, words_of(request).say("done-written"))


@router.post("/conversations/{conversation_id}/check")
async def check(
    request: Request, who: Who, conversation_id: Id, words: Annotated[str, Form()] = ""
) -> Response:
    """What the guard says of words that are being written."""
    text = plain(words)
    findings: tuple[Finding, ...] = ()
    if text.strip():
        findings = await conversations.findings_in_own_words(desk_of(request), conversation_id, text)
    context = await context_of(request, who.person, conversation_id)
    return fragment(request, who, "conversation/own_check.html", **(context | {"own_findings": findings}))


async def _read(request: Request, who: SignedIn, conversation_id: int) -> dict[str, Any]:
    """The conversation for somebody who looks at it, who has translated what they cannot read."""
    context = await context_of(request, who.person, conversation_id)
    case: Case = context["case"]
    if case.beside is not None and case.beside.due and not case.being_written:
        await beside.want(desk_of(request), conversation_id, case.beside.language, case.beside.knows)
        context = await context_of(request, who.person, conversation_id)
    return context


async def _seen(request: Request, conversation_id: Id, through: int) -> None:
    """The buyer's messages have been looked at; the buyer's page learns of it."""
    desk = desk_of(request)
    async with writing(desk.engine) as connection:
        if await ticks.mark(connection, conversation_id, "buyer", through, desk.clock(), seen=True):
            await notify(connection, "talk", shop=desk.shop_id, conversation=conversation_id)


def _time(text: str, zone: ZoneInfo) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise DeskRefusal("until", "Choose a day and a time.") from error
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone)).astimezone(UTC)
