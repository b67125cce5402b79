"""A request's page, and what salespeople, purchasers and managers do with it, but for the answer."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Annotated, Any

from fastapi import Form, Request
from fastapi.responses import Response

from bot.case.sourcing_shown import read_request
from bot.console.pages import page, see_other, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.who import SOURCING, Who
from bot.desk.sourcing import answering, purchasing, sending
from bot.domain.desk import DeskRefusal
from bot.domain.sourcing import DECLINE_REASONS, FIELDS
from bot.web.access import SignedIn, desk_of
from bot.web.links import file_url
from bot.web.problems import status_of

router = console_pages()
Version = Annotated[int, Form(ge=1, le=2**63 - 1)]
Words = Annotated[str, Form(max_length=4000)]


async def shown(
    request: Request, who: SignedIn, request_id: int, refused: DeskRefusal | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:  # fmt: skip
    """The page as it stands; after a refusal with what the person had typed."""
    desk = desk_of(request)
    company = (await desk.counter.serving()).shop.company
    signer = request.app.state.signer
    return page(
        request, who, "sourcing/request.html", active="sourcing",
        status=200 if refused is None else status_of(refused),
        shown=await read_request(desk, who.person, request_id), all_fields=FIELDS, refused=refused,
        typed=typed or {}, zone=company.timezone, currency=company.currency,
        decline_reasons=DECLINE_REASONS, file_url=lambda each: file_url(signer, each),
    )  # fmt: skip


@router.get("/sourcing/{request_id}")
async def request_page(request: Request, who: Who, request_id: Id) -> Response:
    return await shown(request, who, request_id)


@router.post("/sourcing/{request_id}/send")
async def send(
    request: Request, who: Who, request_id: Id, seen: Version, back: Annotated[str, Form()] = ""
) -> Response:
    """Sends it as it stands, or with the fields of the form. `back`: to the conversation."""
    given, note, files = await _need(request)
    doing = sending.send(
        desk_of(request), who.person, request_id, seen=seen, given=given, note=note, files=files
    )
    return await _after(request, who, request_id, doing, "sourcing-sent", back)


@router.post("/sourcing/{request_id}/correct")
async def correct(request: Request, who: Who, request_id: Id, seen: Version) -> Response:
    given, note, files = await _need(request)
    doing = sending.correct(
        desk_of(request), who.person, request_id, given or {}, seen=seen, note=note, files=files
    )
    return await _after(request, who, request_id, doing, "sourcing-corrected")


@router.post("/sourcing/{request_id}/dismiss")
async def dismiss(
    request: Request, who: Who, request_id: Id, seen: Version, back: Annotated[str, Form()] = ""
) -> Response:
    doing = sending.dismiss(desk_of(request), who.person, request_id, seen=seen)
    return await _after(request, who, request_id, doing, "sourcing-dismissed", back)


@router.post("/sourcing/{request_id}/withdraw")
async def withdraw(request: Request, who: Who, request_id: Id, seen: Version, why: Words = "") -> Response:
    doing = sending.withdraw(desk_of(request), who.person, request_id, seen=seen, why=plain(why))
    return await _after(request, who, request_id, doing, "sourcing-withdrawn")


@router.post("/sourcing/{request_id}/tell")
async def tell(request: Request, who: Who, request_id: Id, words: Words = "") -> Response:
    doing = sending.tell(desk_of(request), who.person, request_id, plain(words))
    return await _after(request, who, request_id, doing, "sourcing-told")


@router.post("/sourcing/{request_id}/claim")
async def claim(request: Request, who: Who, request_id: Id) -> Response:
    doing = purchasing.claim(desk_of(request), who.person, request_id)
    return await _after(request, who, request_id, doing, "sourcing-claimed")


@router.post("/sourcing/{request_id}/release")
async def release(request: Request, who: Who, request_id: Id) -> Response:
    doing = purchasing.release(desk_of(request), who.person, request_id)
    return await _after(request, who, request_id, doing, "sourcing-released")


@router.post("/sourcing/{request_id}/ask")
async def ask(request: Request, who: Who, request_id: Id, words: Words = "") -> Response:
    doing = purchasing.ask(desk_of(request), who.person, request_id, plain(words))
    return await _after(request, who, request_id, doing, "sourcing-asked")


@router.post("/sourcing/{request_id}/decline")
async def decline(
    request: Request, who: Who, request_id: Id, seen: Version, reason: Annotated[str, Form()] = "",
    note: Words = "",
) -> Response:  # fmt: skip
    doing = answering.decline(desk_of(request), who.person, request_id, reason, seen=seen, note=plain(note))
    return await _after(request, who, request_id, doing, "sourcing-declined")


@router.post("/sourcing/{request_id}/draft")
async def draft(request: Request, who: Who, request_id: Id, back: Annotated[str, Form()] = "") -> Response:
    doing = answering.draft_now(desk_of(request), who.person, request_id)
    return await _after(request, who, request_id, doing, "sourcing-drafting", back)


@router.post("/sourcing/{request_id}/for-all")
async def for_all(request: Request, who: Who, request_id: Id, on: Annotated[str, Form()] = "") -> Response:
    doing = answering.offer_to_all(desk_of(request), who.person, request_id, on=on == "yes")
    return await _after(request, who, request_id, doing, "sourcing-for-all-done")


async def _after(
    request: Request, who: SignedIn, request_id: int, doing: Awaitable[None], told: str, back: str = ""
) -> Response:
    """Do it, and go where the person came from; a refusal is told on the request's page."""
    try:
        await doing
    except DeskRefusal as error:
        if error.code == "unknown_request":
            raise
        return await shown(request, who, request_id, error)
    home = (
        f"/console/conversations/{back}" if back.isascii() and back.isdigit() else f"{SOURCING}/{request_id}"
    )
    return see_other(request, home, words_of(request).say(told))


async def _need(request: Request) -> tuple[dict[str, str] | None, str | None, list[str] | None]:
    """(fields, note, pictures) of a form; None for what the form does not hold."""
    form = await request.form()
    given = {name: plain(value) for name in FIELDS if isinstance(value := form.get(name), str)}
    note = form.get("note")
    files = None
    if form.get("with_files"):
        files = [each for each in form.getlist("files") if isinstance(each, str)]
    return given or None, plain(note) if isinstance(note, str) else None, files
